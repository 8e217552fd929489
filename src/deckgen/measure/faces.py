"""Names of metric tables into the widths of characters.

Refuses a name that no table has, with ValueError: a theme is checked before text is measured.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import ModuleType

from deckgen.measure.classes import is_wide
from deckgen.measure.tables import EAST_ASIAN, LATIN


class Widths(dict[str, float]):
    """Character -> advance width in em; characters no table has are estimated, never too narrow."""

    def __init__(self, latin: dict[int, str], units: int, marks: dict[int, str], em: int, chinese: bool):
        super().__init__()
        for width, chars in marks.items():
            for char in chars:
                half = unicodedata.east_asian_width(char) == "H"
                # A symbol comes from whatever face has it: less than one em is not to be relied on.
                self[char] = width / em if half else max(1.0, width / em)
        for width, chars in latin.items():
            for char in chars:
                self[char] = width / units
        self["\u00a0"] = self.get("\u00a0", self.get(" ", 0.25))  # the same space, without a break
        self.widest = max(self.get("W", 1.0), self.get("M", 1.0))
        if chinese:
            # Quotes, dashes and signs shared by both scripts may be set in the full-width face.
            for char in self:
                if is_wide(char) and unicodedata.category(char)[0] != "L":
                    self[char] = max(1.0, self[char])

    def __missing__(self, char: str) -> float:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            width = 0.0
        elif is_wide(char) or unicodedata.category(char)[0] == "S":
            width = 1.0
        else:
            width = self.widest
        self[char] = width
        return width


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """The two faces text is set in: names of their metric tables and, for speed, the widths themselves.

    Every text that is measured is remembered with them, so each is made once (`load_faces`, `knowing`) and is equal to
    itself only: to compare what they hold would take longer than to measure.
    `widths` has four tables: regular and bold of Western text, regular and bold of Chinese text. `terms` are words of
    the course that no forced break tears; None where Chinese words are not looked for.
    """

    latin: str
    east_asian: str
    widths: tuple[Widths, Widths, Widths, Widths] = field(repr=False)
    terms: frozenset[str] | None = None

    def table(self, chinese: bool, strong: bool) -> Widths:
        """Widths of characters in a text with or without East Asian writing, regular or bold."""
        return self.widths[2 * chinese + strong]


@lru_cache(maxsize=64)
def knowing(faces: Faces, terms: frozenset[str]) -> Faces:
    """The faces with words of a course that no forced break tears, `Faces.terms`."""
    return replace(faces, terms=terms)


@lru_cache(maxsize=16)
def load_faces(latin: str, east_asian: str) -> Faces:
    """The faces of two metric tables, such as ``latin-sans`` and ``cjk-sans``."""
    for name, tables in ((latin, LATIN), (east_asian, EAST_ASIAN)):
        if name not in tables:
            raise ValueError(f"no metric table `{name}`; there is: {', '.join(tables)}")
    letters, marks = LATIN[latin], EAST_ASIAN[east_asian]
    return Faces(
        latin,
        east_asian,
        (
            _widths(letters, marks, chinese=False, strong=False),
            _widths(letters, marks, chinese=False, strong=True),
            _widths(letters, marks, chinese=True, strong=False),
            _widths(letters, marks, chinese=True, strong=True),
        ),
    )


def _widths(letters: ModuleType, marks: ModuleType, *, chinese: bool, strong: bool) -> Widths:
    face = "BOLD" if strong else "REGULAR"
    return Widths(getattr(letters, face), letters.UNITS, getattr(marks, face), marks.UNITS, chinese)
