"""deckgen plan: the days by the clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from deckgen.base.diagnostics import Report
from deckgen.cli.options import delivery_options, make_request
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.pipeline.show import plan_tables

if TYPE_CHECKING:
    from rich.table import Table

    from deckgen.pipeline.show import PlanRow

_BAR = 24  # cells for the longest block


@click.command()
@delivery_options
@click.option("--json", "as_json", is_flag=True, help="Print plans as JSON.")
def command(as_json: bool, **options: Any) -> None:
    """Show the plan of each delivery: clock, minutes, talk/activity/debrief, method, energy."""
    request = make_request(**options)
    report = Report()
    with usage_errors():
        plans = plan_tables(request, report)
    if as_json:
        click.echo(json.dumps([data for _, _, data in plans], ensure_ascii=False, indent=2))
    else:
        from rich.console import Console

        console = Console()
        for title, rows, data in plans:
            console.print(_table(title, rows, data))
    print_diagnostics(report)
    if report.has_errors or (request.strict and len(report) > 0):
        raise click.exceptions.Exit(1)


def _table(title: str, rows: Iterable[PlanRow], data: dict[str, Any]) -> Table:
    from rich.table import Table

    rows = tuple(rows)
    longest = max((row.minutes for row in rows), default=1)
    table = Table(title=f"{title}: {data['contact_minutes']} min", title_justify="left", header_style="bold")
    for name in ("clock", "min", "block", "talk ▓ do █ debrief ▒", "method", "energy"):
        table.add_column(name, justify="right" if name == "min" else "left", no_wrap=name == "clock")
    day = 0
    for row in rows:
        if row.day != day:
            day = row.day
            table.add_section()
            table.add_row(f"day {day}", "", "", "", "", "", style="bold")
        if row.kind != "block":
            table.add_row(f"{row.start}-{row.end}", "", row.kind, "", "", "", style="dim")
            continue
        bar = "".join(
            mark * round(n * _BAR / longest) for mark, n in (("▓", row.talk), ("█", row.activity), ("▒", row.debrief))
        )
        table.add_row(
            f"{row.start}-{row.end}", str(row.minutes), f"{row.block} {row.title}", bar, row.method, "●" * row.energy
        )
    return table
