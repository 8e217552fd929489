"""The last block of a day (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda


def check_day_end(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """No day ends on a talk."""
    for day in agenda.days:
        last = day.entries[-1]
        if last.split.talk > last.split.activity + last.split.debrief:
            yield Diagnostic(
                "DG412",
                f"day {day.number} ends on a talk: block {last.block.id}",
                last.block.at("minutes"),
                "end on an act of the participants",
            )
