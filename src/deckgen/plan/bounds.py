"""Lower bounds: what the rest of a plan costs at least, from every minute on, if no condition is looked at.

A block that is cheap to drop but needed by dear ones would make such a bound weak. So the price of dropping a needer
is shared with what it needs, until both cost as much a minute as the group they form: whoever needs a dropped block
is dropped as well, so the shared price is due in any case.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from deckgen.plan.cells import Cells
from deckgen.plan.conditions import Markers
from deckgen.plan.costs import NEVER, Costs, Scale, Words, is_less, unreached
from deckgen.plan.effort import Effort
from deckgen.plan.items import Item

UNIT = 12  # parts of a cost that can be shared
ROOM = 4  # times the largest cost that sums of shared prices may reach, up or down
_ROUNDS = 8  # in which prices are shared along chains of needs

Parts = tuple[int, ...]


class Bounds:
    """The least cost to the end from every cell, after every number of decided items."""

    def __init__(self, items: Sequence[Item], cells: Cells, scale: Scale, effort: Effort) -> None:
        self._cells, self._scale = cells, scale
        prices, shares = share_prices(items)
        place = {item.id: index for index, item in enumerate(items)}
        self._due: dict[str, list[tuple[int, Words]]] = {}  # by marker: until when, and how much
        for (need, needer), parts in shares.items():
            self._due.setdefault(f"-{need}", []).append((place[needer], scale.weigh_parts(parts)))
        rest = unreached(cells.size, scale.words)
        for word in rest:
            word[cells.final] = 0
        self._rest = [rest]
        for item in reversed(items):
            price = prices.get(item.id)
            rest = self._before(item, price and scale.weigh_parts(price), self._after_pause(rest), effort)
            self._rest.append(rest)
        self._rest.reverse()

    def _after_pause(self, rest: Costs) -> Costs:
        """The rest before a pause that may or may not come."""
        cells, scale = self._cells, self._scale
        word, factor = scale.places[-1]
        before = [array.copy() for array in rest]
        taken = [array[cells.pause_to] for array in rest]
        taken[word] = taken[word] + cells.pause_off * factor * scale.unit
        better = is_less(taken, [array[cells.pause_from] for array in rest])
        for array, values in zip(before, taken, strict=True):
            array[cells.pause_from[better]] = values[better]
        before[0][cells.gaps] = NEVER
        return before

    def _before(self, item: Item, price: Words | None, rest: Costs, effort: Effort) -> Costs:
        """The rest before the item is decided; `price` is that of dropping it."""
        cells = self._cells
        before = unreached(cells.size, self._scale.words)
        for option in item.options:
            stop = cells.size - option.minutes
            extra = self._scale.weigh(option.cost) if option.runs or price is None else price
            costs = [word[option.minutes :] + add for word, add in zip(rest, extra, strict=True)]
            starts, ends = cells.barred(item, option)
            costs[0][starts[starts < stop]] = NEVER
            costs[0][ends[ends >= option.minutes] - option.minutes] = NEVER
            effort.spend(stop)
            known = [word[:stop] for word in before]
            better = is_less(costs, known)
            for word, values in zip(known, costs, strict=True):
                np.copyto(word, values, where=better)
        return before

    def total(self, markers: Markers, costs: Costs, decided: int) -> Costs:
        """What a plan costs at least that goes through each cell, with these markers and costs so far."""
        due = [words for marker in markers for until, words in self._due.get(marker, ()) if until >= decided]
        extra = [sum(words) for words in zip(*due, strict=True)] or [0] * self._scale.words
        return [so_far + rest + more for so_far, rest, more in zip(costs, self._rest[decided], extra, strict=True)]


def share_prices(items: Sequence[Item]) -> tuple[dict[str, Parts], dict[tuple[str, str], Parts]]:
    """The price of dropping each item after sharing, and what each (need, needer) took over; in parts of a unit.

    Shares only go from a needer to a need that comes before it, and only where the need is the cheaper one a minute.
    """
    place = {item.id: index for index, item in enumerate(items)}
    prices, minutes = {}, {}
    for item in items:
        drop = next((option for option in item.options if not option.runs), None)
        runs = [option for option in item.options if option.runs]
        if drop is not None and runs:
            prices[item.id] = tuple(UNIT * value for value in drop.cost)
            minutes[item.id] = min(runs, key=lambda option: option.cost).minutes
    edges = [
        (need, item.id)
        for item in items
        for need in item.needs
        if need in prices and item.id in prices and place[need] < place[item.id]
    ]
    shared: dict[tuple[str, str], Parts] = {}
    for _ in range(_ROUNDS):
        for need, needer in edges:
            weights = minutes[need], minutes[needer]
            both = [one + other for one, other in zip(prices[need], prices[needer], strict=True)]
            even = tuple(value * weights[0] // sum(weights) for value in both)
            if even > prices[need]:
                before = shared.get((need, needer), (0,) * len(even))
                moved = [one - other for one, other in zip(even, prices[need], strict=True)]
                shared[need, needer] = tuple(one + other for one, other in zip(before, moved, strict=True))
                prices[need] = even
                prices[needer] = tuple(value - one for value, one in zip(both, even, strict=True))
    return prices, shared
