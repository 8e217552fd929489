"""Room to write that grows to the foot of its page. Refuses nothing.

What a page has left goes to the lines and answers that stand on it, in turn, so that a page ends in room to write and
not in nothing. Nothing grows beyond what anybody would write there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.paginate.strips import Column, Ruler
from deckgen.tree import Element, Group, Row, Table, WritingSpace

MOST_LINES = 8  # under one question
_STEP = 8.5  # points that a row of answers grows at once
_MOST_ROW = 52.0  # points: a row for free text


@dataclass(slots=True)
class _Spot:
    """A place to write: what one step more costs in points, how many more it takes, and how many it got."""

    cost: float
    most: int
    got: int = 0


def grow(elements: Sequence[Element], room: float, ruler: Ruler, column: Column) -> tuple[tuple[Element, ...], float]:
    """The elements with more room to write, and how many points of `room` that takes."""
    spots = [spot for element in elements for spot in _spots(element, ruler, column)]
    left = room
    for turn in range(max((spot.most for spot in spots), default=0)):
        for spot in spots:
            if turn < spot.most and spot.got == turn and spot.cost <= left:
                spot.got += 1
                left -= spot.cost
    taken = iter(spots)
    return tuple(_grown(element, taken) for element in elements), room - left


def _spots(element: Element, ruler: Ruler, column: Column) -> Iterator[_Spot]:
    match element:
        case Group():
            for child in element.children:
                yield from _spots(child, ruler, column)
        case WritingSpace():
            boxes = ruler.theme.boxes
            yield _Spot(boxes.ruled_line + boxes.hairline, max(0, MOST_LINES - element.lines))
        case Table():
            yield _of_table(element, ruler, column)
        case _:
            return


def _of_table(table: Table, ruler: Ruler, column: Column) -> _Spot:
    rows = [row for row in table.rows if _is_answered(row)]
    heights = [ruler.row(row, table, column).height for row in rows]
    if not rows or any(height > least + 1.0 for height, least in zip(heights, map(_least(ruler), rows), strict=True)):
        return _Spot(0.0, 0)  # words make a row higher than it must be, so it would not grow by a step
    return _Spot(len(rows) * _STEP, max(0, int((_MOST_ROW - max(heights)) // _STEP)))


def _least(ruler: Ruler):  # type: ignore[no-untyped-def]
    boxes = ruler.theme.boxes
    return lambda row: (row.height or boxes.answer_row) + boxes.hairline


def _is_answered(row: Row) -> bool:
    return any(cell.role == "answer" for cell in row.cells)


def _grown(element: Element, spots: Iterator[_Spot]) -> Element:
    match element:
        case Group():
            return replace(element, children=tuple(_grown(child, spots) for child in element.children))
        case WritingSpace():
            more = next(spots).got
            return replace(element, lines=element.lines + more) if more else element
        case Table():
            more = next(spots).got
            return _higher(element, more * _STEP) if more else element
        case _:
            return element


def _higher(table: Table, more: float) -> Table:
    rows = (replace(row, height=row.height + more) if _is_answered(row) else row for row in table.rows)
    return replace(table, rows=tuple(rows))
