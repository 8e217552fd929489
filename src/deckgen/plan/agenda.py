"""The agenda of a delivery: what runs, when, how long, and why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from deckgen.base.units import Clock, Split
from deckgen.model.blocks import Block
from deckgen.model.course import Delivery

PauseKind = Literal["break", "lunch"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A block at its time. `split` is what it really gets; `slides` and `steps` are its minutes in turn.

    `slides` has one split for each slide that the block's author wrote; `steps` maps a sheet id to the minutes of its
    steps.
    """

    block: Block
    module: str
    day: int  # from 1
    sitting: int  # within the day, from 1
    start: Clock
    split: Split
    slides: tuple[Split, ...]
    steps: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    opening: int = 0  # minutes of what is shown before its slides, and of the recap behind them
    recap: int = 0

    @property
    def end(self) -> Clock:
        """When the block is over."""
        return self.start.later(self.split.total)

    @property
    def elastic(self) -> int:
        """Minutes that may still be given up: those of the block without the ones spent already."""
        spent = planned.total - self.split.total if (planned := self.block.split) else 0
        return max(0, self.block.elastic - max(0, spent))

    def slide_starts(self) -> tuple[Clock, ...]:
        """When each slide of the block begins."""
        clock = self.start.later(self.opening)
        starts = []
        for split in self.slides:
            starts.append(clock)
            clock = clock.later(split.total)
        return tuple(starts)


@dataclass(frozen=True, slots=True)
class Pause:
    """A break or lunch after a sitting."""

    kind: PauseKind
    start: Clock
    end: Clock

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return self.end.minutes - self.start.minutes


@dataclass(frozen=True, slots=True)
class Sitting:
    """The stretch between two pauses."""

    day: int
    number: int
    entries: tuple[Entry, ...]
    pause: Pause | None = None  # what follows

    @property
    def start(self) -> Clock:
        """When the sitting begins."""
        return self.entries[0].start

    @property
    def end(self) -> Clock:
        """When the sitting is over."""
        return self.entries[-1].end

    @property
    def minutes(self) -> int:
        """Contact minutes of the sitting."""
        return sum(entry.split.total for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a delivery."""

    number: int
    sittings: tuple[Sitting, ...]
    on: date | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All blocks of the day in order."""
        return tuple(entry for sitting in self.sittings for entry in sitting.entries)

    @property
    def start(self) -> Clock:
        """When the day begins."""
        return self.sittings[0].start

    @property
    def end(self) -> Clock:
        """When the day is over."""
        return self.sittings[-1].end

    @property
    def minutes(self) -> int:
        """Contact minutes of the day."""
        return sum(sitting.minutes for sitting in self.sittings)

    @property
    def halves(self) -> tuple[tuple[Sitting, ...], ...]:
        """The sittings before and after lunch; one half when there is no lunch."""
        for index, sitting in enumerate(self.sittings, start=1):
            if sitting.pause is not None and sitting.pause.kind == "lunch":
                return (self.sittings[:index], self.sittings[index:])
        return (self.sittings,)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a block is not what a longer delivery has: one sentence in the course's language."""

    block: str
    kind: Literal["dropped", "prework", "lighter", "shortened"]
    text: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole plan of one delivery of a course. A declared delivery has reasons where minutes were given back."""

    delivery: Delivery
    days: tuple[Day, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All blocks in order."""
        return tuple(entry for day in self.days for entry in day.entries)

    @property
    def split(self) -> Split:
        """All contact minutes by talk, activity and debrief."""
        return sum((entry.split for entry in self.entries), Split())

    def of_module(self, module: str) -> tuple[Entry, ...]:
        """The blocks of one module."""
        return tuple(entry for entry in self.entries if entry.module == module)

    def entry(self, block: str) -> Entry | None:
        """The entry of a block, if it runs."""
        return next((entry for entry in self.entries if entry.block.id == block), None)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)
