"""deckgen docs: the documents that come with it."""

from __future__ import annotations

import click

from deckgen.base.suggest import nearest
from deckgen.cli.streams import echo
from deckgen.pipeline.documents import documents, heading_of


@click.command()
@click.argument("name", required=False)
@click.option("--path", is_flag=True, help="Print where the document lies instead of what it says.")
@click.option("--open", "opens", is_flag=True, help="Open the document in the program for its kind of file.")
def command(name: str | None, path: bool, opens: bool) -> None:
    """Print the document NAME, or list what there is to read."""
    there = documents()
    if name is None:
        for known, document in there.items():
            echo(f"{known:16}{document if path else heading_of(document)}")
        return
    if name not in there:
        near = nearest(name, list(there))
        hint = f"did you mean {near}?" if near else f"there is: {', '.join(there)}"
        raise click.UsageError(f"no document {name}; {hint}")
    if opens:
        raise click.exceptions.Exit(click.launch(str(there[name])))
    echo(str(there[name]) if path else there[name].read_text("utf-8"), nl=path)
