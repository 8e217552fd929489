"""Distances inside books that belong to no paragraph: tables, boxes, writing space, figures.

The writer of books and the pagination read the same numbers, so that predicted pages are real pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from deckgen.theme.theme import BookStyle, PageSetup


@dataclass(frozen=True, slots=True)
class BoxMetrics:
    """Lengths in points; the defaults suit body text of 11 pt on A4."""

    cell_x: float = 5.5  # padding of table cells, left and right
    cell_y: float = 3.5  # above and below; 0.1 cm = 2.84 is the least for calm tables
    dense_x: float = 3.4  # the same for run sheets
    dense_y: float = 2.9
    box_x: float = 11.0  # padding of callouts
    box_y: float = 7.0
    bar: float = 4.5  # colour bar at the left edge of callouts and spoken text
    bar_gap: float = 8.0  # from the bar of a paragraph to its text
    hairline: float = 0.5  # borders of tables
    rule: float = 1.5  # line below a heading that has one
    rule_gap: float = 4.0  # from the heading to that line
    ruled_line: float = 25.5  # distance of ruled lines to write on (0.9 cm)
    answer_row: float = 31.0  # least height of a row with room to write (1.1 cm)
    gap: float = 8.0  # between a table or box and the paragraph above or below
    figure_gap: float = 6.0  # above and below drawings, charts and pictures
    cover_band: float = 30.0  # colour band along the left edge of a cover
    chart_share: float = 0.46  # height of a chart as a share of its width


def text_area(page: PageSetup, orientation: Literal["portrait", "landscape"] = "portrait") -> tuple[float, float]:
    """Width and height in points of the text area of a page."""
    width, height = page.width, page.height
    if orientation == "landscape":
        width, height = height, width
    return width - page.left - page.right - page.gutter, height - page.top - page.bottom


def space_before(style: BookStyle, boxes: BoxMetrics, *, below_box: bool) -> float:
    """Space above a paragraph; below a box it is at least the gap, tables having no space of their own."""
    return max(style.before, boxes.gap) if below_box else style.before


def space_after(style: BookStyle, boxes: BoxMetrics, *, above_box: bool) -> float:
    """Space below a paragraph; a style that belongs to what follows stays close to its box."""
    wanted = style.after if style.keep_next else max(style.after, boxes.gap)
    return wanted if above_box else style.after


def rule_height(style: BookStyle, boxes: BoxMetrics) -> float:
    """Height the line below a paragraph takes, 0 without one."""
    return boxes.rule + boxes.rule_gap if style.rule else 0.0


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
