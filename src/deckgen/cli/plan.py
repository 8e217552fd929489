"""deckgen plan: the days by the clock, side by side, as data, and anew when the room runs late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.cli.options import clock_time, delivery_options, make_request
from deckgen.cli.report import echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, echo_data
from deckgen.pipeline.build import Request
from deckgen.pipeline.show import (
    compare_views,
    export_csv,
    export_ics,
    export_svg,
    late_views,
    plan_views,
    trace_views,
)

if TYPE_CHECKING:
    from deckgen.pipeline.show import PlanView


def calendar_day(value: str | date) -> date:
    """A date from YYYY-MM-DD; anything else is a mistake of usage."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no date; write YYYY-MM-DD") from None


@click.command()
@delivery_options
@click.option("--compare", nargs=2, metavar="ID ID", help="Two deliveries side by side; free lengths, too: 9-hours.")
@click.option("--trace", is_flag=True, help="Objectives with their blocks, sheets and questions.")
@click.option("--late", type=click.IntRange(1, 240), help="Minutes the room is behind; plans the rest of the day anew.")
@click.option("--at", type=clock_time, metavar="hh:mm", help="The time now, with --late.")
@click.option("--day", type=click.IntRange(1, 10), default=1, show_default=True, help="The day today, with --late.")
@click.option("--json", "form", flag_value="json", help="Print plans as JSON (shape: plan.schema.json).")
@click.option("--csv", "form", flag_value="csv", help="Print plans as comma-separated values.")
@click.option("--ics", "form", flag_value="ics", help="Print one plan as a calendar.")
@click.option("--svg", "form", flag_value="svg", help="Print one plan as a drawing.")
@click.option(
    "--on", type=calendar_day, metavar="YYYY-MM-DD", help="First day of the calendar (default: the course date)."
)
def command(
    compare: tuple[str, str] | None,
    trace: bool,
    late: int | None,
    at: Clock | None,
    day: int,
    form: str | None,
    on: date | None,
    **options: Any,
) -> None:
    """Show the plan of each delivery: clock, minutes, talk/activity/debrief, method, energy.

    Any length will do: --hours 9, --minutes 90, --days 3 --hours 18.
    """
    if (late is None) != (at is None):
        raise click.UsageError("--late and --at go together: --late 25 --at 14:10")
    chosen = [name for name, given in (("--compare", compare), ("--trace", trace), ("--late", late)) if given]
    if len(chosen) > 1 or (chosen and form not in (None, "json")):
        raise click.UsageError(f"{' and '.join([*chosen, *([f'--{form}'] if form else [])])} do not go together")
    request = make_request(**options)
    report = Report()
    with usage_errors():
        if compare:
            _show_comparison(request, compare, form, report)
        elif trace:
            _show_trace(request, form, report)
        elif late is not None and at is not None:
            _show(late_views(request, late, at, day, report), form, "rest of day")
        elif form in ("csv", "ics", "svg"):
            echo_data(_export(request, form, on, report))
        else:
            _show(plan_views(request, report), form, "")
    print_diagnostics(report)
    if report.has_errors or (request.strict and len(report) > 0):
        raise click.exceptions.Exit(1)


def _export(request: Request, form: str, on: date | None, report: Report) -> str:
    if form == "csv":
        return export_csv(request, report)
    return export_ics(request, on, report) if form == "ics" else export_svg(request, report)


def _show(views: list[PlanView], form: str | None, what: str) -> None:
    if form == "json":
        echo_json([view.data for view in views])
        return
    from deckgen.cli.tables import render_plan

    for view in views:
        echo(render_plan(view, what))


def _show_comparison(request: Request, names: tuple[str, str], form: str | None, report: Report) -> None:
    found = compare_views(request, names, report)
    if form == "json":
        echo_json(
            [
                {
                    "course": title,
                    "deliveries": list(names),
                    "rows": [{"block": row.block, "title": row.title, "minutes": list(row.minutes)} for row in rows],
                }
                for title, rows in found
            ]
        )
        return
    from deckgen.cli.tables import render_table

    for title, rows in found:
        cells = [
            (f"{row.block} {row.title}".strip() or "total", *(text or "-" for text in row.minutes)) for row in rows
        ]
        echo(render_table(title, ("block", *names), cells, total=True))


def _show_trace(request: Request, form: str | None, report: Report) -> None:
    found = trace_views(request, report)
    if form == "json":
        echo_json(
            [
                {
                    "plan": title,
                    "objectives": [
                        {
                            "objective": row.objective,
                            "text": row.text,
                            "blocks": list(row.blocks),
                            "sheets": list(row.sheets),
                            "questions": list(row.questions),
                        }
                        for row in rows
                    ],
                }
                for title, rows in found
            ]
        )
        return
    from deckgen.cli.tables import render_table

    for title, rows in found:
        cells = [
            (
                f"{row.objective} {row.text}",
                *(" ".join(part) or "-" for part in (row.blocks, row.sheets, row.questions)),
            )
            for row in rows
        ]
        echo(render_table(title, ("objective", "blocks", "sheets", "questions"), cells))
