"""deckgen import: foreign material into a draft course."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.amounts import minutes_of_days
from deckgen.cli.report import print_diagnostics
from deckgen.cli.streams import echo


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--out", "folder", type=click.Path(path_type=Path), help="Folder of the course; never one that is there.")
@click.option("--title", default="", help="Title of the course.")
@click.option("--language", type=click.Choice(["zh-CN", "en"]), help="Its language; else that of the texts.")
@click.option("--days", type=click.IntRange(1, 20), multiple=True, help="A delivery of so many days; may stand again.")
@click.option(
    "--day-minutes",
    type=minutes_of_days,
    multiple=True,
    metavar="N,N",
    help="A delivery of days of different length: 170,125; may stand again.",
)
def command(
    files: tuple[Path, ...],
    folder: Path | None,
    title: str,
    language: str | None,
    days: tuple[int, ...],
    day_minutes: tuple[tuple[int, ...], ...],
) -> None:
    """Make a draft course of FILE...: Word, Markdown, PowerPoint or plain outlines, in their order.

    Headings become modules, blocks and slides, exercises sheets, notes what the trainer says. What finds no place is
    listed with its line. Nothing is ever overwritten.
    """
    from deckgen.pipeline.importing import Import, import_files

    done = import_files(Import(files, folder, title, language or "", days, day_minutes))
    print_diagnostics(done.diagnostics)
    if done.folder is None:
        echo("nothing was written", err=True)
        raise click.exceptions.Exit(1)
    blocks = [block for module in done.modules for block in module.blocks]
    sheets = sum(slide.exercise is not None for block in blocks for slide in block.slides)
    counts = f"{len(done.modules)} modules, {len(blocks)} blocks, {sheets} exercises, {done.minutes} minutes"
    echo(f"{done.folder.as_posix()}: {counts}")
    echo(f"next: deckgen check {done.folder.as_posix()}")
