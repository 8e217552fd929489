"""Short ways through a day: what is left out when the room is behind at its start or at a pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.base.units import Clock
from deckgen.plan.agenda import Agenda, Day, Entry
from deckgen.plan.cuts import skippable

BEHIND = 20  # minutes: what a room that is behind is usually behind, so that a short way makes up for it


@dataclass(frozen=True, slots=True)
class ShortWay:
    """What is left out from `start` on, after sitting `after` of a day (0 = from its beginning)."""

    day: int
    after: int
    start: Clock
    dropped: tuple[Entry, ...]
    elastic: int  # minutes that the blocks before the next long pause give up besides

    @property
    def saved(self) -> int:
        """Minutes that the blocks left out take, without their elastic ones."""
        return sum(entry.split.total - entry.elastic for entry in self.dropped)


def short_ways(agenda: Agenda) -> tuple[ShortWay, ...]:
    """One for the beginning of every day and for each of its pauses, where elastic minutes alone are not enough.

    What is left out is of the half-day, of the next one where nothing of it is left; in the order in which the guide
    has it, and no more than is needed.
    """
    ways = []
    for day in agenda.days:
        for after, start, ahead in _stretches(day):
            elastic = sum(entry.elastic for entry in ahead)
            dropped: list[Entry] = []
            saved = elastic
            for entry in skippable(ahead, day):
                if saved >= BEHIND:
                    break
                dropped.append(entry)
                saved += entry.split.total - entry.elastic
            if dropped:
                in_order = tuple(entry for entry in ahead if entry in dropped)
                ways.append(ShortWay(day.number, after, start, in_order, elastic))
    return tuple(ways)


def _stretches(day: Day) -> list[tuple[int, Clock, Sequence[Entry]]]:
    """The beginning and the pauses of a day: the sitting before, the time, and the blocks to look at."""
    stretches: list[tuple[int, Clock, Sequence[Entry]]] = []
    for number, half in enumerate(day.halves):
        following = day.halves[number + 1] if number + 1 < len(day.halves) else ()
        if number == 0:
            stretches.append((0, day.start, [entry for sitting in half for entry in sitting.entries]))
        for at, sitting in enumerate(half, start=1):
            if sitting.pause is not None:
                ahead = half[at:] or following
                stretches.append((sitting.number, sitting.pause.end, [entry for one in ahead for entry in one.entries]))
    return stretches
