"""Errors of the YAML parser into diagnostics in plain words.

The parser names grammar rules; authors need to know which character to change. Both of its
forms (libyaml and pure Python) word their errors differently, hence the fragments below.
"""

from __future__ import annotations

import re
from typing import Any

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.fixes import Fix
from deckgen.source.comments import CUT
from deckgen.source.comments import QUOTE as QUOTE_HASH
from deckgen.source.decode import LINE_END
from deckgen.source.leftovers import (
    QUOTES,
    SPACE,
    Found,
    find_braces,
    find_hash,
    find_leftover,
    find_unquoted,
    find_wide_space,
    quoted,
)

TABS = "indent with spaces; a tab may not stand before the first character of a line"
QUOTE = 'put the whole text in quotes: "…"'
SPACED = "write `key: value` with a colon and a space"
TAGS = "the only tag is !include path.yaml; a text that begins with ! stands in quotes"

# Fragments of the parser's wording, then the message and the hint; the first match counts.
_PHRASES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("scanning an alias",), "a value starts with “*”, which YAML reads as an alias", QUOTE),
    (("scanning an anchor",), "a value starts with “&”, which YAML reads as an anchor", QUOTE),
    (
        ("mapping values are not allowed",),
        "a second “: ” on this line, or an indentation that belongs to no key",
        "put text that contains “: ” in quotes, or indent the key like its neighbours",
    ),
    (
        ("sequence entries are not allowed",),
        "a list item “- ” stands where no list can start",
        "start the list on its own line under its key, or put a text in quotes",
    ),
    (("could not find expected ':'",), "this line is no `key: value` and belongs to no text above", SPACED),
    (("quoted scalar", "unexpected end of stream"), "the quote opened here is never closed", "close it"),
    (("quoted scalar", "document separator"), "the quote opened here is never closed", "close it"),
    (
        ("escape",),
        "a backslash in double quotes does not start a known escape",
        "write it twice (\\\\), or use single quotes",
    ),
    (("mapping keys are not allowed",), "a value starts with “?”, which YAML reads as the mark of a key", QUOTE),
    (("undefined tag handle",), "an unknown tag starts here", TAGS),
    (("scanning a tag",), "a tag is malformed", TAGS),
    (("parsing a tag",), "a tag is malformed", TAGS),
    (("incompatible YAML",), "the %YAML line asks for another version", "leave the line out"),
    (
        ("scanning a block scalar",),
        "text follows “|” or “>” on the same line",
        "start the text on the next line, or put it in quotes",
    ),
    (("directive",), "a line starts with “%”, which YAML reads as a directive", QUOTE),
    (
        ("flow sequence",),
        "the list “[” opened here goes wrong",
        "separate items with “,” and close it with “]”",
    ),
    (
        ("flow mapping",),
        "the mapping “{” opened here goes wrong",
        "separate pairs with “,” and close it with “}”",
    ),
    (("start any token",), "a value starts with a character that YAML keeps for itself", QUOTE),
    (("document start",), "text stands after the end of the document", "keep one document in a file"),
    (
        ("flow node", "node content"),
        "an entry is missing before this comma or bracket",
        'take the comma out, or write "" for an empty entry',
    ),
    (("node content",), "a value is missing, or a bracket closes what was never opened", QUOTE),
    (("block collection",), "this line is no item of the list above it", "indent it like its neighbours"),
    (
        ("block mapping",),
        "this line does not belong to the keys above it",
        "indent it like its neighbours, or put the text before it in one pair of quotes",
    ),
)
_FULL_WIDTH = "full-width sign"
_NO_SPACE = re.compile(r"\s*(?:- +)*[a-z][a-z_]*(:)(?=[^\s:/])")
_BEHIND_A_QUOTE = ("", ",", "]", "}", "#")
_SIGNS = ("*", "&", "@", "`")  # that begin nothing of a course
_COMMENT = re.compile(r"[^#]*?[^\s#][^#]*?\s(#)")
_LOST = ("no `key: value`", "does not belong to the keys above")  # a line that nothing takes up
_KEY_OR_ITEM = re.compile(r"\s*(?:- |[A-Za-z_][\w-]*:(?:\s|$))")
_HALF = re.compile(r"(?<!\\)(?:\\\\)*(\\u[dD][89abAB][0-9a-fA-F]{2}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?)")
# Full-width characters where YAML's own were meant: what they look like, what is wrong, what to write.
_WIDE_WORDINGS = ("':'", "mapping values", "flow sequence", "flow mapping", "block mapping", "block collection")
_WIDE: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (re.compile(r"^\s*(?:- +)*[^\s：:]+(：)"), "colon “{}” does not end a key", SPACED, ": "),
    (re.compile(r"[{,] *[\w-]+(：)"), "colon “{}” does not end a key", SPACED, ": "),
    (
        re.compile(r"(?:^\s*(?:- +)*|[:,\[{] *)(｛)"),
        "brace “{}” opens no mapping",
        "write { in its place, and } at the end",
        "{",
    ),
    (
        re.compile(r"(?:^\s*(?:- +)*|[:,\[{] *)(［)"),
        "bracket “{}” opens no list",
        "write [ in its place, and ] at the end",
        "[",
    ),
    (re.compile(r"\{[^}]*(｝)"), "brace “{}” closes no mapping", "write } in its place", "}"),
    (re.compile(r"\[[^\]]*(］)"), "bracket “{}” closes no list", "write ] in its place", "]"),
    (re.compile(r"^\s*(－)"), "dash “{}” begins no item of a list", "write - and a space in its place", "- "),
    (re.compile(r"[\[{][^\]}]*(，)"), "comma “{}” parts nothing in brackets", "write “, ” between entries", ", "),
)


def explain_error(error: Exception, text: str, file: str) -> Diagnostic:
    """The diagnostic for a parser error in `text`, the content of `file`."""
    problem, context = _mark(error, "problem_mark"), _mark(error, "context_mark")
    wording = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    if isinstance(error, ValueError | OverflowError):
        wording = "escape"
    line, column = problem or context or (0, 0)
    lines = LINE_END.split(text)
    tab = _tab_before(lines, line)
    if tab is not None and ("token" in wording or "tab character" in wording):
        return Diagnostic("DG002", "a tab in the indentation", Span(file, line + 1, tab + 1), TABS)
    message, hint = _phrase(wording)
    here = lines[line] if line < len(lines) else ""
    if "backslash" in message and (half := find_half(here)):
        return explain_half(half, Span(file, line + 1, here.index(half) + 1), exact=True)
    if "quote opened" in message:
        line, column = context or (line, column)
        return _open_quote(lines, line, column, file)
    for number in _lines_of(context, problem) if any(part in wording for part in _WIDE_WORDINGS) else ():
        if wide := _full_width(lines[number] if number < len(lines) else ""):
            return wide._replace(line=number).told("DG001", file)
    if left := _left_over(lines, context, (line, column), wording):
        return left.told("DG030" if left.hint == QUOTE_HASH else "DG001", file)
    # A line without a colon is noticed only on the line after it.
    if context and ("opened here" in message or "no `key: value`" in message):
        line, column = context
    cut = _COMMENT.match(lines[line - 1]) if line and any(part in message for part in _LOST) else None
    if cut:
        column = cut.start(1) + 1
        return Diagnostic("DG030", CUT, Span(file, line, column, line, column + 1), QUOTE_HASH)
    if "“*”" in message or "“&”" in message:
        line, column = context or (line, column)
    return Found(line, column, message, hint, *_plain_fix(lines, line, column, message, hint)).told("DG001", file)


def _plain_fix(lines: list[str], line: int, column: int, message: str, hint: str) -> tuple[str, int, str, str]:
    """What is mended, from which column on, and how, where the hint asks for quotes or a space; else four empties."""
    here = lines[line] if line < len(lines) else ""
    if hint == SPACED and (match := _NO_SPACE.match(here)):
        return SPACE, match.start(1), ":", ": "
    if "value starts with" in message and here[column : column + 1] in _SIGNS:
        text = find_unquoted(lines, line, column)
        return QUOTES, column, text, quoted(text)
    return "", 0, "", ""


def _left_over(lines: list[str], context: tuple[int, int] | None, place: tuple[int, int], wording: str) -> Found | None:
    """A text without quotes that began like something else, with what to write."""
    if not any(part in wording for part in _WIDE_WORDINGS):
        return None
    flow = "flow" in wording and context is not None
    for number in _lines_of(context if flow else None, place):
        if braces := find_braces(lines, number):
            return braces
    if flow and context and (sign := find_hash(lines, context[0], place[0])):
        return Found(*sign, "in brackets, too, YAML reads “#” as the start of a comment", QUOTE_HASH)
    return find_leftover(lines, *place) or find_wide_space(lines, place[0])


def _lines_of(*places: tuple[int, int] | None) -> list[int]:
    return list(dict.fromkeys(place[0] for place in places if place))


def _full_width(line: str) -> Found | None:
    """Where a full-width character stands in the place of one of YAML's, on a line that is the only one."""
    for pattern, message, hint, sign in _WIDE:
        if match := pattern.search(line):
            at, wide = match.start(1), match[1]
            spaced = line[at + 1 : at + 2] in (" ", "")  # a second space is none of ours
            new = sign.rstrip() if spaced else sign
            return Found(0, at, f"a full-width {message}".format(wide), hint, _FULL_WIDTH, at, wide, new)
    return None


def explain_late_quote(event: Any, text: str, file: str) -> Diagnostic | None:
    """The diagnostic for a quoted text that runs over lines which are no longer indented like a text."""
    lines = LINE_END.split(text)
    first, last = event.start_mark.line, event.end_mark.line
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    for number in range(first + 1, min(last + 1, len(lines))):
        line = lines[number]
        if len(line) - len(line.lstrip(" ")) <= indent and _KEY_OR_ITEM.match(line):
            return _open_quote(lines, first, event.start_mark.column, file, number)
    return None


def _open_quote(lines: list[str], line: int, column: int, file: str, runs_to: int = 0) -> Diagnostic:
    """A quote that nothing closes on its line; a full-width one closes nothing."""
    message = "the quote opened here is never closed"
    if runs_to:
        message = f"the quote opened here is not closed before the next key or item, on line {runs_to + 1}"
    written = lines[line][column:] if line < len(lines) else ""
    mark = written[:1] or '"'
    at = max(map(written.rfind, "”“＂’‘＇"))
    if at < 0:
        return Found(line, column, message, f"close it with {mark} at the end of the text").told("DG001", file)
    wide = written[at]
    hint = f"“{wide}” is a full-width quote and closes nothing: write {mark} in its place"
    closes = at > 0 and written[at + 1 :].strip()[:1] in _BEHIND_A_QUOTE
    fix = (_FULL_WIDTH, column + at, wide, mark) if closes else ()
    return Found(line, column, message, hint, *fix).told("DG001", file)


def find_half(written: str) -> str:
    """The first escape of half a character, such as JSON writes emoji with, and the other half behind it."""
    match = _HALF.search(written)
    return match[1] if match else ""


def explain_half(escape: str, span: Span, *, exact: bool = False) -> Diagnostic:
    """The diagnostic for an escape that YAML does not have; `exact` where the span is its own."""
    units = [int(unit, 16) for unit in escape.split("\\u")[1:]]
    char = chr(0x10000 + ((units[0] - 0xD800) << 10) + units[1] - 0xDC00) if len(units) == 2 else ""
    message = f"a backslash in double quotes: {escape} is no character in YAML"
    fix = Fix("escape", span.file, span.line, span.column, escape, char) if exact and char else None
    return Diagnostic("DG001", message, span, f"write the character itself{f': {char}' if char else ''}", fix=fix)


def _phrase(wording: str) -> tuple[str, str]:
    for fragments, message, hint in _PHRASES:
        if all(fragment in wording for fragment in fragments):
            return message, hint
    return "this is not valid YAML", "check the indentation, the quotes and the brackets around here"


def _mark(error: Exception, name: str) -> tuple[int, int] | None:
    mark: Any = getattr(error, name, None)
    return (mark.line, mark.column) if mark is not None else None


def _tab_before(lines: list[str], line: int) -> int | None:
    """The column of a tab in the indentation of a line, counted from 0."""
    if line >= len(lines):
        return None
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip(" \t"))]
    at = indent.find("\t")
    return at if at >= 0 else None
