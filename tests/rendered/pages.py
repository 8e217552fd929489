"""PDF files into pages of words and lines with their boxes in points, as poppler reads them."""

from __future__ import annotations

import html
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools import pdftotext

_MARK = re.compile(
    r'<(?P<kind>page|line|word)(?: width="(?P<w>[\d.]+)" height="(?P<h>[\d.]+)")?'
    r'(?: xMin="(?P<x0>-?[\d.]+)" yMin="(?P<y0>-?[\d.]+)" xMax="(?P<x1>-?[\d.]+)" yMax="(?P<y1>-?[\d.]+)")?>'
    r"(?:(?P<text>[^<]*)</word>)?"
)
_TAB = 1.1 * 28.35  # points from the edge of a page of a book to the inner side of a tab
INK = 0.15  # share of a line's box above and below that its ink never reaches: the face is taller than its signs


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text without spaces and its box."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def top(self) -> float:
        """Where its ink may begin."""
        return self.y0 + INK * (self.y1 - self.y0)

    @property
    def bottom(self) -> float:
        """Where its ink may end."""
        return self.y1 - INK * (self.y1 - self.y0)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size and its lines of words, in reading order."""

    width: float
    height: float
    lines: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words."""
        return tuple(word for line in self.lines for word in line)


def read_pages(pdf: Path) -> tuple[Page, ...]:
    """The pages of a PDF."""
    program = pdftotext()
    command = [program, "-bbox-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    return parse_pages(text)


def parse_pages(markup: str) -> tuple[Page, ...]:
    """What ``pdftotext -bbox-layout`` prints, as pages."""
    pages: list[tuple[float, float, list[list[Word]]]] = []
    for found in _MARK.finditer(markup):
        if found["kind"] == "page":
            pages.append((float(found["w"]), float(found["h"]), []))
        elif found["kind"] == "line":
            pages[-1][2].append([])
        else:
            box = (float(found[key]) for key in ("x0", "y0", "x1", "y1"))
            pages[-1][2][-1].append(Word(html.unescape(found["text"]), *box))
    return tuple(Page(w, h, tuple(tuple(line) for line in lines if line)) for w, h, lines in pages)


def in_tab(word: Word, page: Page) -> bool:
    """Whether a word stands in the tab of a chapter, at the edge of the page."""
    return word.x1 < _TAB or word.x0 > page.width - _TAB


def signs(text: str) -> str:
    """A text as it can be compared: without spaces and breaks, compatibility forms resolved."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def missing_signs(expected: Iterable[str], words: Iterable[Word]) -> Counter[str]:
    """Which characters of the expected texts the page shows too few times."""
    return Counter(signs("".join(expected))) - Counter(signs("".join(word.text for word in words)))


NEVER_FIRST = frozenset("，。、；：？！）」』】》〉〕％”’")  # an ellipsis may begin a phrase to go on with
NEVER_LAST = frozenset("（「『【《〈〔“‘")
_BLANK = {"（": "）", "“": "”", "「": "」"}  # pairs that may stand wide apart, with room to write between


def badly_broken(page: Page) -> list[str]:
    """Lines that begin or end with a mark that must not stand there.

    Poppler takes a wide gap for the end of a line; so a word is a line's first only when no other word
    of its height ends close before it, and the same for its last.
    """
    found = []
    for line in page.lines:
        first, last = line[0], line[-1]
        text = " ".join(word.text for word in line)
        if first.text[0] in NEVER_FIRST and not _neighbour(page, first, before=True):
            found.append(f"begins with {first.text[0]}: {text}")
        if last.text[-1] in NEVER_LAST and not _neighbour(page, last, before=False):
            found.append(f"ends with {last.text[-1]}: {text}")
    return found


def _neighbour(page: Page, word: Word, *, before: bool) -> bool:
    size = word.y1 - word.y0
    for other in page.words:
        if other is word or abs(other.middle - word.middle) > 0.3 * size:
            continue
        left, right = (other, word) if before else (word, other)
        gap = right.x0 - left.x1
        blank = gap > 0 and _BLANK.get(left.text[-1]) == right.text[0]
        if blank or -0.2 * size <= gap <= 0.5 * size:
            return True
    return False
