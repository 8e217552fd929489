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
from deckgen.tree import Book
from deckgen.tree.dump import dump_book, dump_deck

__all__ = [
    "TREES", "CompareRow", "PlanRow", "PlanView", "Trace", "compare_views", "export_csv", "export_ics",
    "export_svg", "late_views", "plan_views", "show_tree", "trace_views",
]  # fmt: skip


def _deck(delivery: Made) -> str:
    return dump_deck(delivery.trees.deck) if delivery.trees else ""


def _workbook(delivery: Made) -> str:
    return dump_book(delivery.trees.workbook) if delivery.trees else ""


def _guide(delivery: Made) -> str:
    return dump_book(delivery.trees.guide) if delivery.trees and delivery.trees.guide else ""


MOST_EMPTY = 0.45  # of a page, unless a section ends there or a spread follows


def _pages(delivery: Made) -> str:
    """What the pages of the bound books are used for: a line a page, and one for the whole."""
    trees = delivery.trees
    books = (trees.workbook, trees.guide) if trees else ()
    return "".join(line for book in books if book is not None for line in _page_lines(book))


def _page_lines(book: Book) -> Iterator[str]:
    bad = 0
    for number, use in enumerate(book.uses, start=1):
        reason = "ends" if use.ends else "a spread follows" if use.spread else ""
        bare = use.empty > MOST_EMPTY and not reason
        bad += bare
        remark = "TOO EMPTY" if bare else reason
        line = f"{book.kind} {number:4} {use.section:12.12} empty {use.empty:4.0%} writing {use.writing:4.0%} {remark}"
        yield line.rstrip() + "\n"
    yield f"{book.kind} of {len(book.uses)} pages: writing {book.writing_share:.1%}, pages too empty {bad}\n"


TREES: dict[str, Callable[[Made], str]] = {"deck": _deck, "guide": _guide, "workbook": _workbook}
_SHOWN = {**TREES, "pages": _pages}


def show_tree(what: str, request: Request, report: Report) -> Iterator[tuple[str, str]]:
    """Heading and text of the tree asked for, for every delivery asked for; a guide is made for its own sake only."""
    if what == "agenda":
        for delivery in plan_request(request, report):
            yield _name(delivery), agenda_text(delivery.planned.course, delivery.planned.agenda)
        return
    kinds = tuple(kind for kind in request.kinds if kind != "guide" or what not in ("deck", "workbook"))
    for delivery in compose_request(replace(request, kinds=kinds), report):
        yield _name(delivery), _SHOWN[what](delivery)


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
            _title(delivery),
            tuple(agenda_rows(delivery.planned.agenda)),
            tuple(reason.text for reason in delivery.planned.agenda.reasons),
            agenda_json(delivery.planned.course, delivery.planned.agenda),
            dates_of(delivery.planned.agenda.days),
        )
        for delivery in plan_request(request, report)
    ]


def late_views(request: Request, late: int, at: Clock, day: int, report: Report) -> list[PlanView]:
    """The rest of the day of every plan asked for, when the room is `late` minutes behind at `at`."""
    made_views = []
    for delivery in plan_request(request, report):
        planned = delivery.planned
        recovery = replan_day(planned.course, planned.agenda, day, late, at, lightest_forms(delivery), report)
        if recovery is not None:
            view = recovery_json(planned.course, planned.agenda, recovery)
            texts = (recovery.text, *(cut.text for cut in recovery.cuts))
            rows, dates = tuple(day_rows(recovery.rest)), dates_of([recovery.rest])
            made_views.append(PlanView(_title(delivery), rows, texts, view, dates))
    return made_views


def lightest_forms(delivery: Made) -> dict[str, Split]:
    """Minutes of the lightest form of every block, over all declared deliveries."""
    courses = decode_deliveries(
        load_course(delivery.course_folder, read_file, Report()), delivery.planned.values, Report()
    )
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
        for delivery in plan_request(
            replace(request, delivery=name, days=None, hours=None, minutes=None, day_minutes=()), report
        ):
            by_course.setdefault(delivery.planned.course.id, []).append(delivery)
    return [
        (plain_text(compared[0].planned.course.title), compare_rows([delivery.planned.agenda for delivery in compared]))
        for compared in by_course.values()
        if len(compared) == len(deliveries)
    ]


def trace_views(request: Request, report: Report) -> list[tuple[str, Trace]]:
    """For every plan a heading, and what serves its objectives and its outline."""
    return [
        (_title(delivery), trace_of(delivery.planned.course, delivery.planned.agenda))
        for delivery in plan_request(request, report)
    ]


def export_csv(request: Request, report: Report) -> str:
    """All plans asked for as one table."""
    return agenda_csv([delivery.planned.agenda for delivery in plan_request(request, report)])


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
    deliveries = plan_request(request, report)
    if len(deliveries) != 1:
        names = ", ".join(_name(delivery) for delivery in deliveries) or "none could be made"
        raise UsageError(f"this form shows one plan; name course and delivery (plans: {names})")
    return deliveries[0].planned.course, deliveries[0].planned.agenda


def _title(delivery: Made) -> str:
    return f"{plain_text(delivery.planned.course.title)} · {plain_text(delivery.planned.delivery.title)}"


def _name(delivery: Made) -> str:
    return f"{delivery.planned.course.id} {delivery.planned.delivery.id}"
