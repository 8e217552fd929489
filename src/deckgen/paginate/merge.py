"""Shapes of a small drawing into few: areas of one colour that do not touch are one area. Refuses nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from deckgen.base.units import Frame
from deckgen.tree import Path, Primitive, Shape

Point = tuple[float, float]
Outline = tuple[Point, ...]
_ROUND = 12  # corners of what was round
_Edges = tuple[float, float, float, float]  # left, top, right and bottom


@dataclass(slots=True)
class _Area:
    """Outlines in one dress, or a shape that stays as it is, where nothing is joined to it."""

    look: tuple[object, ...] | None
    bounds: list[_Edges]
    outlines: list[Outline] = field(default_factory=list)
    shape: Primitive | None = None
    around: _Edges = (0.0, 0.0, 0.0, 0.0)  # all bounds

    def __post_init__(self) -> None:
        self.around = self.bounds[0]

    def join(self, part: _Area) -> None:
        """Take a part in."""
        self.bounds += part.bounds
        self.outlines += part.outlines
        (left, top, right, bottom), (x, y, to_x, to_y) = self.around, part.around
        self.around = (min(left, x), min(top, y), max(right, to_x), max(bottom, to_y))


def merge_shapes(shapes: Iterable[Primitive]) -> tuple[Primitive, ...]:
    """The shapes with all areas of one dress in one path, in an order that covers what it covered before."""
    areas: list[_Area] = []
    for shape in shapes:
        for part in _parts(shape):
            _add(areas, part)
    return tuple(_written(area) for area in areas)


def _add(areas: list[_Area], part: _Area) -> None:
    """Join a part to the last area in its dress that nothing drawn since then lies on, where the two do not touch."""
    if part.look is not None:
        for area in reversed(areas):
            touches = _touch(area.around, part.around) and any(_touch(one, part.around) for one in area.bounds)
            if not touches and area.look == part.look:
                area.join(part)
                return
            if touches:
                break
    areas.append(part)


def _written(area: _Area) -> Primitive:
    if area.shape is not None and len(area.outlines) <= 1:
        return area.shape
    assert area.look is not None
    fill, line, width = area.look
    first, *more = area.outlines
    return Path(first, True, fill=fill, line=line, line_width=width, part="areas", more=tuple(more))  # type: ignore[arg-type]


def _parts(shape: Primitive) -> Iterator[_Area]:
    """A shape as an area in its dress, and its words for themselves; a line of two points is a thin area."""
    if isinstance(shape, Shape):
        if shape.text is not None and (shape.fill or shape.line):
            yield from _parts(replace(shape, text=None))
            shape = replace(shape, fill=None, line=None)
        bounds = _edges(_turned(shape))
        outline = _outline(shape)
        if shape.text is not None or outline is None:
            yield _Area(None, [bounds], shape=shape)
            return
        width = shape.line_width if shape.line else 0.0
        yield _Area((shape.fill, shape.line, width), [bounds], [outline], shape)
    elif isinstance(shape, Path):
        yield _of_path(shape)
    else:
        yield _Area(None, [_edges(shape.frame)], shape=shape)


def _of_path(path: Path) -> _Area:
    bounds = _edges(Frame.around(path.points))
    plain = not (path.smooth or path.dash or path.arrow or path.more)
    if plain and path.closed:
        width = path.line_width if path.line else 0.0
        return _Area((path.fill, path.line, width), [bounds], [path.points], path)
    if plain and len(path.points) == 2 and path.line is not None:
        thin = _thin(path.points[0], path.points[1], path.line_width)
        return _Area((path.line, None, 0.0), [_edges(Frame.around(thin))], [thin], path)
    return _Area(None, [bounds], shape=path)


def _thin(start: Point, end: Point, width: float) -> Outline:
    """A line as an area of its width."""
    (x, y), (to_x, to_y) = start, end
    length = math.hypot(to_x - x, to_y - y) or 1.0
    across, down = -(to_y - y) / length * width / 2, (to_x - x) / length * width / 2
    ends = ((x, y, 1), (to_x, to_y, 1), (to_x, to_y, -1), (x, y, -1))
    corners = ((left + across * side, top + down * side) for left, top, side in ends)
    return tuple((round(left, 2), round(top, 2)) for left, top in corners)


def _outline(shape: Shape) -> Outline | None:
    """The corners of a shape that has some, or is round; None of one that is turned or has a form of its own."""
    x, y, w, h = shape.frame.x, shape.frame.y, shape.frame.w, shape.frame.h
    if shape.rotation:
        return None
    if shape.geometry in ("rect", "round_rect"):
        return ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    if shape.geometry == "ellipse":
        angles = (2 * math.pi * corner / _ROUND for corner in range(_ROUND))
        return tuple(
            (round(x + w / 2 * (1 + math.cos(angle)), 2), round(y + h / 2 * (1 + math.sin(angle)), 2))
            for angle in angles
        )
    return None


def _turned(shape: Shape) -> Frame:
    """Where a shape is; one that is turned is somewhere in a square around its middle."""
    frame = shape.frame
    if not shape.rotation:
        return frame
    side = math.hypot(frame.w, frame.h)
    return Frame(frame.x + (frame.w - side) / 2, frame.y + (frame.h - side) / 2, side, side)


def _edges(frame: Frame) -> _Edges:
    return frame.x, frame.y, frame.x + frame.w, frame.y + frame.h


def _touch(one: _Edges, other: _Edges) -> bool:
    """Whether two places share more than an edge."""
    left, top, right, bottom = one
    x, y, to_x, to_y = other
    wide = (right if right < to_x else to_x) - (left if left > x else x)
    high = (bottom if bottom < to_y else to_y) - (top if top > y else y)
    return wide > 0.01 and high > 0.01
