"""A diagnostic into what an author reads: the place, the line, a mark under the column, the hint.

Plain text; the cli adds colour. A line that cannot be shown is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.reading import ReadBytes
from deckgen.source.decode import LINE_END, UNPRINTABLE

MAX_CELLS = 100  # of a source line on the terminal
LEAST_CELLS = 30


def excerpt(
    diagnostic: Diagnostic,
    read_bytes: ReadBytes,
    *,
    cells: int = MAX_CELLS,
    show: Callable[[str], str] = str,
) -> str:
    """The diagnostic in one to four lines, without a line end at the end.

    ``file:line:column: error DG003: message``, the source line, ``^`` under its column
    (East Asian wide characters take two cells of a terminal), ``hint: ...``. At most `cells` of the source line are
    shown; `show` turns a text into what its reader can see of it, and the mark stands under that.
    """
    span = diagnostic.span
    lines = [show(headline(diagnostic))]
    encoding = "gb18030" if diagnostic.code == "DG014" else "utf-8-sig"
    line = _source_line(span, encoding, read_bytes) if span else None
    if span and line is not None:
        lines.extend(_mark(line, span, max(cells, LEAST_CELLS), show))
    if diagnostic.hint:
        lines.append(show(f"  hint: {diagnostic.hint}"))
    return "\n".join(lines)


def headline(diagnostic: Diagnostic) -> str:
    """Place, severity, code and message on one line, and the deliveries if only some have the mistake."""
    place = f"{diagnostic.span}: " if diagnostic.span else ""
    return f"{place}{diagnostic.severity} {diagnostic.code}: {said(diagnostic)}"


def said(diagnostic: Diagnostic) -> str:
    """The message, with the deliveries that have the mistake if only some do and it does not name them."""
    others = [name for name in diagnostic.deliveries if name not in diagnostic.message]
    return f"{diagnostic.message} [{', '.join(others)}]" if others else diagnostic.message


def _source_line(span: Span, encoding: str, read_bytes: ReadBytes) -> str | None:
    try:
        lines = _lines(read_bytes(Path(span.file)), encoding)
    except (OSError, ValueError):  # ValueError: a name the file system cannot hold
        return None
    if not 0 < span.line <= len(lines) or "\x00" in lines[span.line - 1]:
        return None
    # One character stays one character, so that columns hold.
    return UNPRINTABLE.sub("\ufffd", lines[span.line - 1]).replace("\t", " ")


@lru_cache(maxsize=4)
def _lines(content: bytes, encoding: str) -> list[str]:
    """The lines of a file; many diagnostics point at the same one."""
    return LINE_END.split(content.decode(encoding, errors="replace"))


def _mark(line: str, span: Span, cells: int, show: Callable[[str], str]) -> tuple[str, str] | tuple[()]:
    column = min(span.column, len(line) + 1)
    if not line.strip():
        return ()
    number = f"{span.line:>5} | "
    length = span.end_column - span.column if span.end_line == span.line else 1
    before, marked, after = (
        show(part) for part in (line[: column - 1], line[column - 1 : column - 1 + length], line[column - 1 + length :])
    )
    # A long line is shown from shortly before its mark.
    if _cells(before) + _cells(marked[:1]) > cells - 20:
        before = show("…") + _end(before, cells // 3)
    width = _cells(before)
    text = _cut(before + marked + after, cells, show("…"))
    caret = "^" * max(1, min(_cells(marked) or 1, _cells(text) - width))
    return number + text, " " * 6 + "| " + " " * width + caret


def _end(text: str, cells: int) -> str:
    """The last characters of a text that take at most so many cells."""
    at = len(text)
    while at and (cells := cells - _cell(text[at - 1])) >= 0:
        at -= 1
    return text[at:]


def _cut(text: str, most: int, ellipsis: str) -> str:
    if _cells(text) <= most:
        return text
    kept = cells = 0
    while cells < most - 1 - len(ellipsis):
        cells += _cells(text[kept])
        kept += 1
    return text[:kept] + ellipsis


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
