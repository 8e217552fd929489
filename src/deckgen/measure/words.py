"""Where a line of Chinese may be parted: between words, never inside one.

Words come from a dictionary that is loaded when the first Chinese text is looked at, and from the course: its terms
and names. A particle stays with its word, a number with what it counts, 第 with its number.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.measure.classes import has_cjk
from deckgen.measure.faces import Faces
from deckgen.measure.lines import line_ends

LONGEST_TERM = 8  # characters; a longer term is several words
_CLITICS = frozenset("的了着过地得们么吗呢吧啊呀嘛們嗎麼著過")  # belong to the word before them
_HELD = re.compile(r"(?<=[0-9])[ \u00a0]?(?=[%‰℃°\u3400-\u9fff])|(?<=第)[ \u00a0]?(?=[0-9])|(?<=[0-9]) ?(?=[a-zA-Z])")


def breaks_words(text: str, size: float, width: float, faces: Faces, strong: bool = False) -> bool:
    """Whether the lines of a text, measured safely, tear a word; False where words are not known."""
    torn = inside_words(text, faces.terms)
    return bool(torn) and any(end in torn for end in line_ends(text, size, width, faces, strong))


def inside_words(text: str, terms: frozenset[str] | None) -> frozenset[int]:
    """The places in a text that lie inside a word, as indices of the characters behind them; `terms` are words, too.

    Empty where `terms` is None, which says that words are not looked for, and in texts without Chinese.
    """
    return _inside_words(text, terms) if terms is not None and has_cjk(text) else frozenset()


@lru_cache(maxsize=1 << 14)
def _inside_words(text: str, terms: frozenset[str]) -> frozenset[int]:
    from rjieba import cut  # its dictionary takes a tenth of a second, which courses without Chinese do not need

    inside: set[int] = set()
    start = 0
    for word in cut(text):
        inside.update(range(start + (word not in _CLITICS), start + len(word)))
        start += len(word)
    for term in terms:
        at = text.find(term)
        while at >= 0:
            inside.update(range(at + 1, at + len(term)))
            at = text.find(term, at + 1)
    for match in _HELD.finditer(text):
        inside.update(range(match.start(), match.end() + 1))
    return frozenset(inside)
