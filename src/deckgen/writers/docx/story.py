"""Sections of a book into the body. Refuses nothing."""

from __future__ import annotations

from deckgen.base.markup import Markup, Template, join
from deckgen.theme.boxes import text_area
from deckgen.tree import Book, BookSection
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.furniture import Furniture
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.lower import lower_elements
from deckgen.writers.docx.markup import STORY_NAMESPACES, twips
from deckgen.writers.docx.paragraphs import Place
from deckgen.writers.docx.runs import NONE
from deckgen.writers.docx.style_ids import SECTION_END
from deckgen.writers.parts import write_part

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = Template("<w:document {namespaces}><w:body>")(STORY_NAMESPACES)
_DOCUMENT_END = Markup("</w:body></w:document>")
_SECTION = Template(
    '<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
    "<w:pgMar{margins}/>{title_page}</w:sectPr>"
)
_LANDSCAPE, _TITLE_PAGE = Markup(' w:orient="landscape"'), Markup("<w:titlePg/>")
_MARGIN = Template(' w:{side}="{width}"')


def write_body(book: Book, ledger: Ledger) -> None:
    """The document part and the header and footer parts, put on the ledger's shelf."""
    furniture = Furniture(ledger, book)
    parts = [_DOCUMENT]
    last = len(book.sections) - 1
    for index, section in enumerate(book.sections):
        width, _ = text_area(ledger.theme.page.within(section.margins), section.orientation)
        blocks = lower_elements(section.children, ledger, Place(width))
        properties = _section_properties(section, ledger, furniture)
        if index < last:
            _end_section(blocks, properties)
        elif not blocks or not isinstance(blocks[-1], Paragraph):
            blocks.append(Paragraph(SECTION_END, NONE))
        parts.extend(block.xml() for block in blocks)
        if index == last:
            parts.append(properties)
    parts.append(_DOCUMENT_END)
    ledger.shelf.put("word/document.xml", write_part(*parts), f"{_OFFICE}.document.main+xml")


def _end_section(blocks: list[Block], properties: Markup) -> None:
    """Hang the section's properties on its last paragraph, or on one of no height after a table."""
    if not blocks or not isinstance(blocks[-1], Paragraph):
        blocks.append(Paragraph(SECTION_END, NONE))
    end = blocks[-1]
    if isinstance(end, Paragraph):
        end.section = properties
        end.keep_next = False


def _section_properties(section: BookSection, ledger: Ledger, furniture: Furniture) -> Markup:
    page = ledger.theme.page.within(section.margins)
    landscape = section.orientation == "landscape"
    wide, high = (page.height, page.width) if landscape else (page.width, page.height)
    sides = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    return _SECTION(
        references=furniture.references(section),
        width=twips(wide),
        height=twips(high),
        orient=_LANDSCAPE if landscape else NONE,
        margins=join(_MARGIN(side, twips(getattr(page, side))) for side in sides),
        title_page=_TITLE_PAGE if section.cover else NONE,
    )
