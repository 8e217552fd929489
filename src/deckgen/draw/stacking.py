"""What lies over what in a drawing whose shapes are gathered in items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import ceil, hypot

from deckgen.base.units import Frame
from deckgen.draw.settle import frame_around
from deckgen.tree import Path, Primitive

Point = tuple[float, float]
Key = tuple[int | str, ...]
"""What an item is known by: its kind, and its number or numbers."""

_STEP = 8.0  # points between the places of a line that are looked at


def stack(shapes: Sequence[Primitive], items: Mapping[Key, Sequence[int]]) -> list[Key | int]:
    """Items, and the places of the shapes that are in none, from below: of two that overlap the upper one stays above.

    Shapes in no item come as low as they may. Where items lie over each other in a circle, the first drawn is lowest.
    """
    owner: dict[int, Key | int] = {at: key for key, places in items.items() for at in places}
    first: dict[Key | int, int] = {}
    for at in range(len(shapes)):
        first.setdefault(owner.get(at, at), at)
    below: dict[Key | int, set[Key | int]] = {part: set() for part in first}
    for lower, upper in combinations(range(len(shapes)), 2):
        one, other = owner.get(lower, lower), owner.get(upper, upper)
        if one != other and other not in below[one] and _overlap(shapes[lower], shapes[upper]):
            below[other].add(one)
    rising = sorted(first, key=lambda part: (part in items, first[part]))
    stacked: list[Key | int] = []
    while rising:
        free = (part for part in rising if not below[part].intersection(rising))
        lowest = next(free, None)
        stacked.append(min(rising, key=first.__getitem__) if lowest is None else lowest)
        rising.remove(stacked[-1])
    return stacked


def _overlap(one: Primitive, other: Primitive) -> bool:
    """Whether two shapes have a place in common, nearly."""
    if isinstance(one, Path) and not one.closed:
        one, other = other, one
    place = frame_around((one,))
    if isinstance(other, Path) and not other.closed:
        return any(_in(point, place) for point in _along(other))
    return shared_area(place, frame_around((other,))) > 0.0


def shared_area(one: Frame, other: Frame) -> float:
    """The area that two frames share."""
    wide = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    high = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)


def _along(path: Path) -> Iterator[Point]:
    """Places on a line, close to each other."""
    yield path.points[0]
    for (x, y), (to_x, to_y) in pairwise(path.points):
        count = max(1, ceil(hypot(to_x - x, to_y - y) / _STEP))
        yield from ((x + (to_x - x) * n / count, y + (to_y - y) * n / count) for n in range(1, count + 1))


def _in(point: Point, place: Frame) -> bool:
    x, y = point
    return place.x <= x <= place.x + place.w and place.y <= y <= place.y + place.h
