"""Room to write that grows to the foot of its page. Refuses nothing.

What a page has left goes to the lines and answers that stand on it, in turn, so that a page ends in room to write and
not in nothing. Nothing grows beyond what anybody would write there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.paginate.lines import Column
from deckgen.paginate.strips import Ruler
from deckgen.tree import Element, Group, Row, Table, WritingSpace

MOST_LINES = 8  # under one question
_STEP = 8.5  # points that a row of answers grows at once
_MOST_ROW = 52.0  # points: a row for free text
_MOST_LINE = 34.0  # points: a line behind its prompt
_MORE = 17.0  # points: so much a row grows at most that words make higher than that
_APART = 4.0  # points: so much further apart lines lie at most, where there is no room for one more
_LAST = 0.5  # points: in such steps rows and lines take what is left in the end


@dataclass(slots=True)
class _Spot:
    """A place to write: what one step more costs in points, how many more it takes, and how many it got.

    `rows` are the heights of those that grow together; where `lines` are added instead, there are so many. `more` is
    what each of them got beyond its steps.
    """

    cost: float
    most: int
    rows: tuple[float, ...] = ()
    lines: int = 0
    got: int = 0
    more: float = 0.0


def grow(elements: Sequence[Element], room: float, ruler: Ruler, column: Column) -> tuple[tuple[Element, ...], float]:
    """The elements with more room to write, and how many points of `room` that takes."""
    spots = [spot for element in elements for spot in _spots(element, ruler, column)]
    left = room
    for turn in range(max((spot.most for spot in spots), default=0)):
        for spot in spots:
            if turn < spot.most and spot.got == turn and spot.cost <= left:
                spot.got += 1
                left -= spot.cost
    for spot in spots:
        count, most = (spot.lines + spot.got, _APART) if spot.lines else (len(spot.rows), _STEP - _LAST)
        if spot.lines or spot.got < spot.most:
            spot.more = min(most, left / count) // _LAST * _LAST
            left -= spot.more * count
    taken = iter(spots)
    return tuple(_grown(element, taken, ruler.theme.boxes.ruled_line) for element in elements), room - left


def _spots(element: Element, ruler: Ruler, column: Column) -> Iterator[_Spot]:
    match element:
        case Group():
            for child in element.children:
                yield from _spots(child, ruler, column)
        case WritingSpace():
            boxes = ruler.theme.boxes
            apart = element.apart or boxes.ruled_line
            yield _Spot(apart + boxes.hairline, max(0, MOST_LINES - element.lines), lines=element.lines)
        case Table():
            yield _of_table(element, ruler, column)
        case _:
            return


def _of_table(table: Table, ruler: Ruler, column: Column) -> _Spot:
    rows = [row for row in table.rows if _is_written(row, table)]
    if not rows:
        return _Spot(0.0, 0)
    line = ruler.theme.boxes.hairline
    heights = tuple(max(row.height, ruler.row(row, table, column).height - line) for row in rows)
    most = _MOST_LINE if table.role == "lines" else max(_MOST_ROW, max(heights) + _MORE)
    return _Spot(len(rows) * _STEP, max(0, int((most - max(heights) + 0.5) // _STEP)), heights)


def _is_written(row: Row, table: Table) -> bool:
    """Whether a row is there to be written in, and has a height of its own that can be raised."""
    written = table.role == "lines" or any(cell.role == "answer" for cell in row.cells)
    return written and row.height > 0.0


def _grown(element: Element, spots: Iterator[_Spot], ruled: float) -> Element:
    match element:
        case Group():
            return replace(element, children=tuple(_grown(child, spots, ruled) for child in element.children))
        case WritingSpace():
            spot = next(spots)
            apart = (element.apart or ruled) + spot.more if spot.more else element.apart
            return replace(element, lines=element.lines + spot.got, apart=apart) if spot.got or spot.more else element
        case Table():
            spot = next(spots)
            by = spot.got * _STEP + spot.more
            return _higher(element, spot.rows, by) if by else element
        case _:
            return element


def _higher(table: Table, heights: Sequence[float], by: float) -> Table:
    """The table with the rows that are written in higher than they are now."""
    now = iter(heights)
    rows = (replace(row, height=next(now) + by) if _is_written(row, table) else row for row in table.rows)
    return replace(table, rows=tuple(rows))
