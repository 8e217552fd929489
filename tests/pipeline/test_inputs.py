"""Whatever can change an artefact is an input of the manifest: one of each kind is changed by a byte."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.measure.tables import latin_sans
from deckgen.pipeline.build import Request, build
from deckgen.text.phrases import en
from deckgen.theme import shipped_themes
from pictures.samples import png

SMALL = Path(__file__).resolve().parents[1] / "cases" / "shift-handover"


def make_place(tmp_path: Path) -> Path:
    """A folder with one course, in two files, and one theme of its own."""
    course = tmp_path / "curriculum" / "shift-handover"
    shutil.copytree(SMALL, course)
    text = (course / "course.yaml").read_text("utf-8")
    head, _, modules = text.partition("\nmodules:\n")
    assert modules
    tail = modules.partition("\nsheets:\n")
    (course / "modules.yaml").write_text(tail[0] + "\n", "utf-8")
    (course / "course.yaml").write_text(head + "\nmodules: !include modules.yaml\n" + "".join(tail[1:]), "utf-8")
    shutil.copytree(shipped_themes() / "default", tmp_path / "themes" / "house")
    return tmp_path


def inputs(place: Path) -> dict[str, str]:
    folders = {"curriculum": place / "curriculum", "themes": place / "themes", "out": place / "out"}
    outcome = build(Request(**folders, theme="house", kinds=("workbook",)))
    assert not outcome.failed, [f"{item.code} {item.message}" for item in outcome.diagnostics]
    (listed,) = (place / "out").rglob("manifest.json")
    return {item["path"]: item["sha256"] for item in json.loads(listed.read_text("utf-8"))["inputs"]}


def edit(name: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    """A line that says nothing at the end of a file of the place."""
    return lambda place, _: (place / name).write_bytes((place / name).read_bytes() + b"#\n") and None


def edit_markup(name: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    """An empty line at the end of a part of a template."""
    return lambda place, _: (place / name).write_bytes((place / name).read_bytes() + b"\n") and None


def edit_module(module: object) -> Callable[[Path, pytest.MonkeyPatch], None]:
    """The same in a module of the package: in a copy that stands for it."""

    def change(place: Path, patch: pytest.MonkeyPatch) -> None:
        copy = place / f"{module.__name__}.py"  # type: ignore[attr-defined]
        copy.write_bytes(Path(module.__file__).read_bytes() + b"#\n")  # type: ignore[attr-defined]
        patch.setattr(module.__spec__, "origin", str(copy))  # type: ignore[attr-defined]

    return change


KINDS = {
    "course.yaml": edit("curriculum/shift-handover/course.yaml"),
    "modules.yaml": edit("curriculum/shift-handover/modules.yaml"),
    "themes/house/theme.yaml": edit("themes/house/theme.yaml"),
    "themes/house/pptx/ppt/slideLayouts/slideLayout1.xml": edit_markup(
        "themes/house/pptx/ppt/slideLayouts/slideLayout1.xml"
    ),
    "themes/house/docx/word/styles.xml": edit_markup("themes/house/docx/word/styles.xml"),
    "themes/house/prepared.json": edit_markup("themes/house/prepared.json"),
    "deckgen/measure/tables/latin_sans.py": edit_module(latin_sans),
    "deckgen/text/phrases/en.py": edit_module(en),
}


def test_a_byte_of_each_kind_changes_the_inputs_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_place(tmp_path)
    before = inputs(place)
    assert set(KINDS) | {"deckgen", "deckgen/measure/tables/cjk_sans.py", "deckgen/theme/office/deck.py"} <= set(before)
    for kind in ("pptx", "docx"):
        parts = {
            path.relative_to(place).as_posix() for path in (place / "themes/house" / kind).rglob("*") if path.is_file()
        }
        assert len(parts) >= 8 and parts <= set(before)
    assert inputs(place) == before
    for change in KINDS.values():
        change(place, monkeypatch)
    after = inputs(place)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == set(KINDS)


@pytest.mark.slow  # one build a kind; together they are tried above
@pytest.mark.parametrize("kind", KINDS)
def test_a_byte_of_one_kind_changes_that_input_alone(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_place(tmp_path)
    before = inputs(place)
    KINDS[kind](place, monkeypatch)
    after = inputs(place)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {kind}


def test_a_part_more_changes_what_the_manifest_says_of_the_templates(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    before = templates(place)
    (place / "themes/house/docx/word/more.xml").write_bytes(b"<more/>")
    after = templates(place)
    assert before["deck"] == after["deck"] and before["book"] != after["book"]


def templates(place: Path) -> dict[str, str]:
    inputs(place)
    (listed,) = (place / "out").rglob("manifest.json")
    found: dict[str, str] = json.loads(listed.read_text("utf-8"))["templates"]
    return found


def test_a_picture_is_an_input_of_the_delivery_that_shows_it(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    without = inputs(place)
    course = place / "curriculum" / "shift-handover"
    (course / "assets").mkdir()
    for name in ("a.png", "b.png"):
        (course / "assets" / name).write_bytes(png(900, 600))
    text = (course / "course.yaml").read_text("utf-8")
    shown = "picture: {file: assets/a.png, alt: A desk}"
    (course / "course.yaml").write_text(f"{shown}\n{text}", "utf-8")
    one = inputs(place)
    assert set(one) - set(without) == {"assets/a.png"}, "one that nobody shows is none"
    (course / "assets" / "a.png").write_bytes(png(900, 601))
    other = inputs(place)
    assert {name for name in one if one[name] != other[name]} == {"assets/a.png"}


def test_files_of_another_course_are_no_inputs(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    alone = inputs(place)
    other = place / "curriculum" / "other"
    shutil.copytree(SMALL, other)
    text = (other / "course.yaml").read_text("utf-8")
    (other / "course.yaml").write_text(text.replace("id: shift-handover", "id: other", 1), "utf-8")
    folders = {"curriculum": place / "curriculum", "themes": place / "themes", "out": place / "both"}
    assert not build(Request(**folders, theme="house", kinds=("workbook",))).failed
    (listed,) = (place / "both" / "shift-handover").rglob("manifest.json")
    assert {item["path"]: item["sha256"] for item in json.loads(listed.read_text("utf-8"))["inputs"]} == alone
