"""What appears on a slide click by click: items of drawings, paragraphs of texts, whole objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.base.runs import plain
from deckgen.tree.deck import Slide, Slot
from deckgen.tree.drawing import Bundle, Drawing
from deckgen.tree.elements import Callout, Chart, Element, ListBlock, Para, Picture, Table

# What a screen reader reads, in this order, after the title; what is built appears in it.
READING_ORDER = ("number", "kicker", "subtitle", "lead", "body", "canvas", "picture", "takeaway", "meta")
BUILT = ("body", "canvas", "takeaway")  # slots whose content appears click by click
_WHOLE = ("takeaway",)  # of these the ground appears with the words


class Click(NamedTuple):
    """What one click shows: some paragraphs of a text, the bundles of a drawing that wait for it, or a whole object."""

    slot: int  # place of its slot among those of the slide
    element: int  # place in the content of the slot
    said: str  # what appears, in its own words
    paragraphs: tuple[int, ...] = ()  # of the slot's text, counted from 0
    bundles: int = 0  # their `click`


def reading_order(slots: Sequence[Slot]) -> list[int]:
    """The places of the slots in the order in which they are read."""
    ranks = {name: rank for rank, name in enumerate(READING_ORDER)}
    return sorted(range(len(slots)), key=lambda at: ranks.get(slots[at].name, len(ranks)))


def clicks_of(slide: Slide) -> tuple[Click, ...]:
    """The clicks of a placed slide, in reading order; none where nothing is built."""
    if not slide.build:
        return ()
    return tuple(
        click
        for at in reading_order(slide.slots)
        if slide.slots[at].name in BUILT
        for click in _of_slot(at, slide.slots[at])
    )


def _of_slot(at: int, slot: Slot) -> Iterator[Click]:
    texts = [item for item in slot.content if isinstance(item, Para | ListBlock)]
    if texts and slot.name in _WHOLE:
        yield Click(at, place_of_text(slot), _said_by(texts))
    elif texts:
        yield from _of_text(at, place_of_text(slot), texts)
    for place, item in enumerate(slot.content):
        if isinstance(item, Drawing):
            yield from _of_drawing(at, place, item)
        elif isinstance(item, Table | Chart | Picture):
            yield Click(at, place, item.alt)
        elif isinstance(item, Callout):
            yield Click(at, place, plain(item.title) or _said_by(item.body))


def place_of_text(slot: Slot) -> int:
    """The place in a slot's content where its text begins; all of it stands in one shape."""
    return next(place for place, item in enumerate(slot.content) if isinstance(item, Para | ListBlock))


def _of_text(at: int, place: int, texts: Sequence[Para | ListBlock]) -> Iterator[Click]:
    """A paragraph a click, and an item of a list with all that stands below it."""
    number = 0
    for text in texts:
        if isinstance(text, Para):
            if plain(text.runs).strip():
                yield Click(at, place, plain(text.runs), (number,))
            number += 1
            continue
        levels = [text.level(item) for item in range(len(text.items))]
        heads = [item for item, level in enumerate(levels) if level == min(levels) or not item]
        for head, following in zip(heads, (*heads[1:], len(levels)), strict=True):
            yield Click(at, place, plain(text.items[head]), tuple(range(number + head, number + following)))
        number += len(text.items)


def _of_drawing(at: int, place: int, drawing: Drawing) -> Iterator[Click]:
    bundles = [item for item in drawing.shapes if isinstance(item, Bundle) and item.click]
    for click in sorted({bundle.click for bundle in bundles}):
        name = next(bundle.name for bundle in bundles if bundle.click == click)
        yield Click(at, place, name, bundles=click)


def _said_by(content: Sequence[Element]) -> str:
    """The first words of a text."""
    for item in content:
        runs = item.runs if isinstance(item, Para) else item.items[0] if isinstance(item, ListBlock) else ()
        if plain(runs):
            return plain(runs)
    return ""
