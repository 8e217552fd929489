"""Everything below a tree, a course or any record of them: records, and the words they show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, plain
from deckgen.base.units import Frame


def walk(value: Any) -> Iterator[Any]:
    """The value and every record, run and text below it, in reading order."""
    return iter(_everything(value))


def _everything(value: Any) -> list[Any]:
    """All that `walk` passes; what was asked for last is remembered, since many tests look at the same trees."""
    if not _fields(type(value)):
        return _gather(value)  # what may change
    known = _KNOWN.get(id(value))
    if known is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            del _KNOWN[next(iter(_KNOWN))]
        known = _KNOWN[id(value)] = value, _gather(value)
    return known[1]


_KNOWN: dict[int, tuple[Any, list[Any]]] = {}  # by identity, which holds for as long as the value is here
_MOST_KNOWN = 12


def _gather(value: Any) -> list[Any]:
    passed: list[Any] = []
    waiting: list[Any] = [value]
    while waiting:
        passed.append(one := waiting.pop())
        kind = type(one)
        if kind in _PLAIN:
            continue
        if kind is tuple:
            waiting += one[::-1]
        elif names := _fields(kind):
            waiting += [getattr(one, name) for name in names]
        elif isinstance(one, (tuple, list)):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            waiting += reversed([*one.values()])
    return passed


_PLAIN = frozenset({str, int, float, bool, type(None), Run, Frame, Span})


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of the fields of a record, from the last to the first; a run is the end of the way."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)[::-1]
    if dataclasses.is_dataclass(kind) and not issubclass(kind, (Run, type)):
        return tuple(field.name for field in dataclasses.fields(kind))[::-1]
    return ()


def is_runs(value: Any) -> bool:
    """Whether it is text as runs."""
    return type(value) is tuple and bool(value) and all(type(item) is Run for item in value)


def find(value: Any, kind: type) -> list[Any]:
    """Every record of a kind below the value."""
    return [item for item in _everything(value) if isinstance(item, kind)]


def texts(value: Any) -> list[str]:
    """Every text below the value: runs without their dress, and plain strings."""
    shown = (item if type(item) is str else plain(item) if is_runs(item) else None for item in _everything(value))
    return [text for text in shown if text is not None]


def words(value: Any) -> str:
    """All texts below the value as one, without spaces and the marks of Markdown, to look for words in."""
    return bare("\n".join(texts(value)))


def bare(text: str) -> str:
    """A text as `words` has it."""
    return "".join(char for char in text if char not in " \u00a0\u3000*`")
