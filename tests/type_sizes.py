"""The sizes of type on placed slides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.theme import Theme
from deckgen.theme.slide_text import paragraph_size
from deckgen.tree import Callout, Drawing, ListBlock, Para, Shape, Slide, Slot, Table, flat


def sizes_of(slides: Iterable[Slide], theme: Theme) -> dict[float, list[str]]:
    """Every size in points that a text of the slides has, with the ids of those slides."""
    where: dict[float, list[str]] = {}
    for slide in slides:
        for size in {slide.title_size, *(size for slot in slide.slots for size in _of_slot(slot, theme))}:
            where.setdefault(size, []).append(slide.id)
    return where


def _of_slot(slot: Slot, theme: Theme) -> Iterator[float]:
    for element in slot.content:
        if isinstance(element, Para | ListBlock):
            size = slot.size or theme.slide_text[slot.name].size
            yield paragraph_size(theme, slot.name, element.role, size)
        elif isinstance(element, Callout):
            yield slot.size or theme.slide_text["code" if element.role == "code" else "body"].size
        elif isinstance(element, Table) and element.layout is not None:
            yield element.layout.size
        elif isinstance(element, Drawing):
            for shape in flat(element.shapes):
                if isinstance(shape, Shape) and shape.text:
                    yield from (label.size for label in shape.text.labels)
