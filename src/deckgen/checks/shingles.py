"""Texts compared by runs of five words: a 汉字 is one, a word of letters or digits is one."""

from __future__ import annotations

import re
from functools import lru_cache

RUN = 5
_WORD = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]|[^\\W_\u3400-\u4dbf\u4e00-\u9fff]+")


@lru_cache(maxsize=1 << 13)
def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of five words of a text."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
