"""Plans as tables on the terminal, at any width: what does not fit is folded, stacked or left out, never cut.

The clock, the minutes and the title are always there. Everything is rendered to text; `streams` writes it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckgen.cli.streams import columns, has_colour, is_unicode, shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from deckgen.pipeline.show import PlanRow, PlanView

# Columns from which on there is room for more.
_TABLE = 56  # clock, minutes and title side by side; below, one under the other
_BARS = 76  # the bar of talk, activity and debrief, and the energy
_METHODS = 118  # the method
_BAR_CELLS = {_BARS: 8, 92: 12, _METHODS: 24}  # of the longest block
_MARKS = ("▓", "█", "▒"), ("-", "#", "=")  # talk, activity, debrief; where the encoding has not all characters


def render_plan(view: PlanView, what: str) -> str:
    """Day, clock, minutes, block, bar of talk/activity/debrief, energy as a line down the day, and the reasons."""
    width = columns()
    marks = _MARKS[not is_unicode()]
    total = sum(row.minutes for row in view.rows)
    heading = shown(f"{view.title}{_dot() if what else ''}{what}: {total} min")
    if width < _TABLE:
        lines = [*_fold(heading, width, indent=0), *_stack_plan(view, width)]
    else:
        lines = [_render(_plan_table(view, heading, width, marks), width)]
        if width >= _BARS:
            parts = zip(("talk", "activity", "debrief"), marks, strict=True)
            lines.append("  " + "  ".join(f"{mark} {name}" for name, mark in parts))
    bullet = "·" if is_unicode() else "*"
    return "\n".join([*lines, *(f"  {bullet} {shown(text)}" for text in view.reasons)])


def _plan_table(view: PlanView, heading: str, width: int, marks: tuple[str, str, str]) -> Table:
    rows = view.rows
    longest = max((row.minutes for row in rows), default=1)
    bar = max((cells for least, cells in _BAR_CELLS.items() if width >= least), default=0)
    table = _table(heading)
    table.add_column("clock", no_wrap=True)
    table.add_column("min", justify="right", no_wrap=True)
    table.add_column("block", overflow="fold", ratio=3)
    if width >= _BARS:
        table.add_column("minutes", no_wrap=True, min_width=bar)
    if width >= _METHODS:
        table.add_column("method", overflow="fold", ratio=2)
    if width >= _BARS:
        table.add_column("energy", no_wrap=True)
    empty = [""] * (len(table.columns) - 3)
    day = 0
    for row in rows:
        if row.day != day:
            day = row.day
            table.add_section()
            table.add_row(_text(f"day {day}"), "", _text(view.dates.get(day, "")), *empty, style="bold")
        clock = _text(f"{row.start}-{row.end}")
        if row.kind != "block":
            table.add_row(clock, "", _text(row.kind), *empty, style="dim")
            continue
        cells = [clock, _text(str(row.minutes)), _text(f"{row.block} {row.title}")]
        cells += [_text(_bar(row, longest, bar, marks))] if width >= _BARS else []
        cells += [_text(row.method)] if width >= _METHODS else []
        cells += [_text(_energy(row.energy))] if width >= _BARS else []
        table.add_row(*cells)
    return table


def _stack_plan(view: PlanView, width: int) -> Iterator[str]:
    """Clock and minutes on one line, the title below it."""
    day = 0
    for row in view.rows:
        if row.day != day:
            day = row.day
            yield f"day {day}  {view.dates.get(day, '')}".rstrip()
        if row.kind != "block":
            yield f"{row.start}-{row.end}  {row.kind}"
            continue
        yield f"{row.start}-{row.end}  {row.minutes} min"
        yield from _fold(f"{row.block} {row.title}", width)


def render_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, total: bool = False) -> str:
    """A table of texts; with `total` the last row stands apart. In a narrow terminal each row becomes lines."""
    width = columns()
    if width < _TABLE:
        lines = _fold(title, width, indent=0)
        for first, *others in rows:
            lines += _fold(first, width, indent=0)
            for name, text in zip(head[1:], others, strict=True):
                lines += _fold(f"{name}: {text}", width)
        return "\n".join(lines)
    table = _table(shown(title))
    for number, name in enumerate(head):
        table.add_column(_text(name), overflow="fold", ratio=2 if number == 0 else 1)
    for number, row in enumerate(rows, start=1):
        if total and number == len(rows):
            table.add_section()
        table.add_row(*map(_text, row))
    return _render(table, width)


def _table(title: str) -> Table:
    from rich import box
    from rich.table import Table

    frame = box.HEAVY_HEAD if is_unicode() else box.ASCII
    return Table(title=_text(title), title_justify="left", header_style="bold", title_style="bold", box=frame)


def _text(text: str) -> Text:
    """A cell as typed: brackets and colons of authors are no markup."""
    from rich.text import Text

    return Text(shown(text))


def _render(table: Table, width: int) -> str:
    with io.StringIO() as target:
        _console(target, width).print(table)
        return target.getvalue().rstrip("\n")


def _fold(text: str, width: int, indent: int = 2) -> list[str]:
    """Lines of at most `width` cells."""
    wrapped = _text(text).wrap(_console(io.StringIO(), width), width - indent)
    return [" " * indent + line.plain.rstrip() for line in wrapped] or [""]


def _console(target: io.StringIO, width: int) -> Console:
    from rich.console import Console

    colour = has_colour()
    return Console(
        file=target, width=width, force_terminal=colour, color_system="standard" if colour else None, markup=False,
        emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip


def _bar(row: PlanRow, longest: int, cells: int, marks: tuple[str, str, str]) -> str:
    """Cells to scale; rounded at the running sum, so that the bar has the length of the block."""
    bar, done = "", 0
    for mark, minutes in zip(marks, (row.talk, row.activity, row.debrief), strict=True):
        done += minutes
        bar += mark * (round(done * cells / longest) - len(bar))
    return bar


def _energy(level: int) -> str:
    return "─" * (level - 1) + "●" if is_unicode() else "-" * (level - 1) + "o"


def _dot() -> str:
    return " · " if is_unicode() else " - "
