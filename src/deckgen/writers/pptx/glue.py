"""Where lines end at shapes, so that a connector follows what it connects when somebody moves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.tree import Shape

Point = tuple[float, float]

_NEAR = 2.5  # points between the end of a line and the place that it means
# Where each preset has its places, in shares of its width and height, in the order of their indices.
_SQUARE: tuple[Point, ...] = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
_ROUND: tuple[Point, ...] = (
    (0.5, 0.0), (0.1464, 0.1464), (0.0, 0.5), (0.1464, 0.8536),
    (0.5, 1.0), (0.8536, 0.8536), (1.0, 0.5), (0.8536, 0.1464),
)  # fmt: skip
_PLACES: dict[str, tuple[Point, ...]] = {
    "rect": _SQUARE, "round_rect": _SQUARE, "diamond": _SQUARE, "ellipse": _ROUND,
}  # fmt: skip


class Site(NamedTuple):
    """A place of the shape with this number at which lines may end."""

    number: int
    place: int
    at: Point


def sites_of(shape: Shape, number: int) -> Iterator[Site]:
    """The places of a shape; none where it is turned or is seen as text alone."""
    if shape.rotation or (shape.fill is None and shape.line is None):
        return
    x, y, w, h = shape.frame
    for index, (across, down) in enumerate(_PLACES.get(shape.geometry, ())):
        yield Site(number, index, (x + w * across, y + h * down))


def site_at(point: Point, sites: Iterable[Site]) -> Site | None:
    """The place nearest to the end of a line, if it is near."""
    x, y = point
    nearest, least = None, _NEAR
    for site in sites:
        across, down = abs(site.at[0] - x), abs(site.at[1] - y)
        apart = across if across > down else down
        if apart < least or (nearest is None and apart == least):
            nearest, least = site, apart
    return nearest
