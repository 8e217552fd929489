"""A book: sections of pages, each a flow of elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from deckgen.base.units import Frame, Margins
from deckgen.tree.deck import Properties
from deckgen.tree.elements import Element


@dataclass(frozen=True, slots=True)
class ThumbTab:
    """The tab at the outside edge of the pages of a chapter, by which its place is found with the thumb.

    `at` is its place among `count` tabs, from 0 at the top; `number` is empty where the chapter has none.
    """

    number: str
    name: str
    at: int
    count: int


@dataclass(frozen=True, slots=True)
class BookSection:
    """A stretch of pages of one orientation and one header; it always starts on a new page.

    `header` is the running head: what stands inside, at the binding, a tab, and what stands outside (course and
    book, chapter). The footer, the same in every section, is Book.footer, inside, and "page X of Y" fields, outside.
    A `cover` section shows neither on its first page, one that is
    `bare` on none. One that `fills` its pages has readings where they need the fewest of them, never
    behind the sheets that need them, and its room to write grows to the foot of a page; once laid out it is as it is.
    `margins` are those of the theme unless the pages of a section need others. `cut` are the frames, from the corner
    of the page, that are cut out of every page of a section: marks stand off their corners. A `framed` section has a
    line around every page.
    """

    id: str
    title: str
    children: tuple[Element, ...]
    orientation: Literal["portrait", "landscape"] = "portrait"
    header: str = ""
    cover: bool = False
    fills: bool = False
    margins: Margins | None = None
    bare: bool = False
    tab: ThumbTab | None = None
    cut: tuple[Frame, ...] = ()
    framed: bool = False


@dataclass(frozen=True, slots=True)
class PageUse:
    """What a page of a laid out book is used for, as shares of its text area.

    `empty` is what lies below the last text, figure or field; `writing` is what people write on. `ends` says that the
    section ends here; `spread` that what follows asks for a page of its own choice, as a spread does.
    """

    section: str
    empty: float
    writing: float
    ends: bool = False
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, a guide or another paper of one delivery; `kind` is its name, such as ``workbook``.

    `page_phrase` carries the wording of the page number with ``{page}`` and ``{pages}``.
    """

    kind: str
    properties: Properties
    sections: tuple[BookSection, ...]
    footer: str = ""
    page_phrase: str = "{page} / {pages}"
    pages: int = 0  # how many, once paginated
    uses: tuple[PageUse, ...] = field(default=(), compare=False)  # of every page, once paginated
    places: tuple[tuple[str, int, str], ...] = field(default=(), compare=False)  # anchor, page, id of what stands there

    @property
    def writing_share(self) -> float:
        """How much of its pages is room to write."""
        return sum(use.writing for use in self.uses) / len(self.uses) if self.uses else 0.0
