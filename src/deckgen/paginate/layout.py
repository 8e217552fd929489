"""A book onto pages: drawings at their width, contents filled in, and the page where every anchor falls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.draw import Pen
from deckgen.measure import Faces
from deckgen.paginate.contents import part_columns, replace_tocs
from deckgen.paginate.flow import Flow
from deckgen.paginate.lines import Column
from deckgen.paginate.prepare import LABEL, STRONG, list_contents, prepare_book
from deckgen.paginate.strips import Ruler
from deckgen.theme import Theme
from deckgen.tree import Book, Table, Toc


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
    prepared = prepare_book(book, theme, Pen(faces, LABEL, STRONG, corner=theme.corner), report)
    ruler = Ruler(theme, faces)
    prepared = replace_tocs(prepared, lambda toc: part_columns(list_contents(prepared, toc), ruler))
    flow = Flow(ruler, report)
    sections = tuple(flow.section(section) for section in prepared.sections)
    places = tuple((anchor, page, "") for anchor, page in flow.anchors.items())
    laid = replace(prepared, sections=sections, pages=len(flow.fills), uses=tuple(flow.uses), places=places)

    def number(toc: Toc) -> Toc:
        entries = tuple(replace(entry, page=flow.anchors.get(entry.anchor, 0)) for entry in toc.entries)
        return replace(toc, entries=entries)

    share = flow.writing / flow.area if flow.area else 0.0
    layout = BookLayout(replace_tocs(laid, number), flow.anchors, tuple(flow.fills), share)
    return layout, tuple(report)


def height_of_table(table: Table, width: float, theme: Theme, faces: Faces) -> float:
    """The height in points that a table takes of a column, as long as it is not asked to be higher."""
    strips = Ruler(theme, faces).strips(table, Column(width))
    return sum(strip.height for strip in strips)
