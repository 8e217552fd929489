"""A Drawing into one group of native shapes: presets with their adjusts, lines, free forms.

Refuses nothing: every geometry of the tree has its preset.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.units import Frame
from deckgen.theme.slide_text import list_indent
from deckgen.tree import Drawing, Label, Path, Shape, TextBox
from deckgen.writers.pptx.markup import Dress, emu, escape, extent
from deckgen.writers.pptx.text import MARKER_COLOUR, MARKER_FONT, TextContext, write_paragraph, write_runs

_PRESETS: dict[str, tuple[str, tuple[str, ...]]] = {
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
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}


def write_drawing(drawing: Drawing, name: str, ids: Iterator[int], context: TextContext) -> str:
    """The group of a drawing, in the coordinates of its slide, with its alternative text."""
    place = extent(drawing.frame)
    inner = place.removeprefix("<a:xfrm>").removesuffix("</a:xfrm>")
    child = inner.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    number = next(ids)
    shapes = "".join(
        _write_shape(item, next(ids), context)
        if isinstance(item, Shape)
        else _write_path(item, next(ids), context.dress)
        for item in drawing.shapes
    )
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="{escape(name)}" descr="{escape(drawing.alt)}"/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{inner}{child}</a:xfrm></p:grpSpPr>"
        f"{shapes}</p:grpSp>"
    )


def _write_shape(shape: Shape, number: int, context: TextContext) -> str:
    dress = context.dress
    preset, names = _PRESETS[shape.geometry]
    adjusts = "".join(
        f'<a:gd name="{name}" fmla="val {round(value * 100000)}"/>'
        for name, value in zip(names, shape.adjust, strict=False)
    )
    rotation = f' rot="{round(shape.rotation * 60000) % 21_600_000}"' if shape.rotation else ""
    text = _write_text(shape.text, context) if shape.text else _no_text(dress)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(shape.part or preset)}"/><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{extent(shape.frame, attributes=rotation)}"
        f'<a:prstGeom prst="{preset}"><a:avLst>{adjusts}</a:avLst></a:prstGeom>'
        f"{dress.fill(shape.fill)}{_line(shape.line, shape.line_width, dress)}</p:spPr>{text}</p:sp>"
    )


def _no_text(dress: Dress) -> str:
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr {dress.lang}/></a:p></p:txBody>"


def _write_text(box: TextBox, context: TextContext) -> str:
    left, top, right, bottom = (emu(inset) for inset in box.insets)
    paragraphs = "".join(_write_label(label, box, context) for label in box.labels)
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'anchor="{_ANCHOR[box.anchor]}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs or write_paragraph('', '', context)}</p:txBody>"
    )


def _write_label(label: Label, box: TextBox, context: TextContext) -> str:
    attributes = f'algn="{_ALIGN[box.align]}"'
    bullet = ""
    if label.bullet:
        hang = emu(list_indent(label.size))
        attributes = f'marL="{hang}" indent="-{hang}" {attributes}'
        colour = context.dress.colour(MARKER_COLOUR)
        bullet = f'<a:buClr>{colour}</a:buClr>{MARKER_FONT}<a:buChar char="•"/>'
    properties = f"<a:pPr {attributes}>{bullet}</a:pPr>" if bullet else f"<a:pPr {attributes}/>"
    runs = write_runs(label.runs, context, label.size, label.colour, label.strong)
    return write_paragraph(properties, runs, context, label.size)


def _line(role: str | None, width: float, dress: Dress, dash: bool = False, arrow: bool = False) -> str:
    if role is None:
        return "<a:ln><a:noFill/></a:ln>"
    return (
        f'<a:ln w="{emu(width)}" cap="{"flat" if dash else "rnd"}">{dress.fill(role)}'
        + ('<a:prstDash val="dash"/>' if dash else "")
        + "<a:round/>"
        + ('<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else "")
        + "</a:ln>"
    )


def _write_path(path: Path, number: int, dress: Dress) -> str:
    line = _line(path.line, path.line_width, dress, path.dash, path.arrow)
    if len(path.points) == 2 and path.fill is None:
        return _write_straight(path, number, line)
    name = escape(path.part or "path")
    steps, frame = _trace(path)
    fill = dress.fill(path.fill)
    unfilled = ' fill="none"' if path.fill is None else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{extent(frame)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{max(1, emu(frame.w))}" '
        f'h="{max(1, emu(frame.h))}"{unfilled}>{steps}</a:path></a:pathLst></a:custGeom>{fill}{line}</p:spPr>'
        f"{_no_text(dress)}</p:sp>"
    )


def _write_straight(path: Path, number: int, line: str) -> str:
    (x1, y1), (x2, y2) = path.points
    flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
    frame = Frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="{escape(path.part or "line")}"/><p:cNvCxnSpPr/>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{extent(frame, attributes=flips)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
    )


Point = tuple[float, float]


def _trace(path: Path) -> tuple[str, Frame]:
    """The steps of a free form and the frame they are counted in."""
    curves = _curves(path) if path.smooth and len(path.points) > 2 else []
    every = [*path.points, *(point for curve in curves for point in curve)]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    right, bottom = max(x for x, _ in every), max(y for _, y in every)

    def at(point: Point) -> str:
        return f'<a:pt x="{emu(point[0] - left)}" y="{emu(point[1] - top)}"/>'

    steps = [f"<a:moveTo>{at(path.points[0])}</a:moveTo>"] if path.points else []
    if curves:
        steps += [f"<a:cubicBezTo>{''.join(at(point) for point in curve)}</a:cubicBezTo>" for curve in curves]
    else:
        steps += [f"<a:lnTo>{at(point)}</a:lnTo>" for point in path.points[1:]]
    if path.closed:
        steps.append("<a:close/>")
    return "".join(steps), Frame(left, top, right - left, bottom - top)


def _curves(path: Path) -> list[tuple[Point, Point, Point]]:
    """The Bezier pieces of a Catmull-Rom curve through the points: two controls and an end each."""
    points = path.points
    count = len(points)
    pieces = count if path.closed else count - 1

    def pick(at: int) -> Point:
        return points[at % count] if path.closed else points[min(max(at, 0), count - 1)]

    out = []
    for at in range(pieces):
        before, start, end, after = pick(at - 1), pick(at), pick(at + 1), pick(at + 2)
        out.append(
            (
                (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
                (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
                end,
            )
        )
    return out
