"""Character classes, as fragments for regular expressions: which writing a character belongs to."""

from __future__ import annotations

import re

_HAN_RANGES = "\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CJK_RANGES = _HAN_RANGES + "\u2e80-\u2fdf\u3001-\u303f\u3040-\u30ff\u3100-\u312f\uff01-\uff60\uffe0-\uffe6"
_SHARED_RANGES = "‘’“”…—·"

HAN = f"[{_HAN_RANGES}]"
"""A Chinese character."""

CJK = f"[{_CJK_RANGES}]"
"""A Chinese character, kana, or full-width punctuation."""

SHARED = f"[{_SHARED_RANGES}]"
"""Punctuation that Chinese shares with Latin scripts: quotes, ellipsis, dash."""

LATIN = "[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
"""A Latin letter or an ASCII digit."""

_ANY_CJK = re.compile(CJK)


def has_cjk(text: str) -> bool:
    """True when the text is, at least in part, Chinese."""
    return not text.isascii() and _ANY_CJK.search(text) is not None
