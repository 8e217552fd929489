"""How the distances of a theme come together: text areas, space beside boxes, roles inside boxes and tables.

The writer of books and the pagination read the same numbers, so that predicted pages are real pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from deckgen.base.roles import Colour
from deckgen.theme.box_metrics import BoxMetrics
from deckgen.theme.theme import BookStyle, PageSetup, Theme

STEP_Y = 1.25  # points above and below the words of a step
STEP_LINE = 1.5  # points of white between the verbs of steps
CARD_X = 8.0  # points at the sides of the words of a card
_DENSE = ("run_sheet", "card")  # tables whose words and drawings stand close to their lines
CONTENTS_GAP = 24.0  # points between two columns of contents
PEN_BAR = 3.0  # points: the bar at the left of what is written on
FEW_LINES = 8  # to write on: so many stay on one page, of more no one stands alone
PEN_COLUMN = 10.0  # points from that bar to the lines
ENTRY_X = 2.0  # points at the sides of the cells of an entry
SIGN_ABOVE, SIGN_BELOW = 2.0, 1.0  # points around the signs of an entry
ENTRY_GAP = 2.0  # points between the tables of one entry
BAND_LINE = 1.0  # points: the frame of the band that a sheet begins with
BAND_X, BAND_Y = 6.0, 3.0  # points from that frame to the words
MOST_BORDER_SPACE = 31.0  # points between a paragraph and its border: more is not written in a document


def text_area(page: PageSetup, orientation: Literal["portrait", "landscape"] = "portrait") -> tuple[float, float]:
    """Width and height in points of the text area of a page."""
    width, height = page.width, page.height
    if orientation == "landscape":
        width, height = height, width
    return width - page.left - page.right - page.gutter, height - page.top - page.bottom


def contents_width(width: float, columns: int) -> float:
    """Width in points of each of the columns that contents stand in."""
    return (width - (columns - 1) * CONTENTS_GAP) / columns


def space_before(style: BookStyle, boxes: BoxMetrics, *, below_box: bool) -> float:
    """Space above a paragraph; below a box it is at least the gap, tables having no space of their own."""
    return max(style.before, boxes.gap) if below_box else style.before


def space_after(style: BookStyle, boxes: BoxMetrics, *, above_box: bool) -> float:
    """Space below a paragraph; a style that belongs to what follows stays close to its box."""
    wanted = style.after if style.keep_next else max(style.after, boxes.gap)
    return wanted if above_box else style.after


def table_padding(table: str, boxes: BoxMetrics) -> tuple[float, float]:
    """Padding of the cells of a table in points, at the sides and above and below; `table` is its role."""
    if table == "run_sheet":
        return boxes.dense_x, boxes.dense_y
    if table == "lines":
        return 0.0, 0.0
    if table == "card":
        return CARD_X, boxes.dense_y
    if table == "entry":
        return ENTRY_X, 0.0
    return boxes.cell_x, STEP_Y if table == "steps" else boxes.cell_y


def is_dense(table: str) -> bool:
    """Whether words and drawings of a table stand close to its lines; `table` is its role."""
    return table in _DENSE


def table_line(table: str, boxes: BoxMetrics) -> float:
    """Width in points of the lines between the rows of a table; `table` is its role."""
    return STEP_LINE if table == "steps" else boxes.hairline


Side = Literal["top", "left", "bottom", "right"]
Edge = tuple[Side, Literal["single", "dashed"], float, Colour]

_BOX = 1.2
_ENTRY_EDGES: dict[str, tuple[Edge, ...]] = {
    "entry_head": (("top", "single", 2.25, "ink"), ("bottom", "single", 0.5, "ink")),
    "entry_again": (("bottom", "single", 0.5, "ink"),),
    "spoken": (("left", "single", 4.5, "ink"),),
    "beside": (("left", "single", 0.5, "line"),),
    "question": (("top", "single", _BOX, "accent"), ("left", "single", _BOX, "accent")),
    "wait": (("top", "single", _BOX, "accent"), ("right", "single", _BOX, "accent")),
    "heard": (("left", "single", _BOX, "accent"),),
    "heard_text": (("right", "single", _BOX, "accent"),),
    "rung": (("left", "single", _BOX, "accent"), ("right", "single", _BOX, "accent")),
    "late": (("top", "dashed", 0.5, "line"),),
}


def entry_edges(cell: str, *, closes: bool) -> tuple[Edge, ...]:
    """The edges of a cell of an entry by its role, widths in points; `closes` says that the box of a question ends."""
    edges = _ENTRY_EDGES.get(cell, ())
    boxed = cell in ("question", "wait", "heard", "heard_text", "rung")
    return (*edges, ("bottom", "single", _BOX, "accent")) if boxed and closes else edges


def entry_lines(cells: Iterable[str], *, closes: bool = False) -> float:
    """How much the edges of a row of an entry add to its height, in points; `cells` are the roles of its cells.

    `closes` says that the box of a question ends with the row.
    """
    return max((sum(edge[2] for edge in entry_edges(cell, closes=closes) if edge[0] in ("top", "bottom"))
                for cell in cells), default=0.0)  # fmt: skip


def closes_box(following: Iterable[str]) -> bool:
    """Whether the box of a question ends above a row of an entry; `following` are the roles of its cells."""
    return all(cell not in ("heard", "rung") for cell in following)


def rule_height(style: BookStyle, boxes: BoxMetrics) -> float:
    """Height the line below a paragraph takes, 0 without one."""
    return boxes.rule + boxes.rule_gap if style.rule else 0.0


def rule_above_height(style: BookStyle, boxes: BoxMetrics) -> float:
    """Height the line above a paragraph takes, 0 without one."""
    return boxes.rule + boxes.rule_gap if style.rule_above else 0.0


def boxed_role(role: str) -> str:
    """The role of a paragraph inside a box: running text loses its first-line indent there."""
    return "plain" if role in ("body", "") else role


def cell_text_role(table: str, cell: str, role: str) -> str:
    """The role of a paragraph inside a table: `table`, `cell` and `role` are roles of the tree."""
    if role not in ("body", "plain", "", "cell", "cell_head"):
        return role
    head = role == "cell_head" or (cell in ("head", "row_head") and role != "cell")
    if table == "run_sheet":
        return "run_head" if head else "run_cell"
    return "cell_head" if head else "cell"


def list_left(theme: Theme, marker: str, role: str, level: int, *, boxed: bool) -> float:
    """Where the text of a list's items begins, in points; in running text a dress with room at its left keeps it.

    `role` is that of the items, empty for the marker's own; `boxed` says that a callout or cell is around.
    """
    own = theme.book_text[marker]
    if role and theme.book_text[role].first_line < 0:  # a dress that hangs by itself
        return theme.book_text[role].indent_left + level * list_step(theme, marker, role)
    start = theme.book_text[role].indent_left if role and not boxed else 0.0
    return start + own.indent_left + level * list_step(theme, marker, role)


def hanging_of(theme: Theme, marker: str, role: str) -> float:
    """How far the sign of an item stands before its text, in points."""
    own = theme.book_text[role].first_line if role else 0.0
    return -own if own < 0 else -theme.book_text[marker].first_line


def list_step(theme: Theme, marker: str, role: str) -> float:
    """How much further right each level of a list stands, in points; beside a bar so little that it can stay in line.

    The bar of a paragraph hangs on its own indent, at most `MOST_BORDER_SPACE` away from it.
    """
    step = hanging_of(theme, marker, role)
    if role and theme.book_text[role].bar:
        return min(step, (MOST_BORDER_SPACE - theme.boxes.bar_gap) / 2)
    return step
