"""`activity` data into the board participants work from, in the design that suits what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.base.units import Frame
from deckgen.draw.board import Board
from deckgen.draw.board_papers import draw_list, draw_page, draw_scale, draw_wall
from deckgen.draw.board_people import draw_case, draw_ring
from deckgen.draw.board_steps import MOST_ALONG, rail_height
from deckgen.draw.board_talk import draw_table, draw_talk
from deckgen.draw.board_track import draw_track
from deckgen.draw.board_turns import draw_lanes
from deckgen.draw.pen import Pen, Plan

DESIGNS: dict[str, Callable[[Board, Frame, Pen], Plan]] = {
    "case": draw_case,
    "lanes": draw_lanes,
    "list": draw_list,
    "page": draw_page,
    "ring": draw_ring,
    "scale": draw_scale,
    "table": draw_table,
    "talk": draw_talk,
    "track": draw_track,
    "wall": draw_wall,
}

_ALONG = ("case", "lanes", "scale", "table", "track", "wall")  # designs whose steps stand along a line
_MOST_OF_BOARD = 0.46  # of the height of a board, for steps along a line


def draw_activity(record: Board, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The board in its design; where that has no room for the words, the task over a list of steps."""
    if record.design != "list" and _suits(record, frame, pen):
        yield DESIGNS[record.design](record, frame, pen)
        yield DESIGNS[record.design](record, frame, pen.tightened(1.0))
    yield draw_list(record, frame, pen)
    yield draw_list(record, frame, pen.tightened(1.0))


def _suits(record: Board, frame: Frame, pen: Pen) -> bool:
    """Whether the steps leave a picture its room: along a line not too many, and in few lines."""
    if record.design not in _ALONG:
        return True
    return len(record.steps) <= MOST_ALONG and rail_height(record.steps, frame.w, pen) <= frame.h * _MOST_OF_BOARD
