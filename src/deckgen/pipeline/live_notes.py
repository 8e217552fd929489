"""The notes of a slide as paragraphs of plain text, each with what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from deckgen.base.runs import Run, plain
from deckgen.tree import Callout, Element, ListBlock, Para


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph of the notes; `label` is what it is called there."""

    label: str
    text: str


def notes_of(elements: Sequence[Element]) -> Iterator[Note]:
    """Every paragraph, item and cell of the notes."""
    for element in elements:
        match element:
            case Para():
                label, *rest = element.runs or (Run(""),)
                if label.strong and rest:
                    yield Note(label.text.rstrip("：: "), plain(tuple(rest)).strip())
                elif element.runs:
                    yield Note("", plain(element.runs))
            case ListBlock():
                yield from (Note("•", plain(item)) for item in element.items)
            case Callout():
                yield Note(plain(element.title), "") if element.title else Note("", "")
                yield from notes_of(element.body)
            case _:
                yield from (Note("", text) for text in _texts(element))


def _texts(value: object) -> Iterator[str]:
    """All that stands in an element of some other kind."""
    if isinstance(value, tuple):
        if value and all(isinstance(item, Run) for item in value):
            yield plain(value)
        else:
            for item in value:
                yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
