"""Share of debrief in a delivery (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.limits import limit
from deckgen.model.course import Course
from deckgen.plan import Agenda

DEBRIEF = (0.18, 0.22)  # at least, at 6 and 12 hours


def check_debrief(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Whether there is time to draw lessons from what was done."""
    split, delivery = agenda.split, agenda.delivery
    least = limit(*DEBRIEF, split.total)
    if split.debrief < least * split.total:
        yield Diagnostic(
            "DG408",
            f"{delivery.id}: debrief takes {split.debrief / split.total:.0%}, at least {least:.0%} is meant",
            delivery.span,
            "scale activities down and talk about them more",
        )
