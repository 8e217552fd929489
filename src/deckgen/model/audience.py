"""Every text of a record with who reads it: the facilitator alone, or participants too."""

from __future__ import annotations

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


def texts_of(record: Strict) -> tuple[Worded, ...]:
    """All texts below a record, in order; what stands below a private field is private.

    Many rules ask for those of the same course, one after the other: the records asked for last are remembered.
    """
    known = _KNOWN.get(id(record))
    if known is None:
        texts: list[Worded] = []
        _gather(record, None, texts)
        while len(_KNOWN) >= _MOST_KNOWN:
            del _KNOWN[next(iter(_KNOWN))]
        known = _KNOWN[id(record)] = record, tuple(texts)
    return known[1]


_KNOWN: dict[int, tuple[Strict, tuple[Worded, ...]]] = {}  # by identity, which holds for as long as the record is here
_MOST_KNOWN = 256


def _gather(record: Strict, inherited: Private | None, texts: list[Worded]) -> None:
    values = record.__dict__
    for key, private in _fields(type(record)):
        if value := values[key]:
            _below(value, record, key, None, private or inherited, texts)


def _below(
    value: Any, owner: Strict, key: str, index: int | None, private: Private | None, texts: list[Worded]
) -> None:
    if isinstance(value, str):
        if value:
            texts.append(Worded(value, owner, key, index, private))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _below(item, owner, key, number if index is None else index, private, texts)
    elif isinstance(value, Strict):
        _gather(value, private, texts)
    elif isinstance(value, dict):
        for name, item in value.items():
            _below((name, item), owner, key, index or 0, private, texts)


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
