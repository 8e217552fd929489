"""The further courses of the shelf: to the minute, sound in every rule, and of the size of a book that is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.pipeline.build import Made, Request, build, compose_request, plan_request

ROOT = Path(__file__).resolve().parents[2]

# Course -> delivery -> the last block of each sitting, with the minutes of the sitting; and its core skills.
SITTINGS = {
    "blameless-reviews": {
        "half-day": [("B2.1", 90), ("B4.2", 90)],
        "90-min": [("B4.2", 90)],
    },
    "shift-safety": {"1-day": [("B1.3", 75), ("B2.2", 75), ("B3.3", 75), ("B4.3", 75)]},
}
CORE_SKILLS = {"blameless-reviews": {"B1.2", "B2.2"}, "shift-safety": {"B2.1", "B3.2"}}
PAGES = {  # of workbook and guide
    ("blameless-reviews", "half-day"): (range(16, 30), range(26, 44)),
    ("blameless-reviews", "90-min"): (range(12, 24), range(20, 36)),
    ("shift-safety", "1-day"): (range(20, 38), range(28, 50)),
}
COURSES = pytest.mark.parametrize("course", SITTINGS)


def asked(course: str, **more: object) -> Request:
    return Request(courses=(course,), curriculum=ROOT / "curriculum", themes=ROOT / "themes", **more)  # type: ignore[arg-type]


def test_the_flagship_is_meant_where_no_course_is_named() -> None:
    shelf = {path.parent.name for path in (ROOT / "curriculum").glob("*/course.yaml")}
    listed = (ROOT / "curriculum" / "default.txt").read_text("utf-8").split()
    assert len(listed) == 1 and shelf - {*listed} == set(SITTINGS)


@COURSES
def test_sittings_are_full_and_everybody_practises_the_core_skills(course: str) -> None:
    report = Report()
    deliveries = plan_request(asked(course), report)
    assert not report.has_errors, [item.message for item in report]
    found = {}
    for item in deliveries:
        (day,) = item.planned.agenda.days
        found[item.planned.delivery.id] = [
            (sitting.entries[-1].block.id, sum(entry.split.total for entry in sitting.entries))
            for sitting in day.sittings
        ]
        core = {block.id: block.elastic for block in item.planned.course.blocks if block.core_skill}
        assert core == dict.fromkeys(CORE_SKILLS[course], 0)
    assert found == SITTINGS[course]


@pytest.mark.slow
@COURSES
def test_no_rule_has_anything_to_say_and_books_have_the_pages_they_need(course: str) -> None:
    report = Report()
    made = compose_request(asked(course), report)
    assert [f"{item.span}: {item.code} {item.message}" for item in report if item.severity != "hint"] == []
    for item in made:
        workbook, guide = PAGES[course, item.planned.delivery.id]
        assert _pages(item, "workbook") in workbook and _pages(item, "guide") in guide


def _pages(item: Made, book: str) -> int:
    assert item.trees is not None
    return int(getattr(item.trees, book).pages)


@pytest.mark.slow
@COURSES
def test_the_whole_package_is_made(course: str, tmp_path: Path) -> None:
    kinds = ("deck", "workbook", "guide", "run-sheet", "answers", "outline")
    outcome = build(asked(course, out=tmp_path, strict=True, kinds=kinds))
    assert not outcome.failed, [item.message for item in outcome.diagnostics]
    for delivery in SITTINGS[course]:
        names = {path.name.rsplit("v1.0-", 1)[-1] for path in (tmp_path / course / delivery).rglob("*v1.0-*")}
        assert {"deck.pptx", "workbook.docx", "guide.docx", "run-sheet.docx", "answers.docx", "outline.docx"} <= names
