"""deckgen show: trees as text."""

from __future__ import annotations

from typing import Any

import click

from deckgen.base.diagnostics import Report
from deckgen.cli.options import delivery_options, make_request
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.streams import echo, printable
from deckgen.pipeline.show import show_tree


@click.command()
@click.argument("what", type=click.Choice(["deck", "workbook", "guide", "pages", "agenda"]))
@delivery_options
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
def command(what: str, theme: str, **options: Any) -> None:
    """Show the deck, workbook, guide or agenda as text, or how full the pages of the books are."""
    request = make_request(theme=theme, **options)
    report = Report()
    with usage_errors():
        for _, text in show_tree(what, request, report):
            echo(printable(text), nl=False)
    print_diagnostics(report)
    if report.has_errors:
        raise click.exceptions.Exit(1)
