"""Items with options and a grid of sittings into the best choice of options, exact to the minute.

A dynamic programme over (items decided, minute reached, conditions still open): no option may cross a pause or the end
of a day, the last item ends on the last minute. Costs are compared level by level. Among equals the first option wins,
so the same input gives the same plan.

Every condition that is open at once may double the table. When it grows beyond what a plan may cost, only the branches
with the least bounds are followed: the choice keeps all conditions, and is still proven best if no branch that was left
could have been better. If one could, the answer names the items whose conditions were not weighed to the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from deckgen.plan.bounds import ROOM, UNIT, Bounds
from deckgen.plan.cells import Cells
from deckgen.plan.conditions import Markers, keeps_conditions, tighten
from deckgen.plan.costs import NEVER, Costs, Scale, Words, is_less, least, scale_for
from deckgen.plan.effort import Effort
from deckgen.plan.grid import Stretch
from deckgen.plan.items import Allocation, Item
from deckgen.plan.table import State, Table

BRANCHES = 16  # sets of markers that are all followed
FOLLOWED = (4, 16, 64, 256, 1024)  # when there are more, so many, as long as the best choice is not proven


@dataclass(frozen=True, slots=True)
class Answer:
    """The best choice, or None when nothing fits.

    `unweighed` are the items whose conditions were not weighed to the end: a better choice, or one at all, cannot be
    excluded; it would cost at least `bound`.
    """

    allocation: Allocation | None
    unweighed: tuple[str, ...] = ()
    bound: tuple[int, ...] = ()


def allocate(items: Sequence[Item], grid: Sequence[Stretch], effort: Effort | None = None) -> Answer:
    """The best choice by cost, level by level, then by how even the pauses are."""
    items = tighten(items)
    if not items or not grid or not _can_fill(items, grid[-1].end):
        return Answer(None)
    effort = effort or Effort()
    allowed = effort.left // 2
    cells = Cells(grid, max(option.minutes for item in items for option in item.options))
    table = Table(items, cells, scale_for(items, grid), effort)
    while len(table.steps) < len(items):
        table.advance()
        if not table.state:
            return Answer(None)
        if len(table.state) > BRANCHES:
            return _search(items, cells, allowed, effort)
    return Answer(table.best())


def _can_fill(items: Sequence[Item], minutes: int) -> bool:
    """Whether the items have options at all, and their minutes can come to so many."""
    if not all(item.options for item in items):
        return False
    shortest, longest = (sum(of(option.minutes for option in item.options) for item in items) for of in (min, max))
    return shortest <= minutes <= longest


def _ignoring_conditions(items: Sequence[Item], cells: Cells, effort: Effort) -> Allocation | None:
    """The best choice if no condition counted: when it keeps all of them it is the best there is."""
    loose = [replace(item, needs=(), same_sitting=None) for item in items]
    table = Table(loose, cells, scale_for(loose, cells.grid), effort)
    for _ in loose:
        table.advance()
    return table.best()


def _search(items: Sequence[Item], cells: Cells, allowed: int, effort: Effort) -> Answer:
    """Along few branches, then more, until the choice is proven best or more would cost more than is allowed."""
    left = effort.left
    free = _ignoring_conditions(items, cells, effort)
    if free is None or keeps_conditions(items, free):
        return Answer(free)
    spent = left - effort.left  # by a single branch
    scale = scale_for(items, cells.grid, UNIT, ROOM)
    bounds = Bounds(items, cells, scale, effort)
    answer = Answer(None)
    for followed in FOLLOWED:
        left = effort.left
        if followed > FOLLOWED[0] and spent > allowed:
            break
        limit = scale.weigh(answer.allocation.cost) if answer.allocation else None
        walk = _Walk(items, cells, scale, bounds, followed, limit)
        better = walk.run(effort)
        answer = Answer(better or answer.allocation, walk.unweighed, walk.bound)
        if not answer.unweighed:
            break
        spent = 4 * (left - effort.left)
    return answer


@dataclass(slots=True)
class _Walk:
    """A walk through the table along the branches with the least bounds."""

    items: Sequence[Item]
    cells: Cells
    scale: Scale
    bounds: Bounds
    followed: int
    limit: Words | None  # only what costs less is wanted
    left_out: list[tuple[Words, int]] = field(default_factory=list)  # bound of a branch, and items decided by then
    _below: Costs = field(default_factory=list)  # the limit for every cell

    def run(self, effort: Effort) -> Allocation | None:
        """The best choice along the branches followed; None when there is none below the limit."""
        table = Table(self.items, self.cells, self.scale, effort)
        self._below = [np.full(self.cells.size, word, dtype=np.int64) for word in self.limit or ()]
        while len(table.steps) < len(self.items) and table.state:
            table.advance()
            table.state = self._narrow(table.state, len(table.steps))
        best = table.best() if table.state else None
        reached = self.limit if best is None else self.scale.weigh(best.cost)
        self.left_out = [branch for branch in self.left_out if reached is None or branch[0] < reached]
        return best

    def _narrow(self, state: State, decided: int) -> State:
        """The branches with the least bounds; what cannot stay below the limit goes without being missed."""
        ranked: list[tuple[Words, list[str], Markers]] = []
        for markers, costs in state.items():
            total = self.bounds.total(markers, costs, decided)
            if self.limit is not None:
                costs[0][~is_less(total, self._below)] = NEVER
                total[0][costs[0] >= NEVER] = NEVER
            bound = least(total)
            if bound is not None and (self.limit is None or self.scale.round_up(bound) < self.limit):
                ranked.append((bound, sorted(markers), markers))
        ranked.sort(key=lambda branch: branch[:2])
        self.left_out += [(self.scale.round_up(bound), decided) for bound, _, _ in ranked[self.followed :]]
        return {markers: state[markers] for _, _, markers in ranked[: self.followed]}

    @property
    def bound(self) -> tuple[int, ...]:
        """What the cheapest branch left out would cost at least; empty when none was."""
        return self.scale.least_cost(min(bound for bound, _ in self.left_out)) if self.left_out else ()

    @property
    def unweighed(self) -> tuple[str, ...]:
        """The items with a condition that was open where a branch was left out."""
        place = {item.id: index for index, item in enumerate(self.items)}
        cuts = {decided for _, decided in self.left_out}
        return tuple(
            item.id
            for index, item in enumerate(self.items)
            for ends in [[place[other] for other in (*item.needs, item.same_sitting) if other in place]]
            if any(min(index, *ends) < cut <= max(index, *ends) for cut in cuts if ends)
        )
