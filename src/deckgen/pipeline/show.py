"""Requests into text: trees, agendas and plans as values the cli prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.model.course import Course
from deckgen.pipeline.build import Made, Request, compose_request, plan_request
from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.door import read_file
from deckgen.pipeline.planning import decode_deliveries, load_course
from deckgen.plan import Agenda
from deckgen.plan.late import replan_day
from deckgen.text.inline import plain_text
from deckgen.timetable.calendar import agenda_ics, course_date
from deckgen.timetable.spreadsheet import agenda_csv
from deckgen.timetable.timeline import agenda_svg
from deckgen.timetable.trace import Trace, trace_of
from deckgen.timetable.views import (
    CompareRow,
    PlanRow,
    agenda_json,
    agenda_rows,
    agenda_text,
    compare_rows,
    dates_of,
    day_rows,
    recovery_json,
)
from deckgen.tree.dump import dump_book, dump_deck

__all__ = [
    "TREES", "CompareRow", "PlanRow", "PlanView", "Trace", "compare_views", "export_csv", "export_ics",
    "export_svg", "late_views", "plan_views", "show_tree", "trace_views",
]  # fmt: skip


def _deck(made: Made) -> str:
    return dump_deck(made.trees.deck) if made.trees else ""


def _workbook(made: Made) -> str:
    return dump_book(made.trees.workbook) if made.trees else ""


def _guide(made: Made) -> str:
    return dump_book(made.trees.guide) if made.trees and made.trees.guide else ""


TREES: dict[str, Callable[[Made], str]] = {"deck": _deck, "guide": _guide, "workbook": _workbook}


def show_tree(what: str, request: Request, report: Report) -> Iterator[tuple[str, str]]:
    """Heading and text of the tree asked for, for every delivery asked for."""
    if what == "agenda":
        for made in plan_request(request, report):
            yield _name(made), agenda_text(made.planned.course, made.planned.agenda)
        return
    for made in compose_request(request, report):
        yield _name(made), TREES[what](made)


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan as values: heading, rows, why blocks are missing or shorter, and all of it as plain data."""

    title: str
    rows: tuple[PlanRow, ...]
    reasons: tuple[str, ...]
    data: dict[str, Any]
    dates: Mapping[int, str] = field(default_factory=dict)  # of the days by number


def plan_views(request: Request, report: Report) -> list[PlanView]:
    """Every plan asked for."""
    return [
        PlanView(
            _title(made),
            tuple(agenda_rows(made.planned.agenda)),
            tuple(reason.text for reason in made.planned.agenda.reasons),
            agenda_json(made.planned.course, made.planned.agenda),
            dates_of(made.planned.agenda.days),
        )
        for made in plan_request(request, report)
    ]


def late_views(request: Request, late: int, at: Clock, day: int, report: Report) -> list[PlanView]:
    """The rest of the day of every plan asked for, when the room is `late` minutes behind at `at`."""
    made_views = []
    for made in plan_request(request, report):
        planned = made.planned
        recovery = replan_day(planned.course, planned.agenda, day, late, at, lightest_forms(made), report)
        if recovery is not None:
            data = recovery_json(planned.course, planned.agenda, recovery)
            texts = (recovery.text, *(cut.text for cut in recovery.cuts))
            rows, dates = tuple(day_rows(recovery.rest)), dates_of([recovery.rest])
            made_views.append(PlanView(_title(made), rows, texts, data, dates))
    return made_views


def lightest_forms(made: Made) -> dict[str, Split]:
    """Minutes of the lightest form of every block, over all declared deliveries."""
    courses = decode_deliveries(load_course(made.course_folder, read_file, Report()), made.planned.values, Report())
    lightest: dict[str, Split] = {}
    for course in (courses or {}).values():
        for block in course.blocks:
            if (split := block.split) and (block.id not in lightest or split.total < lightest[block.id].total):
                lightest[block.id] = split
    return lightest


def compare_views(request: Request, deliveries: Sequence[str], report: Report) -> list[tuple[str, list[CompareRow]]]:
    """For every course a heading and the blocks of the named deliveries side by side."""
    by_course: dict[str, list[Made]] = {}
    for name in deliveries:
        for made in plan_request(
            replace(request, delivery=name, days=None, hours=None, minutes=None, day_minutes=()), report
        ):
            by_course.setdefault(made.planned.course.id, []).append(made)
    return [
        (plain_text(found[0].planned.course.title), compare_rows([made.planned.agenda for made in found]))
        for found in by_course.values()
        if len(found) == len(deliveries)
    ]


def trace_views(request: Request, report: Report) -> list[tuple[str, Trace]]:
    """For every plan a heading, and what serves its objectives and its outline."""
    return [
        (_title(made), trace_of(made.planned.course, made.planned.agenda)) for made in plan_request(request, report)
    ]


def export_csv(request: Request, report: Report) -> str:
    """All plans asked for as one table."""
    return agenda_csv([made.planned.agenda for made in plan_request(request, report)])


def export_ics(request: Request, first_day: date | None, report: Report) -> str:
    """The plan asked for as a calendar that begins on `first_day`, or on the course's date."""
    course, agenda = _only_one(request, report)
    begin = first_day or agenda.days[0].on or course_date(course)
    if begin is None:
        raise UsageError(f"no calendar can begin on {course.date}; name its first day with --on YYYY-MM-DD")
    return agenda_ics(course, agenda, begin)


def export_svg(request: Request, report: Report) -> str:
    """The plan asked for as a drawing."""
    course, agenda = _only_one(request, report)
    return agenda_svg(course, agenda)


def _only_one(request: Request, report: Report) -> tuple[Course, Agenda]:
    found = plan_request(request, report)
    if len(found) != 1:
        names = ", ".join(_name(made) for made in found) or "none could be made"
        raise UsageError(f"this form shows one plan; name course and delivery (plans: {names})")
    return found[0].planned.course, found[0].planned.agenda


def _title(made: Made) -> str:
    return f"{plain_text(made.planned.course.title)} · {plain_text(made.planned.delivery.title)}"


def _name(made: Made) -> str:
    return f"{made.planned.course.id} {made.planned.delivery.id}"
