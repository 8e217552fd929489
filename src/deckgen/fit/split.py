"""Heights of things that follow one another into pages of even fill.

Refuses nothing: a thing that no page holds gives None, for the caller to report.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from deckgen.base.roles import TYPE_SCALE

_SLACK = 1e-6
_ORPHAN = 1e9  # a page with a single thing, where others have more
_TORN = 1e8  # a page that ends with what introduces the next


def split_evenly(
    heights: Sequence[float], capacity: float, tied: Sequence[bool] = ()
) -> tuple[tuple[int, int], ...] | None:
    """The fewest pages of `capacity` points, filled evenly: (first, end) of each; None if one is too tall.

    A thing that is `tied` belongs to the one after it. A single thing stands alone on a page only
    when no division into as few pages avoids it.
    """
    count = len(heights)
    if any(height > capacity + _SLACK for height in heights):
        return None
    pages = _fewest(heights, capacity)
    if pages <= 1:
        return ((0, count),)
    # costs[end] after k pages, with where the last page began
    costs: list[tuple[float, tuple[int, ...]] | None] = [(0.0, (0,))] + [None] * count
    for _ in range(pages):
        after: list[tuple[float, tuple[int, ...]] | None] = [None] * (count + 1)
        for start in range(count):
            before = costs[start]
            if before is None:
                continue
            filled = 0.0
            for end in range(start + 1, count + 1):
                filled += heights[end - 1]
                if filled > capacity + _SLACK:
                    break
                cost = before[0] + (capacity - filled) ** 2
                cost += _ORPHAN * (end - start == 1)
                cost += _TORN * (end < count and end - 1 < len(tied) and tied[end - 1])
                best = after[end]
                if best is None or cost < best[0] - _SLACK:
                    after[end] = (cost, (*before[1], end))
        costs = after
    cheapest = costs[count]
    assert cheapest is not None  # the greedy division is one of those tried
    cuts = cheapest[1]
    return tuple(itertools.pairwise(cuts))


def _fewest(heights: Sequence[float], capacity: float) -> int:
    pages, filled = 1, 0.0
    for height in heights:
        if filled + height > capacity + _SLACK:
            pages, filled = pages + 1, 0.0
        filled += height
    return pages


def steps(size: float, floor: float) -> tuple[float, ...]:
    """Font sizes to try, in points: `size`, then those of the scale of types below it, down to the floor."""
    between = (step for step in TYPE_SCALE[::-1] if floor < step < size)
    return (size, *between, *((floor,) if floor < size else ()))
