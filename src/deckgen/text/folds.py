"""Folded lines into running text: nothing between the lines where one side is Chinese, else a space.

Slides and Word set the gap between 汉字 and Latin themselves.
"""

from __future__ import annotations

import re

from deckgen.base.folds import FOLD
from deckgen.text.scripts import CJK, SHARED

# What stands beside the writing and says nothing of it: marks, and punctuation that Chinese and Latin share.
_BESIDE = r"[*_`\[" + SHARED[1:]
_CJK_BEFORE = re.compile(rf"{CJK}{_BESIDE}*\Z")
_CJK_AFTER = re.compile(rf"{_BESIDE}*{CJK}")
_WINDOW = 8  # characters to look through; marks do not pile up higher


def join_folds(text: str) -> str:
    """The text with every folded line joined to the line before it."""
    if FOLD not in text:
        return text
    first, *rest = text.split(FOLD)
    joined = [first]
    before = first
    for line in rest:
        chinese = _CJK_BEFORE.search(before[-_WINDOW:]) or _CJK_AFTER.match(line[:_WINDOW])
        joined.append(line if chinese or not before or not line else " " + line)
        before = line or before
    return "".join(joined)


def join_lines(text: str) -> str:
    """The text on one line, for places that have no second one: line breaks are joined like folded lines."""
    return join_folds(text.replace("\n", FOLD)) if "\n" in text else text
