"""Diagnostics onto the terminal: to standard error, with colour where it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from deckgen.base.diagnostics import Diagnostic
from deckgen.pipeline.choose import UsageError
from deckgen.pipeline.excerpts import excerpt_of

_COLOURS = {"error": "red", "warning": "yellow"}


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Every diagnostic with its line and hint, then a count."""
    listed = list(diagnostics)
    for diagnostic in listed:
        first, *rest = excerpt_of(diagnostic).splitlines()
        click.secho(first, fg=_COLOURS[diagnostic.severity], err=True)
        for line in rest:
            click.echo(line, err=True)
    errors = sum(item.severity == "error" for item in listed)
    warnings = len(listed) - errors
    if listed:
        parts = [f"{errors} error{'s' * (errors != 1)}"] * bool(errors)
        parts += [f"{warnings} warning{'s' * (warnings != 1)}"] * bool(warnings)
        click.echo(", ".join(parts), err=True)


def diagnostics_json(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """Diagnostics as plain data."""
    return [
        {
            "code": item.code,
            "severity": item.severity,
            "message": item.message,
            "hint": item.hint,
            "file": item.span.file if item.span else None,
            "line": item.span.line if item.span else None,
            "column": item.span.column if item.span else None,
        }
        for item in diagnostics
    ]


@contextmanager
def usage_errors() -> Iterator[None]:
    """What does not exist is a mistake of usage."""
    try:
        yield
    except UsageError as mistake:
        raise click.UsageError(str(mistake)) from mistake
