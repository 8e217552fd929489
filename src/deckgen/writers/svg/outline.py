"""Geometries and paths into the course of an SVG path, in points; presets are those of DrawingML.

Refuses nothing: every geometry of the tree has its outline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.base.units import Frame
from deckgen.tree import Path, Shape
from deckgen.writers.drawingml.curves import Point, curves

_ADJUSTS = {  # what DrawingML takes where a shape says nothing
    "round_rect": (0.16667,), "chevron": (0.5,), "home_plate": (0.5,), "triangle": (0.5,), "trapezoid": (0.25,),
    "right_arrow": (0.5, 0.5), "hexagon": (0.25,), "callout": (-0.20833, 0.625, 0.16667),
}  # fmt: skip


def trace_shape(shape: Shape) -> str:
    """The outline of a shape, not turned."""
    usual = _ADJUSTS.get(shape.geometry, ())
    return _TRACES[shape.geometry](shape.frame, (*shape.adjust, *usual[len(shape.adjust) :]))


def trace_path(path: Path) -> str:
    """The course of a path with all its outlines."""
    bends = curves(path.points, path.closed) if path.smooth and len(path.points) > 2 else []
    parts = [f"M{_at(path.points[0])}"]
    if bends:
        parts += [f"C{_at(one)} {_at(two)} {_at(end)}" for one, two, end in bends]
    else:
        parts += [f"L{_at(point)}" for point in path.points[1:]]
    parts += ["Z"] if path.closed else []
    return "".join([*parts, *(_polygon(outline) for outline in path.more)])


def number(value: float) -> str:
    """A length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _at(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _polygon(points: Sequence[Point]) -> str:
    first, *others = points
    return f"M{_at(first)}{''.join(f'L{_at(point)}' for point in others)}Z"


def _rect(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    return _polygon(((x, y), (x + w, y), (x + w, y + h), (x, y + h)))


def _round_rect(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    r = min(w, h) * min(max(adjust[0], 0.0), 0.5)
    arc = f"A{number(r)},{number(r)} 0 0 1 "
    corners = (((x + w - r, y), (x + w, y + r)), ((x + w, y + h - r), (x + w - r, y + h)),
               ((x + r, y + h), (x, y + h - r)), ((x, y + r), (x + r, y)))  # fmt: skip
    return f"M{_at((x + r, y))}" + "".join(f"L{_at(one)}{arc}{_at(other)}" for one, other in corners) + "Z"


def _ellipse(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    arc = f"A{number(w / 2)},{number(h / 2)} 0 0 1 "
    return f"M{_at((x, y + h / 2))}{arc}{_at((x + w, y + h / 2))}{arc}{_at((x, y + h / 2))}Z"


def _chevron(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    tip = min(min(w, h) * adjust[0], w)
    points = ((x, y), (x + w - tip, y), (x + w, y + h / 2), (x + w - tip, y + h), (x, y + h), (x + tip, y + h / 2))
    return _polygon(points)


def _home_plate(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    tip = min(min(w, h) * adjust[0], w)
    return _polygon(((x, y), (x + w - tip, y), (x + w, y + h / 2), (x + w - tip, y + h), (x, y + h)))


def _triangle(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    return _polygon(((x + w * adjust[0], y), (x + w, y + h), (x, y + h)))


def _trapezoid(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    slope = min(min(w, h) * adjust[0], w / 2)
    return _polygon(((x + slope, y), (x + w - slope, y), (x + w, y + h), (x, y + h)))


def _right_arrow(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    thin, tip = h * (1 - adjust[0]) / 2, min(min(w, h) * adjust[1], w)
    neck = x + w - tip
    return _polygon(((x, y + thin), (neck, y + thin), (neck, y), (x + w, y + h / 2), (neck, y + h),
                     (neck, y + h - thin), (x, y + h - thin)))  # fmt: skip


def _diamond(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    return _polygon(((x + w / 2, y), (x + w, y + h / 2), (x + w / 2, y + h), (x, y + h / 2)))


def _hexagon(frame: Frame, adjust: Sequence[float]) -> str:
    x, y, w, h = frame
    side = min(min(w, h) * adjust[0], w / 2)
    return _polygon(((x, y + h / 2), (x + side, y), (x + w - side, y), (x + w, y + h / 2), (x + w - side, y + h),
                     (x + side, y + h)))  # fmt: skip


def _callout(frame: Frame, adjust: Sequence[float]) -> str:
    """A rounded box, and a tail from its nearer long side to the point that the adjusts name."""
    x, y, w, h = frame
    tip = (x + w / 2 + w * adjust[0], y + h / 2 + h * adjust[1])
    left = x + w * (0.16667 if adjust[0] < 0 else 0.58333)
    edge = y + h if adjust[1] > 0 else y
    ends = ((left, edge), (left + w * 0.25, edge))
    return _round_rect(frame, adjust[2:]) + _polygon((*(ends if adjust[1] < 0 else ends[::-1]), tip))


_TRACES: dict[str, Callable[[Frame, Sequence[float]], str]] = {
    "rect": _rect,
    "round_rect": _round_rect,
    "ellipse": _ellipse,
    "chevron": _chevron,
    "home_plate": _home_plate,
    "triangle": _triangle,
    "trapezoid": _trapezoid,
    "right_arrow": _right_arrow,
    "diamond": _diamond,
    "hexagon": _hexagon,
    "callout": _callout,
}
