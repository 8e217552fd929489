"""YAML data that knows where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from deckgen.base.diagnostics import Span


class Located(dict[str, Any]):
    """A mapping read from YAML.

    `span` is its own place, `spans` that of each key's value, `keys_at` that of each key,
    `items_at` that of each item of a sequence, by key. `auto` is the id that its author left to be counted, `draft`
    says whether it is marked as not finished, `inferred` are the keys that nobody wrote.
    """

    __slots__ = ("auto", "draft", "inferred", "items_at", "keys_at", "span", "spans")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.span: Span | None = None
        self.spans: dict[str, Span] = {}
        self.keys_at: dict[str, Span] = {}
        self.items_at: dict[str, list[Span]] = {}
        self.auto: str = ""
        self.draft: bool | None = None
        self.inferred: frozenset[str] = frozenset()

    def infer(self, key: str, value: Any, span: Span | None = None) -> None:
        """Put a value under a key that nobody wrote; `span` is the place of what it was inferred from."""
        self[key] = value
        self.inferred |= {key}
        if span is not None:
            self.spans[key] = span


class LocatedList(list[Any]):
    """A sequence read from YAML; `span` is its own place, `items_at` that of each item.

    `levels` says how deep the items stood, 0 for the outermost, where lists in lists have become one; else it is empty.
    """

    __slots__ = ("items_at", "levels", "span")

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.span: Span | None = None
        self.items_at: list[Span] = []
        self.levels: list[int] = []


class Unread:
    """The one value `UNREAD`: it stands where something could not be read.

    Its mistake has been reported; whoever meets it says nothing more about it.
    """

    def __repr__(self) -> str:
        return "UNREAD"

    def __bool__(self) -> bool:
        return False


UNREAD: Final = Unread()


class Open:
    """The one value `OPEN`: it stands where a draft has nothing yet. Records are made without it; nobody prints it."""

    def __repr__(self) -> str:
        return "OPEN"

    def __bool__(self) -> bool:
        return False


OPEN: Final = Open()


def locate(raw: Any, path: Sequence[str | int], *, key: bool = False) -> Span | None:
    """The place of the value at `path`, or of the nearest thing around it that has one.

    With `key` the last step answers with the place of the key itself, for mistakes in its name.
    """
    here: Span | None = getattr(raw, "span", None)
    for number, step in enumerate(path):
        if isinstance(raw, Located) and isinstance(step, str) and step in raw:
            wanted = raw.keys_at if key and number == len(path) - 1 else raw.spans
            here = wanted.get(step, here)
            raw = raw[step]
        elif isinstance(raw, LocatedList) and isinstance(step, int) and 0 <= step < len(raw):
            here = raw.items_at[step]
            raw = raw[step]
        else:
            break
    return here


Around = tuple[Span, tuple[str, ...], tuple[str, ...]]
"""A place, the ids of the records around it and the keys that lead to it, outermost first."""


def places_in(raw: Any, ids: tuple[str, ...] = (), keys: tuple[str, ...] = ()) -> Iterator[Around]:
    """Every place in the data, and what it stands in."""
    if isinstance(raw, Located):
        name = raw.get("id")
        ids = (*ids, name) if isinstance(name, str) else ids
        own = [raw.span, *raw.spans.values(), *raw.keys_at.values()]
        yield from ((place, ids, keys) for place in own if place is not None)
        for key, value in raw.items():
            yield from places_in(value, ids, (*keys, key))
    elif isinstance(raw, LocatedList):
        yield from ((place, ids, keys) for place in (raw.span, *raw.items_at) if place is not None)
        for value in raw:
            yield from places_in(value, ids, keys)


def is_unread(raw: Any, path: Sequence[str | int]) -> bool:
    """True when the way along `path` ends in, or runs into, a value that could not be read."""
    for step in path:
        if raw is UNREAD:
            return True
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            return False
    return raw is UNREAD
