"""Widths of monospaced text: the faces that show code differ little, and none is wider than what is said here."""

from __future__ import annotations

import unicodedata

from deckgen.measure.classes import is_wide

HALF = 0.605  # em of a Latin character: Consolas has 0.55, Courier New 0.6, Menlo and DejaVu Sans Mono 0.602
WIDE = 1.0  # em of an East Asian character


class _Mono(dict[str, float]):
    """Character -> advance width in em."""

    def __missing__(self, char: str) -> float:
        width = self[char] = _advance(char)
        return width


def code_width(line: str, size: float) -> float:
    """Width in points of a line of code."""
    return size * sum(map(_advance, line))


def code_columns(width: float, size: float) -> int:
    """How many Latin characters of code fit in a width in points."""
    return int(width / (HALF * size) + 1e-6)


def _advance(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    return WIDE if is_wide(char) else HALF


MONO: dict[str, float] = _Mono()  # widths of code inside running text
