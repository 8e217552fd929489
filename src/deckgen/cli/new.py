"""deckgen new: a course to write over."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from deckgen.cli.report import print_diagnostics
from deckgen.cli.streams import echo, is_terminal
from deckgen.pipeline.new import ENGINES, LANGUAGES, LENGTHS, new_course

_SHORT_NAMES = {"zh": "zh-CN"}  # of languages
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_QUESTIONS: Mapping[str, tuple[str, str, str]] = {
    "en": ("Language (en, zh-CN)", "Length (90-min, 1-day, 2-day)", "Title of the course"),
    "zh-CN": ("课程语言（en、zh-CN）", "时长（90-min、1-day、2-day）", "课程名称"),
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="Title of the course (default: the name of the folder).")
@click.option(
    "--language",
    type=click.Choice([*LANGUAGES, *_SHORT_NAMES], case_sensitive=False),
    help="Language of the course and of its explanations.",
)
@click.option("--length", type=click.Choice(list(LENGTHS)), help="Contact time: 90 minutes, one day or two days.")
@click.option("--ci", type=click.Choice(list(ENGINES)), help="With what checks, builds and publishes it there.")
def command(folder: Path, title: str | None, language: str | None, length: str | None, ci: str | None) -> None:
    """Write a new course into FOLDER: commented, complete, ready to build and to write over.

    What is not said is asked on a terminal; elsewhere the course is English and takes one day. A folder that holds
    anything is never touched.
    """
    asks = is_terminal() and os.isatty(0)
    usual = _own_language() if asks else LANGUAGES[0]
    if language is None and asks:
        choice = click.Choice([*LANGUAGES, *_SHORT_NAMES], case_sensitive=False)
        language = click.prompt(_QUESTIONS[usual][0], type=choice, default=usual, show_choices=False)
    spoken = _SHORT_NAMES.get(language or usual, language or usual)
    _, about_length, about_title = _QUESTIONS[spoken]
    if length is None:
        choice = click.Choice(list(LENGTHS))
        length = click.prompt(about_length, type=choice, default="1-day", show_choices=False) if asks else "1-day"
    if title is None:
        called = folder.resolve().name
        title = click.prompt(about_title, default=called) if asks else called
    done = new_course(folder, _id_of(folder), title, spoken, length, _today(), ci)
    print_diagnostics(done.diagnostics)
    if done.folder is None:
        echo("nothing was written", err=True)
        raise click.exceptions.Exit(1)
    where = done.folder.as_posix()
    echo(f"{where}: a course of {len(done.files)} files; begin with README.md in it")
    told = f'"{where}"' if re.search(r"\s", where) else where
    echo("build it: deckgen build" if where == "." else f"build it: cd {told}, then deckgen build")


def _own_language() -> str:
    """The language that the terminal speaks, if there is a course in it."""
    said = next((os.environ[name] for name in _LOCALES if os.environ.get(name)), "")
    return next((name for name in LANGUAGES if name[:2] == said[:2]), LANGUAGES[0])


def _id_of(folder: Path) -> str:
    """The id of a course from the name of its folder: spelt in Latin letters, with dashes for what is none."""
    from anyascii import anyascii  # its tables load when a name needs them

    spelt = "".join(char if char.isascii() else f" {anyascii(char)} " for char in folder.resolve().name)
    plain = re.sub(r"[^A-Za-z0-9._]+", "-", spelt).strip("-._")[:60].rstrip("-._")
    return plain or "course"


def _today() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
