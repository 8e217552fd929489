"""The minutes of all sittings laid end to end, with a gap behind each that nothing may enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deckgen.plan.grid import Stretch
from deckgen.plan.items import Item, Option

Index = NDArray[np.int64]
_NOWHERE: Index = np.empty(0, dtype=np.int64)


@dataclass(slots=True)
class Cells:
    """Positions in time, one cell a minute that a sitting may reach; where two sittings overlap each has its own."""

    grid: Sequence[Stretch]
    gap: int  # cells behind each sitting, as many as the longest option has minutes
    minute: Index = field(init=False)  # of each cell, -1 in gaps
    stretch: Index = field(init=False)  # index of the sitting
    day: Index = field(init=False)
    gaps: Index = field(init=False)
    last_of_day: Index = field(init=False)
    after_lunch: Index = field(init=False)
    pause_from: Index = field(init=False)
    pause_to: Index = field(init=False)
    pause_off: Index = field(init=False)  # minutes off the even place of the pause

    def __post_init__(self) -> None:
        minutes: list[int] = []
        owner: list[int] = []
        at: list[dict[int, int]] = []
        for index, stretch in enumerate(self.grid):
            low = stretch.start - (self.grid[index - 1].before if index else 0)
            cells = range(low, stretch.end + stretch.behind + 1)
            at.append({minute: len(minutes) + offset for offset, minute in enumerate(cells)})
            minutes += [*cells, *([-1] * self.gap)]
            owner += [index] * (len(cells) + self.gap)
        self.minute, self.stretch = np.array(minutes), np.array(owner)
        self.day = np.array([stretch.day for stretch in self.grid])[self.stretch]
        self.gaps = np.flatnonzero(self.minute < 0)
        self._find_edges(at)

    def _find_edges(self, at: Sequence[dict[int, int]]) -> None:
        """Ends of days, and where pauses lead from and to."""
        ends, lunch, moves = [], [], []
        for index, stretch in enumerate(self.grid):
            if not stretch.pause:
                ends.append(at[index][stretch.end])
            if index + 1 == len(self.grid):
                break
            for minute in range(stretch.end - stretch.before, stretch.end + stretch.behind + 1):
                moves.append((at[index][minute], at[index + 1][minute], abs(minute - stretch.end)))
                if self.grid[index + 1].after_lunch:
                    lunch.append(at[index + 1][minute])
        self.last_of_day, self.after_lunch = np.array(ends), np.array(lunch, dtype=np.int64)
        table = np.array(moves, dtype=np.int64).reshape(-1, 3)
        self.pause_from, self.pause_to, self.pause_off = table[:, 0], table[:, 1], table[:, 2]

    @property
    def size(self) -> int:
        """Number of cells."""
        return len(self.minute)

    @property
    def final(self) -> int:
        """The cell of the last minute."""
        return int(self.last_of_day[-1])

    def barred(self, item: Item, option: Option) -> tuple[Index, Index]:
        """Cells from which the option may not start, and on which it may not end."""
        if not option.runs:
            return _NOWHERE, _NOWHERE
        starts = [_NOWHERE if option.may_follow_lunch else self.after_lunch]
        if item.day is not None:
            starts.append(np.flatnonzero(self.day != item.day))
        return np.concatenate(starts), _NOWHERE if option.may_end_day else self.last_of_day
