"""deckgen plan: the days by the clock, side by side, as data, and anew when the room runs late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.cli.amounts import calendar_day, clock_time, whole
from deckgen.cli.options import delivery_options, make_request
from deckgen.cli.report import echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, echo_data
from deckgen.pipeline.lengths import MOST_DAYS

if TYPE_CHECKING:
    from deckgen.pipeline.build import Request
    from deckgen.pipeline.show import PlanView

FORMS = ("json", "csv", "ics", "svg")
LATE = whole("a room is 1 to 240 minutes late", 1, 240)
DAY = whole("the days of a delivery are counted from 1 to 100", 1, MOST_DAYS)


@click.command()
@delivery_options
@click.option("--compare", nargs=2, metavar="ID ID", help="Two deliveries side by side; free lengths, too: 9-hours.")
@click.option("--trace", is_flag=True, help="Objectives and points of the outline, with blocks, sheets and questions.")
@click.option("--late", type=LATE, metavar="N", help="Minutes the room is behind; plans the rest of the day anew.")
@click.option("--at", type=clock_time, metavar="hh:mm", help="The time now, with --late.")
@click.option("--day", type=DAY, metavar="N", help="The day today, with --late (default: 1).")
@click.option("--json", "as_json", is_flag=True, help="Print plans as JSON (shape: plan.schema.json).")
@click.option("--csv", "as_csv", is_flag=True, help="Print plans as comma-separated values.")
@click.option("--ics", "as_ics", is_flag=True, help="Print one plan as a calendar.")
@click.option("--svg", "as_svg", is_flag=True, help="Print one plan as a drawing.")
@click.option(
    "--on", type=calendar_day, metavar="YYYY-MM-DD", help="First day of the calendar (default: the course date)."
)
def command(
    compare: tuple[str, str] | None,
    trace: bool,
    late: int | None,
    at: Clock | None,
    day: int | None,
    on: date | None,
    **options: Any,
) -> None:
    """Show the plan of each delivery: clock, minutes, talk/activity/debrief, method, energy.

    Any length will do: --hours 9, --minutes 90, --days 3 --hours 18.
    """
    from deckgen.pipeline.show import late_views, plan_views

    forms = [form for form in FORMS if options.pop(f"as_{form}")]
    _check_together(compare, trace, late, at, day, forms, on)
    form = forms[0] if forms else None
    request = make_request(**options)
    report = Report()
    with usage_errors():
        if compare:
            _show_comparison(request, compare, form, report)
        elif trace:
            _show_trace(request, form, report)
        elif late is not None and at is not None:
            _show(late_views(request, late, at, day or 1, report), form, "rest of day")
        elif form in ("csv", "ics", "svg"):
            echo_data(_export(request, form, on, report))
        else:
            _show(plan_views(request, report), form, "")
    print_diagnostics(report)
    if report.has_errors or (request.strict and report.has_warnings):
        raise click.exceptions.Exit(1)


def _check_together(
    compare: tuple[str, str] | None,
    trace: bool,
    late: int | None,
    at: Clock | None,
    day: int | None,
    forms: Sequence[str],
    on: date | None,
) -> None:
    """Options that need one another, and those that exclude one another."""
    if (late is None) != (at is None):
        raise click.UsageError("--late and --at go together: --late 25 --at 14:10")
    if day is not None and late is None:
        raise click.UsageError("--day goes with --late and --at: --late 25 --at 14:10 --day 2")
    if on is not None and "ics" not in forms:
        raise click.UsageError("--on goes with --ics: --ics --on 2026-01-15")
    views = [name for name, given in (("--compare", compare), ("--trace", trace), ("--late", late)) if given]
    named = [*views, *(f"--{form}" for form in forms)]
    if len(views) > 1 or len(forms) > 1 or (views and forms not in ([], ["json"])):
        raise click.UsageError(f"{' and '.join(named)} do not go together")


def _export(request: Request, form: str, on: date | None, report: Report) -> str:
    from deckgen.pipeline.show import export_csv, export_ics, export_svg

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
    from deckgen.pipeline.show import compare_views

    comparisons = compare_views(request, names, report)
    if form == "json":
        echo_json(
            [
                {
                    "course": title,
                    "deliveries": list(names),
                    "rows": [{"block": row.block, "title": row.title, "minutes": list(row.minutes)} for row in rows],
                }
                for title, rows in comparisons
            ]
        )
        return
    from deckgen.cli.tables import render_table

    for title, rows in comparisons:
        cells = [
            (f"{row.block} {row.title}".strip() or "total", *(text or "-" for text in row.minutes)) for row in rows
        ]
        echo(render_table(title, ("block", *names), cells, total=True))


def _show_trace(request: Request, form: str | None, report: Report) -> None:
    from deckgen.pipeline.show import trace_views

    traces = trace_views(request, report)
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
                        for row in trace.objectives
                    ],
                    "points": [
                        {
                            "point": row.point,
                            "name": row.name,
                            "kind": row.kind,
                            "blocks": list(row.blocks),
                            "sheets": list(row.sheets),
                        }
                        for row in trace.points
                    ],
                }
                for title, trace in traces
            ]
        )
        return
    from deckgen.cli.tables import render_table

    for title, trace in traces:
        cells = [
            (
                f"{row.objective} {row.text}",
                *(" ".join(part) or "-" for part in (row.blocks, row.sheets, row.questions)),
            )
            for row in trace.objectives
        ]
        echo(render_table(title, ("objective", "blocks", "sheets", "questions"), cells))
        points = [
            (f"{row.point} {row.name}", row.kind, *(" ".join(part) or "-" for part in (row.blocks, row.sheets)))
            for row in trace.points
        ]
        if points:
            echo(render_table(title, ("point of the outline", "kind", "blocks", "sheets"), points))
