"""A book onto pages: where every anchor falls, and page starts that every reader keeps.

Where a page begins with an element, the book is told so; renderers that would fill a page a little
differently then still begin each of those pages alike, and printed page numbers stay true.
Reports what may not be split but is longer than a page (DG506).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.documents.draw import Pen
from deckgen.documents.measure import Faces
from deckgen.documents.paginate.pages import Pages, chain_height
from deckgen.documents.paginate.prepare import LABEL, STRONG, list_contents, prepare_book
from deckgen.documents.paginate.strips import Column, Ruler, Strip
from deckgen.documents.tree import Book, BookSection, Callout, Element, Group, Heading, Table, Toc
from deckgen.documents.tree.edges import ends_in_box, starts_in_box
from deckgen.theme import Theme
from deckgen.theme.boxes import text_area

_SMALL_TABLE = 0.33  # tables up to this share of a page are kept whole
PAGE_START = "page"  # role of a group that only says where a page begins


@dataclass(frozen=True, slots=True)
class BookLayout:
    """What pagination found: pages by anchor, how full each page is, how much of it is for writing.

    `fills` are shares of the text area in page order; `writing_share` is over the whole book.
    """

    book: Book
    anchors: Mapping[str, int]
    fills: tuple[float, ...]
    writing_share: float

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self.fills)


def paginate_book(book: Book, theme: Theme, faces: Faces) -> tuple[Book, dict[str, int], tuple[Diagnostic, ...]]:
    """The book with drawings, contents and page starts, and the printed page of every anchor."""
    layout, diagnostics = lay_out_book(book, theme, faces)
    return layout.book, dict(layout.anchors), diagnostics


def lay_out_book(book: Book, theme: Theme, faces: Faces) -> tuple[BookLayout, tuple[Diagnostic, ...]]:
    """The book on pages, with everything that is known about them."""
    report = Report()
    prepared = prepare_book(book, theme, Pen(faces, LABEL, STRONG), report)
    prepared = _replace_tocs(prepared, lambda toc: list_contents(prepared, toc))
    flow = _Flow(Ruler(theme, faces), report)
    sections = tuple(flow.section(section) for section in prepared.sections)
    laid = replace(prepared, sections=sections)

    def number(toc: Toc) -> Toc:
        entries = tuple(replace(entry, page=flow.anchors.get(entry.anchor, 0)) for entry in toc.entries)
        return replace(toc, entries=entries)

    share = flow.writing / flow.area if flow.area else 0.0
    layout = BookLayout(_replace_tocs(laid, number), flow.anchors, tuple(flow.fills), share)
    return layout, tuple(report)


class _Flow:
    """Lays out the sections one after another."""

    def __init__(self, ruler: Ruler, report: Report) -> None:
        self.ruler, self.report = ruler, report
        self.anchors: dict[str, int] = {}
        self.fills: list[float] = []
        self.writing = 0.0
        self.area = 0.0
        self.pages = Pages(1.0, 1)
        self.column = Column(1.0)

    def section(self, section: BookSection) -> BookSection:
        """A section on pages of its own."""
        width, height = text_area(self.ruler.theme.page, section.orientation)
        self.pages = Pages(height, len(self.fills) + 1)
        self.column = Column(width)
        children = self.elements(section.children, False, False)
        fills = self.pages.close()
        self.fills += fills
        self.area += height * len(fills)
        return replace(section, children=children)

    def elements(self, elements: Sequence[Element], below: bool, above: bool) -> tuple[Element, ...]:
        """Elements in a flow; headings and labels take what follows along."""
        made: list[Element] = []
        index = 0
        while index < len(elements):
            end = self._end_of_chain(elements, index)
            chain = elements[index : end + 1]
            under = ends_in_box(elements[index - 1]) if index else below
            over = starts_in_box(elements[end + 1]) if end + 1 < len(elements) else above
            made += self.chain(chain, under, over) if len(chain) > 1 else [self.element(chain[0], under, over)]
            index = end + 1
        return tuple(made)

    def _end_of_chain(self, elements: Sequence[Element], start: int) -> int:
        """The last element that must share a page with the beginning of the chain."""
        end = start
        while end < len(elements) - 1 and self._leads(elements[end]) and not _turns(elements[end + 1]):
            end += 1
        return end

    def _leads(self, element: Element) -> bool:
        if isinstance(element, Group):
            return False
        strips = self.ruler.strips(element, self.column)
        return bool(strips) and strips[-1].glued

    def chain(self, chain: Sequence[Element], below: bool, above: bool) -> list[Element]:
        """Headings or labels with what they lead into, which may run on to further pages."""
        *heads, last = chain
        if isinstance(last, Group):
            # a group decides for itself: its first lines are what the heading needs
            strips = self.ruler.flow(heads, self.column, below, starts_in_box(last))
            first = self.ruler.flow([last], self.column, ends_in_box(heads[-1]), above)
            needed = [*strips, *(first if last.keep else first[:1])]
            opens = self._opens(heads[0], needed)
            self._place(strips, opens or _turns(heads[0]))
            tail = self.element(last, ends_in_box(heads[-1]), above)
            made = [*heads, tail]
        else:
            last = self._settle(last)
            made = [*heads, last]
            strips = self.ruler.flow(made, self.column, below, above)
            opens = self._opens(heads[0], _head_of(strips))
            self._place(strips, opens or _turns(heads[0]))
        if opens and not _turns(heads[0]):
            made[0] = Group((made[0],), role=PAGE_START, new_page=True)
        return made

    def element(self, element: Element, below: bool, above: bool) -> Element:
        """One element; a group that does not fit on a page lets its children break."""
        if isinstance(element, Group):
            return self._group(element, below, above)
        element = self._settle(element)
        strips = self.ruler.flow([element], self.column, below, above)
        opens = self._opens(element, _head_of(strips))
        self._place(strips, opens or _turns(element))
        return Group((element,), role=PAGE_START, new_page=True) if opens and not _turns(element) else element

    def _group(self, group: Group, below: bool, above: bool) -> Group:
        if group.new_page and self.pages.used > 0:
            self.pages.turn()
        strips = self.ruler.flow(group.children, self.column, below and not group.new_page, above)
        if group.keep and chain_height(strips) <= self.pages.capacity - 3.0:
            needed = [replace(strip, glued=True) for strip in strips]
            opens = bool(strips) and self._opens(group, needed)
            if opens:
                self.pages.turn()
            page = self.pages.number
            self._place(needed, False)
            self._note(group, page)
            return replace(group, new_page=group.new_page or opens)
        before = self.pages.number
        fresh = self.pages.used == 0.0
        children = self.elements(group.children, below and not group.new_page, above)
        turned = bool(children) and _turns(children[0]) and not fresh
        self._note(group, before + 1 if turned else before)
        return replace(group, children=children, keep=False)

    def _settle(self, element: Element) -> Element:
        """An element that can be on a page: small tables whole, long boxes allowed to run on."""
        capacity = self.pages.capacity
        if isinstance(element, Table | Callout):
            height = chain_height(self.ruler.flow([element], self.column))
            if element.keep and height > capacity - 3.0:
                return replace(element, keep=False)
            if isinstance(element, Table) and not element.keep and height <= capacity * _SMALL_TABLE:
                return replace(element, keep=True)
        return element

    def _opens(self, element: Element, needed: Sequence[Strip]) -> bool:
        """Whether the element begins a page because what it needs does not fit on this one."""
        if not needed:
            return False
        height = chain_height(needed)
        if height > self.pages.capacity:
            self.report.add("DG506", f"{type(element).__name__} is {height:.0f} pt high", None,
                            f"a page holds {self.pages.capacity:.0f} pt: shorten or split it")  # fmt: skip
        return self.pages.used > 0 and self.pages.used + height + 3.0 > self.pages.capacity

    def _place(self, strips: Sequence[Strip], new_page: bool) -> None:
        numbers = self.pages.place(strips, new_page)
        for strip, number in zip(strips, numbers, strict=True):
            self.writing += strip.writing
            for anchor in strip.anchors:
                self.anchors.setdefault(anchor, number)

    def _note(self, group: Group, page: int) -> None:
        if group.id:
            self.anchors.setdefault(group.id, page)


def _head_of(strips: Sequence[Strip]) -> list[Strip]:
    """The strips that must share a page with the first."""
    end = 0
    while end < len(strips) - 1 and strips[end].glued:
        end += 1
    return list(strips[: end + 1])


def _turns(element: Element) -> bool:
    """Whether the element begins a page by its own word."""
    if isinstance(element, Group):
        return element.new_page or (bool(element.children) and _turns(element.children[0]))
    return isinstance(element, Heading) and element.new_page


def _replace_tocs(book: Book, change: Callable[[Toc], Toc]) -> Book:
    def walk(elements: Sequence[Element]) -> tuple[Element, ...]:
        return tuple(
            change(element)
            if isinstance(element, Toc)
            else replace(element, children=walk(element.children))
            if isinstance(element, Group)
            else element
            for element in elements
        )

    sections = tuple(replace(section, children=walk(section.children)) for section in book.sections)
    return replace(book, sections=sections)
