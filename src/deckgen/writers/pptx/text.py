"""Paragraphs and lists into DrawingML paragraphs.

Sizes, spacing and colours are written only where they differ from what the placeholder gives.
Refuses elements that are no text (TypeError, a bug of compose).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from deckgen.base.runs import Run, Runs
from deckgen.theme.slide_text import list_indent, paragraph_size
from deckgen.tree import Element, ListBlock, Para
from deckgen.writers.pptx.markup import Dress, Links, emu, escape, hundredths

_EXTERNAL = ("http://", "https://", "mailto:")
MARKER_FONT = '<a:buFont typeface="+mn-lt"/>'  # the theme's; full-width bullets would stand apart
_MARKERS = {
    "bullet": f'{MARKER_FONT}<a:buChar char="•"/>',
    "check": f'{MARKER_FONT}<a:buChar char="✓"/>',
}
MARKER_COLOUR = "primary"


@dataclass(frozen=True, slots=True)
class TextContext:
    """What the runs of one slide need: the deck's dress, the slide's links, the parts of all slides."""

    dress: Dress
    links: Links
    slides: Mapping[str, str]  # slide id -> its part's file name

    def link(self, href: str) -> str:
        """The click action of a link; nothing for targets that are not in this deck."""
        if href.startswith("#"):
            target = self.slides.get(href[1:])
            if target is None:
                return ""
            name = self.links.add("slide", target)
            return f'<a:hlinkClick r:id="{name}" action="ppaction://hlinksldjump"/>'
        if href.startswith(_EXTERNAL):
            return f'<a:hlinkClick r:id="{self.links.add("hyperlink", href, external=True)}"/>'
        return ""


def write_runs(
    runs: Runs, context: TextContext, size: float = 0.0, colour: str = "", strong: bool | None = None
) -> str:
    """Runs of one paragraph; 0, empty and None leave a property to the placeholder."""
    base = context.dress.lang + (f' sz="{hundredths(size)}"' if size else "")
    fill = context.dress.fill(colour) if colour else ""
    out = []
    for run in runs:
        properties = _run_properties(run, base, fill, strong, context)
        for at, piece in enumerate(run.text.split("\n")):
            if at:
                out.append(f"<a:br>{properties}</a:br>")
            if piece:
                out.append(f"<a:r>{properties}<a:t>{escape(piece)}</a:t></a:r>")
    return "".join(out)


def _run_properties(run: Run, base: str, fill: str, strong: bool | None, context: TextContext) -> str:
    # Chinese is stressed by weight; slanted Chinese is hard to read
    slanted = run.emphasis and not context.dress.language.lower().startswith("zh")
    bold = True if run.strong or (run.emphasis and not slanted) else strong
    attributes = base + ("" if bold is None else f' b="{int(bold)}"') + (' i="1"' if slanted else "")
    inner = fill + (context.link(run.href) if run.href else "")
    return f"<a:rPr {attributes}>{inner}</a:rPr>" if inner else f"<a:rPr {attributes}/>"


def write_paragraph(properties: str, runs: str, context: TextContext, size: float = 0.0) -> str:
    """A paragraph from its properties and runs; the end mark has the size too, for empty ones."""
    end = "" if runs else _end(context, size)
    return f"<a:p>{properties}{runs}{end}</a:p>"


def _end(context: TextContext, size: float) -> str:
    return f"<a:endParaRPr {context.dress.lang}" + (f' sz="{hundredths(size)}"/>' if size else "/>")


def write_slot_text(
    content: Iterable[Element], slot: str, size: float, layout_size: float, context: TextContext
) -> str:
    """All paragraphs of a text slot whose text is `size` points on a layout that gives `layout_size`."""
    theme = context.dress.theme
    size = size or layout_size

    def para(role: str, runs: Runs, marker: Callable[[float], str] | None = None, level: int = 0) -> str:
        own = theme.slide_text.get(role) if role not in (slot, "body", "") else None
        points = paragraph_size(theme, slot, role, size)
        spacing = ""
        if own is not None:
            spacing = (
                f'<a:lnSpc><a:spcPct val="{round(own.spacing * 100000)}"/></a:lnSpc>'
                f'<a:spcAft><a:spcPts val="{hundredths(own.space_after)}"/></a:spcAft>'
            )
        # a layout's deeper levels have sizes of their own, which nobody measured
        written = points if level or abs(points - layout_size) > 0.01 else 0.0
        body = write_runs(runs, context, written, own.colour if own else "", own.strong if own else None)
        if marker is not None:
            attributes, _, bullet = marker(points).partition("|")
            properties = f"<a:pPr {attributes}>{spacing}{bullet}</a:pPr>"
        else:
            properties = f"<a:pPr>{spacing}</a:pPr>" if spacing else ""
        return write_paragraph(properties, body, context, written)

    out = []
    for element in content:
        if isinstance(element, Para):
            out.append(para(element.role, element.runs))
        elif isinstance(element, ListBlock):
            for at, item in enumerate(element.items):
                level = element.levels[at] if at < len(element.levels) else 0
                mark = _marker(element, level, context.dress)
                out.append(para(element.role, item, mark, level))
        else:
            raise TypeError(f"no {type(element).__name__} in the text slot {slot} of a slide")
    return "".join(out) or write_paragraph("", "", context)


def _marker(block: ListBlock, level: int, dress: Dress) -> Callable[[float], str]:
    """Attributes and marker of a list item, joined by ``|``, for a font size."""

    def at(size: float) -> str:
        left, hang = emu(list_indent(size, level)), emu(list_indent(size))
        colour = f"<a:buClr>{dress.colour(MARKER_COLOUR)}</a:buClr>"
        bullet = _MARKERS.get(block.marker) or (
            f'{MARKER_FONT}<a:buAutoNum type="arabicPeriod" startAt="{max(1, block.start)}"/>'
        )
        return f'marL="{left}" indent="-{hang}"' + (f' lvl="{level}"' if level else "") + f"|{colour}{bullet}"

    return at


def list_markup(block: ListBlock, level: int, size: float, dress: Dress) -> tuple[str, str]:
    """Paragraph attributes and marker of a list item at a font size, for texts outside slots."""
    attributes, _, bullet = _marker(block, level, dress)(size).partition("|")
    return attributes, bullet
