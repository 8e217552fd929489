"""The first block after lunch (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda


def check_after_lunch(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Nobody listens after lunch: the afternoon begins with something to do."""
    for day in agenda.days:
        halves = day.halves
        if len(halves) > 1:
            first = halves[1][0].entries[0]
            if first.split.activity < first.split.talk:
                yield Diagnostic(
                    "DG411",
                    f"day {day.number}: block {first.block.id} follows lunch with more talk than activity",
                    first.block.at("minutes"),
                    "begin the afternoon with something to do",
                )
