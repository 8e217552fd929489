"""Scalars as their author wrote them: which line breaks YAML folded, and where every line stands.

YAML makes one space of a folded line, so that nobody can tell it from a space that was typed. Here the lines
are folded once more, by YAML's own rules, with `FOLD` in place of that space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from deckgen.base.diagnostics import Span
from deckgen.base.folds import FOLD
from deckgen.source.decode import LINE_END

_SEPARATOR = re.compile(f"[{FOLD}\n]")
_HEADER_INDENT = re.compile(r"[|>][-+]?([1-9])")
Pieces = list[tuple[str, int, int]]
"""Lines of a scalar without what YAML drops, each with its line and column, counted from 1."""


class Written(str):
    """A text of the source that knows the line and column at which each of its lines begins.

    Its lines are parted by `FOLD` where YAML folded them and by a line feed where the author broke them; one
    blank line or several are two line feeds.
    """

    __slots__ = ("lines",)
    lines: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, lines: tuple[tuple[int, int], ...]) -> Written:
        """The text with the places of its lines."""
        written = cls(text)
        written.lines = lines
        return written


def place_in(text: str, offset: int, span: Span | None) -> Span | None:
    """The place of the character at `offset` of a text that stands at `span`; as near as is known."""
    if span is None:
        return None
    lines = getattr(text, "lines", None)
    if lines is None:
        column = span.column + offset if span.end_line == span.line else span.column
        return Span(span.file, span.line, min(column, max(span.column, span.end_column)))
    breaks = [match.end() for match in _SEPARATOR.finditer(text, 0, offset)]
    line, column = lines[min(len(breaks), len(lines) - 1)]
    return Span(span.file, line, column + offset - (breaks[-1] if breaks else 0))


def line_in(text: str, filled: str, offset: int, span: Span | None) -> Span | None:
    """The place of the line that the character at `offset` of the filled-in text stands on; as near as is known."""
    lines = getattr(text, "lines", None)
    if span is None or lines is None:
        return span
    line, column = lines[min(len(_SEPARATOR.findall(filled, 0, offset)), len(lines) - 1)]
    return Span(span.file, line, column)


def as_written(event: Any, source: str) -> str:
    """The text of a scalar event with its folds marked; `source` is the file it was read from."""
    start, end = event.start_mark, event.end_mark
    if start.line == end.line and event.style not in ("'", '"'):
        return str(event.value)
    written = source[start.index : end.index]
    if event.style == "|":
        pieces = block_lines(written, start, indents_of(written)[0])
        return Written.of(event.value, tuple((line, column) for _, line, column in pieces) or ((start.line + 1, 1),))
    block = event.style == ">"
    tail = event.value[len(event.value.rstrip("\n")) :] if block else ""
    for indent in indents_of(written) if block else (0,):
        pieces = block_lines(written, start, indent) if block else _flow_lines(written, start, event.style)
        by_yaml, marked, places = _fold(pieces, block=block)
        if by_yaml + tail == event.value:
            return Written.of(marked, places)
    return str(event.value)  # should the two ever disagree, YAML is right


def _flow_lines(written: str, start: Any, style: str | None) -> Pieces:
    """The lines of a plain or quoted scalar, without indentation, quotes and escapes."""
    quoted = style in ("'", '"')
    lines = LINE_END.split(written[1:-1] if quoted else written)
    pieces: Pieces = []
    joined = False  # by a backslash at the end of the line before
    for number, line in enumerate(lines):
        text = line.lstrip(" \t") if number else line
        column = (start.column + 1 + quoted if number == 0 else len(line) - len(text)) + (number > 0)
        open_end = style == '"' and number < len(lines) - 1 and (len(text) - len(text.rstrip("\\"))) % 2 == 1
        if open_end:
            text = text[:-1]
        elif number < len(lines) - 1:
            text = text.rstrip(" \t")
        text = text.replace("''", "'") if style == "'" else unescape(text) if style == '"' else text
        if joined:
            text = pieces[-1][0] + text
            pieces[-1] = (text, *pieces[-1][1:])
        else:
            pieces.append((text, start.line + 1 + number, column))
        joined = open_end
    return pieces


def unescape(text: str) -> str:
    """One line of a double-quoted scalar without its escapes."""
    return str(yaml.safe_load(f'"{text}"')) if "\\" in text else text


def indents_of(written: str) -> Sequence[int]:
    """How far a block scalar may be indented, the likeliest first.

    An indentation in figures counts from the parent's, which is not known here; without one the first line says it.
    """
    header, *lines = LINE_END.split(written)
    filled = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")] or [0]
    return range(min(filled), -1, -1) if _HEADER_INDENT.search(header) else filled[:1]


def block_lines(written: str, start: Any, indent: int) -> Pieces:
    """The lines of a block scalar without its header and indentation, blank ones at its end left out."""
    _, *lines = LINE_END.split(written)
    while lines and not lines[-1].strip(" "):
        lines.pop()
    return [(line[indent:], start.line + 2 + number, indent + 1) for number, line in enumerate(lines)]


def _fold(pieces: Pieces, *, block: bool) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """The text as YAML folds it, the text with marks, and the places of its lines.

    In a block, lines that are indented more keep their breaks.
    """
    by_yaml: list[str] = []
    marked: list[str] = []
    places: list[tuple[int, int]] = []
    blanks: list[tuple[int, int]] = []
    before = ""
    for number, (text, line, column) in enumerate(pieces):
        if not text and 0 < number < len(pieces) - (not block):
            blanks.append((line, column))
            continue
        if number:
            kept = block and (before[:1] in (" ", "\t") or text[:1] in (" ", "\t"))
            by_yaml.append("\n" * (len(blanks) + kept) or " ")
            marked.append("\n\n" if blanks else "\n" if kept else FOLD)
            places.extend(blanks[:1])
        by_yaml.append(text)
        marked.append(text.rstrip(" ") if block else text)
        places.append((line, column))
        before, blanks = text, []
    return "".join(by_yaml), "".join(marked), tuple(places)
