"""Placed trees into how large each picture is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.base.units import Frame
from deckgen.tree import Book, Bundle, Callout, Cell, Deck, Drawing, Group, Image, Picture, Row, Slot, Table
from deckgen.tree.picture import whole_width


def widths_in(tree: Deck | Book) -> dict[str, float]:
    """The width in points at which each picture would be shown as a whole, at the largest of its places."""
    widths: dict[str, float] = {}
    sections = tree.sections
    for section in sections:
        things = section.slides if hasattr(section, "slides") else section.children
        for path, width in _shown(things):
            widths[path] = max(width, widths.get(path, 0.0))
    return widths


def _shown(value: Any) -> Iterator[tuple[str, float]]:
    match value:
        case tuple():
            for item in value:
                yield from _shown(item)
        case Picture():
            yield value.path, whole_width(Frame(0.0, 0.0, value.width, value.height), value.crop)
        case Image():
            yield value.path, whole_width(value.frame, value.crop)
        case Slot():
            for item in value.content:
                if isinstance(item, Picture) and value.frame is not None:
                    yield item.path, whole_width(value.frame, item.crop)
                else:
                    yield from _shown(item)
        case Drawing() | Bundle():
            yield from _shown(value.shapes)
        case Group():
            yield from _shown(value.children)
        case Callout():
            yield from _shown(value.body)
        case Table():
            yield from _shown((*value.head, *value.rows))
        case Row():
            yield from _shown(value.cells)
        case Cell():
            yield from _shown(value.content)
        case _:
            yield from _shown(getattr(value, "slots", ()))
