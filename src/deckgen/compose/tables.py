"""Plain texts into tables of a book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.base.runs import Runs
from deckgen.compose.content import ANSWER_ROW
from deckgen.compose.kit import Kit
from deckgen.tree import Cell, Element, Para, Row, Table

Content = str | Runs | tuple[Element, ...]


def grid(
    kit: Kit,
    head: Sequence[str],
    rows: Sequence[Sequence[Content]],
    widths: Sequence[float],
    alt: str,
    *,
    row_heads: bool = True,
    role: str = "grid",
    keep: bool = False,
    height: float = 0.0,
) -> Table:
    """A table whose first column heads its rows; an empty text makes an answer cell.

    Where a row is shorter than the table its last cell spans the columns left.
    """
    head_rows: tuple[Row, ...] = ()
    if head:
        cells = tuple(Cell((Para(kit.inline(text), _head_role(role)),), "head") for text in head)
        head_rows = (Row(cells),)
    body = tuple(
        Row(
            _spanning(
                len(widths),
                tuple(
                    _cell(kit, content, "row_head" if row_heads and index == 0 and content else "cell", role)
                    for index, content in enumerate(row)
                ),
            ),
            height if height else (ANSWER_ROW if any(content == "" for content in row) else 0.0),
        )
        for row in rows
    )
    return Table(tuple(widths), head_rows, body, alt, role, keep=keep)  # type: ignore[arg-type]


def _spanning(columns: int, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    if not cells or len(cells) >= columns:
        return cells
    return (*cells[:-1], replace(cells[-1], columns=columns - len(cells) + 1))


def facts(kit: Kit, pairs: Sequence[tuple[str, str | Runs]], alt: str, per_row: int = 2) -> Table:
    """Labels and values side by side, `per_row` pairs in a row."""
    rows = []
    for start in range(0, len(pairs), per_row):
        cells: list[Cell] = []
        chunk = list(pairs[start : start + per_row])
        chunk += [("", "")] * (per_row - len(chunk))
        for label, value in chunk:
            cells.append(
                Cell((Para(kit.inline(label), "cell_head"),) if label else (), "row_head" if label else "quiet")
            )
            told = kit.inline(value) if isinstance(value, str) else value
            cells.append(Cell((Para(told, "cell"),) if told else (), "cell" if label else "quiet"))
        rows.append(Row(tuple(cells)))
    return Table((2.0, 5.0) * per_row, (), tuple(rows), alt, "form", keep=True)


def blank_rows(columns: int, rows: int, first: Sequence[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Rows to write in; `first` gives the texts of the first column."""
    if first:
        return tuple((text, *[""] * (columns - 1)) for text in first)
    return tuple(("",) * columns for _ in range(rows))


def _head_role(role: str) -> str:
    return "run_head" if role == "run_sheet" else "cell_head"


def _cell(kit: Kit, content: Content, cell_role: str, role: str) -> Cell:
    para = "run_cell" if role == "run_sheet" else "cell"
    if content == "":
        return Cell((), "answer")
    if isinstance(content, str):
        return Cell((Para(kit.inline(content, strong=cell_role == "row_head"), para),), cell_role)  # type: ignore[arg-type]
    if content and isinstance(content[0], tuple):
        raise TypeError("a cell holds a text, runs or elements")
    from_runs = bool(content) and all(hasattr(part, "text") for part in content)
    if from_runs or not content:
        return Cell((Para(content, para),), cell_role)  # type: ignore[arg-type]
    return Cell(content, cell_role)  # type: ignore[arg-type]
