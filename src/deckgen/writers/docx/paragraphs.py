"""Paragraphs, headings, lists and tables of contents of a book into blocks. Refuses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import on_one_line, plain
from deckgen.theme.boxes import boxed_role, cell_text_role, contents_width, hanging_of, list_left, list_step
from deckgen.tree import Element, Heading, ListBlock, Para, Toc, TocEntry
from deckgen.tree.edges import is_title
from deckgen.writers.docx.blocks import Block, CellBlock, Control, Paragraph, RowBlock, TableBlock
from deckgen.writers.docx.controls import write_checkbox
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.runs import (
    NONE,
    TAB,
    bookmarked,
    write_anchor_link,
    write_field,
    write_look,
    write_runs,
    write_text,
)
from deckgen.writers.docx.style_ids import (
    BLOCK_HEADING,
    CHAPTER_NUMBER,
    OPEN_TABLE,
    SECTION_END,
    sheet_heading_id,
    spaced_id,
    style_id,
    unlisted_id,
)

BULLETS = 1  # numbering instance of all bulleted lists
_TOC = Template(
    '<w:sdt><w:sdtPr><w:id w:val="{id}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraphs}</w:sdtContent></w:sdt>"
)
_TOC_BEGIN = Template(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-{depth}" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_TOC_END = Markup('<w:r><w:fldChar w:fldCharType="end"/></w:r>')


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: the width they have, in points, and the box or cell around them."""

    width: float
    box: str = ""  # role of the callout around
    table: str = ""  # role of the table around
    cell: str = ""  # role of the cell around
    align: str = ""
    asked: str = ""  # what a box to tick without a label of its own is about: the words of its row and column

    def role(self, role: str) -> str:
        """The role of a paragraph, here."""
        if self.cell:
            return cell_text_role(self.table, self.cell, role)
        return boxed_role(role) if self.box else role or "body"


Lower = Callable[[Sequence[Element], Ledger, Place], list[Block]]
"""Elements into blocks, where they stand."""


def lower_para(para: Para, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    """A paragraph in its style; beside a box in the variant that keeps its distance."""
    role = place.role(para.role)
    content = write_runs(para.runs, ledger)
    return [Paragraph(spaced_style(role, ledger, place, below, above), content, align=place.align)]


def spaced_style(role: str, ledger: Ledger, place: Place, below: bool, above: bool) -> str:
    """The id of a paragraph style; beside a box that of its variant with more distance."""
    if place.cell or not (below or above):
        return style_id(role)
    ledger.variants.add((role, below, above))
    return spaced_id(role, below_box=below, above_box=above)


def lower_heading(heading: Heading, ledger: Ledger, place: Place, below: bool) -> list[Block]:
    """A heading with its bookmark, behind its label; in the band of a sheet it wears the sheet's title, and its label
    stands beside it.
    """
    content = write_runs(heading.runs, ledger)
    if heading.label and place.box != "sheet_head":
        content = join((write_text(plain(heading.label), write_look(CHAPTER_NUMBER)), content))
    if heading.anchor in ledger.anchors:
        content = bookmarked(content, heading.anchor, ledger)
    if place.box == "sheet_head":
        style = sheet_heading_id(heading.level)
    elif place.table == "entry":
        style = BLOCK_HEADING
    elif below and is_title(heading) and not place.cell:
        style = spaced_style("heading1", ledger, place, below, above=False)
    else:
        style = f"Heading{heading.level}" if heading.toc else unlisted_id(heading.level)
    return [Paragraph(style, content, page_break=heading.new_page)]


def lower_list(block: ListBlock, ledger: Ledger, place: Place, below: bool, above: bool) -> list[Block]:
    """A list; every ordered list has a numbering instance of its own."""
    theme = ledger.theme
    instance = ledger.number(block.start) if block.marker == "number" else BULLETS
    hanging = hanging_of(theme, block.marker, block.role)
    blocks: list[Block] = []
    last = len(block.items) - 1
    for index, item in enumerate(block.items):
        level = block.level(index)
        role = block.role or block.marker
        style = spaced_style(role, ledger, place, below and index == 0, above and index == last)
        left = list_left(theme, block.marker, block.role, level, boxed=bool(place.box or place.cell))
        indent = (left, hanging) if level or block.role else None
        content = write_runs(item, ledger)
        keep = index == 0 < last  # the first item does not stand alone
        if block.marker == "check":
            ticked = join((write_checkbox(ledger, plain(item)), write_text(TAB), content))
            blocks.append(Paragraph(style, ticked, keep_next=keep, indent=indent))
        else:
            bar = _bar(block, level, ledger) if level else None
            blocks.append(Paragraph(style, content, keep, number=(instance, level), indent=indent, bar=bar))
    return blocks


def _bar(block: ListBlock, level: int, ledger: Ledger) -> tuple[float, float, str] | None:
    """The bar of a deeper item where that of its style stands: it hangs on the paragraph's own indent."""
    theme = ledger.theme
    colour = theme.book_text[block.role].bar if block.role else ""
    if not colour:
        return None
    space = theme.boxes.bar_gap + level * list_step(theme, block.marker, block.role)
    return theme.boxes.bar, space, ledger.colour(colour)


def lower_toc(toc: Toc, ledger: Ledger, place: Place, below: bool) -> list[Block]:
    """A table of contents whose entries and page numbers are already there."""
    style = spaced_style("toc_title", ledger, place, below, above=False)
    title = [Paragraph(style, write_runs(toc.title, ledger))] if toc.title else []
    entries = [entry for entry in toc.entries if entry.anchor in ledger.anchors]
    lines = [Paragraph(style_id(f"toc{min(entry.level, 3)}"), _toc_line(entry, ledger)) for entry in entries]
    if toc.parted and lines:
        return [*title, _part_toc(lines, toc, ledger, place)]
    if lines:
        lines[0].content = join((_TOC_BEGIN(toc.depth), lines[0].content))
        lines[-1].content = join((lines[-1].content, _TOC_END))
    paragraphs = [*title, *lines]
    return [Control(_TOC, paragraphs, ledger.control())] if paragraphs else []


def _part_toc(lines: list[Paragraph], toc: Toc, ledger: Ledger, place: Place) -> Block:
    """The lines in two columns, each with its link and the field of its page.

    They are no field as a whole: LibreOffice takes one out of its column, and columns of a section make it run in
    circles where contents end near the foot of a page.
    """
    ledger.contents_columns = toc.columns
    width = contents_width(place.width, toc.columns)
    first, second = (CellBlock(width, [*part]) for part in (lines[: toc.parted], lines[toc.parted :]))
    between = CellBlock(place.width - 2 * width, [Paragraph(SECTION_END, NONE)])
    return TableBlock(OPEN_TABLE, [width, between.width, width], [RowBlock([first, between, second])])


def _toc_line(entry: TocEntry, ledger: Ledger) -> Markup:
    bookmark = ledger.anchors[entry.anchor]
    text = [write_text(run.text) for run in on_one_line(entry.runs)]  # a break would break the line of dots
    page = write_field(f"PAGEREF {bookmark} \\h", str(entry.page))
    return write_anchor_link(bookmark, join((*text, write_text(TAB), page)))
