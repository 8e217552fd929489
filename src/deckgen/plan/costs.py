"""Costs of many levels in 64-bit words: a level outweighs all behind it, and no sum overflows.

Levels are packed into as few words as their largest possible sums allow; words are compared one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deckgen.plan.grid import Stretch
from deckgen.plan.items import Item

Costs = list[NDArray[np.int64]]  # one array a word, the heaviest first; NEVER in the first: not reached
Words = tuple[int, ...]  # one cost

NEVER = 1 << 61
_WORD = 1 << 59
_MOST = 1 << 34  # of one level of one option; what costs more costs as much, so that sums stay below NEVER


@dataclass(frozen=True, slots=True)
class Scale:
    """Word, factor and radix of every level, the balance of pauses last; `unit` is what a cost of 1 counts."""

    places: tuple[tuple[int, int], ...]
    radixes: tuple[int, ...]
    words: int
    unit: int

    def weigh(self, cost: Sequence[int]) -> Words:
        """A cost in units, packed; levels that are not given count 0."""
        return self.weigh_parts([min(value, _MOST) * self.unit for value in cost])

    def weigh_parts(self, parts: Sequence[int]) -> Words:
        """As `weigh`, but `parts` are already in parts of a unit."""
        packed = [0] * self.words
        for value, (word, factor) in zip(parts, self.places, strict=False):
            packed[word] += value * factor
        return tuple(packed)

    def round_up(self, bound: Words) -> Words:
        """The least cost in whole units that is not below a bound, packed."""
        return self.weigh(self.least_cost(bound))

    def least_cost(self, bound: Words) -> tuple[int, ...]:
        """As `round_up`, level by level in units: at the first level that is between two units the next one."""
        cost = []
        for value in self._levels(bound):
            cost.append(-(-value // self.unit))
            if value % self.unit:
                break
        return (*cost, *([0] * (len(self.places) - len(cost))))

    def _levels(self, packed: Words) -> list[int]:
        """Parts of every level; a quarter of a radix is kept for values below zero."""
        left = list(packed)
        parts = []
        for (word, _), radix in zip(reversed(self.places), reversed(self.radixes), strict=True):
            part = left[word] % radix
            part -= radix if part > 3 * (radix // 4) else 0
            left[word] = (left[word] - part) // radix
            parts.append(part)
        return parts[::-1]


def scale_for(items: Sequence[Item], grid: Sequence[Stretch], unit: int = 1, room: int = 1) -> Scale:
    """The packing that holds the cost of any choice, in parts of `unit`, and `room` times as much."""
    levels = len(items[0].options[0].cost)
    largest = [
        sum(max(min(option.cost[level], _MOST) for option in item.options) for item in items) for level in range(levels)
    ]
    largest.append(sum(max(stretch.before, stretch.behind) for stretch in grid))
    radixes = [unit * room * bound + 1 for bound in largest]
    places: list[tuple[int, int]] = []
    word, factor = 0, 1
    for radix in reversed(radixes):  # from the lightest level up, so that each word is filled from below
        if factor > 1 and factor * radix >= _WORD:
            word, factor = word + 1, 1
        places.append((word, factor))
        factor *= radix
    return Scale(tuple((word - place, own) for place, own in reversed(places)), tuple(radixes), word + 1, unit)


def unreached(size: int, words: int) -> Costs:
    """Costs of cells that nothing leads to."""
    return [np.full(size, NEVER, dtype=np.int64) for _ in range(words)]


def is_less(costs: Costs, others: Costs) -> NDArray[np.bool_]:
    """Where costs are reached and less than the others, word by word."""
    less = costs[-1] < others[-1]
    for one, other in zip(costs[-2::-1], others[-2::-1], strict=True):
        less = (one < other) | ((one == other) & less)
    reached: NDArray[np.bool_] = less & (costs[0] < NEVER)
    return reached


def least(costs: Costs) -> Words | None:
    """The least cost of all cells; None when none is reached."""
    cells = np.flatnonzero(costs[0] < NEVER)
    for word in costs:
        if not len(cells):
            return None
        values = word[cells]
        cells = cells[values == values.min()]
    return tuple(int(word[cells[0]]) for word in costs)
