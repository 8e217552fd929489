"""deckgen where: the line of the course that a slide comes from."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.base.diagnostics import Report
from deckgen.cli.amounts import whole
from deckgen.cli.report import echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, printable
from deckgen.release.where import where

NUMBER = whole("slides are counted from 1", 1, 100_000)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("slide", type=NUMBER)
@click.option("--json", "as_json", is_flag=True, help="Print the place as JSON.")
def command(file: Path, slide: int, as_json: bool) -> None:
    """Print file and line of what SLIDE, counted from 1, of the deck FILE says.

    Also of a deck that somebody has changed and sent back: slides that were moved are known by their names.
    """
    report = Report()
    with usage_errors():
        place = where(file, slide, report)
    if place is None:
        print_diagnostics(item for item in report if item.severity == "error")
        raise click.exceptions.Exit(1)
    if as_json:
        echo_json({"file": place.span.file, "line": place.span.line, "column": place.span.column, "id": place.id,
                   "title": place.title, "title_in_file": place.then})  # fmt: skip
        return
    changed = f" (in the file: {place.then})" if place.then != place.title else ""
    echo(printable(f"{place.span}: {place.id} {place.title}{changed}"))
