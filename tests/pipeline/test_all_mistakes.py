"""Mistakes that do not depend on one another come out of one run, each once, and lead to no others."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import examples
from deckgen.base.diagnostics import Report
from deckgen.base.suggest import nearest
from deckgen.decode import course as decode
from deckgen.decode.course import salvage_course
from deckgen.decode.mistakes import MAX_SUGGESTED
from deckgen.pipeline.build import KINDS, Request, build, compose_request, plan_request
from deckgen.source.reader import read_source

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"

# Edits of the base course that do not depend on one another: old, new, code, words of the message.
EDITS = {
    "unknown key": ("    short: Handover", "    shrt: Handover", "DG101", "shrt"),
    "out of limits": ("energy: 4", "energy: 9", "DG105", "energy: 9"),
    "unknown word": ("phase: setup", "phase: setpu", "DG104", "setpu"),
    "unknown objective": ("objective: O1", "objective: O9", "DG204", "O9"),
    "minutes": ("minutes: 4/10/6", "minutes: 5/9/6", "DG304", "B1"),
    "variable": ("desk }}", "dask }}", "DG107", "dask"),
    "doubled id": ("- id: B2", "- id: B1", "DG206", "B1"),
    "delivery": ("2/30/8, 90-min: ", "2/30/8, 90-mni: ", "DG201", "90-mni"),
    "fit": ("takeaway: ", "takeaway: " + "Say it back before you leave the room. " * 30, "DG503", ""),
    "name": ('version: "1.0"', 'version: "1/0"', "DG110", "1/0"),
    "order": ("min: 6, max: 12", "min: 16, max: 12", "DG106", "more than max"),
    "missing": ("    rationale: ", "    todo_rationale: ", "DG101", "todo_rationale"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Where the course has a mistake no guide is made but to find more of them: a full run looks whether there are any.
MADE = KINDS if examples.run == "full" else ("deck", "workbook")


def errors(folder: Path, *names: str, **asked: Any) -> list[tuple[str, str]]:
    text = BASE.read_text("utf-8")
    for name in names:
        old, new, *_ = EDITS[name]
        assert old in text, name
        text = text.replace(old, new, 1)
    (folder / "course.yaml").write_text(text, "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE, **asked), report)
    return [(item.code, item.message) for item in report if item.severity == "error"]


def test_a_misspelt_in_is_one_mistake(folder: Path) -> None:
    text = BASE.read_text("utf-8")
    assert text.count("          - kind: tool\n") == 1
    (folder / "course.yaml").write_text(
        text.replace("- kind: tool\n", "- ini: 60-min\n            kind: tool\n"), "utf-8"
    )
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    assert [(item.code, item.hint) for item in report] == [("DG101", "did you mean `in`?")]


def test_a_block_whose_title_is_too_long_is_one_mistake(folder: Path) -> None:
    text = BASE.read_text("utf-8").replace("title: The three questions\n", f"title: {'The three questions ' * 12}\n", 1)
    (folder / "course.yaml").write_text(text, "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), delivery="60-min"), report)
    (found,) = [item for item in report if item.code == "DG510"]
    assert "here and on" in found.message


@pytest.mark.parametrize("twin", ["60-min", "60-MIN"])
def test_a_delivery_id_used_twice_hides_no_other_mistake(twin: str, folder: Path) -> None:
    """What belongs to the id that the twin should have had is no mistake of its own."""
    names = [name for name in EDITS if name not in ("delivery", "minutes")]
    text = BASE.read_text("utf-8").replace("id: 90-min", f"id: {twin}")
    text = text.replace("          - kind: tool\n", "          - kind: tool\n            in: [60-min, 90-min]\n", 1)
    assert "90-min: " in text
    for name in names:
        text = text.replace(*EDITS[name][:2], 1)
    (folder / "course.yaml").write_text(text, "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    found = sorted(item.code for item in report if item.severity == "error")
    assert found == sorted(["DG206", *(EDITS[name][2] for name in names)])


def test_a_delivery_called_as_a_key_is_one_mistake_and_its_variants_are_none(folder: Path) -> None:
    text = BASE.read_text("utf-8").replace("id: 90-min", "id: energy").replace("90-min: ", "energy: ")
    text = text.replace("          - kind: tool\n", "          - kind: tool\n            in: [60-min, energy]\n", 1)
    (folder / "course.yaml").write_text(text.replace("energy: 4", "energy: 9", 1), "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    assert [item.code for item in report if item.severity == "error"] == ["DG108", "DG105"]


@pytest.mark.parametrize("name", EDITS)
def test_one_mistake_is_one_error(name: str, folder: Path) -> None:
    _, _, code, words = EDITS[name]
    ((found, message),) = errors(folder, name)
    assert found == code and words in message


def test_names_of_a_sheet_whose_id_was_given_to_another_are_no_mistakes_of_their_own(folder: Path) -> None:
    text = BASE.read_text("utf-8")
    assert text.count("    id: S2\n") == 1 and text.count("S2") > 1
    (folder / "course.yaml").write_text(text.replace("    id: S2\n", "    id: S1\n"), "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    assert [item.code for item in report if item.severity == "error"] == ["DG206"]


def test_all_of_them_come_out_of_one_run(folder: Path) -> None:
    found = errors(folder, *EDITS)
    assert sorted(code for code, _ in found) == sorted(code for _, _, code, _ in EDITS.values())


def test_a_theme_that_is_not_there_hides_no_mistake_of_the_course(folder: Path) -> None:
    assert [code for code, _ in errors(folder, "out of limits", theme="nowhere")] == ["DG608", "DG105"]


def test_a_theme_that_is_not_there_hides_no_mistake_of_a_page_either(folder: Path) -> None:
    """What a text is too long for hangs on the theme; whether a page is there does not."""
    card = "{kind: job_aid, id: T1, title: Card, purpose: Order, when: Late, moves: [{title: One}, {title: Two}]}"
    text = BASE.read_text("utf-8").replace(*EDITS["fit"][:2], 1).replace("\nsheets:\n", f"\nsheets:\n  - {card}\n")
    text = text.replace("sheet: S1\n", "sheet: T1\n")
    (folder / "course.yaml").write_text(text, "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), theme="nowhere"), report)
    assert [item.code for item in report if item.severity == "error"] == ["DG608", "DG504"]


def test_a_length_that_nobody_declared_hides_no_mistake(folder: Path) -> None:
    """Not those of the trees either, be the course with mistakes or the length impossible."""
    names = [name for name in EDITS if name != "minutes"]
    found = errors(folder, *names, hours=1.25)
    assert sorted(code for code, _ in found) == sorted(EDITS[name][2] for name in names)
    assert sorted(code for code, _ in errors(folder, "fit", hours=70.0)) == ["DG311", "DG503"]


def test_a_file_that_cannot_be_read_hides_only_itself(folder: Path) -> None:
    text = BASE.read_text("utf-8")
    at = text.index("sheets:\n")
    rest = text[at:].split("\n\n")[0]
    (folder / "course.yaml").write_text(text.replace(rest, "sheets: !include sheets.yaml\n"), "utf-8")
    (folder / "sheets.yaml").write_text('- id: S1\n  title: "never closed\n', "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    assert [item.code for item in report if item.severity == "error"] == ["DG001"]
    assert not build(Request(courses=(".",))).made


def test_the_delivery_is_named_where_only_one_has_the_mistake(folder: Path) -> None:
    text = BASE.read_text("utf-8").replace("energy: 4", "energy: {60-min: 9, 90-min: 4}", 1)
    text = text.replace("objective: O1", "objective: O9", 1)
    (folder / "course.yaml").write_text(text, "utf-8")
    report = Report()
    compose_request(Request(courses=(".",), kinds=MADE), report)
    assert [(item.code, item.deliveries) for item in report] == [("DG204", ()), ("DG105", ("60-min",))]


@pytest.mark.parametrize("what", ["modules: [", "- [", "{", "5", "text", "null", "modules: {1-day: []}", "in: 60-min"])
def test_what_is_no_course_is_a_mistake_and_no_more(what: str) -> None:
    raw, _ = read_source(Path("course.yaml"), Path(), lambda _: what.encode())
    report = Report()
    salvage_course(raw, "60-min", {}, report)  # nothing raises


def test_300_unknown_keys_are_looked_at_in_one_pass(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The course is validated twice, with them and without; what a key may have meant is looked for once, and only so
    often as anybody reads it.
    """
    text = BASE.read_text("utf-8") + "".join(f"unknown_{number}: {number}\n" for number in range(300))
    (folder / "course.yaml").write_text(text, "utf-8")
    asked = {"mistakes": Counter[str](), "salvage": Counter[str](), "variants": Counter[str]()}
    for room, names in asked.items():
        monkeypatch.setattr(f"deckgen.decode.{room}.nearest", partial(_count, names))
    passes: list[int] = []
    told = decode.report_errors

    def report_errors(details: list[Any], raw: Any, report: Report) -> None:
        passes.append(len(details))
        told(details, raw, report)

    monkeypatch.setattr(decode, "report_errors", report_errors)
    plan_request(Request(courses=(".",), delivery="60-min"), report := Report())
    assert report.count("DG101") == len(report) == 300
    assert passes == [300]
    for room, names in asked.items():
        unknown = {name: count for name, count in names.items() if name.startswith("unknown_")}
        assert set(unknown.values()) == {1}, room
        assert len(unknown) <= (300 if room == "variants" else MAX_SUGGESTED), room


def _count(names: Counter[str], name: str, *others: Any, **more: Any) -> str | None:
    names[name] += 1
    return nearest(name, *others, **more)
