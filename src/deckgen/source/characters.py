"""Characters that nobody sees, or that only one font on one computer shows.

They come from Word, web pages and messengers: zero-width spaces, marks that turn the direction of writing, list
marks of Symbol and Wingdings. Those that belong to the character before them, as in emoji, are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.base.fixes import Change, without_mark

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\uffa0\ufff9-\ufffd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_JOINER = "\u200d"
_FLAG = "\U0001f3f4"
# What Symbol and Wingdings show at these places.
_WINGDINGS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf076": "❖", "\uf0d8": "➢",
    "\uf0e0": "→", "\uf0fc": "✓", "\uf0fb": "✗", "\uf0fe": "☑", "\uf0a8": "□", "\uf06f": "□",
}  # fmt: skip
_MARKS = "•▪●■◆❖➢"


class Hidden(NamedTuple):
    """Where such a character stands, what it is, what to write, and the change of the text where that is one."""

    at: int
    message: str
    hint: str
    change: Change | None


def find_hidden(text: str) -> Iterator[Hidden]:
    """Each such character of a text; changes hold for one line of a file."""
    for match in _HIDDEN.finditer(text):
        char, at = match.group(), match.start()
        if _belongs(text, at):
            continue
        code = f"U+{ord(char):04X}"
        if unicodedata.category(char) == "Co":
            shown = _WINGDINGS.get(char)
            message = f"{code} is a character of one font{f', there shown as {shown}' if shown else ''}"
            if shown and shown not in _MARKS:
                yield Hidden(at, message, f"write {shown}", Change(at, at + 1, shown))
            else:
                hint = "delete it; an item of a list begins with “- ”"
                yield Hidden(at, message, hint, without_mark(text, at))
        elif char == "\ufffd":
            message = f"a character was lost here ({code}) when the text was copied or saved"
            yield Hidden(at, message, "write it anew", None)
        elif "\ufff9" <= char <= "\ufffc":
            message = f"{code} stands for something that was not copied with the text"
            yield Hidden(at, message, "delete it", Change(at, at + 1, ""))
        else:
            name = unicodedata.name(char, "no character").lower()
            turns = " and turns the direction of writing" if _turns(char) else ""
            yield Hidden(at, f"{code} ({name}) stands here unseen{turns}", "delete it", Change(at, at + 1, ""))


def _turns(char: str) -> bool:
    return char in "\u061c\u200e\u200f" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


def _belongs(text: str, at: int) -> bool:
    """Whether the character chooses a form of the one before it, or joins emoji."""
    char, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2]
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return (not before.isspace() and not before.isascii()) or before in "0123456789#*"
    if char == _JOINER:
        return bool(after) and _is_emoji(before) and _is_emoji(after)
    return "\U000e0020" <= char <= "\U000e007f" and (before == _FLAG or "\U000e0020" <= before <= "\U000e007e")


def _is_emoji(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk") or char == "\ufe0f"
