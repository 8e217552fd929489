"""A table and its frame into column widths, row heights and pages.

Refuses nothing: a row that no page holds is answered with None, for the caller to report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.units import Frame
from deckgen.documents.fit.split import split_evenly, steps
from deckgen.documents.fit.text import SLACK, pieces_of
from deckgen.documents.measure import LINE, Faces, count_lines, text_width
from deckgen.documents.tree import Cell, Row, Table, TableLayout
from deckgen.theme import Theme
from deckgen.theme.slide_text import CELL_INSETS, list_indent

MOST_GROWTH = 1.6  # rows of a small table become so many times as high, that the slide is not half empty
_LEAST_EM = 5.0  # a column is no narrower than this, or than its longest text


def fit_table(table: Table, frame: Frame, theme: Theme, faces: Faces) -> tuple[Table, ...] | None:
    """The table laid out in its frame, in as many parts as it takes; None when a row fits no page.

    All parts have the same columns, font size and growth, and repeat the head.
    """
    cell, head = theme.slide_text["cell"], theme.slide_text["cell_head"]
    sizes = steps(cell.size, min(cell.size, max(cell.floor, head.floor)))
    shares = (table.widths, _shares_of_text(table, faces))
    whole = ((0, len(table.rows)),)
    for size in sizes:
        tried = [_Try(table, columns, size, faces) for columns in _columns(table, shares, frame.w, size, faces)]
        for attempt in tried:
            if sum(attempt.heights) <= frame.h + SLACK:
                return _parts(table, frame, attempt, whole)
    best: tuple[int, _Try, tuple[tuple[int, int], ...]] | None = None
    for attempt in tried:
        top = sum(attempt.heights[: len(table.head)])
        cuts = split_evenly(attempt.heights[len(table.head) :], frame.h - top)
        if cuts is not None and (best is None or len(cuts) < best[0]):
            best = (len(cuts), attempt, cuts)
    return None if best is None else _parts(table, frame, best[1], best[2])


class _Try:
    """Columns and a size, with the row heights they give (head rows first)."""

    def __init__(self, table: Table, columns: tuple[float, ...], size: float, faces: Faces) -> None:
        self.columns, self.size = columns, size
        self.heights = _heights(table, columns, size, faces)


def _columns(
    table: Table, shares: Sequence[Sequence[float]], width: float, size: float, faces: Faces
) -> list[tuple[float, ...]]:
    needs = _needs(table, size, faces)
    return [choose_columns(share, needs, width) for share in shares]


def _shares_of_text(table: Table, faces: Faces) -> tuple[float, ...]:
    """Shares that follow how much text the columns hold: they make low rows."""
    amounts = [1.0] * len(table.widths)
    for row in (*table.head, *table.rows):
        at = 0
        for cell in row.cells:
            if cell.columns == 1 and at < len(amounts):
                amounts[at] += sum(text_width(piece.runs, 1.0, faces) for piece in pieces_of(cell.content))
            at += cell.columns
    # Between the amount (equal lines) and equal columns: long columns need not be as many times as wide.
    return tuple(amount**0.75 for amount in amounts)


def choose_columns(shares: Sequence[float], needs: Sequence[float], width: float) -> tuple[float, ...]:
    """Column widths in points by their shares, none narrower than it needs while another has room."""
    total = sum(shares)
    columns = [width * share / total for share in shares]
    least = [min(need, width / len(columns)) for need in needs]
    lacking = sum(max(0.0, need - have) for need, have in zip(least, columns, strict=True))
    spare = sum(max(0.0, have - need) for need, have in zip(least, columns, strict=True))
    if lacking <= 0.0 or spare <= 0.0:
        return tuple(columns)
    taken = min(1.0, lacking / spare)
    return tuple(
        need if have < need else have - (have - need) * taken for need, have in zip(least, columns, strict=True)
    )


def _needs(table: Table, size: float, faces: Faces) -> list[float]:
    """The least width of each column: its longest text on one line, but no more than a few em."""
    left, _, right, _ = CELL_INSETS
    needs = [0.0] * len(table.widths)
    for row in (*table.head, *table.rows):
        at = 0
        for cell in row.cells:
            if cell.columns == 1 and at < len(needs):
                for piece in pieces_of(cell.content):
                    text = text_width(piece.runs, size, faces, _strong(cell)) + 1.1 * size
                    needs[at] = max(needs[at], min(text, _LEAST_EM * size) + left + right)
            at += cell.columns
    return needs


def _strong(cell: Cell) -> bool:
    return cell.role in ("head", "row_head")


def _heights(table: Table, columns: Sequence[float], size: float, faces: Faces) -> list[float]:
    """Heights of all rows in points, head rows first."""
    head = [_row_height(row, columns, size, faces, head=True) for row in table.head]
    return head + [_row_height(row, columns, size, faces, head=False) for row in table.rows]


def _row_height(row: Row, columns: Sequence[float], size: float, faces: Faces, *, head: bool) -> float:
    left, top, right, bottom = CELL_INSETS
    height = LINE * size
    at = 0
    for cell in row.cells:
        width = sum(columns[at : at + cell.columns]) - left - right
        at += cell.columns
        lines = 0
        for piece in pieces_of(cell.content):
            indent = list_indent(size, piece.level) if piece.block else 0.0
            lines += count_lines(piece.runs, size, max(size, width - indent), faces, head or _strong(cell))
        height = max(height, lines * LINE * size)
    return max(row.height, height + top + bottom)


def _parts(table: Table, frame: Frame, attempt: _Try, cuts: Sequence[tuple[int, int]]) -> tuple[Table, ...]:
    head, body = attempt.heights[: len(table.head)], attempt.heights[len(table.head) :]
    tallest = max(sum(head) + sum(body[start:end]) for start, end in cuts)
    growth = max(1.0, min(MOST_GROWTH, frame.h / tallest)) if tallest > 0 else 1.0
    return tuple(
        replace(
            table,
            rows=table.rows[start:end],
            layout=TableLayout(
                attempt.columns,
                tuple(height * growth for height in (*head, *body[start:end])),
                attempt.size,
            ),
        )
        for start, end in cuts
    )
