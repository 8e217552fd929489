from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Report
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.timetable.trace import PointRow, TraceRow, trace_of
from small_courses import make_block, make_course

SHEET = {
    "kind": "poll", "id": "S1", "title": "Vote", "purpose": "See.", "question": "Which?", "options": ["A", "B"],
    "steps": [{"minutes": 3, "phase": "run", "do": "Vote."}], "objectives": ["O1"], "covers": ["C2"],
}  # fmt: skip
POINTS = [{"id": "1", "kind": "topic", "name": "The questions"}, {"id": "2", "kind": "tool", "name": "The card"},
          {"id": "3", "kind": "case", "name": "The promise"}]  # fmt: skip


def _plan(**others: Any) -> tuple[Course, Agenda]:
    blocks = [
        make_block("B1", "2/3/1", sheets=["S1"], covers=["C1"], objectives=["O1", "O2"]),
        make_block("B2", "2/3/1", covers=["C1", "C2"]),
    ]
    course = make_course("d", {"d": (1, 0.2)}, {"M1": blocks}, sheets=[SHEET], coverage=POINTS, **others)
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    return course, agenda


def test_it_leads_from_objectives_to_blocks_and_sheets() -> None:
    common = {"verb": "do", "condition": "here", "standard": "well"}
    two = [{**common, "id": key, "text": f"Do {key}"} for key in ("O1", "O2")]
    assert trace_of(*_plan(objectives=two)).objectives == (
        TraceRow("O1", "Do O1", ("B1", "B2"), ("S1",), ()),
        TraceRow("O2", "Do O2", ("B1",), (), ()),  # the sheet of the block names the other alone
    )


def test_it_leads_from_points_of_the_outline_to_blocks_and_sheets() -> None:
    assert trace_of(*_plan()).points == (
        PointRow("1", "The questions", "topic", ("B1", "B2"), ()),
        PointRow("2", "The card", "tool", ("B2",), ("S1",)),
        PointRow("3", "The promise", "case", (), ()),
    )
