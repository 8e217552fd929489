"""Diagnostics in the forms that other programs read: annotations of GitHub's runners, and SARIF 2.1.0.

A runner shows an annotation beside the line of the file it is about; a scanner's result (SARIF, OASIS standard, 2020)
is kept, compared with the last run and shown in pull requests.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from deckgen import __version__
from deckgen.base.codes import CODES
from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.fixes import BEFORE_THE_FIRST, MARK_OF_ORDER, Fix

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def github_lines(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A workflow command of GitHub Actions for each diagnostic, at its line, with its hint below the message."""
    return [_github_line(item) for item in diagnostics]


def _github_line(item: Diagnostic) -> str:
    properties = {"title": f"{item.code} {CODES[item.code].title}"}
    span = item.span
    if span is not None:
        properties = {"file": PurePath(span.file).as_posix(), **_github_place(span), **properties}
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[item.severity]} {listed}::{_message(_words(item))}"


def _github_place(span: Span) -> dict[str, str]:
    """Line and column; a column is only shown for what ends on the line where it begins."""
    if not span.line:
        return {}
    place = {"line": str(span.line)}
    if span.end_line > span.line:
        return place | {"endLine": str(span.end_line)}
    place["col"] = str(span.column)
    return place | ({"endColumn": str(span.end_column)} if span.end_column > span.column else {})


def _words(item: Diagnostic) -> str:
    """Message, deliveries that have it where not all do, and hint."""
    where = f" ({', '.join(item.deliveries)})" if item.deliveries else ""
    return f"{item.message}{where}" + (f"\nhint: {item.hint}" if item.hint else "")


def _message(text: str) -> str:
    """What a workflow command takes as its message: percent signs and ends of lines are escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """What it takes as a property: besides, the signs that part properties."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def sarif(diagnostics: Iterable[Diagnostic], fixes: Collection[Fix] = (), *, successful: bool) -> dict[str, Any]:
    """One SARIF log with one run: a rule for each code that was met, a result for each diagnostic.

    Of the fixes that diagnostics carry those among `fixes` stand with their results.

    Files are named from the working folder, which a scanner takes for the root of the checkout. Columns count
    characters, not UTF-16 units. `successful` says that the exit code is 0.
    """
    listed = list(diagnostics)
    codes = list(dict.fromkeys(item.code for item in listed))
    run = {
        "tool": {"driver": {"name": "deckgen", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "invocations": [{"executionSuccessful": True, "exitCode": 0 if successful else 1}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code), fixes) for item in listed],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    meaning = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": meaning.title},
        "defaultConfiguration": {"level": _LEVELS[meaning.severity]},
    }


def _result(item: Diagnostic, rule: int, fixes: Collection[Fix]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": _LEVELS[item.severity],
        "message": {"text": _words(item)},
    }
    if item.span is not None:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(item.span.file)}}
        if item.span.line:
            place["region"] = _region(item.span)
        entry["locations"] = [{"physicalLocation": place}]
    if item.fix is not None and item.fix in fixes:
        entry["fixes"] = [_fix(item.fix)]
    if item.deliveries:
        entry["properties"] = {"deliveries": list(item.deliveries)}
    return entry


def _fix(fix: Fix) -> dict[str, Any]:
    """What stands in place of what; a byte order mark has no column, so that it is named by its bytes."""
    region = {"startLine": fix.line, "startColumn": fix.column, "endLine": fix.line,
              "endColumn": fix.column + len(fix.old)}  # fmt: skip
    if fix.column == BEFORE_THE_FIRST:
        region = {"byteOffset": 0, "byteLength": len(MARK_OF_ORDER.encode())}
    replacement = {"deletedRegion": region, "insertedContent": {"text": fix.new}}
    change = {"artifactLocation": {"uri": _uri(fix.file)}, "replacements": [replacement]}
    return {"description": {"text": f"mend the {fix.what}"}, "artifactChanges": [change]}


def _region(span: Span) -> dict[str, int]:
    region = {"startLine": span.line, "startColumn": span.column}
    if (span.end_line, span.end_column) > (span.line, span.column):
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return region


def _uri(file: str) -> str:
    """A file as SARIF names it: relative, or as an address of its own where it lies elsewhere."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
