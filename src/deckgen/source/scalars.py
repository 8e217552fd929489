"""Plain scalars of YAML into values, by the core schema of YAML 1.2.

Only null, true/false and finite numbers are resolved; on/off/yes/no, clock times such as 09:00, dates, `.inf` and
`.nan` stay text. Every value knows how it was written (`spelling`), so that a field that holds text gets it as it was.
Quoted scalars never come here.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache


class SpelledInt(int):
    """A whole number written otherwise than Python writes it, such as ``007``."""

    spelling: str

    def __str__(self) -> str:
        return self.spelling


class SpelledFloat(float):
    """A number written otherwise than Python writes it, such as ``1.10``."""

    spelling: str

    def __str__(self) -> str:
        return self.spelling


def spelling(value: bool | int | float) -> str:
    """The number or switch as its author wrote it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "false": False,
}  # fmt: skip
# True, TRUE, False and FALSE stay text, since a switch does not know how it was written; a field for one reads them.
_FIRST = frozenset("+-.0123456789")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,16}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


@lru_cache(maxsize=4096)
def resolve_scalar(text: str) -> str | int | float | bool | None:
    """The value of a plain scalar; what is no null, boolean or number stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if _INT.fullmatch(text):
        return _spelled(int(text), text)
    if _BASED.fullmatch(text):
        return _spelled(int(text, 0), text)
    if _FLOAT.fullmatch(text) and not text.lstrip("+-").isdecimal():
        number = float(text)
        return _spelled(number, text) if math.isfinite(number) else text
    return text  # a run of more than 18 digits is an identifier, no quantity


def _spelled(number: int | float, text: str) -> int | float:
    if str(number) == text:
        return number
    spelled = SpelledInt(number) if isinstance(number, int) else SpelledFloat(number)
    spelled.spelling = text
    return spelled
