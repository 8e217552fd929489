"""The table of the allocation: for every set of markers and every minute the least cost to get there, item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deckgen.plan.cells import Cells, Index
from deckgen.plan.conditions import Markers, Rules, forbids_pause
from deckgen.plan.costs import NEVER, Costs, Scale, is_less, unreached
from deckgen.plan.effort import Effort
from deckgen.plan.items import Allocation, Item, Option

State = dict[Markers, Costs]


@dataclass(slots=True)
class Step:
    """What led to each cell after one item: source and option, and whether a pause followed."""

    sources: list[Markers]
    chosen: dict[Markers, Index] = field(default_factory=dict)  # index of the source times options, plus the option
    paused: dict[Markers, NDArray[np.bool_]] = field(default_factory=dict)


class _Way:
    """An option with all that is asked of it again and again."""

    __slots__ = ("choice", "cost", "minutes", "no_end", "no_start", "runs")

    def __init__(self, choice: int, option: Option, scale: Scale, cells: Cells, item: Item) -> None:
        self.choice, self.minutes, self.runs = choice, option.minutes, option.runs
        self.cost = scale.weigh(option.cost)
        self.no_start, self.no_end = cells.barred(item, option)


class Table:
    """The forward table of a problem."""

    def __init__(self, items: Sequence[Item], cells: Cells, scale: Scale, effort: Effort) -> None:
        self.items, self.cells, self.scale, self.effort = items, cells, scale, effort
        self.steps: list[Step] = []
        self.state: State = {frozenset(): unreached(cells.size, scale.words)}
        for word in self.state[frozenset()]:
            word[0] = 0
        total = cells.grid[-1].end
        ahead = 0
        self._useful = [0] * (len(items) + 1)  # after so many items, the first cell from which the end can be reached
        for index in range(len(items), 0, -1):
            self._useful[index] = int(np.argmax(cells.minute >= total - ahead))
            ahead += max(option.minutes for option in items[index - 1].options)

    def advance(self) -> None:
        """All ways to decide the next item, behind all ways to decide those before it, and a pause where one may be."""
        index = len(self.steps)
        item, rules = self.items[index], Rules(self.items, index)
        ways = [_Way(choice, option, self.scale, self.cells, item) for choice, option in enumerate(item.options)]
        step = Step(sorted(self.state, key=sorted))
        after: State = {}
        for number, markers in enumerate(step.sources):
            targets = {runs: rules.follow(markers, runs=runs) for runs in (True, False)}
            self._place(ways, targets, self.state[markers], number * len(ways), step, after, self._useful[index + 1])
        for costs in after.values():
            costs[0][self.cells.gaps] = NEVER
        self.state = after
        self._pause(step)
        self.steps.append(step)

    def _place(
        self, ways: Sequence[_Way], targets: Mapping[bool, list[Markers]], source: Costs, code: int, step: Step,
        after: State, useful: int,
    ) -> None:  # fmt: skip
        """All options of one item behind one set of markers; `code` is the number of its first option."""
        reached = np.flatnonzero(source[0] < NEVER)
        if not len(reached):
            return
        first, last = int(reached[0]), int(reached[-1]) + 1
        for way in ways:
            start, stop = max(first, useful - way.minutes), min(last, self.cells.size - way.minutes)
            if start >= stop or not targets[way.runs]:
                continue
            costs = [word[start:stop] + extra for word, extra in zip(source, way.cost, strict=True)]
            low = start + way.minutes
            _bar(costs, way.no_start, start)
            _bar(costs, way.no_end, low)
            self.effort.spend(stop - start)
            for target in targets[way.runs]:
                if target not in after:
                    after[target] = unreached(self.cells.size, self.scale.words)
                    step.chosen[target] = np.full(self.cells.size, -1, dtype=np.int64)
                _keep_less(costs, after[target], step.chosen[target], low, code + way.choice)

    def _pause(self, step: Step) -> None:
        """Where a pause may follow, the next sitting begins at the same minute."""
        cells = self.cells
        word, factor = self.scale.places[-1]
        for markers, costs in self.state.items():
            step.paused[markers] = np.zeros(cells.size, dtype=np.bool_)
            if forbids_pause(markers):
                continue
            before = [array[cells.pause_from] for array in costs]
            before[word] = before[word] + cells.pause_off * factor * self.scale.unit
            better = is_less(before, [array[cells.pause_to] for array in costs])
            better &= costs[0][cells.pause_from] < NEVER
            for array, values in zip(costs, before, strict=True):
                array[cells.pause_to[better]] = values[better]
            step.paused[markers][cells.pause_to[better]] = True

    def best(self) -> Allocation | None:
        """The choice that ends on the last minute at the least cost, once every item is decided."""
        costs = self.state.get(frozenset())
        if costs is None or costs[0][self.cells.final] >= NEVER:
            return None
        return self._trace_back()

    def _trace_back(self) -> Allocation:
        cells = self.cells
        origin = {int(to): int(start) for start, to in zip(cells.pause_from, cells.pause_to, strict=True)}
        markers: Markers = frozenset()
        cell, off = cells.final, 0
        options, sittings = [], []
        for item, step in zip(reversed(self.items), reversed(self.steps), strict=True):
            if step.paused[markers][cell]:
                cell = origin[cell]
                off += abs(int(cells.minute[cell]) - cells.grid[int(cells.stretch[cell])].end)
            number, choice = divmod(int(step.chosen[markers][cell]), len(item.options))
            option = item.options[choice]
            sittings.append(int(cells.stretch[cell]))
            options.append(option)
            markers = step.sources[number]
            cell -= option.minutes
        levels = range(len(options[0].cost))
        cost = (*(sum(option.cost[level] for option in options) for level in levels), off)
        return Allocation(tuple(reversed(options)), tuple(reversed(sittings)), cost)


def _bar(costs: Costs, barred: Index, offset: int) -> None:
    """Take away the cells that are barred; the first cost is that of the cell `offset`."""
    if len(barred):
        inside = barred[(barred >= offset) & (barred < offset + len(costs[0]))]
        costs[0][inside - offset] = NEVER


def _keep_less(costs: Costs, goal: Costs, chosen: Index, low: int, code: int) -> None:
    """Where the costs are less than what is known from cell `low` on, they and their origin replace it."""
    high = low + len(costs[0])
    known = [word[low:high] for word in goal]
    better = is_less(costs, known)
    for word, values in zip(known, costs, strict=True):
        np.copyto(word, values, where=better)
    np.copyto(chosen[low:high], code, where=better)
