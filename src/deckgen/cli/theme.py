"""deckgen theme: themes from the Office templates of a house, and what there is to know of one."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.report import print_diagnostics
from deckgen.cli.streams import echo
from deckgen.pipeline.themes import new_theme, themes_known

_THEMES = Path("themes")


@click.group()
def command() -> None:
    """Make a theme from Office templates, check one, list them."""


@command.command()
@click.argument("name")
@click.option("--from", "deck", type=click.Path(path_type=Path), metavar="FILE", help="Deck template: .potx or .pptx.")
@click.option("--docx", "book", type=click.Path(path_type=Path), metavar="FILE", help="Book template: .dotx or .docx.")
def new(name: str, deck: Path | None, book: Path | None) -> None:
    """Write the theme NAME into themes/ from the templates of a house.

    Layouts, styles, colours, faces, logo and page are taken over; what a role needs and the template lacks is made in
    its own look, and said. An existing theme is never overwritten.
    """
    done = new_theme(name, deck, book, _THEMES)
    print_diagnostics(done.diagnostics)
    if done.folder is None or done.made is None:
        echo("nothing was written", err=True)
        raise click.exceptions.Exit(1)
    for note in done.made.notes:
        echo(note)
    for what, number in sorted(done.made.dropped.items()):
        echo(f"left out: {what} ({number})")
    echo(f"{done.folder.as_posix()}: a theme of {len(done.made.files)} files; build with --theme {name}")


@command.command("list")
def list_all() -> None:
    """List the themes in themes/ and those that come with deckgen."""
    for name, folder in themes_known(_THEMES):
        where = folder.as_posix() if _THEMES in folder.parents else "comes with deckgen"
        echo(f"{name}  ({where})")
