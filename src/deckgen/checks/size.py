"""How long a text is, for limits given in characters of Chinese."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’.-][A-Za-z0-9]+)*")


def count_text(text: str, language: str) -> int:
    """Length in 字: characters of Chinese, a Latin word counting as one; in other languages two for each word."""
    words = len(_WORD.findall(text))
    if not language.lower().startswith(("zh", "ja")):
        return 2 * words
    rest = _WORD.sub("", text)
    return words + sum(not char.isspace() for char in rest)
