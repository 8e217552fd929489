"""Everything below a tree, a course or any record of them: records, and the words they show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from deckgen.base.runs import Run, plain


def walk(value: Any) -> Iterator[Any]:
    """The value and every record, run and text below it, in reading order."""
    waiting: list[Any] = [value]
    while waiting:
        yield (one := waiting.pop())
        kind = type(one)
        if kind in (str, int, float, bool):
            continue
        if names := _fields(kind):
            waiting += [getattr(one, name) for name in reversed(names)]
        elif isinstance(one, (tuple, list)):
            waiting += reversed(one)
        elif isinstance(one, Mapping):
            waiting += reversed([*one.values()])


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of the fields of a record; a run is the end of the way."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    if dataclasses.is_dataclass(kind) and not issubclass(kind, (Run, type)):
        return tuple(field.name for field in dataclasses.fields(kind))
    return ()


def is_runs(value: Any) -> bool:
    """Whether it is text as runs."""
    return isinstance(value, tuple) and bool(value) and all(isinstance(item, Run) for item in value)


def find(value: Any, kind: type) -> list[Any]:
    """Every record of a kind below the value."""
    return [item for item in walk(value) if isinstance(item, kind)]


def texts(value: Any) -> list[str]:
    """Every text below the value: runs without their dress, and plain strings."""
    return [plain(item) if is_runs(item) else item for item in walk(value) if is_runs(item) or isinstance(item, str)]


def words(value: Any) -> str:
    """All texts below the value as one, without spaces and the marks of Markdown, to look for words in."""
    return bare("\n".join(texts(value)))


def bare(text: str) -> str:
    """A text as `words` has it."""
    return "".join(char for char in text if char not in " \u00a0\u3000*`")
