"""Items with options and a grid of sittings into the best choice of options, exact to the minute.

A dynamic programme over (items decided, minute reached): no option may cross a pause or the end of
a day, the last item ends on the last minute. Costs are compared level by level. Among equals the
first option wins, so the same input gives the same plan. None when no choice fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deckgen.plan.grid import Stretch

Costs = list[NDArray[np.int64]]  # one array a word, the heaviest first
Markers = frozenset[str]

_NEVER = 1 << 61
_WORD = 1 << 60


@dataclass(frozen=True, slots=True)
class Option:
    """One way to run an item, or with 0 minutes not to run it. `cost` has one number a level."""

    minutes: int
    form: int  # index of the form, -1 = does not run
    cost: tuple[int, ...]
    may_end_day: bool = True
    may_follow_lunch: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """A block to be placed, in teaching order."""

    id: str
    options: tuple[Option, ...]
    needs: tuple[str, ...] = ()
    same_sitting: str | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """The chosen option of every item, and in which sitting (index into the grid) it runs."""

    options: tuple[Option, ...]
    sittings: tuple[int, ...]
    cost: tuple[int, ...]


@dataclass(slots=True)
class _Cells:
    """The minutes of all sittings laid end to end, with a gap behind each that nothing may enter."""

    grid: Sequence[Stretch]
    gap: int
    minute: NDArray[np.int64] = field(init=False)  # -1 in gaps
    stretch: NDArray[np.int64] = field(init=False)
    gaps: NDArray[np.int64] = field(init=False)
    last_of_day: NDArray[np.int64] = field(init=False)
    after_lunch: NDArray[np.int64] = field(init=False)
    pause_from: NDArray[np.int64] = field(init=False)
    pause_to: NDArray[np.int64] = field(init=False)
    pause_cost: NDArray[np.int64] = field(init=False)

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
        self.gaps = np.flatnonzero(self.minute < 0)
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
        self.pause_from, self.pause_to, self.pause_cost = table[:, 0], table[:, 1], table[:, 2]

    @property
    def final(self) -> int:
        """The cell of the last minute."""
        return int(self.last_of_day[-1])


@dataclass(slots=True)
class _Step:
    """What led to each cell after one item: the source's markers and option, and whether a pause followed."""

    sources: list[Markers]
    chosen: dict[Markers, NDArray[np.int32]]
    paused: dict[Markers, NDArray[np.bool_]]


def allocate(items: Sequence[Item], grid: Sequence[Stretch]) -> Allocation | None:
    """The best choice by cost, level by level, then by how even the pauses are; None when nothing fits."""
    if not items or not grid:
        return None
    cells = _Cells(grid, max(option.minutes for item in items for option in item.options))
    weights, words = _pack(items, grid)
    state: dict[Markers, Costs] = {frozenset(): _unreached(len(cells.minute), words)}
    for word in state[frozenset()]:
        word[0] = 0
    ahead = _longest_ahead(items)
    total = grid[-1].end
    steps: list[_Step] = []
    for index, item in enumerate(items):
        useful = np.flatnonzero(cells.minute >= total - ahead[index + 1])
        state, step = _place(state, item, _Rules(items, index), cells, weights, int(useful[0]) if len(useful) else 0)
        if not state:
            return None
        _pause(state, step, cells, weights)
        steps.append(step)
    best = state.get(frozenset())
    if best is None or best[0][cells.final] >= _NEVER:
        return None
    return _trace_back(items, steps, cells)


def _pack(items: Sequence[Item], grid: Sequence[Stretch]) -> tuple[list[tuple[int, int]], int]:
    """Word and factor of every level, the balance of pauses last, so that a level outweighs all behind it."""
    levels = len(items[0].options[0].cost)
    bounds = [sum(max(option.cost[level] for option in item.options) for item in items) for level in range(levels)]
    bounds.append(sum(max(stretch.before, stretch.behind) for stretch in grid))
    groups: list[list[int]] = [[]]
    size = 1
    for level, bound in enumerate(bounds):
        if groups[-1] and size * (bound + 1) >= _WORD:
            groups.append([])
            size = 1
        groups[-1].append(level)
        size *= bound + 1
    weights: list[tuple[int, int]] = [(0, 0)] * len(bounds)
    for word, group in enumerate(groups):
        factor = 1
        for level in reversed(group):
            weights[level] = (word, factor)
            factor *= bounds[level] + 1
    return weights, len(groups)


def _weigh(cost: Sequence[int], weights: Sequence[tuple[int, int]], words: int) -> list[int]:
    made = [0] * words
    for value, (word, factor) in zip(cost, weights, strict=False):
        made[word] += value * factor
    return made


def _unreached(size: int, words: int) -> Costs:
    return [np.full(size, _NEVER, dtype=np.int64) for _ in range(words)]


def _longest_ahead(items: Sequence[Item]) -> list[int]:
    ahead = [0]
    for item in reversed(items):
        ahead.append(ahead[-1] + max(option.minutes for option in item.options))
    return ahead[::-1]


class _Rules:
    """What the decisions so far ask of an item, written as markers.

    ``-A``: A does not run, and somebody later needs it. ``+A``: A, still to come, must run.
    ``=A:B``: no pause until B, which shares A's sitting, has run. ``~A:B``: B will not run.
    """

    def __init__(self, items: Sequence[Item], index: int) -> None:
        self.item = items[index]
        place = {item.id: number for number, item in enumerate(items)}
        later = items[index + 1 :]
        self.is_needed = any(self.item.id in other.needs for other in later)
        self.shared_by = [f"{self.item.id}:{other.id}" for other in later if other.same_sitting == self.item.id]
        self.asks = [f"+{other}" for other in self.item.needs if place.get(other, -1) > index]
        self.pair = f"{self.item.same_sitting}:{self.item.id}"
        self.done = {f"+{self.item.id}", f"={self.pair}", f"~{self.pair}"}
        for other in self.item.needs:
            if not any(other in third.needs for third in later):
                self.done.add(f"-{other}")

    def follow(self, markers: Markers, runs: bool) -> list[Markers]:
        """The markers after the item has run or not; none when the markers forbid it."""
        item = self.item
        if runs and (any(f"-{other}" in markers for other in item.needs) or f"~{self.pair}" in markers):
            return []
        if not runs and (f"+{item.id}" in markers or f"={self.pair}" in markers):
            return []
        kept = markers - self.done
        if not runs:
            return [kept | {f"-{item.id}"}] if self.is_needed else [kept]
        ways = [kept | frozenset(self.asks)]
        for pair in self.shared_by:
            ways = [way | {mark + pair} for way in ways for mark in "=~"]
        return ways


def _place(
    state: dict[Markers, Costs], item: Item, rules: _Rules, cells: _Cells, weights: list[tuple[int, int]], useful: int
) -> tuple[dict[Markers, Costs], _Step]:
    """All ways to put one item behind all ways to put those before it."""
    size = len(cells.minute)
    words = len(next(iter(state.values())))
    sources = sorted(state, key=sorted)
    made: dict[Markers, Costs] = {}
    step = _Step(sources, {}, {})
    forbidden = np.flatnonzero(_days(cells) != item.day) if item.day is not None else None
    for number, markers in enumerate(sources):
        source = state[markers]
        reached = np.flatnonzero(source[0] < _NEVER)
        if not len(reached):
            continue
        first, last = int(reached[0]), int(reached[-1]) + 1
        barred: dict[bool, NDArray[np.int64]] = {}
        for choice, option in enumerate(item.options):
            runs = option.form >= 0
            start = max(first, useful - option.minutes)
            stop = min(last, size - option.minutes)
            if start >= stop:
                continue
            if runs and option.may_follow_lunch not in barred:
                barred[option.may_follow_lunch] = _bar(source[0], forbidden, cells, option.may_follow_lunch)
            head = barred[option.may_follow_lunch] if runs else source[0]
            cost = _weigh(option.cost, weights, words)
            found = [head[start:stop] + cost[0], *(source[w][start:stop] + cost[w] for w in range(1, words))]
            low, high = start + option.minutes, stop + option.minutes
            if runs and not option.may_end_day:
                ends = cells.last_of_day
                found[0][ends[(ends >= low) & (ends < high)] - low] = _NEVER
            for target in rules.follow(markers, runs):
                if target not in made:
                    made[target] = _unreached(size, words)
                    step.chosen[target] = np.full(size, -1, dtype=np.int32)
                goal = [word[low:high] for word in made[target]]
                better = _is_less(found, goal)
                for word in range(words):
                    np.copyto(goal[word], found[word], where=better)
                np.copyto(step.chosen[target][low:high], number << 16 | choice, where=better)
    for costs in made.values():
        costs[0][cells.gaps] = _NEVER
    return made, step


def _days(cells: _Cells) -> NDArray[np.int64]:
    return np.array([stretch.day for stretch in cells.grid])[cells.stretch]


def _bar(
    head: NDArray[np.int64], forbidden: NDArray[np.int64] | None, cells: _Cells, may_follow_lunch: bool
) -> NDArray[np.int64]:
    """The heaviest word without the cells from which the item may not start."""
    if forbidden is None and may_follow_lunch:
        return head
    made = head.copy()
    if forbidden is not None:
        made[forbidden] = _NEVER
    if not may_follow_lunch:
        made[cells.after_lunch] = _NEVER
    return made


def _is_less(found: Costs, goal: Costs) -> NDArray[np.bool_]:
    """Where the found costs are less, word by word."""
    less = found[-1] < goal[-1]
    for one, other in zip(found[-2::-1], goal[-2::-1], strict=True):
        less = (one < other) | ((one == other) & less)
    reached: NDArray[np.bool_] = less & (found[0] < _NEVER)
    return reached


def _pause(state: dict[Markers, Costs], step: _Step, cells: _Cells, weights: list[tuple[int, int]]) -> None:
    """Where a pause may follow, the next sitting begins at the same minute."""
    word, factor = weights[-1]
    for markers, costs in state.items():
        step.paused[markers] = np.zeros(len(cells.minute), dtype=np.bool_)
        if any(marker.startswith("=") for marker in markers):
            continue
        found = [array[cells.pause_from] for array in costs]
        found[word] = found[word] + cells.pause_cost * factor
        goal = [array[cells.pause_to] for array in costs]
        better = _is_less(found, goal) & (costs[0][cells.pause_from] < _NEVER)
        for array, values in zip(costs, found, strict=True):
            array[cells.pause_to[better]] = values[better]
        step.paused[markers][cells.pause_to[better]] = True


def _trace_back(items: Sequence[Item], steps: Sequence[_Step], cells: _Cells) -> Allocation:
    origin = {int(to): int(start) for start, to in zip(cells.pause_from, cells.pause_to, strict=True)}
    markers: Markers = frozenset()
    cell = cells.final
    options: list[Option] = []
    sittings: list[int] = []
    uneven = 0
    for item, step in zip(reversed(items), reversed(steps), strict=True):
        if step.paused[markers][cell]:
            cell = origin[cell]
            uneven += abs(int(cells.minute[cell]) - cells.grid[int(cells.stretch[cell])].end)
        code = int(step.chosen[markers][cell])
        option = item.options[code & 0xFFFF]
        sittings.append(int(cells.stretch[cell]))
        options.append(option)
        markers = step.sources[code >> 16]
        cell -= option.minutes
    options.reverse()
    levels = len(options[0].cost)
    cost = tuple(sum(option.cost[level] for option in options) for level in range(levels))
    return Allocation(tuple(options), tuple(reversed(sittings)), (*cost, uneven))
