"""deckgen theme: themes from the Office templates of a house, and what there is to know of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.once import OnceGroup
from deckgen.cli.report import print_diagnostics
from deckgen.cli.streams import echo

if TYPE_CHECKING:
    from deckgen.pipeline.themes import CheckedTheme

_THEMES = Path("themes")


@click.group(cls=OnceGroup)
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
    from deckgen.pipeline.themes import new_theme

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


@command.command()
@click.argument("name")
@click.option("--from", "deck", type=click.Path(path_type=Path), metavar="FILE", help="A newer deck template.")
@click.option("--docx", "book", type=click.Path(path_type=Path), metavar="FILE", help="A newer book template.")
def check(name: str, deck: Path | None, book: Path | None) -> None:
    """Examine the theme NAME: what serves each role and why, and how much text it holds.

    Told are lines x full-width characters at the size that is tried first and at the least that is ever set, and the
    contrast of text with its ground. Colours that cannot be read are errors, faces that may be missing remarks. With
    --from or --docx it says what a newer version of the templates would change; nothing is written.
    """
    from deckgen.pipeline.themes import check_theme

    checked = check_theme(name, _THEMES, deck, book)
    print_diagnostics(checked.diagnostics)
    if checked.theme is None:
        raise click.exceptions.Exit(1)
    fonts = checked.theme.fonts
    books = checked.theme.for_books().fonts
    echo(f"faces: {fonts.latin} and {fonts.east_asian}; books: {books.latin} and {books.east_asian}")
    _print_roles(checked)
    for remark in checked.remarks:
        echo(remark)
    for line in checked.changed:
        echo(f"changed since it was made: {line}")
    if checked.newer is not None:
        for line in checked.newer:
            echo(f"in the newer template: {line}")
        if not checked.newer:
            echo("the newer template changes nothing")
    if any(item.severity == "error" for item in checked.diagnostics):
        raise click.exceptions.Exit(1)
    echo(f"{name}: nothing is wrong")


def _print_roles(checked: CheckedTheme) -> None:
    origin, role = checked.made, ""
    for room in checked.rooms:
        if room.role != role:
            role = room.role
            served = origin.layouts.get(role) if origin is not None else None
            if served is None:
                echo(f"{role}: layout “{room.layout}” ({checked.layouts[role]}), as theme.yaml names it")
            elif served.nearest:
                echo(f"{role}: the template has none; made from its nearest layout, “{served.source}” ({served.why})")
            else:
                echo(f"{role}: made from layout “{served.source}” ({served.why})")
        held = f"{room.lines} x {room.characters} at {room.size:g} pt"
        if room.floor < room.size:
            held += f", {room.floor_lines} x {room.floor_characters} at {room.floor:g} pt"
        ratio = room.contrast or (origin.contrasts.get(role, {}).get(room.slot, 0.0) if origin is not None else 0.0)
        told = f", contrast {ratio:.1f}:1" if ratio else ""
        echo(f"  {room.slot}: {room.width:.0f} x {room.height:.0f} pt, {held}{told}")
    for style, served in (origin.styles if origin is not None else {}).items():
        echo(f"{style}: style “{served.source}” ({served.why})")


@command.command("list")
def list_all() -> None:
    """List the themes in themes/ and those that come with deckgen."""
    from deckgen.pipeline.themes import themes_known

    for name, folder in themes_known(_THEMES):
        where = folder.as_posix() if _THEMES in folder.parents else "comes with deckgen"
        echo(f"{name}  ({where})")
