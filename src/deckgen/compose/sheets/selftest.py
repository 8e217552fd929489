"""A self-test: statements to rate, what the points add up to, and what that says.

The numbers of a statement that counts from the other end are printed the other way round, so scoring is adding up.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.parts import LINE_ROW, TICK_ROW, Parts, joined, rings, situation, ticks
from deckgen.compose.tables import Content, grid
from deckgen.text.scripts import has_cjk
from deckgen.tree import Cell, Element, Field, Para, Row, Table, WritingSpace

_COLUMN, _CJK_COLUMN = (
    1.5,
    1.15,
)  # of fourteen: a point of the scale below its word, which breaks only where it is Chinese


def compose_selftest(kit: Kit, sheet: Any) -> Parts:
    """Items on one scale, groups with their scores, bands and one thing to improve."""
    points = [str(number) for number in range(1, len(sheet.scale) + 1)]
    parts: list[Element] = [_items(kit, sheet, points), *_scores(kit, sheet)]
    if sheet.bands:
        parts.append(_bands(kit, sheet))
    parts.append(Para(kit.inline(kit.phrase("selftest_note")), "small"))
    last = (WritingSpace(1, kit.inline(sheet.improve)),) if sheet.improve else ()
    return Parts(before=situation(kit, sheet), parts=tuple(parts), last=last)


def _items(kit: Kit, sheet: Any, points: list[str]) -> Table:
    """The statements with their points to ring; below each group the place for its sum."""
    mark = kit.phrase("reverse_mark")
    rows: list[list[Content]] = [
        [
            kit.inline(f"{number} ", f"**{mark}** " if item.reverse else "", item.text),
            *rings(points[::-1] if item.reverse else points),
        ]
        for number, item in enumerate(sheet.items, start=1)
    ]
    head = [kit.phrase("statement"), *sheet.scale]
    column = _CJK_COLUMN if any(has_cjk(text) for text in sheet.scale) else _COLUMN
    widths = (14.0 - column * len(points), *[column] * len(points))
    table = ticks(grid(kit, head, rows, widths, kit.plain(sheet.title), row_heads=False, height=TICK_ROW))
    ends: dict[int, Row] = {}
    last = 0
    for group in sheet.groups:
        last += group.items
        low, high = group.items, group.items * len(points)
        told = (
            *kit.inline(group.title, strong=True),
            *runs(kit.phrase("gap")),
            *runs(kit.phrase("sub_score", low=low, high=high)),
        )
        sum_ = Cell((), "answer", columns=len(points))
        ends[last] = Row((Cell((Para(told, "cell"),), "row_head"), sum_), LINE_ROW)
    parted = tuple(part for at, row in enumerate(table.rows, start=1) for part in (row, *filter(None, (ends.get(at),))))
    return Table(table.widths, table.head, parted, table.alt, table.role)


def _scores(kit: Kit, sheet: Any) -> tuple[Element, ...]:
    """How to add up, and where the sum goes."""
    reversed_ = (kit.phrase("reversed_note"),) if any(item.reverse for item in sheet.items) else ()
    opening = runs(f"{kit.phrase('scoring')}{kit.phrase('colon')}", strong=True)
    told = joined(kit, "scoring", (*reversed_, *sheet.scoring))
    words = (Para((*opening, *told[0][1]), "brief"),) if told else ()
    asked = ["total"] + (["lowest_group"] if sheet.groups else [])
    cells = tuple(Cell((Field(runs(kit.phrase(key)), "text", f"{sheet.id}-{key}"),)) for key in asked)
    return (*words, Table((1.0,) * len(cells), (), (Row(cells, LINE_ROW),), kit.phrase("total"), "lines", keep=True))


def _bands(kit: Kit, sheet: Any) -> Table:
    """What a sum says: the ranges as a scale, advice below each."""
    head = Row(
        tuple(
            Cell((Para(kit.inline(f"{band.low}–{band.high} ", band.title), "cell_head"),), "head")
            for band in sheet.bands
        )
    )
    advice = Row(tuple(Cell((Para(kit.inline(band.advice), "small"),)) for band in sheet.bands))
    return Table((1.0,) * len(sheet.bands), (head,), (advice,), kit.phrase("reading"), keep=True)
