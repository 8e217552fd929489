"""deckgen build: courses into artefacts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import delivery_options, folder_named, make_request, relative, split_kinds
from deckgen.cli.report import diagnostics_json, echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import columns, echo, echo_path, is_terminal, shown
from deckgen.pipeline.deliverables import FOLDERS, NAMES

if TYPE_CHECKING:
    from deckgen.pipeline.build import Outcome, Request

_ONLY = f"Only these, comma-separated: {', '.join(FOLDERS)} or {', '.join(NAMES)}."


@click.command()
@delivery_options
@click.option("--only", metavar="LIST", help=_ONLY)
@click.option("--handout", is_flag=True, help="With --only: also the deck to give away.")
@click.option("--out", callback=folder_named, metavar="PATH", default="build", show_default=True, help="Output folder.")
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
@click.option(
    "--pdf", is_flag=True, help="All that is printed as PDF, too, with a pack for each role; needs LibreOffice."
)
@click.option("--no-timers", is_flag=True, help="Clocks of slides that do not run down when they are clicked.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    only: str | None, handout: bool, out: Path, theme: str, pdf: bool, no_timers: bool, as_json: bool, **options: Any
) -> None:
    """Build all papers of the named courses; all courses and deliveries when none is named.

    Nothing is written unless everything is right.
    """
    kinds = split_kinds(only)
    if handout and "handout" not in kinds:
        kinds = (*kinds, "handout")
    request = make_request(kinds=kinds, out=out, theme=theme, pdf=pdf, no_timers=no_timers, **options)
    with usage_errors():
        live = is_terminal(err=True) and not as_json
        outcome = _build_on_terminal(request) if live else _build_plainly(request, as_json)
    if as_json:
        echo_json(_as_json(outcome))
    else:
        print_diagnostics(outcome.diagnostics)
        for line in outcome.told:
            echo(line, err=True)
        for product in outcome.made:
            for path in product.files:
                echo_path(relative(path))
    if outcome.failed:
        if not as_json:
            echo(outcome.torn or "nothing was written", err=True)
        raise click.exceptions.Exit(1)


def _build_plainly(request: Request, quiet: bool) -> Outcome:
    """Plain lines for logs."""
    from deckgen.pipeline.build import build

    def say(course: str, delivery: str, stage: str) -> None:
        if not quiet and stage == "compose":
            echo(f"{course} {delivery}", err=True)

    return build(request, say)


def _build_on_terminal(request: Request) -> Outcome:
    """One line that says what is being done, gone when it is done."""
    from deckgen.pipeline.build import build

    def say(course: str, delivery: str, stage: str) -> None:
        line = shown(f"{course} {delivery}: {stage}", err=True)[: columns(err=True) - 1]
        echo(f"\r{line}\x1b[K", err=True, nl=False)

    try:
        return build(request, say)
    finally:
        echo("\r\x1b[K", err=True, nl=False)


def _as_json(outcome: Outcome) -> dict[str, Any]:
    return {
        "ok": not outcome.failed,
        "artefacts": [
            {
                "course": product.planned.course.id,
                "delivery": product.planned.delivery.id,
                "files": [path.as_posix() for path in product.files],
            }
            for product in outcome.made
        ],
        **diagnostics_json(outcome.diagnostics),
        "told": list(outcome.told),
        **({"torn": outcome.torn} if outcome.torn else {}),
    }
