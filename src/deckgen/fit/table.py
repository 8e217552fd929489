"""A table and its frame into column widths, row heights and pages.

Refuses nothing: a row that no page holds is answered with None, for the caller to report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from deckgen.base.roles import TYPE_SCALE
from deckgen.base.units import Frame
from deckgen.fit.split import split_evenly, steps
from deckgen.fit.text import SLACK, Piece, pieces_of
from deckgen.measure import LINE, Faces, count_lines, text_width
from deckgen.theme import Theme
from deckgen.theme.slide_text import CELL_INSETS, list_indent
from deckgen.tree import Row, Table, TableLayout

MOST_GROWTH = 2.6  # rows of a small table become so many times as high, that the slide is not half empty
_HEAD_GROWTH = 1.5  # its head becomes so many times as high at most
_LARGEST = 1.3  # font size of a small table at most, times the usual
_AIRY = 1.25  # times its height, for which a table set larger must still have room
_LEAST_EM = 5.0  # a column is no narrower than this, or than its longest text
_SIDES = CELL_INSETS[0] + CELL_INSETS[2]


def fit_table(table: Table, frame: Frame, theme: Theme, faces: Faces) -> tuple[Table, ...] | None:
    """The table laid out in its frame, in as many parts as it takes; None when a row fits no page.

    At each font size the table's shares are tried, then columns that follow the amount of text. All
    parts have the same columns, font size and growth, and repeat the head.
    """
    cell, head = theme.slide_text["cell"], theme.slide_text["cell_head"]
    sizes = steps(cell.size, min(cell.size, max(cell.floor, head.floor)))
    grid = _Grid(table, faces)
    heads = len(table.head)
    large = _enlarge(grid, frame, cell.size)
    if large is not None:
        return _parts(table, frame, large, ((0, len(table.rows)),))
    last: list[_Try] = []
    for size in sizes:
        last = []
        for attempt in grid.attempts(frame.w, size):
            if sum(attempt.heights) <= frame.h + SLACK:
                return _parts(table, frame, attempt, ((0, len(table.rows)),))
            last.append(attempt)
    divided = [
        (cuts, attempt)
        for attempt in last
        if (cuts := split_evenly(attempt.heights[heads:], frame.h - sum(attempt.heights[:heads])))
    ]
    if not divided:
        return None
    cuts, attempt = min(divided, key=lambda division: len(division[0]))
    return _parts(table, frame, attempt, cuts)


def lay_out(table: Table, width: float, size: float, faces: Faces) -> Table:
    """The table at a font size, as low as its columns can make it."""
    attempt = min(_Grid(table, faces).attempts(width, size), key=lambda tried: sum(tried.heights))
    return replace(table, layout=TableLayout(attempt.columns, attempt.heights, size))


def _enlarge(grid: _Grid, frame: Frame, size: float) -> _Try | None:
    """A small table at the largest size above the usual that breaks no text anew; None if there is none."""
    usual = next(grid.attempts(frame.w, size))
    for step in (step for step in TYPE_SCALE[::-1] if size < step <= size * _LARGEST):
        larger = next(grid.attempts(frame.w, step))
        airy = sum(larger.heights) * _AIRY <= frame.h
        if airy and all(a <= b * step / size + SLACK for a, b in zip(larger.heights, usual.heights, strict=True)):
            return larger
    return None


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


@dataclass(frozen=True, slots=True)
class _Text:
    """What a cell says, and the columns it stands in."""

    pieces: tuple[Piece, ...]
    strong: bool
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class _Try:
    """Columns and a size, with the row heights they give (head rows first)."""

    columns: tuple[float, ...]
    size: float
    heights: tuple[float, ...]


class _Grid:
    """The texts of a table, ready to be measured several times."""

    def __init__(self, table: Table, faces: Faces) -> None:
        self.shares = table.widths
        self.faces = faces
        rows = [*((row, True) for row in table.head), *((row, False) for row in table.rows)]
        self.rows = [(row.height, _texts_of(row, head, len(table.widths))) for row, head in rows]

    def attempts(self, width: float, size: float) -> Iterator[_Try]:
        """The table at a font size: by its shares, then by its text."""
        for shares in (self.shares, self._text_shares):
            columns = tuple(width * share / sum(shares) for share in shares)
            if min(columns) < _LEAST_EM * size + _SIDES:
                columns = choose_columns(shares, self._needs(size), width)
            heights = tuple(self._height(least, texts, columns, size) for least, texts in self.rows)
            yield _Try(columns, size, heights)

    def _height(self, least: float, texts: Sequence[_Text], columns: Sequence[float], size: float) -> float:
        most = 1
        for text in texts:
            width = max(size, sum(columns[text.first : text.end]) - _SIDES)
            lines = 0
            for piece in text.pieces:
                room = max(size, width - list_indent(size, piece.level)) if piece.block else width
                lines += count_lines(piece.measured, size, room, self.faces, text.strong)
            most = max(most, lines)
        return max(least, most * LINE * size + CELL_INSETS[1] + CELL_INSETS[3])

    def _needs(self, size: float) -> list[float]:
        """The least width of each column: its longest text on one line, but no more than a few em."""
        needs = [0.0] * len(self.shares)
        for text in self._single_columns:
            for piece in text.pieces:
                width = text_width(piece.runs, size, self.faces, text.strong) + 1.1 * size
                needs[text.first] = max(needs[text.first], min(width, _LEAST_EM * size) + _SIDES)
        return needs

    @cached_property
    def _text_shares(self) -> tuple[float, ...]:
        """Shares that follow how much text the columns hold: they make low rows."""
        amounts = [1.0] * len(self.shares)
        for text in self._single_columns:
            amounts[text.first] += sum(text_width(piece.runs, 1.0, self.faces) for piece in text.pieces)
        # Not fully in proportion: a column of short texts needs its words whole.
        return tuple(amount**0.75 for amount in amounts)

    @property
    def _single_columns(self) -> Iterator[_Text]:
        return (text for _, texts in self.rows for text in texts if text.end - text.first == 1)


def _texts_of(row: Row, head: bool, columns: int) -> tuple[_Text, ...]:
    texts = []
    at = 0
    for cell in row.cells:
        end = min(columns, at + max(1, cell.columns))
        if at < end:
            texts.append(_Text(pieces_of(cell.content), head or cell.role in ("head", "row_head"), at, end))
        at = end
    return tuple(texts)


def _parts(table: Table, frame: Frame, attempt: _Try, cuts: Sequence[tuple[int, int]]) -> tuple[Table, ...]:
    head, body = attempt.heights[: len(table.head)], attempt.heights[len(table.head) :]
    longest = max(sum(body[start:end]) for start, end in cuts)
    high = sum(head)
    even = frame.h / (high + longest) if high + longest > 0 else 1.0
    head_growth = max(1.0, min(_HEAD_GROWTH, even))
    growth = max(1.0, min(MOST_GROWTH, (frame.h - high * head_growth) / longest)) if longest > 0 else 1.0
    return tuple(
        replace(
            table,
            rows=table.rows[start:end],
            layout=TableLayout(
                attempt.columns,
                (*(height * head_growth for height in head), *(height * growth for height in body[start:end])),
                attempt.size,
            ),
        )
        for start, end in cuts
    )
