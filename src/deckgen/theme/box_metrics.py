"""Distances inside books that belong to no paragraph: tables, boxes, writing space, figures."""

from __future__ import annotations

from dataclasses import dataclass


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
