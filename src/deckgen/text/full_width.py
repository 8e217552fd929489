"""Full-width characters where those of the keyboard's other half were meant, named and rewritten for hints."""

from __future__ import annotations

import re

SEPARATORS = "，、；"
"""What parts words in Chinese, and no entries of a list in brackets."""

_WIDE = re.compile("[\uff01-\uff5e\u3000]")
_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_COLON = re.compile(r"：(?![0-9０-９])|(?<![0-9０-９])：")


def full_width_hint(text: str) -> str:
    """What to write in place of a value with full-width characters, which are named; empty when it has none."""
    match = _WIDE.search(text)
    if match is None:
        return ""
    written = _COLON.sub(": ", text).replace("，", ", ").translate(_TABLE)
    what = "digit" if match.group().isdecimal() else "character"
    return f"“{match.group()}” is a full-width {what}: write {written}"
