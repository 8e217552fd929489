"""What is left behind the first checkpoint of a half-day: as information, where it is less than ten minutes."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.checkpoints import ENOUGH, checkpoints

MINUTES_EACH = 18  # of a half-day, for one that should be left


def check_reserve(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Half-days that can give back little once their first sitting is over."""
    if agenda.delivery.breaks == "inclusive" or course.is_draft:
        return
    for day in agenda.days:
        points = checkpoints(day)
        for number, half in enumerate(day.halves, start=1):
            inner = [point for point in points if point.half == number and point.at < half[-1].start]
            wanted = min(ENOUGH, sum(sitting.minutes for sitting in half) // MINUTES_EACH)
            if inner and inner[0].minutes < wanted:
                where = f"{agenda.delivery.id}, day {day.number}, half {number}"
                left = f"{inner[0].minutes} elastic minutes are left behind the checkpoint at {inner[0].at}"
                yield Diagnostic(
                    "DG428",
                    f"{where}: {left}, {wanted} are meant",
                    agenda.delivery.span,
                    "move `elastic:` minutes to blocks behind the break, never to a core skill",
                )
