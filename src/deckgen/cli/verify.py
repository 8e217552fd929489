"""deckgen verify: is everything in a folder as it was built?"""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.options import folder_named
from deckgen.cli.report import echo_json
from deckgen.cli.streams import echo
from deckgen.pipeline.verify import Verified, verify


@click.command()
@click.argument("folder", callback=folder_named, default="build")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(folder: Path, as_json: bool) -> None:
    """Compare the files in FOLDER (default: build) with the manifests beside them.

    FOLDER is a delivery's folder, a course's or the output folder. Exit code 0: everything is as built.
    """
    try:
        verified = verify(folder)
    except OSError as problem:
        raise click.ClickException(f"{problem.filename or folder} cannot be read: {problem.strerror}") from problem
    if as_json:
        told = {
            "ok": not verified.findings,
            "deliveries": verified.sets,
            "files": verified.files,
            "findings": verified.findings,
        }
        echo_json(told)
    else:
        for line in verified.findings:
            echo(line)
        echo(_sum_up(folder, verified))
    if verified.findings:
        raise click.exceptions.Exit(1)


def _sum_up(folder: Path, verified: Verified) -> str:
    files = f"{verified.files} file{'s' * (verified.files != 1)}"
    sets = f"{verified.sets} deliver{'ies' if verified.sets != 1 else 'y'}, {files}"
    if not verified.findings:
        return f"{folder}: everything is as built ({sets})"
    return f"{folder}: not as built, {len(verified.findings)} difference{'s' * (len(verified.findings) != 1)} ({sets})"
