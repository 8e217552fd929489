"""The lines around a place of the course, and whether what stands there can be changed on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.pipeline.door import read_file
from deckgen.pipeline.retouch import RefusedError, Retoucher, Value, value_at

_AROUND = 4  # lines before and behind
_COMPUTED = re.compile(r"\{\{|\{%")


@dataclass(frozen=True, slots=True)
class Looked:
    """A place as the page shows it. `why` says why the value cannot be changed there, and is empty where it can."""

    name: str
    file: str
    line: int
    column: int
    link: str
    first: int  # number of the first of the lines
    lines: tuple[str, ...]
    path: tuple[str | int, ...] = ()
    value: Value = None
    seen: str = ""
    why: str = ""

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


def look_at(retoucher: Retoucher, name: str, place: Span, link: Callable[[str, int, int], str]) -> Looked:
    """The place of a value, which is called `name`; a file that is none of the course's shows nothing."""
    there = link(place.file, place.line, place.column)
    try:
        content = read_file(retoucher.path_of(place.file))
        text = content.decode("utf-8")
    except (RefusedError, OSError, UnicodeDecodeError) as problem:
        return Looked(name, place.file, place.line, place.column, there, 0, (), why=str(problem))
    lines = text.removeprefix("\ufeff").splitlines()
    first = max(1, place.line - _AROUND)
    looked = Looked(
        name, place.file, place.line, place.column, there, first, tuple(lines[first - 1 : place.line + _AROUND]),
        seen=retoucher.show(content),
    )  # fmt: skip
    return _with_value(looked, text)


def _with_value(looked: Looked, text: str) -> Looked:
    path, value, why = value_at(text, looked.line, looked.column)
    if not why and isinstance(value, str) and _COMPUTED.search(value):
        why = "part of this text is filled in; change it in the editor"
    fields = {name: getattr(looked, name) for name in Looked.__slots__}
    return Looked(**{**fields, "path": path, "value": value, "why": why})
