"""deckgen verify: is everything as it was built?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import folder_named
from deckgen.cli.report import echo_json
from deckgen.cli.streams import echo, printable

if TYPE_CHECKING:
    from deckgen.pipeline.verify import Verified


@click.command()
@click.argument("path", callback=folder_named, default="build")
@click.option(
    "--sums",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="The sums that bundles must have, from a place that you trust (default: SHA256SUMS beside them).",
)
@click.option(
    "--strict", is_flag=True, help="Files in a folder of a build that no manifest lists are differences, too."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(path: Path, sums: Path | None, strict: bool, as_json: bool) -> None:
    """Compare what lies at PATH (default: build) with its manifests and sums, and open every Office file.

    PATH is a bundle of a release, zip or unpacked, a folder of bundles, or what a build wrote: the folder of a
    delivery, of a course, or the output folder. Needs no network. Exit code 0: everything is as built, 1: something is
    not, or cannot be read.
    """
    from deckgen.release.verify import verify

    try:
        verified = verify(path, sums, strict=strict)
    except OSError as problem:
        reason = f"{problem.filename or path} cannot be read: {problem.strerror or problem}"
        raise click.ClickException(reason) from problem
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
            echo(printable(line))
        echo(printable(_sum_up(path, verified)))
    if verified.findings:
        raise click.exceptions.Exit(1)


def _sum_up(path: Path, verified: Verified) -> str:
    files = f"{verified.files} file{'s' * (verified.files != 1)}"
    sets = f"{verified.sets} deliver{'ies' if verified.sets != 1 else 'y'}, {files}"
    if not verified.findings:
        return f"{path}: everything is as built ({sets})"
    return f"{path}: not as built, {len(verified.findings)} difference{'s' * (len(verified.findings) != 1)} ({sets})"
