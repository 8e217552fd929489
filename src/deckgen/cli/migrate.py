"""deckgen migrate: courses of an older format into the newest."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.streams import echo


@click.command()
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def command(courses: tuple[str, ...], dry_run: bool) -> None:
    """Rewrite courses that are written in an older format (`format:` of course.yaml) in the newest one.

    Comments and everything else stay as they are written. There is one format so far.
    """
    from deckgen.pipeline.choose import find_courses
    from deckgen.pipeline.migrate import migrate_course
    from deckgen.pipeline.upgrade import write_texts

    report = Report()
    with usage_errors():
        folders = find_courses(courses, Path("curriculum"), every=True)
    for folder in folders:
        rewritten = migrate_course(folder, report)
        if rewritten is None:
            continue
        if not rewritten.texts:
            echo(f"{folder.as_posix()}: in the newest format; there is nothing to migrate")
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
