"""Everything below a tree, a course or any record of them: records, and the words they show."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from deckgen.base.runs import Run, plain


def walk(value: Any) -> Iterator[Any]:
    """The value and every record, run and text below it, in reading order."""
    yield value
    if isinstance(value, BaseModel):
        children: Iterable[Any] = (getattr(value, name) for name in type(value).model_fields)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Run, type)):
        children = (getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, Mapping):
        children = value.values()
    elif isinstance(value, (tuple, list)):
        children = value
    else:
        return
    for child in children:
        yield from walk(child)


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
