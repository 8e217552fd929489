"""Headers and footers of a book: parts that pages share, one for each wording and side. Refuses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import plain
from deckgen.theme import Theme
from deckgen.theme.boxes import text_area
from deckgen.tree import Book, BookSection, Callout, Element, Group, Heading, Table
from deckgen.writers.docx.anchored import write_band, write_frame, write_marks, write_page_items, write_tab
from deckgen.writers.docx.blocks import Paragraph
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.markup import STORY_NAMESPACES
from deckgen.writers.docx.runs import NONE, TAB, write_field, write_look, write_text
from deckgen.writers.docx.style_ids import PAGE_NUMBER, style_id
from deckgen.writers.parts import Relationships, write_part

Side = Literal["right", "left"]
"""The side of a spread a page lies on; where pages do not face each other, all are right ones."""

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FURNITURE = Template("<w:{tag} {namespaces}>{paragraph}</w:{tag}>")
_REFERENCE = Template('<w:{kind}Reference w:type="{place}" r:id="{link}"/>')
_HEADING = "STYLEREF 1"  # the heading of level 1 that the page belongs to, whatever Word calls its style


def has_facing_pages(book: Book, theme: Theme) -> bool:
    """Whether the book is bound: a theme with mirrored margins, and a section that leaves them as they are."""
    return theme.page.mirrored and any(section.margins is None for section in book.sections)


@dataclass(slots=True)
class Furniture:
    """Header and footer parts, each written once. What a house has on its pages hangs on their headers."""

    ledger: Ledger
    book: Book
    _known: dict[tuple[object, ...], str] = field(default_factory=dict)

    def references(self, section: BookSection) -> Markup:
        """The references of a section to its headers and footers."""
        sides: dict[str, Side] = {"default": "right"}
        if has_facing_pages(self.book, self.ledger.theme):
            sides["even"] = "left"
        written = []
        for place, side in sides.items():
            written.append(_REFERENCE("header", place, self._header(section, side)))
            written.append(_REFERENCE("footer", place, self._footer(section, side)))
        if section.cover:
            written.append(_REFERENCE("header", "first", self._cover_header()))
            written.append(_REFERENCE("footer", "first", self._footer(replace(section, bare=True), "right")))
        return join(written)

    def _header(self, section: BookSection, side: Side) -> str:
        """The running head of a section and its tab; none where it is bare, and no words where it has none."""
        if section.bare:
            return self._part(
                "header", ("bare", section.cut, section.framed, section.orientation), lambda _: self._bare(section)
            )
        worded = bool(section.header or section.cover)
        width = self._width(section) if worded else 0.0
        title = _title(section) if worded else ""
        words = (side, section.header, title, width, section.tab, section.margins, section.orientation)

        def write(links: Relationships) -> Paragraph:
            hung = self._hung(section, side, links)
            if not worded:
                return Paragraph(style_id("plain"), hung)
            inside, _, outside = section.header.partition(TAB)
            words = _across(write_text(inside), _write_outside(outside, title), side)
            return Paragraph(style_id("header"), join((words, hung)), tab=width)

        return self._part("header", words, write)

    def _bare(self, section: BookSection) -> Paragraph:
        """A header that shows nothing but where to cut, or a line around the page."""
        page, landscape = self.ledger.theme.page, section.orientation == "landscape"
        size = (page.height, page.width) if landscape else (page.width, page.height)
        hung = [write_marks(frame, self.ledger) for frame in section.cut]
        hung += [write_frame(*size, self.ledger)] if section.framed else []
        return Paragraph(style_id("plain"), join(hung))

    def _hung(self, section: BookSection, side: Side, links: Relationships) -> Markup:
        """What hangs on the pages of a section: things of the house, and the tab of the chapter."""
        page = self.ledger.theme.page.within(section.margins)
        landscape, mirrored = section.orientation == "landscape", page.mirrored and side == "left"
        items = write_page_items(cover=False, landscape=landscape, mirrored=mirrored, ledger=self.ledger, links=links)
        tab = write_tab(section.tab, page, side, self.ledger) if section.tab and not landscape else NONE
        return join((items, tab))

    def _footer(self, section: BookSection, side: Side) -> str:
        """Edition inside, page number outside; nothing where the section is bare."""
        if section.bare:
            return self._part("footer", ("bare",), lambda _: Paragraph(style_id("plain"), NONE))
        width = self._width(section)

        def write(_: Relationships) -> Paragraph:
            words = _across(write_text(self.book.footer), write_page_phrase(self.book.page_phrase), side)
            return Paragraph(style_id("footer"), words, tab=width)

        return self._part("footer", (side, width), write)

    def _cover_header(self) -> str:
        """A cover's header: no words, the colour band along the edge of the page."""
        theme = self.ledger.theme

        def write(links: Relationships) -> Paragraph:
            band = write_band(theme.boxes.cover_band, theme.page.height, self.ledger)
            items = write_page_items(cover=True, landscape=False, mirrored=False, ledger=self.ledger, links=links)
            return Paragraph(style_id("plain"), join((band, items)))

        return self._part("header", ("cover",), write)

    def _width(self, section: BookSection) -> float:
        return text_area(self.ledger.theme.page.within(section.margins), section.orientation)[0]

    def _part(self, kind: str, seen: tuple[object, ...], write: Callable[[Relationships], Paragraph]) -> str:
        """The relationship of a part with one paragraph, written unless one that looks the same is there."""
        key = (kind, *seen)
        if key not in self._known:
            links = Relationships()
            part = _FURNITURE("hdr" if kind == "header" else "ftr", STORY_NAMESPACES, write(links).xml())
            name = f"{kind}{1 + sum(1 for known, *_ in self._known if known == kind)}.xml"
            self.ledger.shelf.put(f"word/{name}", write_part(part), f"{_OFFICE}.{kind}+xml", links)
            self._known[key] = self.ledger.links.add(kind, name)
        return self._known[key]


def write_page_phrase(phrase: str) -> Markup:
    """The page number as fields inside its wording; the number itself stands out."""
    pieces = re.split(r"\{(pages?)\}", phrase)
    looks = {"page": ("PAGE", write_look(PAGE_NUMBER)), "pages": ("NUMPAGES", NONE)}
    return join(
        write_field(looks[piece][0], "1", looks[piece][1]) if at % 2 else write_text(piece)
        for at, piece in enumerate(pieces)
    )


def _across(inside: Markup, outside: Markup, side: Side) -> Markup:
    """What stands inside and what stands outside, from left to right."""
    if side == "left":
        return join((outside, write_text(TAB), inside))
    return join((inside, write_text(TAB), outside)) if outside else inside


def _title(section: BookSection) -> str:
    """The title of the chapter: its first heading of level 1."""
    titles = (heading for heading in _headings(section.children) if heading.level == 1)
    return next((plain((*heading.label, *heading.runs)) for heading in titles), "")


def _write_outside(text: str, title: str) -> Markup:
    """The words outside; the title of the chapter among them follows its heading."""
    before, heading, after = text.partition(title) if title else (text, "", "")
    if not heading:
        return write_text(text)
    return join((write_text(before), write_field(_HEADING, title), write_text(after)))


def _headings(elements: Iterable[Element]) -> Iterable[Heading]:
    for element in elements:
        match element:
            case Heading():
                yield element
            case Group(children=inner) | Callout(body=inner):
                yield from _headings(inner)
            case Table():
                for row in element.rows:
                    for cell in row.cells:
                        yield from _headings(cell.content)
            case _:
                continue
