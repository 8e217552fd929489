"""What hangs on a page behind the text: the band of a cover, and the pictures, lines and areas of a house.

Refuses nothing: all of it is written where the theme says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import runs
from deckgen.base.units import POINTS_PER_CM, Frame
from deckgen.theme import PageItem, PageSetup
from deckgen.tree import Label, TextBox, ThumbTab
from deckgen.tree.picture import WHOLE
from deckgen.writers.docx.drawing import CHOICE, PICTURE_SHAPE, write_label
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.markup import WPS
from deckgen.writers.drawingml.dress import NO_FILL, NO_LINE
from deckgen.writers.drawingml.lengths import emu
from deckgen.writers.drawingml.names import PICTURE
from deckgen.writers.drawingml.objects import write_graphic, write_identity, write_picture_fill
from deckgen.writers.drawingml.shape import RECTANGLE, write_body_attributes, write_place
from deckgen.writers.parts import Relationships

_ANCHORED = Template(
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0"'
    ' distR="0" simplePos="0" relativeHeight="{order}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>{identity}<wp:cNvGraphicFramePr/>{graphic}'
    "</wp:anchor></w:drawing>"
)
_AREA = Template("<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr><wps:bodyPr/></wps:wsp>")
_LINE = Template(
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{look}</wps:spPr>'
    "<wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx>"
    '<wps:bodyPr rot="0" vert="horz" wrap="square" {attributes}><a:noAutofit/></wps:bodyPr></wps:wsp>'
)
_TAB = Template(
    "<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr>"
    "<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
    '<wps:bodyPr rot="0" vert="{direction}" wrap="square" {attributes}><a:noAutofit/></wps:bodyPr></wps:wsp>'
)
# The tabs of chapters, in points: width, distance from the edge, top of the first, from one to the next, room kept
# below the last, least and most height, inset, size of the number, line and width of a letter as factors.
_TAB_WIDTH, _TAB_EDGE, _TAB_FIRST = 0.62 * POINTS_PER_CM, 0.45 * POINTS_PER_CM, 3.0 * POINTS_PER_CM
_TAB_PITCH, _TAB_BELOW = 3.15 * POINTS_PER_CM, 4.0 * POINTS_PER_CM
_TAB_LEAST, _TAB_MOST, _TAB_INSET = 2.5 * POINTS_PER_CM, 2.9 * POINTS_PER_CM, 3.0
_TAB_NUMBER, _LEADING, _LETTER = 11.0, 1.2, 0.55
# Marks where cards are cut, in points: length, distance from the card, width.
_MARK, _MARK_OFF, _MARK_WIDTH = 0.6 * POINTS_PER_CM, 0.15 * POINTS_PER_CM, 0.5
_FRAME_OFF, _FRAME_LINE = 1.2 * POINTS_PER_CM, 2.5  # of the line around a page, in points
_RUN = Template("<w:r>{content}</w:r>")
_RGB = Template('<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>')


def write_band(width: float, height: float, ledger: Ledger) -> Markup:
    """A run that anchors a decorative band to the left edge of the page, behind the text and all else."""
    return _write_area(Frame(0.0, 0.0, width, height), "primary", "band", ledger, order=1)


def write_page_items(*, cover: bool, landscape: bool, mirrored: bool, ledger: Ledger, links: Relationships) -> Markup:
    """Runs that hang what a house has on its pages; `links` are those of the header they stand in.

    On a `mirrored` page what keeps within the margins moves with them.
    """
    theme = ledger.theme
    written = []
    for item in theme.page_items:
        if item.on(cover):
            frame = _turn(item.frame, theme.page) if landscape else item.frame
            frame = _move(frame, theme.page) if mirrored and not landscape else frame
            written.append(_write_item(replace(item, frame=frame), ledger, links))
    return join(written)


def _move(frame: Frame, page: PageSetup) -> Frame:
    """The place of an item on a left page; what reaches out of the margins, to an edge, stays there."""
    within = frame.x >= page.left - 1 and frame.x + frame.w <= page.width - page.right + 1
    return frame._replace(x=frame.x + page.right - page.left) if within else frame


def write_tab(tab: ThumbTab, page: PageSetup, side: Literal["right", "left"], ledger: Ledger) -> Markup:
    """A run that hangs the tab of a chapter at the outside edge of its pages."""
    size = ledger.theme.book_text["small"].size
    upright = _is_upright(tab.name)
    pitch = min(_TAB_PITCH, (page.height - _TAB_FIRST - _TAB_BELOW) / max(tab.count, 1))
    needed = size * len(tab.name) * (_LEADING if upright else _LETTER) + _TAB_NUMBER * _LEADING + 2 * _TAB_INSET
    height = min(max(needed, _TAB_LEAST), _TAB_MOST, pitch - 4.0)
    if needed > height and tab.number:
        tab = replace(tab, name="")
    x = page.width - _TAB_EDGE - _TAB_WIDTH if side == "right" else _TAB_EDGE
    frame = Frame(x, _TAB_FIRST + pitch * tab.at, _TAB_WIDTH, height)
    labels = [Label(runs(tab.number), _TAB_NUMBER, "on_fill", strong=True)] if tab.number else []
    labels += [Label(runs(sign), size, "on_fill") for sign in tab.name] if upright else []
    words = Label(runs(" ".join(filter(None, (tab.number, tab.name)))), size, "on_fill", strong=True)
    box = TextBox(tuple(labels) if upright else (words,), "center", insets=(0.0, 0.0, 0.0, 0.0))
    look = (write_place(Frame(0.0, 0.0, frame.w, frame.h)), RECTANGLE, ledger.dress.fill("primary"), NO_LINE)
    paragraphs = join(write_label(label, box.align, ledger) for label in box.labels)
    shape = _TAB(join(look), paragraphs, "horz" if upright else "vert", write_body_attributes(box))
    return CHOICE("wps", _anchor(frame, "chapter", write_graphic(WPS, shape), ledger))


def write_marks(frame: Frame, ledger: Ledger) -> Markup:
    """Runs that hang two lines off each corner of a card, in line with its sides."""
    marks: list[Frame] = []
    for x, before in ((frame.x, True), (frame.x + frame.w, False)):
        for y, above in ((frame.y, True), (frame.y + frame.h, False)):
            beside = x - _MARK_OFF - _MARK if before else x + _MARK_OFF
            beyond = y - _MARK_OFF - _MARK if above else y + _MARK_OFF
            marks.append(Frame(beside, y - _MARK_WIDTH / 2, _MARK, _MARK_WIDTH))
            marks.append(Frame(x - _MARK_WIDTH / 2, beyond, _MARK_WIDTH, _MARK))
    return join(_write_area(mark, "ink", "crop mark", ledger) for mark in marks)


def write_frame(width: float, height: float, ledger: Ledger) -> Markup:
    """Runs that hang a line around a page of this size, well inside its edges."""
    across, down = width - 2 * _FRAME_OFF, height - 2 * _FRAME_OFF
    sides = (
        Frame(_FRAME_OFF, _FRAME_OFF, across, _FRAME_LINE),
        Frame(_FRAME_OFF, height - _FRAME_OFF - _FRAME_LINE, across, _FRAME_LINE),
        Frame(_FRAME_OFF, _FRAME_OFF, _FRAME_LINE, down),
        Frame(width - _FRAME_OFF - _FRAME_LINE, _FRAME_OFF, _FRAME_LINE, down),
    )
    return join(_write_area(side, "primary", "frame", ledger) for side in sides)


def _is_upright(name: str) -> bool:
    """Whether a name is set one sign below the other: Chinese is, words of letters lie along the edge."""
    return not any(sign.isascii() and sign.isalpha() for sign in name)


def _turn(frame: Frame, page: PageSetup) -> Frame:
    """The place of an item on a page that lies on its side."""
    across, down = page.height - page.width, page.width - page.height
    middle = frame.x + frame.w / 2
    if frame.w > 0.8 * page.width:  # from edge to edge
        return Frame(frame.x, frame.y + (down if frame.y > page.height / 2 else 0.0), frame.w + across, frame.h)
    share = 0.0 if middle < 0.4 * page.width else 0.5 if middle < 0.6 * page.width else 1.0
    return Frame(frame.x + share * across, frame.y + (down if frame.y > page.height / 2 else 0.0), frame.w, frame.h)


def _write_item(item: PageItem, ledger: Ledger, links: Relationships) -> Markup:
    if item.fill:
        return _write_area(item.frame, item.fill, "area", ledger)
    return _write_picture(item, ledger, links) if item.picture else _write_line(item, ledger)


def _write_area(frame: Frame, colour: str, name: str, ledger: Ledger, order: int = 0) -> Markup:
    fill = ledger.dress.fill(colour) if colour in ledger.theme.colours else _RGB(colour)
    look = (write_place(Frame(0.0, 0.0, frame.w, frame.h)), RECTANGLE, fill, NO_LINE)
    return CHOICE("wps", _anchor(frame, name, write_graphic(WPS, _AREA(join(look))), ledger, order))


def _write_picture(item: PageItem, ledger: Ledger, links: Relationships) -> Markup:
    link = links.add("image", item.picture.removeprefix("word/"))
    vector = links.add("image", item.vector.removeprefix("word/")) if item.vector else ""
    place = write_place(Frame(0.0, 0.0, item.frame.w, item.frame.h))
    name = item.picture.rsplit("/", 1)[-1]
    picture = PICTURE_SHAPE(
        write_identity("pic:cNvPr", 0, name, ""), write_picture_fill(link, vector, WHOLE), place, RECTANGLE
    )
    return _RUN(_anchor(item.frame, "logo", write_graphic(PICTURE, picture), ledger))


def _write_line(item: PageItem, ledger: Ledger) -> Markup:
    label = Label(runs(item.text), item.size, "muted")
    box = TextBox((label,), item.align, insets=(0.0, 0.0, 0.0, 0.0))
    look = (write_place(Frame(0.0, 0.0, item.frame.w, item.frame.h)), RECTANGLE, NO_FILL, NO_LINE)
    shape = _LINE(join(look), write_label(label, box.align, ledger), write_body_attributes(box))
    return CHOICE("wps", _anchor(item.frame, "line", write_graphic(WPS, shape), ledger))


def _anchor(frame: Frame, name: str, graphic: Markup, ledger: Ledger, order: int = 0) -> Markup:
    number = ledger.drawing()
    identity = write_identity("wp:docPr", number, f"{name} {number}", "")
    return _ANCHORED(order or number + 1, emu(frame.x), emu(frame.y), emu(frame.w), emu(frame.h), identity, graphic)
