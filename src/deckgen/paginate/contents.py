"""Lists of contents: their columns, and where they stand in a book. Refuses nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from deckgen.paginate.lines import Column
from deckgen.paginate.pages import SLACK, chain_height, usable_height
from deckgen.paginate.strips import Ruler
from deckgen.theme.boxes import text_area
from deckgen.tree import Book, Element, Group, Toc

_FEW_ENTRIES = 12  # of contents: fewer stand in one column
_UNEVEN = 1.2  # how much higher than need be columns may be for the sake of a chapter's beginning


def part_columns(toc: Toc, ruler: Ruler) -> Toc:
    """Contents wanted in two columns parted where both are low, rather before a chapter; not if longer than a page."""
    if toc.columns == 1 or len(toc.entries) < _FEW_ENTRIES:
        return replace(toc, columns=1, parted=0)
    width, height = text_area(ruler.theme.page)
    heights = ruler.entry_heights(toc, Column(width))
    taken = {at: max(sum(heights[:at]), sum(heights[at:])) for at in range(1, len(heights))}
    lowest = min(taken.values())
    chapters = [at for at in taken if toc.entries[at].level == 1 and taken[at] <= lowest * _UNEVEN]
    parted = replace(toc, parted=min(chapters or taken, key=lambda at: (taken[at], at)))
    fits = chain_height(ruler.strips(parted, Column(width))) + SLACK <= usable_height(height, bound=True)
    return parted if fits else replace(toc, columns=1, parted=0)


def replace_tocs(book: Book, change: Callable[[Toc], Toc]) -> Book:
    """The book with every list of contents changed."""

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
