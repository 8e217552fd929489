"""What stands behind the placeholders of a layout: the ground of a place, and shapes that text must not touch.

Colours are read through the colour map of the master. A picture or a gradient is a ground that nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from deckgen.base.units import Frame
from deckgen.theme.office.outline import A, P, Points, outline

__all__ = ["UNKNOWN", "A", "P", "Shape", "Stage", "overlap", "read_stage", "resolve"]

UNKNOWN = "?"
_EMU = 12700
_SHAPES = ("sp", "pic", "cxnSp", "graphicFrame", "grpSp", "AlternateContent")
_BACKDROP = 0.45  # share of the slide from which a shape is a ground rather than something in the way


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape that is no placeholder: its place and fill (empty: none, `UNKNOWN`: picture or the like).

    `points` are its outline where it can be told, `line` and `width` the colour and the points of its stroke.
    """

    frame: Frame
    fill: str
    points: Points = ()
    closed: bool = True
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Stage:
    """A layout without its placeholders; frames in points."""

    width: float
    height: float
    ground: str
    shapes: tuple[Shape, ...]

    def ground_of(self, frame: Frame) -> str:
        """The colour behind most of a place, `UNKNOWN` if it cannot be told."""
        colour = self.ground
        for shape in self.shapes:
            if shape.fill and overlap(shape.frame, frame) >= 0.5 * frame.w * frame.h:
                colour = shape.fill
        return colour

    def obstacles(self) -> Iterator[Frame]:
        """Places of shapes that are no grounds."""
        for shape in self.shapes:
            if shape.frame.w * shape.frame.h < _BACKDROP * self.width * self.height:
                yield shape.frame


def overlap(one: Frame, other: Frame) -> float:
    """The area that two places share."""
    w = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    h = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return max(0.0, w) * max(0.0, h)


def read_stage(layout: Any, master: Any, colours: Mapping[str, str], size: tuple[float, float]) -> Stage:
    """What is behind the placeholders of a layout, from its element and that of its master."""
    usual = colours.get("bg1") or colours.get("lt1", "FFFFFF")
    ground = _ground(layout, colours) or _ground(master, colours) or usual
    roots = [layout] if layout.get("showMasterSp") in ("0", "false") else [master, layout]
    whole = Frame(0, 0, *size)
    shapes = []
    for root in roots:
        for shape in _shapes(root.find(f"{P}cSld/{P}spTree"), (1.0, 1.0, 0.0, 0.0), colours):
            if overlap(shape.frame, whole) > 0 or shape.frame.w * shape.frame.h == 0:
                shapes.append(shape)
    return Stage(*size, ground, tuple(shapes))


def resolve(fill: Any, colours: Mapping[str, str]) -> str:
    """RRGGBB of a ``solidFill`` or of another parent of one colour; `UNKNOWN` where it is none of the simple ones."""
    for item in fill if fill is not None else ():
        name = item.tag.rpartition("}")[2]
        value = {"srgbClr": item.get("val", ""), "sysClr": item.get("lastClr", "")}.get(name, "")
        if name == "schemeClr":
            slot = item.get("val", "")
            value = colours.get(slot) or colours.get(_PLAIN.get(slot, slot), "")
        if len(value) == 6:
            return _change(value.upper(), item)
    return UNKNOWN


_PLAIN = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def _change(colour: str, item: Any) -> str:
    from deckgen.theme.colours import tint

    values = {child.tag.rpartition("}")[2]: int(child.get("val", "0") or 0) / 1000 for child in item}
    if "lumMod" in values or "lumOff" in values:
        steps = (round(values.get(name, usual)) for name, usual in (("lumMod", 100), ("lumOff", 0), ("satMod", 100)))
        return tint(colour, *steps)
    if values.get("alpha", 100) < 50:
        return ""
    return UNKNOWN if values.keys() - {"alpha"} else colour


def _ground(root: Any, colours: Mapping[str, str]) -> str:
    holder = root.find(f"{P}cSld/{P}bg")
    if holder is None:
        return ""
    reference = holder.find(f"{P}bgRef")
    if reference is not None:
        # 1001 is the plain one of the theme's grounds; the others are gradients and pictures
        return resolve(reference, colours) if reference.get("idx") == "1001" else UNKNOWN
    solid = holder.find(f"{P}bgPr/{A}solidFill")
    return resolve(solid, colours) if solid is not None else UNKNOWN


def _shapes(parent: Any, move: tuple[float, float, float, float], colours: Mapping[str, str]) -> Iterator[Shape]:
    for element in parent if parent is not None else ():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name not in _SHAPES or element.find(f".//{P}nvPr/{P}ph") is not None:
            continue
        if name == "AlternateContent":
            fallback = element[-1] if len(element) else None
            yield from _shapes(fallback, move, colours)
            continue
        place = element.find(f"{P}grpSpPr/{A}xfrm" if name == "grpSp" else f"{P}spPr/{A}xfrm")
        if place is None:
            place = element.find(f"{P}xfrm")
        if place is None or place.find(f"{A}off") is None:
            continue
        x, y, w, h = _box(place, "off", "ext")
        sx, sy, dx, dy = move
        frame = Frame(x * sx + dx, y * sy + dy, w * sx, h * sy)
        if name == "grpSp":
            cx, cy, cw, ch = _box(place, "chOff", "chExt") if place.find(f"{A}chOff") is not None else (x, y, w, h)
            gx, gy = (frame.w / cw if cw else 1.0), (frame.h / ch if ch else 1.0)
            yield from _shapes(element, (gx, gy, frame.x - cx * gx, frame.y - cy * gy), colours)
            continue
        fill = _fill(element, name, colours)
        if fill or _is_seen(element):
            points, closed = outline(element, frame)
            yield Shape(frame, fill, points, closed, *_stroke(element, colours))


def _box(place: Any, corner: str, size: str) -> tuple[float, float, float, float]:
    off, ext = place.find(f"{A}{corner}"), place.find(f"{A}{size}")
    values = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
    x, y, w, h = (int(value or 0) / _EMU for value in values)
    return x, y, w, h


def _fill(element: Any, name: str, colours: Mapping[str, str]) -> str:
    look = element.find(f"{P}spPr")
    if name in ("pic", "graphicFrame"):
        return UNKNOWN
    for child in look if look is not None else ():
        kind = child.tag.rpartition("}")[2]
        if kind == "solidFill":
            return resolve(child, colours)
        if kind == "noFill":
            return ""
        if kind.endswith("Fill"):
            return UNKNOWN
    style = element.find(f"{P}style/{A}fillRef")
    return resolve(style, colours) if style is not None and style.get("idx") not in ("0", None) else ""


def _stroke(element: Any, colours: Mapping[str, str]) -> tuple[str, float]:
    """Colour and width of the line round a shape; none where it is not of one known colour."""
    line = element.find(f"{P}spPr/{A}ln")
    solid = line.find(f"{A}solidFill") if line is not None else None
    colour = resolve(solid, colours) if solid is not None else ""
    return ("", 0.0) if colour in ("", UNKNOWN) else (colour, int(line.get("w") or _EMU) / _EMU)


def _is_seen(element: Any) -> bool:
    """True of a shape without a fill that still shows something: a line or words."""
    words = "".join(element.itertext(f"{A}t")).strip()
    line = element.find(f"{P}spPr/{A}ln")
    drawn = line is not None and line.find(f"{A}noFill") is None
    style = element.find(f"{P}style/{A}lnRef")
    return bool(words) or drawn or (line is None and style is not None and style.get("idx") != "0")
