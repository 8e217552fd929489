"""Drawings and pictures into inline DrawingML: native, editable shapes with real text.

Refuses nothing; a shape outside the drawing's frame is written where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import Run
from deckgen.base.units import Frame
from deckgen.tree import Drawing, Label, Path, Picture, Shape, TextBox
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.runs import write_runs
from deckgen.writers.docx.styles import DRAWING_TEXT, FIGURE
from deckgen.writers.docx.xml import PIC, WPG, WPS, emu, escape, half_points, twips

_PRESETS = {
    "rect": ("rect", ()),
    "round_rect": ("roundRect", ("adj",)),
    "ellipse": ("ellipse", ()),
    "chevron": ("chevron", ("adj",)),
    "home_plate": ("homePlate", ("adj",)),
    "triangle": ("triangle", ("adj",)),
    "trapezoid": ("trapezoid", ("adj",)),
    "right_arrow": ("rightArrow", ("adj1", "adj2")),
    "diamond": ("diamond", ()),
    "hexagon": ("hexagon", ("adj",)),
    "callout": ("wedgeRoundRectCallout", ("adj1", "adj2", "adj3")),
}
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE_NS = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_LINE_FACTOR = 1.2  # line distance of text in shapes, as measured when they were drawn


def lower_drawing(drawing: Drawing, ledger: Ledger, width: float) -> list[Block]:
    """A drawing as one group in the line of a paragraph of its own."""
    frame = drawing.frame
    shapes = []
    for shape in drawing.shapes:
        if isinstance(shape, Shape):
            shapes.append(_write_shape(shape, frame, ledger))
        else:
            shapes.append(_write_path(shape, frame, ledger))
    extent = f'cx="{emu(frame.w)}" cy="{emu(frame.h)}"'
    group = (
        f'<a:graphicData uri="{WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/></a:xfrm></wpg:grpSpPr>'
        f"{''.join(shapes)}</wpg:wgp></a:graphicData>"
    )
    inline = write_inline(frame.w, frame.h, drawing.type, drawing.alt, group, ledger)
    content = f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg">{inline}</mc:Choice></mc:AlternateContent></w:r>'
    return [Paragraph(FIGURE, content)]


def lower_picture(picture: Picture, ledger: Ledger, width: float) -> list[Block]:
    """A picture in its natural size, smaller where the column is narrower."""
    factor = min(1.0, width / picture.width) if picture.width else 1.0
    wide, high = picture.width * factor, picture.height * factor
    relationship = ledger.picture(picture.path)
    name = escape(picture.path.rsplit("/", 1)[-1])
    graphic = (
        f'<a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(wide)}" cy="{emu(high)}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
    inline = write_inline(wide, high, "picture", picture.alt, graphic, ledger)
    return [Paragraph(FIGURE, f"<w:r>{inline}</w:r>")]


def write_inline(width: float, height: float, name: str, alt: str, graphic: str, ledger: Ledger) -> str:
    """An inline drawing with its alternative text."""
    number = ledger.drawing()
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{escape(name)} {number}" descr="{escape(alt)}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing>"
    )


def write_band(width: float, height: float, ledger: Ledger) -> str:
    """A run that anchors a decorative band to the left edge of the page, behind the text."""
    extent = f'cx="{emu(width)}" cy="{emu(height)}"'
    shape = (
        f'<a:graphicData uri="{WPS}"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_fill("primary", ledger)}'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>"
    )
    number = ledger.drawing()
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0"'
        ' distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="band {number}"><a:extLst><a:ext uri="{_DECORATIVE}">'
        f'<adec:decorative xmlns:adec="{_DECORATIVE_NS}" val="1"/></a:ext></a:extLst></wp:docPr>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{shape}</a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def _write_shape(shape: Shape, origin: Frame, ledger: Ledger) -> str:
    preset, names = _PRESETS[shape.geometry]
    guides = "".join(
        f'<a:gd name="{name}" fmla="val {round(value * 100000)}"/>'
        for name, value in zip(names, shape.adjust, strict=False)
    )
    rotation = f' rot="{round(shape.rotation * 60000)}"' if shape.rotation else ""
    x, y, w, h = shape.frame
    number = ledger.drawing()
    text = _write_text_box(shape.text, ledger) if shape.text and shape.text.labels else ("", "<wps:bodyPr/>")
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{escape(shape.part or shape.geometry)}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm{rotation}><a:off x="{emu(x - origin.x)}" y="{emu(y - origin.y)}"/>'
        f'<a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm><a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst>'
        f"</a:prstGeom>{_fill(shape.fill, ledger)}{_line(shape.line, shape.line_width, ledger)}</wps:spPr>"
        f"{text[0]}{text[1]}</wps:wsp>"
    )


def _fill(role: str | None, ledger: Ledger) -> str:
    return f'<a:solidFill><a:srgbClr val="{ledger.colour(role)}"/></a:solidFill>' if role else "<a:noFill/>"


def _line(role: str | None, width: float, ledger: Ledger, dash: bool = False, arrow: bool = False) -> str:
    if not role:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = '<a:prstDash val="dash"/>' if dash else ""
    head = '<a:tailEnd type="triangle"/>' if arrow else ""
    return f'<a:ln w="{emu(width)}">{_fill(role, ledger)}{dashes}<a:round/>{head}</a:ln>'


def _write_text_box(box: TextBox, ledger: Ledger) -> tuple[str, str]:
    paragraphs = "".join(_write_label(label, box.align, ledger) for label in box.labels)
    left, top, right, bottom = (emu(inset) for inset in box.insets)
    body = (
        f'<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        f' anchor="{_ANCHORS[box.anchor]}"><a:noAutofit/></wps:bodyPr>'
    )
    return f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>", body


def _write_label(label: Label, align: str, ledger: Ledger) -> str:
    size = half_points(label.size)
    look = f'<w:color w:val="{ledger.colour(label.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    runs = label.runs
    if label.strong:
        runs = tuple(Run(r.text, True, r.emphasis, r.code, r.href, r.page_of) for r in runs)
    if label.bullet:
        runs = (Run("· "), *runs)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{DRAWING_TEXT}"/>'
        f'<w:spacing w:line="{twips(_LINE_FACTOR * label.size)}" w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>'
        f"{write_runs(runs, ledger, look)}</w:p>"
    )


def _write_path(path: Path, origin: Frame, ledger: Ledger) -> str:
    xs, ys = [x for x, _ in path.points], [y for _, y in path.points]
    left, top = min(xs), min(ys)
    width, height = emu(max(xs) - left), emu(max(ys) - top)
    local = [(emu(x - left), emu(y - top)) for x, y in path.points]
    commands = [f'<a:moveTo><a:pt x="{local[0][0]}" y="{local[0][1]}"/></a:moveTo>']
    commands += _curves(local, path.closed) if path.smooth and len(local) > 2 else _segments(local)
    if path.closed:
        commands.append("<a:close/>")
    filled = "" if path.fill else ' fill="none"'
    number = ledger.drawing()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{escape(path.part or "line")}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="{emu(left - origin.x)}" y="{emu(top - origin.y)}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>'
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{width}" h="{height}"{filled}>'
        f"{''.join(commands)}</a:path></a:pathLst></a:custGeom>{_fill(path.fill, ledger)}"
        f"{_line(path.line, path.line_width, ledger, path.dash, path.arrow)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _segments(points: Sequence[tuple[int, int]]) -> list[str]:
    return [f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in points[1:]]


def _curves(points: Sequence[tuple[int, int]], closed: bool) -> list[str]:
    """A Catmull-Rom curve through the points as cubic Béziers."""
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    curves = []
    for before, start, end, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        one = (start[0] + (end[0] - before[0]) // 6, start[1] + (end[1] - before[1]) // 6)
        two = (end[0] - (after[0] - start[0]) // 6, end[1] - (after[1] - start[1]) // 6)
        points_xml = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in (one, two, end))
        curves.append(f"<a:cubicBezTo>{points_xml}</a:cubicBezTo>")
    return curves
