"""Paragraphs and lists of a slide into the text of placeholders and cells.

Sizes, spacing and colours are written only where they differ from what the placeholder gives.
Refuses elements that are no text (TypeError, a bug of compose).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import Runs
from deckgen.theme.slide_text import list_indent, paragraph_size
from deckgen.tree import Element, ListBlock, Para
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.lengths import emu, hundredths, share
from deckgen.writers.drawingml.objects import write_extensions
from deckgen.writers.drawingml.text import NONE, Setting, write_empty_paragraph, write_paragraph, write_runs
from deckgen.writers.parts import Relationships
from deckgen.writers.pptx.naming import Names

_JUMP = Template('<a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"/>')
_SHOW = Template('<a:hlinkClick r:id="" action="ppaction://customshow?id={number}&amp;return=true"/>')
SHOW = "#show:"
"""What a link to a custom show begins with, before the id of that show."""
_CLICK = Template('<a:hlinkClick r:id="{link}"/>')
_PROPERTIES = Template("<a:pPr{attributes}>{spacing}{marker}</a:pPr>")
_SPACING = Template('<a:lnSpc><a:spcPct val="{line}"/></a:lnSpc><a:spcAft><a:spcPts val="{after}"/></a:spcAft>')
_HANGING = Template(' marL="{left}" indent="-{hang}"')
_LEVEL = Template(' lvl="{level}"')
# The marker's face is the theme's: full-width bullets would stand apart.
_MARKER_IN, _MARKER_AS_TEXT = Template("<a:buClr>{colour}</a:buClr>"), Markup("<a:buClrTx/>")
_MARKER = Template('{colour}<a:buFont typeface="+mn-lt"/>{sign}')
_SIGNS = {"bullet": Markup('<a:buChar char="•"/>'), "check": Markup('<a:buChar char="✓"/>')}
_NUMBERED = Template('<a:buAutoNum type="arabicPeriod" startAt="{start}"/>')
_MARKER_COLOUR = "primary"
NO_LINK, _SHAPE_LINK = Markup("/>"), Template(">{action}{extensions}</p:cNvPr>")  # the end of a shape's properties


@dataclass(frozen=True, slots=True)
class TextContext:
    """What the runs of one slide need: the deck's dress, the slide's links, the parts of all slides."""

    dress: Dress
    links: Relationships
    slides: Mapping[str, str]  # slide id -> its part's file name
    names: Names = field(default_factory=Names)
    table_style: str = ""  # the id of the style of tables
    shows: Mapping[str, int] = field(default_factory=dict)  # ids of custom shows -> their numbers

    def link(self, href: str) -> Markup:
        """The click action of a link; nothing for slides that are not in this deck. Addresses come judged."""
        if href.startswith(SHOW):
            number = self.shows.get(href[len(SHOW) :])
            return _SHOW(number) if number is not None else NONE
        if href.startswith("#"):
            target = self.slides.get(href[1:])
            return _JUMP(self.links.add("slide", target)) if target else NONE
        return _CLICK(self.links.add("hyperlink", href, external=True))


def write_shape_link(href: str, setting: Setting, lasting: str = "") -> Markup:
    """The end of a shape's `p:cNvPr`, with what a click on the shape does, no link where there is no target, and the
    id that programs keep.
    """
    action = setting.link(href) if href else NONE
    return _SHAPE_LINK(action, write_extensions(lasting)) if action or lasting else NO_LINK


def write_slot_text(
    content: Iterable[Element],
    slot: str,
    size: float,
    layout_size: float,
    context: TextContext,
    coloured: bool = True,
) -> Markup:
    """All paragraphs of a text slot whose text is `size` points on a layout that gives `layout_size`.

    Markers of lists and paragraphs of other roles are `coloured`, unless they stand on a ground like those colours.
    """
    theme = context.dress.theme
    size = size or layout_size

    def para(role: str, runs: Runs, block: ListBlock | None = None, level: int = 0) -> Markup:
        own = theme.slide_text.get(role) if role not in (slot, "body", "") else None
        points = paragraph_size(theme, slot, role, size)
        spacing = _SPACING(share(own.spacing), hundredths(own.space_after)) if own else NONE
        # a layout's deeper levels have sizes of their own, which nobody measured
        written = points if level or abs(points - layout_size) > 0.01 else 0.0
        body = write_runs(runs, context, written, own.colour if own and coloured else "", own.strong if own else None)
        attributes, marker = write_list_markup(block, level, points, context.dress, coloured) if block else (NONE, NONE)
        properties = _PROPERTIES(attributes, spacing, marker) if own or block else NONE
        return write_paragraph(properties, body, context.dress, written)

    paragraphs = []
    for element in content:
        if isinstance(element, Para):
            paragraphs.append(para(element.role, element.runs))
        elif isinstance(element, ListBlock):
            paragraphs += [
                para(element.role, item, element, element.level(at)) for at, item in enumerate(element.items)
            ]
        else:
            raise TypeError(f"no {type(element).__name__} in the text slot {slot} of a slide")
    return join(paragraphs) or write_empty_paragraph(context.dress)


def write_list_markup(
    block: ListBlock, level: int, size: float, dress: Dress, coloured: bool = True
) -> tuple[Markup, Markup]:
    """Paragraph attributes and marker of a list item at a font size; the marker is coloured, or as the text is."""
    attributes = _HANGING(emu(list_indent(size, level)), emu(list_indent(size)))
    sign = _SIGNS.get(block.marker) or _NUMBERED(max(1, block.start))
    marker = _MARKER(_MARKER_IN(dress.colour(_MARKER_COLOUR)) if coloured else _MARKER_AS_TEXT, sign)
    return (join((attributes, _LEVEL(level))) if level else attributes), marker
