"""deckgen diff: what changed between two versions or deliveries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.report import diagnostics_json, echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo

if TYPE_CHECKING:
    from deckgen.release.differences import Seen

FORMS = ("text", "json", "markdown")
EXIT_CHANGED = 1


@click.command()
@click.argument("before", default="HEAD")
@click.argument("after", default=".")
@click.argument("courses", nargs=-1, metavar="[COURSE]...")
@click.option("--delivery", default="", metavar="ID", help="Only this delivery, or a length such as 9-hours.")
@click.option("--profile", default="", metavar="NAME", help="Both with this profile.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
              help="For people, as data, or for a pull request.")  # fmt: skip
@click.option("--drawings", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="With markdown: the days and changed slides of both sides as SVG, into this folder.")  # fmt: skip
@click.option("--exit-code", is_flag=True, help="Exit code 1 when anything changed.")
def command(
    before: str,
    after: str,
    courses: tuple[str, ...],
    delivery: str,
    profile: str,
    form: str,
    drawings: Path | None,
    exit_code: bool,
) -> None:
    """Show what changed from BEFORE (default: the last commit) to AFTER (default: the files here).

    Each is a tag or commit, a folder of a project or a course, a delivery (1-day, 9-hours), or a bundle of a release.
    Blocks, slides, sheets,
    minutes, words to say and keys that were moved, added, removed or changed.
    """
    from deckgen.release.differences import as_data, differences

    if drawings is not None and form != "markdown":
        raise click.UsageError("--drawings goes with --format markdown, which names them")
    with usage_errors():
        told = differences((before, after), courses, delivery, profile, drawings)
    if form == "json":
        entries = [
            (as_data(item.comparison) if item.comparison else {"heading": item.heading, "remark": item.remark})
            | ({"made_from": list(item.made_from)} if item.made_from else {})
            for item in told.seen
        ]
        echo_json({"ok": not told.report.has_errors, "compared": entries, **diagnostics_json(told.report)})
    else:
        print_diagnostics(told.report)
        for item in told.seen:
            echo(_shown(item, form), nl=False)
    if told.report.has_errors or (exit_code and not all(item.is_empty for item in told.seen)):
        raise click.exceptions.Exit(EXIT_CHANGED)


def _shown(item: Seen, form: str) -> str:
    from deckgen.release.differences import as_markdown, as_text, safe

    if item.comparison is None:
        told = f"### {item.heading}\n\n{item.remark}\n\n" if form == "markdown" else f"{item.heading}: {item.remark}\n"
    elif form == "markdown":
        told = as_markdown(item.comparison, item.heading, item.drawn)
    else:
        told = as_text(item.comparison, item.heading)
    if not item.made_from:
        return told
    if form == "markdown":
        return told + "\nMade from:\n\n" + "".join(f"- {safe(line)}\n" for line in item.made_from)
    return told + "".join(f"  {line}\n" for line in item.made_from)
