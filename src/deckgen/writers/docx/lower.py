"""Elements of a book into blocks: one function for each element of the closed set.

Refuses an element it does not know, and a Diagram that was never drawn, with TypeError (a bug).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import Run
from deckgen.tree import (
    Callout,
    Chart,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Picture,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.tree.edges import ends_in_box, is_captioned, is_one_entry, starts_in_box
from deckgen.writers.docx.bands import is_band
from deckgen.writers.docx.blocks import (
    Block,
    Paragraph,
    TableBlock,
    first_paragraph,
    keep_together,
    keep_with_next,
)
from deckgen.writers.docx.drawing import lower_chart, lower_drawing, lower_picture
from deckgen.writers.docx.fields import lower_field, lower_writing
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.paragraphs import Place, lower_heading, lower_list, lower_para, lower_toc
from deckgen.writers.docx.runs import NONE, bookmarked
from deckgen.writers.docx.style_ids import BOX_GAP, ENTRY_GAP, FIGURE, SECTION_END, SIGN
from deckgen.writers.docx.tables import lower_callout, lower_table


def lower_elements(
    elements: Sequence[Element], ledger: Ledger, place: Place, below: bool = False, above: bool = False
) -> list[Block]:
    """The blocks of a flow of elements, tables kept apart from what stands beside them.

    `below` and `above` tell that a box stands right before or after the flow.
    """
    blocks: list[Block] = []
    last = len(elements) - 1
    for index, element in enumerate(elements):
        under = ends_in_box(elements[index - 1]) if index else below
        over = starts_in_box(elements[index + 1]) if index < last else above
        if isinstance(element, Group):
            lowered = _lower_group(element, ledger, place, under, over)
        else:
            lowered = _lower(element, ledger, place, under, over)
        _turn_before_table(lowered)
        if index < last and is_captioned(element, elements[index + 1]):
            keep_with_next(lowered)
        if blocks and lowered and _is_box(blocks[-1]) and _is_box(lowered[0]):
            close = index > 0 and is_one_entry(elements[index - 1], element)
            # two tables in a row would become one, and so would two bands
            blocks.append(Paragraph(ENTRY_GAP if close else BOX_GAP, NONE, keep_next=is_band(blocks[-1])))
        blocks.extend(lowered)
    return blocks


def _is_box(block: Block) -> bool:
    """Whether a block has no space of its own above and below."""
    return isinstance(block, TableBlock) or is_band(block)


def _turn_before_table(blocks: list[Block]) -> None:
    """Let a paragraph of next to no height begin the page of a table.

    Not every engine heeds a break that is asked for inside a table.
    """
    first = first_paragraph(blocks)
    if blocks and isinstance(blocks[0], TableBlock) and first is not None and first.page_break:
        first.page_break = False
        blocks.insert(0, Paragraph(SECTION_END, NONE, keep_next=True, page_break=True))


def _lower_group(group: Group, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    blocks = lower_elements(group.children, ledger, place, below and not group.new_page, above)
    first = first_paragraph(blocks)
    if first is not None:
        if group.new_page:
            first.page_break = True
        if group.id in ledger.anchors and not _has_heading(group, group.id):
            first.content = bookmarked(first.content, group.id, ledger)
    if group.keep:
        keep_together(blocks)
    return blocks


def _has_heading(group: Group, anchor: str) -> bool:
    return any(
        (isinstance(child, Heading) and child.anchor == anchor)
        or (isinstance(child, Group) and _has_heading(child, anchor))
        or (isinstance(child, Callout) and any(isinstance(c, Heading) and c.anchor == anchor for c in child.body))
        for child in group.children
    )


def _lower(element: Element, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    match element:
        case Para():
            return lower_para(element, ledger, place, below, above)
        case ListBlock():
            return lower_list(element, ledger, place, below, above)
        case Heading():
            return lower_heading(element, ledger, place, below)
        case Table():
            return lower_table(element, ledger, place, lower_elements)
        case Callout():
            return lower_callout(element, ledger, place, lower_elements)
        case WritingSpace():
            return lower_writing(element, ledger, place)
        case Field():
            return lower_field(element, ledger, place, below, above)
        case Toc():
            return lower_toc(element, ledger, place, below)
        case Drawing():
            return lower_drawing(element, ledger, SIGN if place.table == "entry" else FIGURE)
        case Picture():
            return lower_picture(element, ledger, place.width)
        case Chart():
            blocks = lower_chart(element, ledger, place.width)
            if element.source:
                caption = Para((Run(element.source),), "caption")
                blocks += lower_para(caption, ledger, place, False, above)
                keep_together(blocks)
            return blocks
        case _:
            raise TypeError(f"no writer for {type(element).__name__}: draw and paginate the book first")
