"""Boxes of words and code on a slide: a filled shape with its own text, and a bar at its left edge.

Elements that are no text are refused (TypeError, a bug of compose).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import Runs, plain
from deckgen.base.units import Frame
from deckgen.theme.slide_text import BOX_BAR, BOX_INSETS, box_role, line_height, paragraph_size
from deckgen.theme.title_icon import icon_room, icon_side
from deckgen.tree import Callout, Element, Icon, ListBlock, Para
from deckgen.writers.drawingml.dress import NO_LINE
from deckgen.writers.drawingml.lengths import emu, hundredths, share
from deckgen.writers.drawingml.objects import write_identity
from deckgen.writers.drawingml.shape import RECTANGLE, write_group_place, write_place
from deckgen.writers.drawingml.text import NONE, write_empty_paragraph, write_paragraph, write_runs
from deckgen.writers.pptx.drawing import write_icon_shape
from deckgen.writers.pptx.text import NO_LINK, TextContext, write_list_markup, write_shape_link

_GROUP = Template(
    "<p:grpSp><p:nvGrpSpPr>{identity}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
    "<p:grpSpPr>{place}</p:grpSpPr>{shapes}</p:grpSp>"
)
_SHAPE = Template(
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"{end}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>'
    "<p:spPr>{place}{geometry}{fill}{line}</p:spPr><p:txBody>{body}<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
)
_BODY = Template(
    '<a:bodyPr wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" anchor="t">'
    "<a:noAutofit/></a:bodyPr>"
)
_NO_BODY = Markup("<a:bodyPr/>")
_TEXT_BOX = Markup(' txBox="1"')
_FRAMED = Template('<a:ln w="{width}">{fill}</a:ln>')
_PROPERTIES = Template("<a:pPr{attributes}>{spacing}{marker}</a:pPr>")
_NO_MARK = Markup("<a:buNone/>")
_FLAT = Markup(' marL="0" indent="0"')
_INDENTED = Template(' marL="{left}" indent="0"')
_SPACING = Template(
    '<a:lnSpc><a:spcPct val="{line}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
    '<a:spcAft><a:spcPts val="{after}"/></a:spcAft>'
)
_HAIRLINE = 0.75


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Points of running text and of code."""

    text: float
    code: float


def write_box(
    box: Callout, frame: Frame, name: str, ids: Iterator[int], text: float, code: float, context: TextContext,
    lasting: str = "",
) -> Markup:  # fmt: skip
    """The group of a box; its text is `text` points, its code `code`; `lasting` is an id that programs keep."""
    dress = context.dress
    look = dress.theme.callouts[box.role]
    sizes = _Sizes(text, code)
    place = write_group_place(frame, frame[:2])
    identity = write_identity("p:cNvPr", next(ids), name, plain(box.title), lasting)
    room = icon_room(box.icon, text)
    begin = (_INDENTED(emu(room)) if room else _FLAT, _NO_MARK)
    title = (
        [_paragraph(box.title, "body", sizes, context, colour=look["title"], strong=True, marks=begin)]
        if box.title
        else []
    )
    paragraphs = join((*title, *_paragraphs(box.body, sizes, context)))
    framed = _FRAMED(emu(_HAIRLINE), dress.fill(look["line"])) if box.role == "code" else NO_LINE
    left, top, right, bottom = (emu(inset) for inset in BOX_INSETS)
    ground = None if look["fill"] == "paper" else look["fill"]  # what lies behind shows through
    said = context.names.of("text")
    shapes = [_SHAPE(next(ids), said, NO_LINK, NONE, write_place(frame), RECTANGLE, dress.fill(ground), framed,
                     _BODY(left, top, right, bottom), paragraphs)]  # fmt: skip
    if box.role != "code":
        bar = write_place(Frame(frame.x, frame.y, BOX_BAR, frame.h))
        empty = write_empty_paragraph(dress)
        shapes.append(
            _SHAPE(
                next(ids),
                context.names.of("bar"),
                NO_LINK,
                NONE,
                bar,
                RECTANGLE,
                dress.fill(look["line"]),
                NO_LINE,
                _NO_BODY,
                empty,
            )
        )
    if box.icon:
        side = icon_side(text)
        above = (line_height(dress.theme, "body", text) - side) / 2
        spot = Frame(frame.x + BOX_INSETS[0], frame.y + BOX_INSETS[1] + above, side, side)
        shapes.append(write_icon_shape(Icon(spot, box.icon, look["title"]), next(ids), context))  # type: ignore[arg-type]
    return _GROUP(identity, place, join(shapes))


def write_free_text(
    content: Sequence[Element], frame: Frame, insets: tuple[float, float, float, float], name: str, number: int,
    size: float, context: TextContext, lasting: str = "",
) -> Markup:  # fmt: skip
    """A text box beside the placeholder, in the look that the placeholder would give."""
    left, top, right, bottom = (emu(inset) for inset in insets)
    paragraphs = join(_paragraphs(content, _Sizes(size, size), context, spaced=True))
    end = write_shape_link("", context, lasting)
    return _SHAPE(number, name, end, _TEXT_BOX, write_place(frame), RECTANGLE, NONE, NONE,
                  _BODY(left, top, right, bottom), paragraphs)  # fmt: skip


def _paragraphs(
    content: Sequence[Element], sizes: _Sizes, context: TextContext, spaced: bool = False
) -> Iterator[Markup]:
    for element in content:
        if isinstance(element, Para):
            yield _paragraph(element.runs, box_role(element.role), sizes, context, spaced=spaced)
        elif isinstance(element, ListBlock):
            for at, item in enumerate(element.items):
                marks = write_list_markup(element, element.level(at), sizes.text, context.dress)
                yield _paragraph(item, "body", sizes, context, spaced=spaced, marks=marks)
        elif isinstance(element, Callout):
            yield from _paragraphs(element.body, sizes, context)
        else:
            raise TypeError(f"no {type(element).__name__} in a box of a slide")


def _paragraph(
    runs: Runs,
    role: str,
    sizes: _Sizes,
    context: TextContext,
    *,
    colour: str = "",
    strong: bool | None = None,
    spaced: bool = False,
    marks: tuple[Markup, Markup] = (_FLAT, _NO_MARK),
) -> Markup:
    """One paragraph with everything said that a placeholder would say; `spaced` keeps the distance of running text."""
    style = context.dress.theme.slide_text[role]
    points = sizes.code if role == "code" else paragraph_size(context.dress.theme, "body", role, sizes.text)
    text = write_runs(
        runs, context, points, colour or style.colour, strong or (style.strong or None), mono=role == "code"
    )
    spacing = _SPACING(share(style.spacing), hundredths(style.space_after if spaced else 0.0))
    return write_paragraph(_PROPERTIES(marks[0], spacing, marks[1]), text, context.dress, points)
