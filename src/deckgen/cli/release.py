"""deckgen release: the bundles that are published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of
from deckgen.cli.amounts import whole
from deckgen.cli.options import folder_named
from deckgen.cli.report import diagnostics_json, echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, echo_data, echo_path
from deckgen.release.engine_names import ENGINES

if TYPE_CHECKING:
    from deckgen.release.make import Order

JOBS = whole("1 to 64 bundles can be made at once", 1, 64)


@click.command()
@click.option("--target", default="", metavar="NAME", help="Only the bundle of this name.")
@click.option("--out", callback=folder_named, metavar="PATH", default="dist", show_default=True, help="Output folder.")
@click.option("--allow-dirty", is_flag=True, help="Also of what is not committed: names and manifests say so.")
@click.option("--jobs", type=JOBS, default="1", metavar="N", help="So many bundles at once.")
@click.option("--keep-going", is_flag=True, help="Make the other bundles where one cannot be made.")
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("--collect", is_flag=True, help="Only write SHA256SUMS of the bundles that --target made one by one.")
@click.option("--emit", "engine", type=click.Choice(ENGINES), help="Print what this engine runs; makes nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(engine: str | None, as_json: bool, **options: Any) -> None:
    """Make every bundle that release.yaml names: a zip file with manifest, sums, licences and notices.

    The same commit gives the same bytes on every machine. A version that was released with other bytes is refused.
    """
    from deckgen.release.make import Order, failed, make_release

    order = Order(**options)
    if order.collect and order.target:
        raise click.UsageError("--collect and --target do not go together")
    if engine is not None:
        _emit(engine, order)
        return

    def say(course: str, delivery: str, stage: str) -> None:
        if stage == "compose" and not as_json:
            echo(f"{course} {delivery}", err=True)

    with usage_errors():
        outcome = make_release(order, say)
    wrong = failed(outcome, strict=order.strict)
    if as_json:
        files = [path.as_posix() for path in outcome.files]
        echo_json({"ok": not wrong, "files": files, "unmade": outcome.unmade, **diagnostics_json(outcome.report)})
    else:
        print_diagnostics(outcome.report)
        for path in outcome.files:
            echo_path(path)
        if outcome.unmade:
            echo(f"not made: {', '.join(outcome.unmade)}", err=True)
        elif (bundles := [path for path in outcome.files if path.suffix == ".zip"]) and not wrong:
            echo(count_of(len(bundles), "bundle"), err=True)
    if wrong:
        raise click.exceptions.Exit(1)


def _emit(engine: str, order: Order) -> None:
    from deckgen.release.engines import emit
    from deckgen.release.make import open_release

    report = Report()
    kept = (("--allow-dirty", order.allow_dirty), ("--strict", order.strict))
    with usage_errors():
        release, _ = open_release(order.allow_dirty, order.out, report)
        text = ""
        if release is not None and not report.has_errors:
            text = emit(engine, release, order.out, [name for name, given in kept if given])
    print_diagnostics(report)
    if report.has_errors:
        raise click.exceptions.Exit(1)
    echo_data(text)
