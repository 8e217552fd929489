"""Slides an hour (check D12)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.frames import frame_times
from deckgen.tree import Deck

PER_HOUR = (7, 13)
_UNCOUNTED = ("close", "interval")


def check_slide_count(course: Course, agenda: Agenda, deck: Deck) -> Iterator[Diagnostic]:
    """Seven to thirteen slides a contact hour; those that nobody speaks to do not count."""
    hours = agenda.split.total / 60
    low, high = round(PER_HOUR[0] * hours), round(PER_HOUR[1] * hours)
    silent = {key for key, time in frame_times(course, agenda).items() if not time.minutes}
    count = sum(not slide.hidden and slide.kind not in _UNCOUNTED and slide.id not in silent for slide in deck.slides)
    if hours >= 3 and not low <= count <= high:
        yield Diagnostic(
            "DG416",
            f"{agenda.delivery.id}: {count} slides for {hours:g} hours, {low} to {high} are usual",
            agenda.delivery.span,
            "leave slides out, or split crowded ones",
        )
