"""deckgen build: courses into artefacts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from deckgen.cli.options import delivery_options, make_request, relative, split_kinds
from deckgen.cli.report import diagnostics_json, print_diagnostics, usage_errors
from deckgen.pipeline.build import KINDS, Outcome, build


@click.command()
@delivery_options
@click.option("--only", metavar="LIST", help="Only these of deck, workbook, guide (comma-separated).")
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Output folder.")
@click.option("--theme", default="default", show_default=True, help="Theme by name.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(only: str | None, out: Path, theme: str, as_json: bool, **options: Any) -> None:
    """Build deck, workbook and guide of the named courses; all courses and deliveries when none is named.

    Nothing is written unless everything is right.
    """
    request = make_request(kinds=split_kinds(only, KINDS), out=out, theme=theme, **options)
    with usage_errors():
        outcome = (
            _build_on_terminal(request) if sys.stderr.isatty() and not as_json else _build_plainly(request, as_json)
        )
    if as_json:
        click.echo(json.dumps(_as_json(outcome), ensure_ascii=False, indent=2))
    else:
        print_diagnostics(outcome.diagnostics)
        for made in outcome.made:
            for path in made.files:
                click.echo(relative(path))
    if outcome.failed:
        if not as_json:
            click.echo("nothing was written", err=True)
        raise click.exceptions.Exit(1)


def _build_plainly(request: Any, quiet: bool) -> Outcome:
    """Plain lines for logs."""

    def say(course: str, delivery: str, stage: str) -> None:
        if not quiet and stage == "compose":
            click.echo(f"{course} {delivery}", err=True)

    return build(request, say)


def _build_on_terminal(request: Any) -> Outcome:
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("reading …") as status:
        return build(request, lambda course, delivery, stage: status.update(f"{course} {delivery}: {stage} …"))


def _as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "ok": not outcome.failed,
        "artefacts": [
            {
                "course": made.planned.course.id,
                "delivery": made.planned.delivery.id,
                "files": [path.as_posix() for path in made.files],
            }
            for made in outcome.made
        ],
        "diagnostics": diagnostics_json(outcome.diagnostics),
    }
