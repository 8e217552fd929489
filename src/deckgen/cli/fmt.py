"""deckgen fmt: a course in its shorter form, or with the ids written down that were counted."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.streams import echo


@click.command()
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--upgrade", is_flag=True, help="Leave out what follows from the rest; artefacts stay the same.")
@click.option("--pin", is_flag=True, help="Write down the ids of modules, blocks and sheets that are counted.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def command(courses: tuple[str, ...], upgrade: bool, pin: bool, dry_run: bool) -> None:
    """Rewrite the files of courses: --upgrade or --pin. Comments and everything else stay as they are written."""
    from deckgen.pipeline.choose import find_courses
    from deckgen.pipeline.upgrade import pin_ids, upgrade_course, write_texts

    if upgrade == pin:
        raise click.UsageError("say what to do: --upgrade or --pin")
    report = Report()
    with usage_errors():
        folders = find_courses(courses, Path("curriculum"), every=True)
    for folder in folders:
        rewritten = (upgrade_course if upgrade else pin_ids)(folder, report)
        if rewritten is None:
            continue
        if not dry_run:
            write_texts(rewritten)
        for what, count in rewritten.done.items():
            echo(f"{folder.as_posix()}: {count} {what}")
        verb = "would change" if dry_run else "changed"
        echo(f"{folder.as_posix()}: {count_of(len(rewritten.texts), 'file')} {verb}")
    print_diagnostics(item for item in report if item.severity == "error")
    if report.has_errors:
        raise click.exceptions.Exit(1)
