"""Text and a width into lines, on the safe side: a renderer may need fewer, never more.

Lines are filled to less than the width given (`safe_width`), a gap is allowed for wherever East
Asian and Latin writing meet, no mark hangs past the edge, and a Latin word breaks only when it is
longer than a line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from deckgen.base.runs import Runs
from deckgen.measure.classes import CHINESE, FULL_WIDTH, GAP, WESTERN, has_cjk, may_break
from deckgen.measure.faces import Faces
from deckgen.measure.mono import MONO

LINE = 1.2  # em from line to line on slides, whatever the face
GAP_EM = 0.24  # what a renderer may put between East Asian and Latin writing
WIDEST = 1.35  # em; no character of any table is wider
WIDE_FROM = 12.0  # em; narrower lines break less predictably and keep a larger margin
_ROUNDING = 1e-6
_MONO = 2

Dressed = tuple[tuple[str, int], ...]
"""Stretches of text, each regular, bold or monospaced (0, 1, 2)."""


class _Text:
    """One line of text before breaking, measured once for all sizes and widths (in em)."""

    __slots__ = ("at", "classes", "gaps", "text")

    def __init__(self, text: str, classes: str, advances: list[float] | None) -> None:
        self.text = text
        self.classes = classes
        self.gaps: frozenset[int] = frozenset()
        # Where each character starts, and the end of the last. Nearly all Chinese text is one em a character.
        self.at: Sequence[float] = range(len(text) + 1)
        if advances is not None:
            self.gaps = frozenset(match.start() for match in GAP.finditer(classes))
            for place in self.gaps:
                advances[place] += GAP_EM
            self.at = [0.0, *accumulate(advances)]

    def cut(self, limit: float) -> list[int]:
        """Where the lines end that are at most `limit` em wide (or one character)."""
        cuts: list[int] = []
        at, classes, length = self.at, self.classes, len(self.text)
        start = 0
        while True:
            edge = at[start] + (GAP_EM if start in self.gaps else 0.0) + limit + _ROUNDING
            full = max(start + 1, bisect_right(at, edge, start) - 1)
            end = full
            while end < length and classes[end] == "S":  # spaces before a break take no room
                end += 1
            if end >= length:
                cuts.append(length)
                return cuts
            while end > start and not may_break(classes, end):
                end -= 1
            # What is longer than a line breaks between any two characters.
            start = end if end > start else full
            cuts.append(start)


@lru_cache(maxsize=65536)
def _measured(dressed: Dressed, faces: Faces) -> tuple[_Text, ...]:
    whole = "".join(text for text, _ in dressed)
    chinese = has_cjk(whole)
    classes = whole.translate(CHINESE if chinese else WESTERN)
    if chinese and not classes.strip(FULL_WIDTH):
        return (_Text(whole, classes, None),)
    advances: list[float] = []
    for text, face in dressed:
        widths = MONO if face == _MONO else faces.table(chinese, face == 1)
        advances.extend(map(widths.__getitem__, text))
    measured: list[_Text] = []
    start = 0
    for line in whole.split("\n"):
        end = start + len(line)
        measured.append(_Text(line, classes[start:end], advances[start:end]))
        start = end + 1
    return tuple(measured)


def _dressed(runs: Runs | str, strong: bool) -> Dressed:
    if isinstance(runs, str):
        return ((runs, int(strong)),)
    # Emphasis is set bold in Chinese; bold is never narrower.
    return tuple((run.text, _MONO if run.code else int(strong or run.strong or run.emphasis)) for run in runs)


def safe_width(width: float, size: float) -> float:
    """What of a width in points may be filled, in em of `size`: half an em less, one below 12 em."""
    ems = width / size
    return max(1.0, ems - (0.5 if ems >= WIDE_FROM else 1.0))


def text_width(text: Runs | str, size: float, faces: Faces, strong: bool = False) -> float:
    """Width in points of the text on one line (of its longest line, if it has forced breaks)."""
    return size * max(line.at[-1] for line in _measured(_dressed(text, strong), faces))


def break_lines(runs: Runs | str, size: float, width: float, faces: Faces, strong: bool = False) -> tuple[str, ...]:
    """The lines of a paragraph `width` points wide; spaces at the end of a line are left out."""
    limit = safe_width(width, size)
    lines: list[str] = []
    for measured in _measured(_dressed(runs, strong), faces):
        start = 0
        for end in measured.cut(limit):
            lines.append(measured.text[start:end].rstrip(" "))
            start = end
    return tuple(lines)


def line_ends(text: str, size: float, width: float, faces: Faces, strong: bool = False) -> tuple[int, ...]:
    """Where the lines of `break_lines` end that no break in the text ends, as indices of the characters behind them."""
    limit = safe_width(width, size)
    ends: list[int] = []
    start = 0
    for measured in _measured(((text, int(strong)),), faces):
        ends += [start + end for end in measured.cut(limit)[:-1]]
        start += len(measured.text) + 1
    return tuple(ends)


@lru_cache(maxsize=65536)  # asked for again at every size and width that is tried
def widest_word(text: str, faces: Faces, strong: bool = False) -> float:
    """Width in em of the widest stretch of a text that no line should break, such as a Latin word or a number."""
    widest = 0.0
    for measured in _measured(((text, int(strong)),), faces):
        start = 0
        for end in range(1, len(measured.text) + 1):
            if end == len(measured.text) or may_break(measured.classes, end):
                part = measured.text[start:end].rstrip(" ")
                widest = max(widest, measured.at[start + len(part)] - measured.at[start])
                start = end
    return widest


@lru_cache(maxsize=65536)
def _count(dressed: Dressed, limit: float, faces: Faces) -> int:
    if len(dressed) == 1:
        text = dressed[0][0]
        # So short that it fits whatever its characters are: most labels and cells.
        if len(text) * (WIDEST + GAP_EM) <= limit and "\n" not in text:
            return 1
    return sum(len(measured.cut(limit)) for measured in _measured(dressed, faces))


def count_lines(runs: Runs | str, size: float, width: float, faces: Faces, strong: bool = False) -> int:
    """How many lines `break_lines` makes; an empty paragraph is one line high."""
    return _count(_dressed(runs, strong), safe_width(width, size), faces)


def text_height(lines: int, size: float, spacing: float = 1.0) -> float:
    """Height in points of so many lines; `spacing` is a factor of 1.2 x size."""
    return lines * LINE * size * spacing
