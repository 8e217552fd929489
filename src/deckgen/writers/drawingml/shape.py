"""Primitive shapes into what DrawingML says of a shape: its place, geometry, fill and line.

Both formats put this into the properties of a shape of their own. Refuses nothing: every geometry of the tree has its
preset.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from deckgen.base.markup import Markup, Numbers, Template, join
from deckgen.base.units import Frame
from deckgen.tree import Path, Shape, TextBox
from deckgen.writers.drawingml.curves import Point, curves
from deckgen.writers.drawingml.dress import NO_LINE, Dress
from deckgen.writers.drawingml.lengths import EMU_PER_POINT, edges, emu, share

PRESETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "rect": ("rect", ()),
    "round_rect": ("roundRect", ("adj",)),
    "ellipse": ("ellipse", ()),
    "chevron": ("chevron", ("adj",)),
    "home_plate": ("homePlate", ("adj",)),
    "triangle": ("triangle", ("adj",)),
    "trapezoid": ("trapezoid", ("adj",)),
    "right_arrow": ("rightArrow", ("adj1", "adj2")),
    "diamond": ("diamond", ()),
    "hexagon": ("hexagon", ("adj", "vf")),
    "callout": ("wedgeRoundRectCallout", ("adj1", "adj2", "adj3")),
}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_TURN = 60_000  # units of a degree
NONE = Markup("")

_PLACE = Template('<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>')
_GROUP = Template(
    '<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'
    '<a:chOff x="{inner_x}" y="{inner_y}"/><a:chExt cx="{cx}" cy="{cy}"/></a:xfrm>'
)
_ROTATED = Template(' rot="{angle}"')
_FLIPS = {
    (False, False): NONE,
    (True, False): Markup(' flipH="1"'),
    (False, True): Markup(' flipV="1"'),
    (True, True): Markup(' flipH="1" flipV="1"'),
}
_SHAPE = Template('<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>{geometry}{fill}{line}')
_PRESET = Template('<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>')
_GUIDE = Template('<a:gd name="{name}" fmla="val {value}"/>')
_STRAIGHT = Markup('<a:prstGeom prst="line"><a:avLst/></a:prstGeom>')
RECTANGLE = Markup('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
FREE = Template(
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    '<a:pathLst><a:path w="{w}" h="{h}"{unfilled}>{steps}</a:path></a:pathLst></a:custGeom>'
)
UNFILLED = Markup(' fill="none"')
MOVE = Numbers('<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>')
LINE_TO = Numbers('<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>')
CURVE_TO = Numbers(
    '<a:cubicBezTo><a:pt x="{x1}" y="{y1}"/><a:pt x="{x2}" y="{y2}"/><a:pt x="{x}" y="{y}"/></a:cubicBezTo>'
)
CLOSE = Markup("<a:close/>")
_LINE = Template('<a:ln w="{width}" cap="{cap}">{fill}{dash}<a:round/>{head}</a:ln>')
_DASH, _HEAD = Markup('<a:prstDash val="dash"/>'), Markup('<a:tailEnd type="triangle" w="med" len="med"/>')
_BODY = Template('lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" anchor="{anchor}"')


def write_place(frame: Frame) -> Markup:
    """The ``a:xfrm`` of a frame."""
    return _PLACE(*edges(frame))


def write_group_place(inner: Frame, at: tuple[float, float]) -> Markup:
    """The ``a:xfrm`` of a group that stands at a point; its shapes are in the coordinates of `inner`."""
    x, y, cx, cy = edges(inner)
    return _GROUP(emu(at[0]), emu(at[1]), cx, cy, x, y)


def write_shape(shape: Shape, dress: Dress) -> Markup:
    """Place, preset with its adjusts, fill and line of a shape."""
    turned = _ROTATED(round(shape.rotation * _TURN) % (360 * _TURN)) if shape.rotation else NONE
    line = write_line(shape.line, shape.line_width, dress)
    return _SHAPE(
        turned, *edges(shape.frame), _write_preset(shape.geometry, shape.adjust), dress.fill(shape.fill), line
    )


def write_path(path: Path, dress: Dress, *, flips: bool = True) -> Markup:
    """Place, course, fill and line of a path; without `flips` a line that runs left or up is drawn freely."""
    line = write_line(path.line, path.line_width, dress, path.dash, path.arrow)
    if is_straight(path, flips=flips):
        (x1, y1), (x2, y2) = path.points
        frame = Frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        return _SHAPE(_FLIPS[x2 < x1, y2 < y1], *edges(frame), _STRAIGHT, NONE, line)
    steps, frame = _trace(path)
    unfilled = NONE if path.fill else UNFILLED
    free = FREE(max(1, emu(frame.w)), max(1, emu(frame.h)), unfilled, steps)
    return _SHAPE(NONE, *edges(frame), free, dress.fill(path.fill), line)


def is_straight(path: Path, *, flips: bool = True) -> bool:
    """A line from one point to another: a connector, whose ends Office keeps apart from its box."""
    if len(path.points) != 2 or path.fill is not None:
        return False
    (x1, y1), (x2, y2) = path.points
    return flips or (x1 <= x2 and y1 <= y2)


@lru_cache(maxsize=1024)
def _write_preset(geometry: str, adjust: tuple[float, ...]) -> Markup:
    preset, names = PRESETS[geometry]
    return _PRESET(preset, join(_GUIDE(name, share(value)) for name, value in zip(names, adjust, strict=False)))


def write_line(role: str | None, width: float, dress: Dress, dash: bool = False, arrow: bool = False) -> Markup:
    """The line of a shape or path, `width` in points, or none."""
    if role is None:
        return NO_LINE
    key = ("line", role, width, dash, arrow)
    known = dress.written.get(key)
    if known is None:
        cap = "flat" if dash else "rnd"
        line = _LINE(emu(width), cap, dress.fill(role), _DASH if dash else NONE, _HEAD if arrow else NONE)
        known = dress.written[key] = line
    return known


def write_body_attributes(box: TextBox) -> Markup:
    """Insets and anchor of the text of a shape, attributes of its ``bodyPr``."""
    return _write_body_attributes(box.insets, box.anchor)


@lru_cache(maxsize=256)
def _write_body_attributes(insets: tuple[float, ...], anchor: str) -> Markup:
    return _BODY(*(emu(inset) for inset in insets), _ANCHORS[anchor])


def _trace(path: Path) -> tuple[Markup, Frame]:
    """The steps of a free form and the frame they are counted in."""
    bends = curves(path.points, path.closed) if path.smooth and len(path.points) > 2 else []
    every = [*path.points, *(point for outline in path.more for point in outline)]
    every += [*(point for bend in bends for point in bend)]
    across, down = zip(*every, strict=True)
    left, top, right, bottom = min(across), min(down), max(across), max(down)

    def at(points: Sequence[Point]) -> list[tuple[int, ...]]:
        return [(round((x - left) * EMU_PER_POINT), round((y - top) * EMU_PER_POINT)) for x, y in points]

    steps = [MOVE(at(path.points[:1]))]
    if bends:
        steps.append(CURVE_TO(tuple(chain.from_iterable(at(bend))) for bend in bends))
    else:
        steps.append(LINE_TO(at(path.points[1:])))
    if path.closed:
        steps.append(CLOSE)
    for outline in path.more:
        steps += [MOVE(at(outline[:1])), LINE_TO(at(outline[1:])), CLOSE]
    return join(steps), Frame(left, top, right - left, bottom - top)
