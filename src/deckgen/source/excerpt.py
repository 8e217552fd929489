"""A diagnostic into what an author reads: the place, the line, a mark under the column, the hint.

Plain text; the cli adds colour. A line that cannot be shown is left out.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.reading import ReadBytes
from deckgen.source.decode import LINE_END, UNPRINTABLE

MAX_CELLS = 100  # of a source line on the terminal


def excerpt(diagnostic: Diagnostic, read_bytes: ReadBytes) -> str:
    """The diagnostic in one to four lines, without a line end at the end.

    ``file:line:column: error DG003: message``, the source line, ``^`` under its column
    (East Asian wide characters take two cells of a terminal), ``hint: ...``.
    """
    span = diagnostic.span
    place = f"{span}: " if span else ""
    made = [f"{place}{diagnostic.severity} {diagnostic.code}: {diagnostic.message}"]
    encoding = "gb18030" if diagnostic.code == "DG014" else "utf-8-sig"
    line = _source_line(span, encoding, read_bytes) if span else None
    if span and line is not None:
        made.extend(_mark(line, span))
    if diagnostic.hint:
        made.append(f"  hint: {diagnostic.hint}")
    return "\n".join(made)


def _source_line(span: Span, encoding: str, read_bytes: ReadBytes) -> str | None:
    try:
        text = read_bytes(Path(span.file)).decode(encoding, errors="replace")
    except (OSError, ValueError):  # ValueError: a name the file system cannot hold
        return None
    lines: list[str] = LINE_END.split(text)
    if not 0 < span.line <= len(lines) or "\x00" in lines[span.line - 1]:
        return None
    # One character stays one character, so that columns hold.
    return UNPRINTABLE.sub("\ufffd", lines[span.line - 1]).replace("\t", " ")


def _mark(line: str, span: Span) -> tuple[str, str] | tuple[()]:
    column = min(span.column, len(line) + 1)
    if not line.strip():
        return ()
    number = f"{span.line:>5} | "
    head, shown = "", line
    # A long line is shown from shortly before its mark.
    if _cells(line[:column]) > MAX_CELLS - 20:
        start = max(0, column - 30)
        head, shown, column = "…", line[start:], column - start
    before = head + shown[: column - 1]
    width = _cells(before)
    end = span.end_column - span.column if span.end_line == span.line else 1
    marked = _cells(shown[column - 1 : column - 1 + end]) or 1
    text = _cut(head + shown)
    caret = "^" * max(1, min(marked, _cells(text) - width))
    return number + text, " " * 6 + "| " + " " * width + caret


def _cut(text: str) -> str:
    if _cells(text) <= MAX_CELLS:
        return text
    kept = cells = 0
    while cells < MAX_CELLS - 2:
        cells += _cells(text[kept])
        kept += 1
    return text[:kept] + "…"


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
