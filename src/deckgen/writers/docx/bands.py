"""The band that a sheet is known by: its number, title and facts as framed paragraphs on a fill.

They are paragraphs and not a table, so that the navigation of a word processor lists the title among its headings.
Refuses nothing.
"""

from __future__ import annotations

from itertools import takewhile

from deckgen.base.markup import Markup, join
from deckgen.base.runs import plain
from deckgen.theme.boxes import BAND_LINE, BAND_X
from deckgen.tree import Callout, Element, Heading, Para
from deckgen.tree.edges import HEAD_GAP, is_band_line, number_text, split_head
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.paragraphs import Lower, Place
from deckgen.writers.docx.runs import TAB, bookmarked, write_look, write_runs, write_text
from deckgen.writers.docx.style_ids import BLOCK_HEADING, band_id, is_band_id, look_id


def lower_band(callout: Callout, ledger: Ledger, place: Place, lower: Lower) -> list[Block]:
    """The lines of the band; what is no line of text follows below it."""
    number, body = split_head(callout)
    titled: tuple[Element, ...] = (Para(callout.title, "sheet_title"), *body) if callout.title else body
    lines = tuple(takewhile(is_band_line, titled))
    inside = Place(place.width - 2 * (BAND_X + BAND_LINE), box=callout.role)
    blocks = lower(lines, ledger, inside)
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if at == 0 and number:
                block.content = join((_write_number(number), block.content))
            ledger.bands.add(block.style)
            block.style = band_id(block.style)
    return [*blocks, *lower(titled[len(lines) :], ledger, place)]


def is_band(block: Block) -> bool:
    """Whether a block is a line of a band."""
    return isinstance(block, Paragraph) and is_band_id(block.style)


def lower_titled(title: Heading, beside: Para, ledger: Ledger, place: Place) -> list[Block]:
    """A title of an entry and what stands at the right on its line, in one paragraph."""
    content = write_runs(title.runs, ledger)
    if title.anchor in ledger.anchors:
        content = bookmarked(content, title.anchor, ledger)
    facts = write_text(plain(beside.runs), write_look(look_id(beside.role)))
    return [Paragraph(BLOCK_HEADING, join((content, write_text(TAB), facts)), keep_next=True, tab=place.width)]


def _write_number(number: tuple[Para, ...]) -> Markup:
    """What the sheet is and its number, before its title."""
    written = [write_text(text, write_look(look_id(role))) for role, text in number_text(number)]
    return join((*written, write_text(HEAD_GAP)))
