"""Length of sittings (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda


def check_sittings(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """No stretch without a pause is longer than the delivery allows."""
    for day in agenda.days:
        limit = agenda.delivery.of_day(day.number).sitting
        for sitting in day.sittings:
            if sitting.minutes > limit:
                yield Diagnostic(
                    "DG414",
                    f"day {day.number}, sitting {sitting.number} takes {sitting.minutes} minutes, "
                    f"at most {limit} are meant",
                    agenda.delivery.at("sitting"),
                    "move a block behind the pause, or allow a longer `sitting:`",
                )
