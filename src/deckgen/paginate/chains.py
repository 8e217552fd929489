"""Elements and strips before they are placed: what begins a page, what shares one. Refuses nothing."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.runs import plain
from deckgen.paginate.lines import Strip
from deckgen.tree import Callout, Element, Group, Heading, Para, Table


def turns(element: Element) -> bool:
    """Whether the element begins a page by its own word."""
    if isinstance(element, Group):
        return element.new_page or (bool(element.children) and turns(element.children[0]))
    return isinstance(element, Heading) and element.new_page


def turns_within(group: Group) -> bool:
    """Whether something in the group begins a page, so that the group cannot be kept on one."""
    return any(turns(child) or (isinstance(child, Group) and turns_within(child)) for child in group.children)


def glue(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, all of which share a page."""
    return [strip._replace(glued=True) for strip in strips]


def head_of(strips: Sequence[Strip]) -> list[Strip]:
    """The strips that must share a page with the first."""
    end = 0
    while end < len(strips) - 1 and strips[end].glued:
        end += 1
    return list(strips[: end + 1])


def beginning_of(element: Element) -> str:
    """How the text of an element begins; a message knows it by that."""
    match element:
        case Heading() | Para():
            text = plain(element.runs)
        case Table():
            texts = (beginning_of(part) for row in element.rows for cell in row.cells for part in cell.content)
            text = element.alt or next(filter(None, texts), "")
        case Callout():
            text = plain(element.title) or next((beginning_of(part) for part in element.body), "")
        case Group():
            text = next(filter(None, map(beginning_of, element.children)), "")
        case _:
            text = ""
    return text if len(text) <= 40 else text[:40].rstrip() + "…"
