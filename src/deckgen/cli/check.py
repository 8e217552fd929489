"""deckgen check: everything a build would find, without building."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from deckgen.base.diagnostics import Report
from deckgen.base.suggest import count_of
from deckgen.cli.options import delivery_options, make_request
from deckgen.cli.report import diagnostics_json, echo_json, print_diagnostics, usage_errors
from deckgen.cli.streams import echo, printable

if TYPE_CHECKING:
    from deckgen.pipeline.build import Request


@click.command()
@delivery_options
@click.option("--theme", default="", metavar="NAME", help="Theme by name (default: the profile's, else default).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How diagnostics are printed: for people, as data, as annotations of GitHub Actions, as SARIF 2.1.0.",
)
@click.option(
    "--fix", is_flag=True, help="First mend list marks, unseen characters, full-width signs, quotes and spaces of YAML."
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
def command(theme: str, fix: bool, form: str, **options: Any) -> None:
    """Check courses: data, references, minutes, rules, and that everything fits its slide and page."""
    from deckgen.cli.formats import github_lines, sarif
    from deckgen.pipeline.build import compose_request
    from deckgen.pipeline.fixes import standing
    from deckgen.pipeline.tally import tally_of

    request = make_request(theme=theme, every=True, **options)
    report = Report()
    with usage_errors():
        if fix:
            _fix(request)
        products = compose_request(request, report)
    tally = tally_of(products)
    failed = report.has_errors or (request.strict and report.has_warnings)
    if form == "github":
        for line in github_lines(report):
            echo(printable(line))
    elif form == "sarif":
        echo_json(sarif(report, standing(report), successful=not failed))
    elif form == "json":
        keys = ("code", "about", "reason", "count")
        exempted = [dict(zip(keys, item, strict=True)) for item in report.exempted]
        echo_json({"ok": not failed, **diagnostics_json(report), "exempted": exempted,
                   "rules": list(tally.rules), "parts": tally.parts})  # fmt: skip
    else:
        print_diagnostics(report)
        for item in products:
            course, agenda = item.planned.course, item.planned.agenda
            slides = len(item.trees.deck.slides) if item.trees else 0
            echo(f"{course.id} {item.planned.delivery.id}: {agenda.split.total} minutes, {slides} slides")
        for code, about, reason, count in report.exempted:
            what = f"{code} about {about}" if about else code
            echo(printable(f"exempted: {count_of(count, 'warning')} {what}: {reason}"))
        if tally.rules:
            listed = ", ".join(_count(count, what) for what, count in tally.parts.items())
            echo(f"{count_of(len(tally.rules), 'rule')} ran over {tally.total} items: {listed}")
    if failed:
        raise click.exceptions.Exit(1)


def _fix(request: Request) -> None:
    """Mend what can be mended without asking, and say so on standard error."""
    from deckgen.pipeline.choose import find_courses
    from deckgen.pipeline.fixes import fix_course
    from deckgen.pipeline.upgrade import write_texts

    for folder in find_courses(request.courses, request.curriculum, every=request.every):
        rewritten = fix_course(folder)
        write_texts(rewritten)
        if rewritten.texts:
            mended = ", ".join(count_of(count, kind) for kind, count in rewritten.done.items())
            files = ", ".join(path.as_posix() for path in rewritten.texts)
            echo(printable(f"mended {mended} in {files}"), err=True)


def _count(count: int, what: str) -> str:
    return f"{count} people" if what == "person" and count != 1 else count_of(count, what)
