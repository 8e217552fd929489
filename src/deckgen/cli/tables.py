"""Plans as tables on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from deckgen.pipeline.show import PlanView

_BAR = 24  # cells of the longest block
_PIPE = 150  # columns when the output is no terminal
_ROOMY = 118  # columns from which on the method is shown


def make_console() -> Console:
    """Standard output, wide enough for a table when it goes into a file."""
    from rich.console import Console

    return Console() if sys.stdout.isatty() else Console(width=_PIPE)


def plan_table(view: PlanView, what: str, width: int) -> Table:
    """Day, clock, minutes, block, bar of talk/activity/debrief, energy as a line down the day."""
    from rich.table import Table

    longest = max((row.minutes for row in view.rows), default=1)
    total = sum(row.minutes for row in view.rows)
    heading = f"{view.title}{f' · {what}' if what else ''}: {total} min   talk ▓  activity █  debrief ▒"
    table = Table(title=heading, title_justify="left", header_style="bold", title_style="bold")
    table.add_column("clock", no_wrap=True)
    table.add_column("min", justify="right", no_wrap=True)
    table.add_column("block", no_wrap=True, overflow="ellipsis", ratio=3)
    table.add_column("minutes", no_wrap=True, min_width=_BAR)
    if width >= _ROOMY:
        table.add_column("method", no_wrap=True, overflow="ellipsis", ratio=2)
    table.add_column("energy", no_wrap=True)
    empty = [""] * (len(table.columns) - 2)
    day = 0
    for row in view.rows:
        if row.day != day:
            day = row.day
            table.add_section()
            table.add_row(f"day {day}", "", *empty, style="bold")
        if row.kind != "block":
            table.add_row(f"{row.start}-{row.end}", "", row.kind, *empty[1:], style="dim")
            continue
        cells = [f"{row.start}-{row.end}", str(row.minutes), f"{row.block} {row.title}"]
        cells.append(_bar(row.talk, row.activity, row.debrief, longest))
        cells += [row.method] if width >= _ROOMY else []
        table.add_row(*cells, "─" * (row.energy - 1) + "●")
    return table


def _bar(talk: int, activity: int, debrief: int, longest: int) -> str:
    """Cells to scale; rounded at the running sum, so that the bar has the length of the block."""
    bar, done = "", 0
    for mark, minutes in (("▓", talk), ("█", activity), ("▒", debrief)):
        done += minutes
        bar += mark * (round(done * _BAR / longest) - len(bar))
    return bar


def plain_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, total: bool = False) -> Table:
    """A table of texts; with `total` the last row stands apart."""
    from rich.table import Table

    table = Table(title=title, title_justify="left", header_style="bold", title_style="bold")
    for number, name in enumerate(head):
        table.add_column(name, overflow="fold", ratio=2 if number == 0 else 1)
    for number, row in enumerate(rows, start=1):
        if total and number == len(rows):
            table.add_section()
        table.add_row(*row)
    return table
