"""Sections of a book into the body, with headers and footers. Refuses nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deckgen.base.markup import Markup, Template, join
from deckgen.theme.boxes import text_area
from deckgen.tree import Book, BookSection
from deckgen.writers.docx.anchored import write_band, write_page_items
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.lower import lower_elements
from deckgen.writers.docx.markup import STORY_NAMESPACES, twips
from deckgen.writers.docx.paragraphs import Place
from deckgen.writers.docx.runs import NONE, write_field, write_text
from deckgen.writers.docx.style_ids import SECTION_END, style_id
from deckgen.writers.parts import Relationships, write_part

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = Template("<w:document {namespaces}><w:body>")(STORY_NAMESPACES)
_DOCUMENT_END = Markup("</w:body></w:document>")
_FURNITURE = Template("<w:{tag} {namespaces}>{paragraph}</w:{tag}>")
_SECTION = Template(
    '<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
    "<w:pgMar{margins}/>{title_page}</w:sectPr>"
)
_REFERENCE = Template('<w:{kind}Reference w:type="{place}" r:id="{link}"/>')
_LANDSCAPE, _TITLE_PAGE = Markup(' w:orient="landscape"'), Markup("<w:titlePg/>")
_MARGIN = Template(' w:{side}="{width}"')


@dataclass(slots=True)
class Furniture:
    """Header and footer parts, one for each wording and width. What a house has on its pages hangs on their headers."""

    ledger: Ledger
    _known: dict[tuple[str, str, float], str] = field(default_factory=dict)

    def header(self, text: str, width: float, *, landscape: bool) -> str:
        """The relationship of a running head; a tab in its text moves what follows to the right edge."""
        links = Relationships()
        items = write_page_items(cover=False, landscape=landscape, ledger=self.ledger, links=links)
        return self._part("header", text, width, join((write_text(text), items)), links)

    def footer(self, book: Book, width: float) -> str:
        """The relationship of a footer: its text left, the page number right."""
        content = join((write_text(book.footer), write_text("\t"), write_page_phrase(book.page_phrase)))
        return self._part("footer", book.footer, width, content)

    def cover_header(self) -> str:
        """The relationship of a cover's header: no words, the colour band along the edge of the page."""
        theme, links = self.ledger.theme, Relationships()
        band = write_band(theme.boxes.cover_band, theme.page.height, self.ledger)
        items = write_page_items(cover=True, landscape=False, ledger=self.ledger, links=links)
        return self._part("header", "", 0.0, join((band, items)), links)

    def wordless_header(self, *, landscape: bool) -> str:
        """The relationship of a header without words and line, that holds what a house has on its pages."""
        links = Relationships()
        items = write_page_items(cover=False, landscape=landscape, ledger=self.ledger, links=links)
        return self._part("header", "landscape" if landscape else "upright", 0.0, items, links)

    def empty_header(self) -> str:
        """The relationship of a header that shows nothing at all."""
        return self._part("header", "none", 0.0, NONE)

    def empty_footer(self) -> str:
        """The relationship of a footer that shows nothing."""
        return self._part("footer", "", 0.0, NONE)

    def _part(self, kind: str, text: str, width: float, content: Markup, links: Relationships | None = None) -> str:
        key = (kind, text, width)
        if key not in self._known:
            name = f"{kind}{1 + sum(1 for known, _, _ in self._known if known == kind)}.xml"
            paragraph = Paragraph(style_id(kind) if width else style_id("plain"), content, tab=width).xml()
            part = _FURNITURE("hdr" if kind == "header" else "ftr", STORY_NAMESPACES, paragraph)
            self.ledger.shelf.put(f"word/{name}", write_part(part), f"{_OFFICE}.{kind}+xml", links)
            self._known[key] = self.ledger.links.add(kind, name)
        return self._known[key]


def write_page_phrase(phrase: str) -> Markup:
    """The page number as fields inside its wording."""
    pieces = re.split(r"\{(pages?)\}", phrase)
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    return join(write_field(fields[piece], "1") if at % 2 else write_text(piece) for at, piece in enumerate(pieces))


def write_body(book: Book, ledger: Ledger) -> None:
    """The document part and the header and footer parts, put on the ledger's shelf."""
    furniture = Furniture(ledger)
    parts = [_DOCUMENT]
    last = len(book.sections) - 1
    for index, section in enumerate(book.sections):
        width, _ = text_area(ledger.theme.page.within(section.margins), section.orientation)
        blocks = lower_elements(section.children, ledger, Place(width))
        properties = _section_properties(section, book, ledger, furniture, width)
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


def _header(section: BookSection, furniture: Furniture, width: float, *, landscape: bool) -> str:
    """The running head of a section; none where it is bare or has no words for one."""
    if section.bare:
        return furniture.empty_header()
    if not (section.header or section.cover):
        return furniture.wordless_header(landscape=landscape)
    return furniture.header(section.header, width, landscape=landscape)


def _section_properties(section: BookSection, book: Book, ledger: Ledger, furniture: Furniture, width: float) -> Markup:
    page = ledger.theme.page.within(section.margins)
    landscape = section.orientation == "landscape"
    wide, high = (page.height, page.width) if landscape else (page.width, page.height)
    references = [
        _REFERENCE("header", "default", _header(section, furniture, width, landscape=landscape)),
        _REFERENCE("footer", "default", furniture.empty_footer() if section.bare else furniture.footer(book, width)),
    ]
    if section.cover:
        references += [
            _REFERENCE("header", "first", furniture.cover_header()),
            _REFERENCE("footer", "first", furniture.empty_footer()),
        ]
    sides = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    return _SECTION(
        references=join(references),
        width=twips(wide),
        height=twips(high),
        orient=_LANDSCAPE if landscape else NONE,
        margins=join(_MARGIN(side, twips(getattr(page, side))) for side in sides),
        title_page=_TITLE_PAGE if section.cover else NONE,
    )
