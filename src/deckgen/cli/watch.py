"""deckgen watch: artefacts that follow the files, for who wants no page."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from deckgen.base.suggest import count_of
from deckgen.cli.options import delivery_options, folder_named, make_request, split_kinds
from deckgen.cli.report import print_diagnostics, usage_errors
from deckgen.cli.serve import needing_libraries
from deckgen.cli.streams import echo

if TYPE_CHECKING:
    from deckgen.pipeline.build import Request


@click.command()
@delivery_options
@click.option("--only", metavar="LIST", help="Only these, comma-separated, as for build: deck, workbook, ...")
@click.option("--out", callback=folder_named, metavar="PATH", default="build", show_default=True, help="Output folder.")
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
def command(only: str | None, out: Path, theme: str, **options: Any) -> None:
    """Build the named courses, and again whenever one of their files, a profile or a theme is saved. Ctrl+C ends it.

    What is wrong is printed, and the files stay as they were until it is right.
    """
    with needing_libraries("watch"):
        from deckgen.serve.saves import next_saves
    from deckgen.pipeline.choose import find_courses
    from deckgen.pipeline.live import watched_folders

    request = make_request(kinds=split_kinds(only), out=out, theme=theme, **options)
    with usage_errors():
        folders = find_courses(request.courses, request.curriculum)
        _build(request)
    watched = dict.fromkeys(place for folder in folders for place in watched_folders(folder, request))
    for _ in next_saves(list(watched), out):
        with usage_errors():
            _build(request)


def _build(request: Request) -> None:
    from deckgen.pipeline.build import build

    started = time.monotonic()
    outcome = build(request)
    print_diagnostics(outcome.diagnostics)
    took = f"{time.strftime('%H:%M:%S')}, {time.monotonic() - started:.1f} s"
    written = sum(len(product.files) for product in outcome.made)
    echo(
        outcome.torn or f"nothing was written ({took})"
        if outcome.failed
        else f"{count_of(written, 'file')} in {request.out} ({took})"
    )
    gc.collect()  # a command ends, this one goes on
