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


def say_size(count: int, language: str) -> str:
    """A length of `count_text` in the unit its readers know: characters of Chinese, words elsewhere."""
    chinese = language.lower().startswith(("zh", "ja"))
    number = count if chinese else -(-count // 2)
    return f"{number} {'character' if chinese else 'word'}{'s' * (number != 1)}"


def say_range(low: int, high: int, language: str) -> str:
    """A range of lengths in that unit, such as ``4 to 13 words``."""
    return f"{say_size(low, language).split()[0]} to {say_size(high, language)}"
