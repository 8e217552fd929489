"""The outline of a shape of a template as points of its slide, whatever preset, path, turn or flip it has.

Refuses nothing: of a preset that is not known here, or a path with formulas, there is no outline.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from deckgen.base.units import Frame

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
Points = tuple[tuple[float, float], ...]
_STEP = math.radians(15)  # of an arc
_BEZIER = 6  # pieces of a curve


def outline(element: Any, frame: Frame) -> tuple[Points, bool]:
    """The points of a shape that lies in `frame`, and whether they close; none of what cannot be told."""
    look = element.find(f"{P}spPr")
    preset = look.find(f"{A}prstGeom") if look is not None else None
    custom = look.find(f"{A}custGeom") if look is not None else None
    try:
        points, closed = _preset(preset, frame) if preset is not None else _path(custom, frame)
    except (ValueError, TypeError, ZeroDivisionError):  # numbers that are none
        return (), False
    place = look.find(f"{A}xfrm") if look is not None else None
    return (_turn(points, frame, place) if place is not None else tuple(points)), closed


def clip(points: Points, frame: Frame) -> Points:
    """What of an area lies in a rectangle (Sutherland and Hodgman)."""
    edges: tuple[tuple[int, float, int], ...] = (
        (0, frame.x, 1), (0, frame.x + frame.w, -1), (1, frame.y, 1), (1, frame.y + frame.h, -1),
    )  # fmt: skip
    for axis, limit, side in edges:
        inside: list[tuple[float, float]] = []
        for before, point in zip((*points[-1:], *points[:-1]), points, strict=True):
            ahead, behind = ((item[axis] - limit) * side for item in (point, before))
            if (ahead >= 0) != (behind >= 0):
                share = behind / (behind - ahead)
                inside.append((before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share))
            if ahead >= 0:
                inside.append(point)
        points = tuple(inside)
    return points


def _preset(preset: Any, frame: Frame) -> tuple[Sequence[tuple[float, float]], bool]:
    given = {item.get("name", ""): item.get("fmla", "") for item in preset.iterfind(f"{A}avLst/{A}gd")}
    adjust = {name: int(text.removeprefix("val ")) / 100_000 for name, text in given.items()}
    draw = _PRESETS.get(preset.get("prst", ""))
    points = draw(frame, adjust) if draw is not None else ()
    return tuple(points), preset.get("prst") not in ("line", "straightConnector1")


def _rectangle(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    return ((x, y), (x + w, y), (x + w, y + h), (x, y + h))


def _rounded(frame: Frame, adjust: Mapping[str, float]) -> Points:
    radius = min(frame.w, frame.h) * min(0.5, adjust.get("adj", 0.16667))
    return _corners(frame, radius, radius)


def _half_rounded(frame: Frame, adjust: Mapping[str, float]) -> Points:
    least = min(frame.w, frame.h)
    return _corners(frame, least * min(0.5, adjust.get("adj1", 0.16667)), least * min(0.5, adjust.get("adj2", 0.0)))


def _corners(frame: Frame, top: float, bottom: float) -> Points:
    x, y, w, h = frame
    centres = ((x + top, y + top, top, 180), (x + w - top, y + top, top, 270),
               (x + w - bottom, y + h - bottom, bottom, 0), (x + bottom, y + h - bottom, bottom, 90))  # fmt: skip
    return tuple(point for cx, cy, r, start in centres for point in _arc(cx, cy, r, r, start, 90))


def _ellipse(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    return tuple(_arc(x + w / 2, y + h / 2, w / 2, h / 2, 0, 360))[:-1]


def _teardrop(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    reach = adjust.get("adj", 1.0)
    tip = (x + w / 2 + w / 2 * reach, y + h / 2 - h / 2 * reach)
    return (tip, *_arc(x + w / 2, y + h / 2, w / 2, h / 2, 0, 270))


def _chevron(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    point = min(w, h) * adjust.get("adj", 0.5)
    return ((x, y), (x + w - point, y), (x + w, y + h / 2), (x + w - point, y + h), (x, y + h), (x + point, y + h / 2))


def _triangle(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    return ((x, y + h), (x + w * adjust.get("adj", 0.5), y), (x + w, y + h))


def _right_triangle(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    return ((x, y), (x + w, y + h), (x, y + h))


def _diamond(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    return ((x + w / 2, y), (x + w, y + h / 2), (x + w / 2, y + h), (x, y + h / 2))


def _parallelogram(frame: Frame, adjust: Mapping[str, float]) -> Points:
    x, y, w, h = frame
    lean = min(w, h) * adjust.get("adj", 0.25)
    return ((x + lean, y), (x + w, y), (x + w - lean, y + h), (x, y + h))


def _speech(frame: Frame, adjust: Mapping[str, float]) -> Points:
    """A rounded rectangle with a tail at its lower edge, where the tail points down, else none."""
    x, y, w, h = frame
    radius = min(w, h) * min(0.5, adjust.get("adj3", 0.16667))
    right, down = adjust.get("adj1", -0.20833), adjust.get("adj2", 0.625)
    box = _corners(frame, radius, radius)
    if down <= 0.5:
        return box
    near, far = (7 / 12, 10 / 12) if right > 0 else (2 / 12, 5 / 12)
    tail = ((x + w * far, y + h), (x + w / 2 + w * right, y + h / 2 + h * down), (x + w * near, y + h))
    middle = len(box) * 3 // 4  # after the corner at the lower right
    return (*box[:middle], *tail, *box[middle:])


def _line(frame: Frame, adjust: Mapping[str, float]) -> Points:
    return ((frame.x, frame.y), (frame.x + frame.w, frame.y + frame.h))


_PRESETS: Mapping[str, Callable[[Frame, Mapping[str, float]], Points]] = {
    "rect": _rectangle, "snip1Rect": _rectangle, "snip2SameRect": _rectangle, "roundRect": _rounded,
    "round1Rect": _rounded, "round2SameRect": _half_rounded, "round2DiagRect": _rounded, "ellipse": _ellipse,
    "teardrop": _teardrop, "chevron": _chevron, "triangle": _triangle, "rtTriangle": _right_triangle,
    "diamond": _diamond, "parallelogram": _parallelogram, "wedgeRoundRectCallout": _speech, "line": _line,
    "straightConnector1": _line,
}  # fmt: skip


def _arc(cx: float, cy: float, rx: float, ry: float, start: float, sweep: float) -> Iterator[tuple[float, float]]:
    """Points of an arc, both ends among them; degrees clockwise from the right."""
    count = max(1, math.ceil(abs(math.radians(sweep)) / _STEP))
    for step in range(count + 1):
        angle = math.radians(start + sweep * step / count)
        yield cx + rx * math.cos(angle), cy + ry * math.sin(angle)


def _path(custom: Any, frame: Frame) -> tuple[Sequence[tuple[float, float]], bool]:
    """The first path of a shape of its own; its coordinates are stretched over the frame."""
    path = custom.find(f"{A}pathLst/{A}path") if custom is not None else None
    if path is None:
        return (), False
    wide, high = float(path.get("w") or 0), float(path.get("h") or 0)
    points: list[tuple[float, float]] = []
    closed = False
    for command in path:
        name = command.tag.rpartition("}")[2]
        ends = [(float(item.get("x")), float(item.get("y"))) for item in command.iterfind(f"{A}pt")]
        if name == "moveTo" and points:
            break  # a second figure
        if name in ("moveTo", "lnTo"):
            points += ends
        elif name in ("cubicBezTo", "quadBezTo"):
            points += _bezier([points[-1], *ends])
        elif name == "arcTo":
            rx, ry = float(command.get("wR")), float(command.get("hR"))
            start, sweep = (float(command.get(key)) / 60_000 for key in ("stAng", "swAng"))
            x, y = points[-1]
            cx, cy = x - rx * math.cos(math.radians(start)), y - ry * math.sin(math.radians(start))
            points += list(_arc(cx, cy, rx, ry, start, sweep))[1:]
        closed = closed or name == "close"
    return [(frame.x + x / wide * frame.w, frame.y + y / high * frame.h) for x, y in points], closed


def _bezier(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points of a curve after its first one (de Casteljau)."""
    for step in range(1, _BEZIER + 1):
        share, row = step / _BEZIER, list(points)
        while len(row) > 1:
            row = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(row)]
        yield row[0]


def _turn(points: Sequence[tuple[float, float]], frame: Frame, place: Any) -> Points:
    """Points flipped and turned about the middle of the frame, as the shape is."""
    angle = math.radians(int(place.get("rot", "0")) / 60_000)
    flips = tuple(-1 if place.get(key) in ("1", "true") else 1 for key in ("flipH", "flipV"))
    cx, cy = frame.x + frame.w / 2, frame.y + frame.h / 2
    turned = []
    for x, y in points:
        dx, dy = (x - cx) * flips[0], (y - cy) * flips[1]
        turned.append(
            (cx + dx * math.cos(angle) - dy * math.sin(angle), cy + dx * math.sin(angle) + dy * math.cos(angle))
        )
    return tuple(turned)
