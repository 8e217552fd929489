"""Every text of a record with who reads it: the facilitator alone, or participants too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from deckgen.base.diagnostics import Span
from deckgen.model.base import Private, Strict, words_of


class Worded(NamedTuple):
    """A text under `key` of a record, or item `number`, from 0, of the list there.

    `private` is None where participants may read it.
    What stands in a list in a list, or in a mapping, has the place of the inner one.
    """

    text: str
    owner: Strict
    key: str
    number: int | None
    private: Private | None

    @property
    def span(self) -> Span | None:
        """Where it was written."""
        return self.owner.at(self.key) if self.number is None else self.owner.at_item(self.key, self.number)


def texts_of(record: Strict, inherited: Private | None = None) -> Iterator[Worded]:
    """All texts below a record, in order; what stands below a private field is private."""
    for key, private in _fields(type(record)):
        value = getattr(record, key)
        if value:
            yield from _below(value, record, key, None, private or inherited)


def _below(value: Any, owner: Strict, key: str, index: int | None, private: Private | None) -> Iterator[Worded]:
    if isinstance(value, str):
        if value:
            yield Worded(value, owner, key, index, private)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _below(item, owner, key, number if index is None else index, private)
    elif isinstance(value, Strict):
        yield from texts_of(value, private)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _below((name, item), owner, key, index or 0, private)


@cache
def _fields(model: type[Strict]) -> tuple[tuple[str, Private | None], ...]:
    """The fields that hold texts for readers, and whose they are."""
    private, words = trainer_fields(model), words_of(model) | model.unprinted
    return tuple((key, private.get(key)) for key in model.model_fields if key not in words)


@cache
def trainer_fields(model: type[Strict]) -> dict[str, Private]:
    """The fields of a model that only a facilitator reads, those of its bases among them."""
    private: dict[str, Private] = {}
    for base in reversed(model.__mro__):
        private.update(vars(base).get("trainer_only", {}))
    return private
