"""Raw data into a course of one delivery: variants, variables, lists from several files, places, mistakes at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.decode.course import decode_course
from deckgen.model.blocks import FrameBlock, LessonBlock
from deckgen.model.course import Course
from deckgen.source.reader import read_source

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"


def decode(
    *edits: tuple[str, str], delivery: str = "60-min", values: dict[str, str] | None = None, **files: str
) -> tuple[Course | None, Report]:
    """The base course with edits, each of which stands once in it; `files` are included by their names."""
    text = BASE.read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    texts = {"course.yaml": text, **{f"{name}.yaml": inner for name, inner in files.items()}}
    raw, found = read_source(Path("course.yaml"), Path(), lambda path: texts[path.name].encode())
    report = Report()
    report.extend(found)
    return decode_course(raw, delivery, values or {}, report), report


def good(
    *edits: tuple[str, str], delivery: str = "60-min", values: dict[str, str] | None = None, **files: str
) -> Course:
    course, report = decode(*edits, delivery=delivery, values=values, **files)
    assert course is not None and not len(report), list(report)
    return course


def test_each_delivery_gets_its_own_course() -> None:
    edits = (
        ("title: The three questions\n", "title: {60-min: Short, 90-min: Long}\n"),
        ("    purpose: See what we skip.", "    purpose: See what we skip.\n    90-min: {purpose: See more.}"),
        ("  - kind: poll\n", "  - in: [60-min, 90-min]\n    kind: poll\n"),
    )
    short, long = (good(*edits, delivery=delivery) for delivery in ("60-min", "90-min"))
    assert (short.blocks[0].title, long.blocks[0].title) == ("Short", "Long")
    assert [course.sheet("S1").purpose for course in (short, long)] == ["See what we skip.", "See more."]  # type: ignore[union-attr]
    assert [item.id for item in short.deliveries] == ["60-min", "90-min"]


def test_a_block_has_the_kind_it_names_and_is_a_lesson_otherwise() -> None:
    course = good(("      - id: B2", "      - kind: frame\n        id: B2"))
    assert [type(block) for block in course.blocks] == [LessonBlock, FrameBlock]


def test_values_have_their_types() -> None:
    course = good()
    assert course.deliveries[0].start == Clock(14 * 60)
    assert course.blocks[0].split == Split(4, 10, 6)
    assert [slide.split for slide in course.blocks[0].slides] == [
        Split(2), Split(2), Split(0, 10, 0), Split(0, 0, 6),
    ]  # fmt: skip


def test_variables_come_from_the_course_and_the_command_line_wins() -> None:
    def said(**values: str) -> str:
        return good(values=values).blocks[0].slides[0].say

    assert "nobody at the front desk knew" in said()
    assert "nobody at gate 4 knew" in said(desk="gate 4")


def test_a_variable_may_differ_by_delivery() -> None:
    edit = ("variables: {desk: the front desk}", "variables: {desk: {60-min: gate 1, 90-min: gate 2}}")
    for delivery, gate in (("60-min", "gate 1"), ("90-min", "gate 2")):
        assert f"nobody at {gate} knew" in good(edit, delivery=delivery).blocks[0].slides[0].say


def test_an_unknown_variable_is_told_at_the_text_that_uses_it() -> None:
    course, report = decode(("{{ desk }}", "{{ dsek }}"))
    assert course is None
    (found,) = report
    assert (found.code, found.span and found.span.file) == ("DG107", "course.yaml")
    assert "did you mean desk?" in found.message


def test_lists_are_put_together_from_included_lists() -> None:
    text = BASE.read_text("utf-8")
    start = text.index("sheets:\n  - kind: poll")
    sheets = text[start:].removeprefix("sheets:\n")
    poll, drill = sheets.split("  - kind: drill")
    files = {
        "polls": "\n".join(line[2:] for line in poll.splitlines()) + "\n",
        "drills": "\n".join(line[2:] for line in f"  - kind: drill{drill}".splitlines()) + "\n",
    }
    split = good((text[start:], "sheets:\n  - !include polls.yaml\n  - !include drills.yaml\n"), **files)
    assert [sheet.model_dump() for sheet in split.sheets] == [sheet.model_dump() for sheet in good().sheets]
    assert [sheet.span.file for sheet in split.sheets if sheet.span] == ["polls.yaml", "drills.yaml"]


def test_every_record_knows_its_place_and_that_of_its_keys() -> None:
    course = good()
    lines = BASE.read_text("utf-8").splitlines()
    block = course.blocks[1]
    assert block.span is not None and "- id: B2" in lines[block.span.line - 1]
    place = block.at("minutes")
    assert place is not None and lines[place.line - 1][place.column - 1 :].startswith("2/30/8")


def test_all_mistakes_are_told_at_once_and_no_second_opinion() -> None:
    course, report = decode(
        ("energy: 3", "energy: 9"), ("method: Pair drill", "methode: Pair drill"), ("minutes: 4/10/6", "minutes: 4/10"),
        ("objectives: [O1]\n        covers: [C1]", "objectives: [O9]\n        covers: [C1]"),
    )  # fmt: skip
    assert course is None
    assert sorted(item.code for item in report) == ["DG101", "DG103", "DG105"]


@pytest.mark.parametrize("raw", ["- a\n- b\n", "text\n"])
def test_a_course_is_a_mapping(raw: str) -> None:
    data, _ = read_source(Path("course.yaml"), Path(), lambda _: raw.encode())
    report = Report()
    assert decode_course(data, "60-min", {}, report) is None
    assert [item.code for item in report] == ["DG103"]


def test_what_could_not_be_read_is_told_once() -> None:
    data, found = read_source(Path("course.yaml"), Path(), lambda _: b"id: [\n")
    assert len(found) == 1
    report = Report()
    assert decode_course(data, "60-min", {}, report) is None
    assert not len(report)
