"""Kinds of activity in a half-day (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda

KINDS_PER_HALF = 3
LONG_HALF = 120  # minutes from which on the rule speaks


def check_variety(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """A long half-day uses several kinds of activity."""
    for day in agenda.days:
        for number, half in enumerate(day.halves, start=1):
            if sum(sitting.minutes for sitting in half) < LONG_HALF:
                continue
            kinds = {
                sheet.kind
                for sitting in half
                for entry in sitting.entries
                for key in entry.block.sheets
                if (sheet := course.sheet(key))
            }
            if len(kinds) < KINDS_PER_HALF:
                yield Diagnostic(
                    "DG419",
                    f"day {day.number}, half {number} uses {len(kinds)} kinds of activity, {KINDS_PER_HALF} are meant",
                    agenda.delivery.span,
                    f"now: {', '.join(sorted(kinds)) or 'none'}",
                )
