"""Drawings, charts and pictures into inline DrawingML: native, editable objects with real text.

Refuses nothing; a shape outside the drawing's frame is written where it is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deckgen.base.markup import Markup, Template, join
from deckgen.base.units import Frame
from deckgen.theme.title_icon import icon_drop, icon_side
from deckgen.tree import Chart, Drawing, Icon, Image, Label, Path, Picture, Shape, TextBox, flat
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.markup import WPG, WPS, half_points, twips
from deckgen.writers.docx.runs import BOLD, NONE, write_runs
from deckgen.writers.docx.style_ids import DRAWING_TEXT, FIGURE
from deckgen.writers.drawingml.chart import write_chart_graphic
from deckgen.writers.drawingml.icon import write_icon
from deckgen.writers.drawingml.lengths import emu
from deckgen.writers.drawingml.names import PICTURE
from deckgen.writers.drawingml.objects import write_graphic, write_identity, write_picture_fill
from deckgen.writers.drawingml.shape import (
    RECTANGLE,
    is_straight,
    write_body_attributes,
    write_group_place,
    write_path,
    write_place,
    write_shape,
)

_LINE_FACTOR = 1.2  # line distance of text in shapes, as measured when they were drawn
_RUN = Template("<w:r>{content}</w:r>")
CHOICE = Template(
    '<w:r><mc:AlternateContent><mc:Choice Requires="{needs}">{content}</mc:Choice></mc:AlternateContent></w:r>'
)
_INLINE = Template(
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/>{identity}<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing>'
)
_LOWERED = Template(
    '<w:r><w:rPr><w:position w:val="{drop}"/></w:rPr>'
    '<mc:AlternateContent><mc:Choice Requires="wps">{content}</mc:Choice></mc:AlternateContent></w:r>'
    '<w:r><w:t xml:space="preserve">\u00a0</w:t></w:r>'
)
_OUTLINE = Template("<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr><wps:bodyPr/></wps:wsp>")
_GROUP = Template("<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{place}</wpg:grpSpPr>{shapes}</wpg:wgp>")
_SHAPE = Template('<wps:wsp><wps:cNvPr id="{id}" name="{name}"/>{nature}<wps:spPr>{look}</wps:spPr>{text}</wps:wsp>')
_FREE, _CONNECTOR = Markup("<wps:cNvSpPr/>"), Markup("<wps:cNvCnPr/>")
_TEXT = Template(
    "<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
    '<wps:bodyPr rot="0" vert="horz" wrap="square" {attributes}><a:noAutofit/></wps:bodyPr>'
)
_NO_TEXT = Markup("<wps:bodyPr/>")
_LABEL = Template("<w:p>{properties}{runs}</w:p>")
_PROPERTIES = Template(
    '<w:pPr><w:pStyle w:val="{style}"/><w:spacing w:line="{line}" w:lineRule="exact"/><w:jc w:val="{align}"/></w:pPr>'
)
_LOOK = Template('{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
PICTURE_SHAPE = Template(
    "<pic:pic><pic:nvPicPr>{identity}<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{fill}</pic:blipFill>"
    "<pic:spPr>{place}{geometry}</pic:spPr></pic:pic>"
)


def lower_drawing(drawing: Drawing, ledger: Ledger, style: str = FIGURE) -> list[Block]:
    """A drawing as one group in the line of a paragraph of its own."""
    frame = drawing.frame
    shapes = join(_write_item(item, ledger) for item in flat(drawing.shapes))
    group = write_graphic(WPG, _GROUP(write_group_place(frame, (0.0, 0.0)), shapes))
    inline = _write_inline(frame.w, frame.h, drawing.type, drawing.alt, group, ledger)
    return [Paragraph(style, CHOICE("wpg", inline))]


def lower_chart(chart: Chart, ledger: Ledger, width: float) -> list[Block]:
    """A chart in the line of a paragraph of its own."""
    graphic = write_chart_graphic(ledger.chart(chart))
    inline = _write_inline(width, width * ledger.theme.boxes.chart_share, "chart", chart.alt, graphic, ledger)
    return [Paragraph(FIGURE, _RUN(inline))]


def lower_picture(picture: Picture, ledger: Ledger, width: float) -> list[Block]:
    """A picture in its natural size, smaller where the column is narrower."""
    factor = min(1.0, width / picture.width) if picture.width else 1.0
    frame = Frame(0.0, 0.0, picture.width * factor, picture.height * factor)
    image = Image(frame, picture.path, picture.alt, picture.crop)
    graphic = write_graphic(PICTURE, _write_image(image, 0, ledger))
    return [Paragraph(FIGURE, _RUN(_write_inline(frame.w, frame.h, "picture", picture.alt, graphic, ledger)))]


def write_title_icon(name: str, size: float, colour: str, ledger: Ledger) -> Markup:
    """A run that holds an icon in the line of a title of this size, with a space behind it."""
    side = icon_side(size)
    icon = Icon(Frame(0.0, 0.0, side, side), name, colour)  # type: ignore[arg-type]
    shape = write_graphic(WPS, _OUTLINE(write_icon(icon, ledger.dress)))
    number = ledger.drawing()
    identity = write_identity("wp:docPr", number, f"icon {name}", "")
    return _LOWERED(half_points(-icon_drop(size)), _INLINE(emu(side), emu(side), identity, shape))


def _write_inline(width: float, height: float, name: str, alt: str, graphic: Markup, ledger: Ledger) -> Markup:
    """An inline drawing with its alternative text."""
    number = ledger.drawing()
    return _INLINE(emu(width), emu(height), write_identity("wp:docPr", number, f"{name} {number}", alt), graphic)


def _write_item(item: Shape | Path | Image | Icon, ledger: Ledger) -> Markup:
    if isinstance(item, Image):
        return _write_image(item, ledger.drawing(), ledger)
    if isinstance(item, Icon):
        return _SHAPE(ledger.drawing(), f"icon {item.name}", _FREE, write_icon(item, ledger.dress), _NO_TEXT)
    return _write_shape(item, ledger) if isinstance(item, Shape) else _write_path(item, ledger)


def _write_image(image: Image, number: int, ledger: Ledger) -> Markup:
    identity = write_identity("pic:cNvPr", number, image.path.rsplit("/", 1)[-1], image.alt)
    fill = write_picture_fill(*ledger.picture(image.path), image.crop)
    return PICTURE_SHAPE(identity, fill, write_place(image.frame), RECTANGLE)


def _write_shape(shape: Shape, ledger: Ledger) -> Markup:
    text = _write_text(shape.text, ledger) if shape.text and shape.text.labels else _NO_TEXT
    look = write_shape(shape, ledger.dress)
    return _SHAPE(ledger.drawing(), shape.part or shape.geometry, _FREE, look, text)


def _write_path(path: Path, ledger: Ledger) -> Markup:
    # A flipped line at the head of a group turns the whole group in LibreOffice.
    nature = _CONNECTOR if is_straight(path, flips=False) else _FREE
    look = write_path(path, ledger.dress, flips=False)
    return _SHAPE(ledger.drawing(), path.part or "line", nature, look, _NO_TEXT)


def _write_text(box: TextBox, ledger: Ledger) -> Markup:
    return _TEXT(join(write_label(label, box.align, ledger) for label in box.labels), write_body_attributes(box))


def write_label(label: Label, align: str, ledger: Ledger) -> Markup:
    """A paragraph inside a shape."""
    runs = tuple(replace(run, strong=True) for run in label.runs) if label.strong else label.runs
    colour = ledger.dress.value(label.colour)
    written = (
        # LibreOffice takes no character style over into a group, so that strong words say it themselves, too
        write_runs((run,), ledger, _write_look(colour, label.size, run.strong and not (run.code or run.href)))
        for run in runs
    )
    return _LABEL(_write_properties(label.size, align), join(written))


@lru_cache(maxsize=1024)
def _write_look(colour: str, size: float, bold: bool) -> Markup:
    return _LOOK(BOLD if bold else NONE, colour, half_points(size))


@lru_cache(maxsize=1024)
def _write_properties(size: float, align: str) -> Markup:
    return _PROPERTIES(DRAWING_TEXT, twips(_LINE_FACTOR * size), align)
