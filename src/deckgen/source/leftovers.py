"""Texts that begin like another value of YAML, so that the rest of their line is left over.

``"new" words``, ``it's`` in single quotes, ``[hot] news``, ``{{ client }} at work``: the parser trips behind the value
that it has read; the author needs the whole text, as it would have to be written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.fixes import Fix

LONGEST = 60  # characters of a text that a hint shows whole

_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:,\[\]{}\"']+: +)?(?=[\"'\[{])")
_COMMA = re.compile(r"[,，;；][ \t]*(?:#.*)?\Z")
_COMMENT = re.compile(r"[ \t]+#.*\Z")
_WIDE_INDENT = re.compile("^ *([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_WIDE_GAP = re.compile("^ *(?:- +)*[\\w-]+:([\u00a0\u2000-\u200a\u202f\u205f\u3000]+)")
_HASH = re.compile(r"(?:[\[{,][ \t]?|(?<=[^\s])[ \t])(#)(?=[^\s#!]|[ \t]+[0-9０-９])")

_FIRST = re.compile(r"(\s*(?:- +)*)([^\s:,\[\]{}\"']+: +)?")
QUOTES, SPACE, SURPLUS = "text without its quotes", "space", "surplus comma"
"""Kinds of what is mended."""


class Found(NamedTuple):
    """Line and column, counted from 0, what is wrong there, and what to write.

    Where the hint can be followed in one way `old`, which begins at the column `start`, becomes `new`; `what` names the
    kind.
    """

    line: int
    column: int
    message: str
    hint: str
    what: str = ""
    start: int = 0
    old: str = ""
    new: str = ""

    def told(self, code: str, file: str) -> Diagnostic:
        """The diagnostic of a file."""
        line, old = self.line + 1, self.old
        fix = Fix(self.what, file, line, self.start + 1, old, self.new) if old else None
        return Diagnostic(code, self.message, Span(file, line, self.column + 1), self.hint, fix=fix)


def quoted(text: str) -> str:
    """A text of one line in the quotes of `quote_whole`."""
    if _in_single_quotes(text):
        return "'" + text.replace("'", "''") + "'"
    mark = "'" if '"' in text else '"'
    return f"{mark}{text}{mark}"


def quote_whole(text: str) -> str:
    """A hint that shows a text in quotes that it does not hold itself."""
    if _in_single_quotes(text):
        return "put the whole text in single quotes: '…', and write '' for each ' inside"
    return f"put the whole text in quotes: {quoted(text)}"


def _in_single_quotes(text: str) -> bool:
    return len(text) > LONGEST or ('"' in text and "'" in text) or "\\" in text


def find_unquoted(lines: Sequence[str], line: int, column: int) -> str:
    """The text that begins there and is all of a value, so that it can be put in quotes; empty where it is not."""
    here = lines[line] if line < len(lines) else ""
    first = _FIRST.match(here)
    text = here[column:].rstrip()
    if first is None or first.end() != column or _COMMENT.search(text) or text.endswith(","):
        return ""
    inner = len(first[1]) if first[2] else first[1].rfind("-")
    following = next((other for other in lines[line + 1 :] if other.strip()), "")
    return "" if len(following) - len(following.lstrip(" ")) > inner else text


def find_leftover(lines: Sequence[str], line: int, column: int) -> Found | None:
    """A text whose beginning was read as a value of its own; the parser stands before what is left over."""
    here = lines[line] if line < len(lines) else ""
    begin = _VALUE.match(here)
    if begin is None or begin.end() >= column:
        return None
    opening, whole = here[begin.end()], _COMMENT.sub("", here[begin.end() :]).rstrip()
    before, rest = here[:column].rstrip(), here[column:]
    if _COMMA.match(rest) and before[-1:] in "\"']}":
        hint = f"take the “{rest[0]}” off: a line of YAML ends without"
        return Found(line, column, f"“{rest[0]}” stands behind the value", hint, SURPLUS, column, rest[0])
    if opening in "\"'" and before.endswith(opening):
        message = f"the text goes on behind the quote that ends it: {opening}"
        start, meant = begin.end(), _meant(whole, here[len(before) :])
        old = find_unquoted(lines, line, start)
        return Found(line, column, message, quote_whole(meant), QUOTES, start, old, quoted(meant))
    if (opening, before[-1:]) in (("[", "]"), ("{", "}")):
        return _bracketed(lines, line, begin.end(), whole)
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
    return _bracketed(lines, line, begin.end(), _COMMENT.sub("", here[begin.end() :]).rstrip())


def _bracketed(lines: Sequence[str], line: int, column: int, whole: str) -> Found:
    opening = "{{" if whole.startswith("{{") else whole[0]
    read_as = "list" if opening == "[" else "mapping"
    message = f"a text begins with “{opening}”, which YAML reads as a {read_as}"
    old = find_unquoted(lines, line, column)
    return Found(line, column, message, quote_whole(whole), QUOTES, column, old, quoted(whole))


def find_wide_space(lines: Sequence[str], line: int) -> Found | None:
    """A space that YAML does not take for one, before a key or behind its colon, on this line or the one above."""
    for number in (line, line - 1):
        here = lines[number] if 0 <= number < len(lines) else ""
        if match := _WIDE_INDENT.match(here):
            message = f"the line is indented with U+{ord(match[1]):04X}, which is no space to YAML"
            return Found(number, match.start(1), message, "indent with plain spaces")
        if match := _WIDE_GAP.match(here):
            message = f"behind the colon stands U+{ord(match[1][0]):04X}, which is no space to YAML"
            hint = "write `key: value` with a plain space"
            return Found(number, match.start(1), message, hint, SPACE, match.start(1), match[1], " ")
    return None


def find_hash(lines: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """A ``#`` in brackets that was meant as a sign and hides the rest of its line."""
    for number in range(first, min(last + 1, len(lines))):
        if match := _HASH.search(lines[number]):
            return number, match.start(1)
    return None
