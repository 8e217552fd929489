"""Diagnostics onto standard error, with colour where it is a terminal: hints and warnings by kind, then errors, then a
count.

What there is too much of is counted instead of listed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic
from deckgen.base.suggest import count_of
from deckgen.cli.streams import columns, echo, echo_data, is_unicode, shown
from deckgen.pipeline.usage import UsageError

if TYPE_CHECKING:
    from deckgen.pipeline.excerpts import Excerpts

MAX_ERRORS = 50  # of one code, printed in full
MAX_PLACES = 20  # of one kind of warning
MAX_LISTED = 1000  # of one code, as data
_GUTTER = 8  # cells before a source line
_COLOURS = {"hint": "cyan", "warning": "yellow", "error": "red"}


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Hints and warnings of one kind together, every error with its line and hint, then a count."""
    from deckgen.pipeline.excerpts import Excerpts

    listed = list(diagnostics)
    excerpts = Excerpts(cells=min(100, columns(err=True) - _GUTTER), show=lambda text: shown(text, err=True))
    of = {severity: [item for item in listed if item.severity == severity] for severity in _COLOURS}
    for severity in ("hint", "warning"):
        for code in dict.fromkeys(item.code for item in of[severity]):
            _print_together([item for item in of[severity] if item.code == code], excerpts)
    errors = of["error"]
    for item in _capped(errors, MAX_ERRORS):
        _print_whole(item, excerpts)
    _print_omitted(errors, MAX_ERRORS)
    if listed:
        counts = ((len(of[severity]), severity) for severity in reversed(_COLOURS))
        echo(", ".join(count_of(number, word) for number, word in counts if number), err=True)


def _print_whole(item: Diagnostic, excerpts: Excerpts) -> None:
    first, *rest = excerpts.of(item).split("\n")
    echo(click.style(first, fg=_COLOURS[item.severity]), err=True)
    for line in rest:
        echo(line, err=True)


def _print_together(same: Sequence[Diagnostic], excerpts: Excerpts) -> None:
    """Hints or warnings of one code: one alone with its line, several as a list of places."""
    if len(same) == 1:
        _print_whole(same[0], excerpts)
        return
    from deckgen.pipeline.excerpts import said

    code, severity = same[0].code, same[0].severity
    heading = f"{severity} {code}: {CODES[code].title} ({len(same)} places)"
    echo(click.style(shown(heading, err=True), fg=_COLOURS[severity]), err=True)
    hints = {item.hint for item in same}
    for item in same[:MAX_PLACES]:
        place = f"{item.span}: " if item.span else ""
        hint = f" ({item.hint})" if len(hints) > 1 and item.hint else ""
        echo(shown(f"  {place}{said(item)}{hint}", err=True), err=True)
    if len(same) > MAX_PLACES:
        echo(f"  {_dots()} and {len(same) - MAX_PLACES} more", err=True)
    if len(hints) == 1 and same[0].hint:
        echo(shown(f"  hint: {same[0].hint}", err=True), err=True)


def _capped(items: Iterable[Diagnostic], most: int) -> Iterator[Diagnostic]:
    """At most so many of each code."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.code] += 1
        if seen[item.code] <= most:
            yield item


def _omitted(items: Iterable[Diagnostic], most: int) -> dict[str, int]:
    """How many of each code are more than `most`."""
    return {code: number - most for code, number in Counter(item.code for item in items).items() if number > most}


def _print_omitted(items: Sequence[Diagnostic], most: int) -> None:
    for code, number in _omitted(items, most).items():
        echo(click.style(f"{_dots()} and {number} more {code}: {CODES[code].title}", fg="red"), err=True)


def _dots() -> str:
    return "…" if is_unicode(err=True) else "..."


def diagnostics_json(diagnostics: Iterable[Diagnostic]) -> dict[str, Any]:
    """Diagnostics as plain data under `diagnostics`; with `omitted`, by code, where there are too many to list."""
    listed = list(diagnostics)
    entry: dict[str, Any] = {
        "diagnostics": [
            {
                "code": item.code,
                "severity": item.severity,
                "message": item.message,
                "hint": item.hint,
                "file": item.span.file if item.span else None,
                "line": item.span.line if item.span else None,
                "column": item.span.column if item.span else None,
                "deliveries": list(item.deliveries),
            }
            for item in _capped(listed, MAX_LISTED)
        ]
    }
    omitted = _omitted(listed, MAX_LISTED)
    return entry | ({"omitted": omitted} if omitted else {})


def echo_json(value: Any) -> None:
    """Data on standard output as JSON, in characters that its encoding has."""
    echo_data(json.dumps(value, ensure_ascii=not is_unicode(), indent=2) + "\n")


@contextmanager
def usage_errors() -> Iterator[None]:
    """What does not exist is a mistake of usage."""
    try:
        yield
    except UsageError as mistake:
        raise click.UsageError(str(mistake)) from mistake
