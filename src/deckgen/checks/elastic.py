"""Elastic minutes: enough to catch up with, none where a core skill is practised (checks on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda, Day

ELASTIC_DAY, ELASTIC_HALF = 0.10, 15


def check_elastic(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Whether the plan can breathe. A delivery with breaks inside its hours has spent its elastic minutes on them."""
    for day in agenda.days:
        if agenda.delivery.breaks != "inclusive" and not course.is_draft:
            yield from _check_reserve(day, agenda)
        for entry in day.entries:
            if entry.block.core_skill and entry.block.elastic:
                yield Diagnostic(
                    "DG410",
                    f"block {entry.block.id} practises a core skill and has elastic minutes",
                    entry.block.at("elastic"),
                    "core practice gives nothing away: `elastic: 0`",
                )


def _check_reserve(day: Day, agenda: Agenda) -> Iterator[Diagnostic]:
    elastic = sum(entry.block.elastic for entry in day.entries)
    if elastic < ELASTIC_DAY * day.minutes:
        yield Diagnostic(
            "DG410",
            f"{agenda.delivery.id}, day {day.number}: {elastic} elastic minutes, "
            f"{ELASTIC_DAY:.0%} of {day.minutes} are meant",
            agenda.delivery.span,
            "give blocks that are no skill practice `elastic:` minutes",
        )
    for number, half in enumerate(day.halves, start=1):
        minutes = sum(sitting.minutes for sitting in half)
        spare = sum(entry.block.elastic for sitting in half for entry in sitting.entries)
        wanted = min(ELASTIC_HALF, minutes // 12)
        if spare < wanted:
            yield Diagnostic(
                "DG410",
                f"{agenda.delivery.id}, day {day.number}, half {number}: {spare} elastic minutes, {wanted} are meant",
                agenda.delivery.span,
                "give blocks of that half-day `elastic:` minutes",
            )
