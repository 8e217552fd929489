"""Rows of tables whose heights are written down, so that every program gives them the same. Refuses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.paginate.lines import Column
from deckgen.paginate.strips import Ruler
from deckgen.tree import Element, Group, Row, Table


def stretch_tables(elements: Sequence[Element], ruler: Ruler, column: Column) -> tuple[Element, ...]:
    """The elements with the last row of every table that is too low as high as it takes."""

    def stretched(element: Element) -> Element:
        if isinstance(element, Group):
            return replace(element, children=stretch_tables(element.children, ruler, column))
        if not isinstance(element, Table) or not element.height or not element.rows:
            return element
        *rows, last = element.rows
        taken = sum(ruler.row(row, element, column).height for row in (*element.head, *rows))
        least = element.height - taken - ruler.theme.boxes.hairline
        return replace(element, rows=(*rows, replace(last, height=max(last.height, least))))

    return tuple(map(stretched, elements))


def fix_rows(table: Table, ruler: Ruler, column: Column, capacity: float) -> Table:
    """The table with the height of every row written down, but of those that take half of a page of that capacity."""
    hairline = ruler.theme.boxes.hairline

    def fix(row: Row) -> Row:
        height = ruler.row(row, table, column).height - hairline
        return replace(row, height=height) if height < capacity / 2 else row

    return replace(table, head=tuple(map(fix, table.head)), rows=tuple(map(fix, table.rows)))
