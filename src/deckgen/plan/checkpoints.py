"""Checkpoints: where each sitting but the last of a day must end, and what is still to come to catch up with."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.base.units import Clock
from deckgen.plan.agenda import Day, Entry

ENOUGH = 10  # minutes that each half-day should still hold behind its first checkpoint


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The end of a sitting. `ahead` are blocks with elastic minutes, none of which has begun by then."""

    at: Clock
    half: int  # the half-day it lies in, from 1
    ahead: tuple[Entry, ...]

    @property
    def minutes(self) -> int:
        """Minutes that can still be given up."""
        return sum(entry.elastic for entry in self.ahead)


def checkpoints(day: Day) -> tuple[Checkpoint, ...]:
    """One for every sitting with a pause behind it: what is left of its half-day, at its end that of the next."""
    points = []
    for number, half in enumerate(day.halves, start=1):
        following = day.halves[number] if number < len(day.halves) else ()
        for at, sitting in enumerate(half, start=1):
            if sitting.pause is not None:
                later = half[at:] or following
                ahead = [entry for one in later for entry in one.entries if entry.elastic]
                points.append(Checkpoint(sitting.end, number, tuple(ahead)))
    return tuple(points)
