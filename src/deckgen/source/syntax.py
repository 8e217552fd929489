"""Errors of the YAML parser into diagnostics in plain words.

The parser names grammar rules; authors need to know which character to change. Both of its
forms (libyaml and pure Python) word their errors differently, hence the fragments below.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.source.decode import LINE_END

TABS = "indent with spaces; a tab may not stand before the first character of a line"
QUOTE = 'put the whole text in quotes: "…"'
SPACED = "write `key: value` with a colon and a space"

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
        "start the list on its own line under its key",
    ),
    (("could not find expected ':'",), "this line is no `key: value` and belongs to no text above", SPACED),
    (("quoted scalar", "unexpected end of stream"), "the quote opened here is never closed", "close it"),
    (("quoted scalar", "document separator"), "the quote opened here is never closed", "close it"),
    (
        ("escape",),
        "a backslash in double quotes does not start a known escape",
        "write it twice (\\\\), or use single quotes",
    ),
    (("undefined tag handle",), "an unknown tag starts here", "the only tag is !include path.yaml"),
    (("scanning a tag",), "a tag is malformed", "the only tag is !include path.yaml"),
    (("parsing a tag",), "a tag is malformed", "the only tag is !include path.yaml"),
    (("incompatible YAML",), "the %YAML line asks for another version", "leave the line out"),
    (
        ("scanning a block scalar",),
        "text follows “|” or “>” on the same line",
        "start the text on the next line",
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
    (("node content",), "a value is missing, or a bracket closes what was never opened", QUOTE),
    (("block collection",), "this line is no item of the list above it", "indent it like its neighbours"),
    (
        ("block mapping",),
        "this line does not belong to the keys above it",
        "indent it like its neighbours, or put the text before it in one pair of quotes",
    ),
)
# Where these go wrong only shows much later; the place to mend is where they were opened.
_OPENED = ("never closed", "opened here")


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
    # A full-width colon looks like a key to its author and like running text to YAML.
    for candidate in (context, problem):
        here = lines[candidate[0]] if candidate and candidate[0] < len(lines) else ""
        wide = here.find("：")
        if wide >= 0 and ": " not in here and any(part in wording for part in ("':'", "mapping values")):
            span = Span(file, candidate[0] + 1 if candidate else 1, wide + 1)
            message = "a full-width colon “：” does not end a key"
            return Diagnostic("DG001", message, span, SPACED)
    # A line without a colon is noticed only on the line after it.
    if context and (any(word in message for word in _OPENED) or "no `key: value`" in message):
        line, column = context
    if "“*”" in message or "“&”" in message:
        line, column = context or (line, column)
    return Diagnostic("DG001", message, Span(file, line + 1, column + 1), hint)


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
