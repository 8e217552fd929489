"""Names that end up in file names: one rule for ids, versions and clients, on every system that files are sent to.

`fault_in` says what is wrong with a name that must stay as it is written; `file_part` makes a safe part out of a
text that is printed elsewhere.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

MAX_BYTES = 120  # of one name, as UTF-8; a whole file name has 255
_SEPARATORS = '/\\:*?"<>|'
_DEVICES = r"con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³]"
_RESERVED = re.compile(rf"(?:{_DEVICES})(?:\..*)?", re.IGNORECASE | re.DOTALL)
# Controls, format and bidirectional marks, halves of characters, private and unknown ones, separators of lines.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def bookmark_of(source: str) -> str:
    """The bookmark in books of the text that has this id in the course: Word hides what begins so in its lists."""
    return f"_dg{hashlib.sha256(source.encode()).hexdigest()[:16]}"


def shape_id(source: str, number: int = 1) -> str:
    """The id of the shape of a slide, as PowerPoint keeps them, of what has this id in the course.

    Several shapes of one slide that show the same are numbered from 1.
    """
    digits = f"{hashlib.sha256(source.encode()).hexdigest()[:16]}{number:016x}".upper()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def unseen_in(text: str) -> str:
    """The first character of a text that nobody sees or that is none; empty when there is none."""
    return next((char for char in text if unicodedata.category(char) in _UNSEEN), "")


def fault_in(name: str, most: int = MAX_BYTES) -> str:
    """Why a name cannot be part of a file name, in words that follow the name; empty when it can.

    `most` are the bytes that it may have as UTF-8.
    """
    separator = next((char for char in name if char in _SEPARATORS), "")
    if separator:
        return f"has “{separator}”, which no file name can hold"
    if unseen := unseen_in(name):
        return f"has the invisible character U+{ord(unseen):04X}"
    if not name.strip():
        return "is blank"
    if name != name.strip():
        return "begins or ends with a space"
    if name.startswith("."):
        return "begins with a full stop, which hides files"
    if name.endswith("."):
        return "ends with a full stop, which Windows takes off"
    if _RESERVED.fullmatch(name):
        return "is a device on Windows, where no file can be called so"
    if unicodedata.normalize("NFC", name) != name:
        return "has a letter that is put together from parts, which systems write differently"
    if len(name.encode()) > most:
        return f"is too long for a file name: {len(name)} characters"
    return ""


def file_part(text: str) -> str:
    """The text as part of a file name: what no file name can hold, and spaces, become single dashes.

    The same for the same text; empty when nothing of it can stand in a file name.
    """
    normal = unicodedata.normalize("NFC", text)
    kept = "".join(
        "" if unicodedata.category(char) in _UNSEEN and char not in "\n\t\r"
        else "-" if char in _SEPARATORS or char.isspace()
        else char
        for char in normal
    )  # fmt: skip
    part = re.sub("-{2,}", "-", kept).strip("-. ")
    while len(part.encode()) > MAX_BYTES:
        part = part[:-1].rstrip("-. ")
    part = unicodedata.normalize("NFC", part)
    return f"{part}_" if _RESERVED.fullmatch(part) else part


def used_twice(name: str, first: str) -> str:
    """How two names clash whose case-folded forms are the same; the place of the first follows."""
    return "is used twice, first at" if name == first else f"differs only by case from {first} at"
