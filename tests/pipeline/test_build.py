"""Whole builds: equal input gives equal bytes, mistakes leave nothing behind, deliveries keep to themselves."""

from __future__ import annotations

import json
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Request, build, compose_request
from deckgen.pipeline.choose import UsageError
from deckgen.tree.dump import dump_deck
from elsewhere import Elsewhere, build_elsewhere, make_place

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "cases" / "shift-handover"
TWO = ROOT / "tests" / "cases" / "every-kind"


def _hashes(out: Path) -> dict[str, str]:
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_equal_input_gives_equal_bytes_in_other_folders_zones_and_locales(tmp_path: Path, elsewhere: Elsewhere) -> None:
    """Trees of every kind are held by goldens, in a process that orders its sets anew on each run."""
    themes = tmp_path / "themes"
    shutil.copytree(elsewhere.place / "themes", themes)
    assert not build(Request(courses=(str(SMALL),), themes=themes, theme="house", out=tmp_path / "out")).failed
    here = _hashes(tmp_path / "out")
    assert here == _hashes(elsewhere.place / "out")
    assert len(here) == 4


@pytest.mark.slow
def test_equal_input_gives_equal_bytes_of_every_kind(tmp_path: Path) -> None:
    assert not build(Request(courses=(str(TWO),), delivery="2-day", out=tmp_path / "here")).failed
    here = _hashes(tmp_path / "here")
    assert here == _hashes(build_elsewhere(make_place(tmp_path), twin=True).twin)
    assert len(here) == 4


def test_a_build_makes_the_set_and_a_manifest_that_is_true(tmp_path: Path) -> None:
    outcome = build(Request(courses=(str(SMALL),), out=tmp_path))
    assert not outcome.failed
    folder = tmp_path / "shift-handover" / "90-min"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    listed = {item["name"]: item for item in manifest["outputs"]}
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*.*")} - {"manifest.json"}
    assert made == set(listed) and len(made) == 3
    for name, item in listed.items():
        data = (folder / name).read_bytes()
        assert (item["size"], item["sha256"]) == (len(data), sha256(data).hexdigest())
    assert manifest["inputs"][0]["path"] == "course.yaml"


def test_only_what_is_asked_for_is_made(tmp_path: Path) -> None:
    outcome = build(Request(courses=(str(SMALL),), out=tmp_path, kinds=("workbook",)))
    assert sorted(path.suffix for made in outcome.made for path in made.files) == [".docx", ".json"]


def test_strict_builds_fail_on_warnings_and_write_nothing(tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    text = (course / "course.yaml").read_text("utf-8")
    (course / "course.yaml").write_text(text.replace("elastic: 4", "elastic: 0"), "utf-8")
    out = tmp_path / "out"
    outcome = build(Request(courses=(str(course),), out=out, strict=True))
    assert outcome.failed and {item.severity for item in outcome.diagnostics} == {"warning"}
    assert not out.exists()
    assert not build(Request(courses=(str(SMALL),), out=out, strict=True)).failed


def test_a_delivery_that_does_not_exist_lists_what_there_is() -> None:
    with pytest.raises(UsageError, match=r"1-day .*2-day"):
        build(Request(courses=(str(TWO),), days=3))


def test_variables_reach_the_cover(tmp_path: Path) -> None:
    report = Report()
    request = Request(courses=(str(SMALL),), values={"client": "某某银行"}, kinds=("deck",))
    (made,) = compose_request(request, report)
    assert made.trees is not None and not report.has_errors
    assert "某某银行" in dump_deck(made.trees.deck).split("slide map")[0]


TEN = (
    ("course.yaml", "hours: 2.5", "hours: six"),
    ("course.yaml", "verb: 写出", "verb: []"),
    ("course.yaml", "per: triad", "per: trio"),
    ("modules/m1.yaml", "energy: 4", "energy: 9"),
    ("modules/m1.yaml", "kind: statement", "kind: statment"),
    ("modules/m2.yaml", "core_skill: true", "core_skill: maybe"),
    ("modules/m3.yaml", "method:", "methode:"),
    ("sheets.yaml", "phase: setup", "phase: warmup"),
    ("sheets.yaml", "kind: solo", "kind: solos"),
    ("before-after.yaml", "purpose:", "in: 3-day\n    purpose:"),
)


def test_ten_mistakes_give_ten_diagnostics_at_their_lines_and_no_file(tmp_path: Path) -> None:
    course = tmp_path / "curriculum" / TWO.name
    shutil.copytree(TWO, course)
    expected = set()
    for name, old, new in TEN:
        path = course / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        if "\n" in new:
            indent = text[: text.index(old)].rpartition("\n")[2]
            new = new.replace("\n    ", f"\n{indent}")
        path.write_text(text.replace(old, new, 1), "utf-8")
        expected.add((name, text[: text.index(old)].count("\n") + 1))
    outcome = build(Request(courses=(str(course),), out=tmp_path / "build", kinds=("deck",)))
    assert outcome.failed and not (tmp_path / "build").exists()
    found = {(Path(d.span.file).relative_to(course).as_posix(), d.span.line) for d in outcome.diagnostics if d.span}
    assert len(expected) == 10
    assert expected <= found, sorted(expected - found)


def test_no_part_of_an_artefact_carries_a_clock(tmp_path: Path) -> None:
    outcome = build(Request(courses=(str(SMALL),), out=tmp_path))
    for made in outcome.made:
        for path in made.files:
            if path.suffix != ".json":
                with zipfile.ZipFile(path) as package:
                    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
