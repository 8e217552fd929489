"""Where a flow of elements meets a box: tables have no space of their own above and below.

The pagination and the writer of books ask the same questions, so that both give the same distances.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import plain
from deckgen.tree.drawing import Drawing
from deckgen.tree.elements import Callout, Chart, Element, Group, Heading, Para, Picture, Table, Toc, WritingSpace


def is_captioned(element: Element, following: Element) -> bool:
    """Whether what follows is the caption of the element: the two stay on one page."""
    figures = Chart | Drawing | Picture | Table | Callout
    return isinstance(element, figures) and isinstance(following, Para) and following.role == "caption"


_NO_BREAK = "\u00a0"
HEAD_GAP = "\u2002"  # between the number of a sheet and its title


def split_head(head: Callout) -> tuple[tuple[Para, ...], tuple[Element, ...]]:
    """The number of a sheet, and what else the band at its head has: nothing but text before a heading is a number."""
    at = next((at for at, part in enumerate(head.body) if isinstance(part, Heading)), 0)
    number = tuple(part for part in head.body[:at] if isinstance(part, Para))
    return (number, head.body[at:]) if len(number) == at else ((), head.body)


def number_text(number: Sequence[Para]) -> list[tuple[str, str]]:
    """The words of a sheet's number by their roles, with the spaces around them, which no line ends at."""
    texts = [f"{plain(part.runs)}{_NO_BREAK}" for part in number]
    return [
        (part.role, text if at else _NO_BREAK + text) for at, (part, text) in enumerate(zip(number, texts, strict=True))
    ]


def split_titled(table: Table) -> tuple[Heading, Para] | None:
    """A heading, and what stands at the right on its line: a table of an entry that is nothing else."""
    if table.role != "entry" or table.head or len(table.rows) != 1 or len(table.rows[0].cells) != 2:
        return None
    (title, *more), (beside, *others) = (cell.content or (None,) for cell in table.rows[0].cells)
    if more or others or not isinstance(title, Heading) or not isinstance(beside, Para):
        return None
    return title, beside


def is_band_line(element: Element) -> bool:
    """Whether the element is a line of the band at the head of a sheet; what else there is stands below the band."""
    return isinstance(element, Heading | Para)


def is_title(heading: Heading) -> bool:
    """Whether a heading is a listed title of the first level that may stand in the midst of a page."""
    return heading.level == 1 and heading.toc and not heading.new_page


def starts_in_box(element: Element) -> bool:
    """Whether the element begins with a table, which has no space of its own above."""
    if isinstance(element, Group):
        return bool(element.children) and not element.new_page and starts_in_box(element.children[0])
    if isinstance(element, WritingSpace):
        return bool(element.prompt) or element.lines > 0
    if isinstance(element, Toc):
        return element.parted > 0 and not element.title
    return isinstance(element, Table | Callout)


def is_one_entry(before: Element, after: Element) -> bool:
    """Whether two tables are parts of one entry of the guide, which stand close together."""
    return isinstance(before, Table) and isinstance(after, Table) and "entry" in (before.role, after.role)


def ends_in_box(element: Element) -> bool:
    """Whether the element ends in a table, which has no space of its own below."""
    if isinstance(element, Group):
        return bool(element.children) and ends_in_box(element.children[-1])
    if isinstance(element, WritingSpace):
        return bool(element.prompt) or element.lines > 0
    if isinstance(element, Toc):
        return element.parted > 0
    return isinstance(element, Table | Callout)
