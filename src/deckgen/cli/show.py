"""deckgen show: trees as text, slides as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from deckgen.base.diagnostics import Report
from deckgen.cli.options import delivery_options, make_request
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.streams import echo, printable

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command()
@click.argument("what", type=click.Choice(["deck", "workbook", "guide", "pages", "agenda"]))
@delivery_options
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
@click.option("--png", type=_FOLDER, metavar="DIR", help="Write every slide there as PNG, and contact sheets.")
@click.option("--svg", type=_FOLDER, metavar="DIR", help="Write every slide there as SVG.")
def command(what: str, theme: str, png: Path | None, svg: Path | None, **options: Any) -> None:
    """Show the deck, workbook, guide or agenda as text, or how full the pages of the books are.

    With --png or --svg the slides of the deck become pictures, drawn from what becomes the deck.
    """
    from deckgen.pipeline.drawn import write_slides
    from deckgen.pipeline.show import show_tree

    if (png or svg) and what != "deck":
        raise click.UsageError("--png and --svg draw slides: deckgen show deck")
    request = make_request(theme=theme, **options)
    report = Report()
    with usage_errors():
        if png:
            for path in write_slides(request, png, "png", report):
                echo(path.as_posix())
        if svg:
            for path in write_slides(request, svg, "svg", report):
                echo(path.as_posix())
        if not png and not svg:
            for _, text in show_tree(what, request, report):
                echo(printable(text), nl=False)
    print_diagnostics(report)
    if report.has_errors:
        raise click.exceptions.Exit(1)
