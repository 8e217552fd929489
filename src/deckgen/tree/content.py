"""Block content of trees: every run in it, and the sources that its numbers stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.base.runs import Runs
from deckgen.tree.elements import Callout, Element, Field, Group, Heading, ListBlock, Para, Table, WritingSpace


def runs_in(elements: Iterable[Element]) -> Iterator[Runs]:
    """The runs of the elements and of what they hold, in reading order."""
    for element in elements:
        match element:
            case Para() | Heading():
                yield element.runs
            case ListBlock():
                yield from element.items
            case Callout():
                yield element.title
                yield from runs_in(element.body)
            case Table():
                for row in (*element.head, *element.rows):
                    for cell in row.cells:
                        yield from runs_in(cell.content)
            case Group():
                yield from runs_in(element.children)
            case WritingSpace():
                yield element.prompt
            case Field():
                yield element.label
            case _:
                continue


def sources_of(elements: Iterable[Element]) -> list[tuple[str, Runs]]:
    """Numbers and sources, each once, in order."""
    return list(dict.fromkeys((run.text, run.note) for runs in runs_in(elements) for run in runs if run.note))
