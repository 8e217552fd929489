"""deckgen new: a course to write over."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from deckgen.cli.report import print_diagnostics
from deckgen.cli.streams import echo, is_terminal
from deckgen.pipeline.new import LANGUAGES, LENGTHS, new_course


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="Title of the course (default: the name of the folder).")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language of the course.")
@click.option("--length", type=click.Choice(list(LENGTHS)), help="Contact time: 90 minutes, one day or two days.")
def command(folder: Path, title: str | None, language: str | None, length: str | None) -> None:
    """Write a new course into FOLDER: commented, complete, ready to build and to write over.

    What is not said is asked on a terminal; elsewhere the course is English and takes one day. An existing folder is
    never touched.
    """
    asks = is_terminal() and os.isatty(0)
    if language is None:
        language = click.prompt("Language", type=click.Choice(LANGUAGES), default="en") if asks else "en"
    if length is None:
        length = click.prompt("Length", type=click.Choice(list(LENGTHS)), default="1-day") if asks else "1-day"
    if title is None:
        title = click.prompt("Title", default=folder.name) if asks else folder.name
    done = new_course(folder, title, language, length, _today())
    print_diagnostics(done.diagnostics)
    if done.folder is None:
        echo("nothing was written", err=True)
        raise click.exceptions.Exit(1)
    echo(f"{done.folder.as_posix()}: a course of {len(done.files)} files; begin with README.md in it")
    echo(f"build it: cd {done.folder.as_posix()}, then deckgen build")


def _today() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
