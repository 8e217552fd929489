"""Sections of a book into the body, with headers and footers. Refuses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from deckgen.theme.boxes import text_area
from deckgen.tree import Book, BookSection
from deckgen.writers.docx.blocks import Block, Paragraph
from deckgen.writers.docx.drawing import write_band
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.lower import lower_elements
from deckgen.writers.docx.paragraphs import Place
from deckgen.writers.docx.runs import write_field, write_text
from deckgen.writers.docx.styles import SECTION_END, style_id
from deckgen.writers.docx.xml import DECLARATION, STORY_NAMESPACES, twips


@dataclass(slots=True)
class Furniture:
    """Header and footer parts, one for each wording and width; `parts` by part name."""

    ledger: Ledger
    parts: dict[str, bytes] = field(default_factory=dict)
    _known: dict[tuple[str, str, float], str] = field(default_factory=dict)

    def header(self, text: str, width: float) -> str:
        """The relationship of a running head; a tab in its text moves what follows to the right edge."""
        return self._part("header", text, width, write_text(text))

    def footer(self, book: Book, width: float) -> str:
        """The relationship of a footer: its text left, the page number right."""
        content = write_text(book.footer) + write_text("\t") + write_page_phrase(book.page_phrase)
        return self._part("footer", book.footer, width, content)

    def cover_header(self) -> str:
        """The relationship of a cover's header: no words, the colour band along the edge of the page."""
        theme = self.ledger.theme
        return self._part("header", "", 0.0, write_band(theme.boxes.cover_band, theme.page.height, self.ledger))

    def cover_footer(self) -> str:
        """The relationship of a cover's footer, which shows nothing."""
        return self._part("footer", "", 0.0, "")

    def _part(self, kind: str, text: str, width: float, content: str) -> str:
        key = (kind, text, width)
        if key not in self._known:
            name = f"{kind}{1 + sum(1 for known, _, _ in self._known if known == kind)}.xml"
            tag = "hdr" if kind == "header" else "ftr"
            style = style_id(kind) if width else style_id("plain")
            paragraph = Paragraph(style, content, tab=width).xml()
            xml = f"{DECLARATION}<w:{tag} {STORY_NAMESPACES}>{paragraph}</w:{tag}>"
            self.parts[f"word/{name}"] = xml.encode()
            self._known[key] = self.ledger.relate(kind, name)
        return self._known[key]


def write_page_phrase(phrase: str) -> str:
    """The page number as fields inside its wording."""
    parts = []
    for piece in phrase.replace("{pages}", "\0NUMPAGES\0").replace("{page}", "\0PAGE\0").split("\0"):
        parts.append(write_field(piece, "1") if piece in ("PAGE", "NUMPAGES") else write_text(piece))
    return "".join(parts)


def write_body(book: Book, ledger: Ledger) -> tuple[bytes, dict[str, bytes]]:
    """The document part and the header and footer parts."""
    furniture = Furniture(ledger)
    parts = [f"{DECLARATION}<w:document {STORY_NAMESPACES}><w:body>"]
    last = len(book.sections) - 1
    for index, section in enumerate(book.sections):
        width, _ = text_area(ledger.theme.page, section.orientation)
        blocks = lower_elements(section.children, ledger, Place(width))
        properties = _section_properties(section, book, ledger, furniture, width)
        if index < last:
            _end_section(blocks, properties)
        elif not blocks or not isinstance(blocks[-1], Paragraph):
            blocks.append(Paragraph(SECTION_END, ""))
        parts.extend(block.xml() for block in blocks)
        if index == last:
            parts.append(properties)
    parts.append("</w:body></w:document>")
    return "".join(parts).encode(), furniture.parts


def _end_section(blocks: list[Block], properties: str) -> None:
    """Hang the section's properties on its last paragraph, or on one of no height after a table."""
    if not blocks or not isinstance(blocks[-1], Paragraph):
        blocks.append(Paragraph(SECTION_END, ""))
    end = blocks[-1]
    if isinstance(end, Paragraph):
        end.section = properties
        end.keep_next = False


def _section_properties(section: BookSection, book: Book, ledger: Ledger, furniture: Furniture, width: float) -> str:
    page = ledger.theme.page
    landscape = section.orientation == "landscape"
    wide, high = (page.height, page.width) if landscape else (page.width, page.height)
    orient = ' w:orient="landscape"' if landscape else ""
    references = [
        f'<w:headerReference w:type="default" r:id="{furniture.header(section.header, width)}"/>',
        f'<w:footerReference w:type="default" r:id="{furniture.footer(book, width)}"/>',
    ]
    if section.cover:
        references += [
            f'<w:headerReference w:type="first" r:id="{furniture.cover_header()}"/>',
            f'<w:footerReference w:type="first" r:id="{furniture.cover_footer()}"/>',
        ]
    margins = " ".join(
        f'w:{side}="{twips(getattr(page, side))}"'
        for side in ("top", "right", "bottom", "left", "header", "footer", "gutter")
    )
    return (
        f'<w:sectPr>{"".join(references)}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"'
        f"{orient}/><w:pgMar {margins}/>{'<w:titlePg/>' if section.cover else ''}</w:sectPr>"
    )
