"""deckgen where: the line of the course that something in a file comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.base.diagnostics import Report
from deckgen.cli.amounts import whole
from deckgen.cli.report import echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, printable

if TYPE_CHECKING:
    from deckgen.release.places import Place

NUMBER = whole("slides are counted from 1", 1, 100_000)
BOOK = ".docx"


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("what", default="", metavar="[SLIDE|PAGE|HEADING]")
@click.option("--json", "as_json", is_flag=True, help="Print the place as JSON.")
def command(file: Path, what: str, as_json: bool) -> None:
    """Print file and line of what stands in FILE.

    Of a deck that is a SLIDE, counted from 1, and below it what its shapes show. Of a book it is what begins on a PAGE,
    a HEADING or a sheet by its id or some of its words, or any words of it. All slides, or all headings and sheets,
    where nothing is named.

    Also of a file that somebody has changed and sent back: slides that were moved are known by their names, shapes by
    ids, paragraphs by bookmarks. Pages are those of the book as it was made.
    """
    from deckgen.release.where import where
    from deckgen.release.where_books import where_in_book

    report = Report()
    shown: tuple[Place, ...] = ()
    with usage_errors():
        if file.suffix.lower() == BOOK:
            places = where_in_book(file, what, report)
        else:
            slides = where(file, NUMBER(what) if what else 0, report)
            places = [slide.place for slide in slides] if slides is not None else None
            shown = slides[0].shapes if slides and what else ()
    if places is None:
        print_diagnostics(item for item in report if item.severity == "error")
        raise click.exceptions.Exit(1)
    is_one = bool(what) and file.suffix.lower() != BOOK
    if as_json:
        told = [_data(place) for place in places]
        echo_json({**told[0], "shapes": [_data(place) for place in shown]} if is_one else {"places": told})
        return
    for indent, place in (*(("", place) for place in places), *(("  ", place) for place in shown)):
        changed = f" (in the file: {place.then})" if place.then != place.title else ""
        page = f"page {place.page}: " if place.page else ""
        echo(printable(f"{indent}{place.span}: {page}{place.id} {place.title}{changed}".rstrip()))


def _data(place: Place) -> dict[str, object]:
    page = {"page": place.page} if place.page else {}
    return {"file": place.span.file, "line": place.span.line, "column": place.span.column, "id": place.id,
            "title": place.title, "title_in_file": place.then, **page}  # fmt: skip
