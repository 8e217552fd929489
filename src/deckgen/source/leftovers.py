"""Texts that begin like another value of YAML, so that the rest of their line is left over.

``"new" words``, ``it's`` in single quotes, ``[hot] news``, ``{{ client }} at work``: the parser trips behind the value
that it has read; the author needs the whole text, as it would have to be written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 60  # characters of a text that a hint shows whole

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:,\[\]{}\"']+: +)?(?=[\"'\[{])")
_COMMA = re.compile(r"[,，;；][ \t]*(?:#.*)?\Z")
_COMMENT = re.compile(r"[ \t]+#.*\Z")
_WIDE_INDENT = re.compile("^ *([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_WIDE_GAP = re.compile("^ *(?:- +)*[\\w-]+:([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_HASH = re.compile(r"(?:[\[{,][ \t]?|(?<=[^\s])[ \t])(#)(?=[^\s#!]|[ \t]+[0-9０-９])")

Found = tuple[int, int, str, str]
"""Line and column, counted from 0, what is wrong there, and what to write."""


def quote_whole(text: str) -> str:
    """A hint that shows a text in quotes that it does not hold itself."""
    if len(text) > LONGEST or ('"' in text and "'" in text) or "\\" in text:
        return "put the whole text in single quotes: '…', and write '' for each ' inside"
    mark = "'" if '"' in text else '"'
    return f"put the whole text in quotes: {mark}{text}{mark}"


def find_leftover(lines: Sequence[str], line: int, column: int) -> Found | None:
    """A text whose beginning was read as a value of its own; the parser stands before what is left over."""
    here = lines[line] if line < len(lines) else ""
    begin = _VALUE.match(here)
    if begin is None or begin.end() >= column:
        return None
    opening, whole = here[begin.end()], _COMMENT.sub("", here[begin.end() :]).rstrip()
    before, rest = here[:column].rstrip(), here[column:]
    if _COMMA.match(rest) and before[-1:] in "\"']}":
        return (
            line,
            column,
            f"“{rest[0]}” stands behind the value",
            f"take the “{rest[0]}” off: a line of YAML ends without",
        )
    if opening in "\"'" and before.endswith(opening):
        message = f"the text goes on behind the quote that ends it: {opening}"
        return line, column, message, quote_whole(_meant(whole, here[len(before) :]))
    if (opening, before[-1:]) in (("[", "]"), ("{", "}")):
        return (line, begin.end(), *_bracketed(whole))
    return None


def _meant(whole: str, rest: str) -> str:
    """The text without its outer quotes, where they are the marks of YAML and those inside the author's."""
    around = len(whole) > 1 and whole[0] == whole[-1]
    return whole[1:-1] if around and rest[:1].isalnum() else whole


def find_braces(lines: Sequence[str], line: int) -> Found | None:
    """A text that begins with a variable and has no quotes around it."""
    here = lines[line] if line < len(lines) else ""
    begin = _VALUE.match(here)
    if begin is None or not here.startswith("{{", begin.end()):
        return None
    return (line, begin.end(), *_bracketed(_COMMENT.sub("", here[begin.end() :]).rstrip()))


def _bracketed(whole: str) -> tuple[str, str]:
    opening = "{{" if whole.startswith("{{") else whole[0]
    what = "list" if opening == "[" else "mapping"
    return f"a text begins with “{opening}”, which YAML reads as a {what}", quote_whole(whole)


def find_wide_space(lines: Sequence[str], line: int) -> Found | None:
    """A space that YAML does not take for one, before a key or behind its colon, on this line or the one above."""
    for number in (line, line - 1):
        here = lines[number] if 0 <= number < len(lines) else ""
        for pattern, message, hint in (
            (_WIDE_INDENT, "the line is indented with U+{:04X}, which is no space to YAML", "indent with plain spaces"),
            (
                _WIDE_GAP,
                "behind the colon stands U+{:04X}, which is no space to YAML",
                "write `key: value` with a plain space",
            ),
        ):
            if match := pattern.match(here):
                return number, match.start(1), message.format(ord(match[1])), hint
    return None


def find_hash(lines: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """A ``#`` in brackets that was meant as a sign and hides the rest of its line."""
    for number in range(first, min(last + 1, len(lines))):
        if match := _HASH.search(lines[number]):
            return number, match.start(1)
    return None
