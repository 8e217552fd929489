"""Blocks of long texts into elements, the same for slides, notes, workbook, sheets and guide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from deckgen.base.diagnostics import Span
from deckgen.base.roles import NOTICE_BOXES
from deckgen.base.runs import Run, Runs, plain
from deckgen.base.runs import runs as run
from deckgen.text.blocks import Align
from deckgen.text.content import Block, Code, Grid, Notice, Quotation, parse_text
from deckgen.text.phrases import Phrases
from deckgen.text.prose import Listing, Paragraph
from deckgen.tree import Callout, Cell, Element, ListBlock, Para, Row, Table
from deckgen.tree.content import sources_of

ANSWER_ROW = 28.8  # points: a row to write in is at least 1.0 cm high (check W6)
Dress = Callable[[Runs], Runs]
"""Dresses parsed runs for the medium."""


def compose_text(
    text: str,
    dress: Dress,
    phrase: Phrases,
    *,
    role: str = "body",
    list_role: str = "",
    on_paper: bool = True,
    place: Span | None = None,
) -> tuple[Element, ...]:
    """A long text as elements; paragraphs in `role`, lists in `list_role` (empty: that of their marker)."""
    composer = _Composer(dress, phrase, on_paper, place)
    return tuple(element for block in parse_text(text) for element in composer.block(block, role, list_role))


def with_sources(elements: tuple[Element, ...], role: str) -> tuple[Element, ...]:
    """The elements with their sources below, for places that have no footnotes."""
    return (*elements, *(Para((Run(f"{number} "), *source), role) for number, source in sources_of(elements)))


def compose_grid(
    head: Iterable[Runs],
    rows: Iterable[tuple[Runs, ...]],
    alt: str,
    *,
    on_paper: bool,
    aligns: Sequence[Align] = (),
) -> Table:
    """A table whose first column heads its rows; on paper its empty cells are high enough to write in.

    `aligns` are those of its columns, left where there is none.
    """
    heads = tuple(head)
    body = tuple(rows)
    widths = column_shares([[plain(cell) for cell in row] for row in (heads, *body)])
    cells = tuple(_cell(runs, "head", "cell_head") for runs in heads)
    lined = (_aligned(row, aligns) for row in (Row(cells), *(_row(row, on_paper) for row in body)))
    return Table(widths, (next(lined),), tuple(lined), alt)


def _aligned(row: Row, aligns: Sequence[Align]) -> Row:
    """The row with its cells as their columns stand."""
    if not any(align != "left" for align in aligns):
        return row
    return replace(row, cells=tuple(replace(cell, align=align) for cell, align in zip(row.cells, aligns, strict=False)))


def column_shares(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Column shares that follow the longest text of each column, within reason."""
    longest = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return tuple(float(min(max(length, 5), 24)) for length in longest)


def _row(row: tuple[Runs, ...], on_paper: bool) -> Row:
    cells = tuple(_cell(runs, "row_head" if at == 0 and runs else "cell") for at, runs in enumerate(row))
    if not on_paper or all(row):
        return Row(cells)
    return Row(tuple(cell if cell.content else Cell((), "answer") for cell in cells), ANSWER_ROW)


def _cell(runs: Runs, role: Literal["cell", "head", "row_head"], para: str = "cell") -> Cell:
    if role == "row_head":
        runs = tuple(run if run.text == "\n" or run.note else replace(run, strong=True) for run in runs)
    return Cell((Para(runs, para),) if runs else (), role)


class _Composer:
    def __init__(self, dress: Dress, phrase: Phrases, on_paper: bool, place: Span | None) -> None:
        self.dress, self.phrase, self.on_paper, self.place = dress, phrase, on_paper, place

    def block(self, block: Block, role: str, list_role: str = "") -> Iterator[Element]:
        """The elements of one block."""
        match block:
            case Paragraph():
                yield Para(self.dress(block.runs), role)
            case Listing():
                items = tuple(map(self.dress, block.items))
                levels = block.levels if any(block.levels) else ()
                yield ListBlock(items, "number" if block.numbered else "bullet", levels, block.start, list_role)
            case Code():
                lines = tuple(Para((Run(line),) if line else (), "code") for line in block.lines)
                yield Callout("code", (), lines, span=self.place)
            case Quotation():
                before, after = self.phrase("said_by", who="\n").split("\n")
                by = (Para((*run(before), *self.dress(block.by), *run(after)), "small"),) if block.by else ()
                yield Callout("quote", (), (*self._inside(block), *by), span=self.place)
            case Notice():
                title = self.dress(block.title) or (Run(self.phrase(f"notice.{block.word}")),)
                yield Callout(NOTICE_BOXES[block.word], title, self._inside(block), span=self.place, icon=block.icon)
            case Grid():
                head = tuple(map(self.dress, block.head))
                rows = (tuple(map(self.dress, row)) for row in block.rows)
                alt = self.phrase("comma").join(plain(cell) for cell in head if cell)
                yield compose_grid(head, rows, f"{self.phrase('diagram.table')}{self.phrase('colon')}{alt}"[:120],
                                   on_paper=self.on_paper, aligns=block.aligns)  # fmt: skip

    def _inside(self, block: Quotation | Notice) -> tuple[Element, ...]:
        return tuple(element for part in block.parts for element in self.block(part, "plain"))
