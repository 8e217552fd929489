"""The change pages of a release: what every bundle has otherwise than the version before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.changes.compare import compare
from deckgen.changes.page import change_page
from deckgen.pipeline.choose import UsageError
from deckgen.release.matrix import Release, Target
from deckgen.release.sides import Side, opened_commit, outlines


def change_pages(release: Release, targets: Sequence[Target], report: Report) -> dict[str, str]:
    """The page of every target by the name of its bundle; none without `since`. What cannot be told is reported."""
    if not release.since:
        return {}
    try:
        with opened_commit(release.since) as before:
            return {item.name: page for item in targets if (page := _page(release, item, before, report))}
    except UsageError as problem:
        hint = "name a tag or commit; in a shallow clone fetch it first: git fetch --tags --unshallow"
        report.add("DG801", f"since: {problem}", release.since_at, hint)
        return {}


def _page(release: Release, target: Target, before: Side, report: Report) -> str:
    """The page of one bundle; empty, and a warning, where the version before cannot be planned."""
    told = Report()
    folder = Path(target.course)
    now = outlines(Side("now", Path()), folder, target.delivery, target.profile, Report()) or {}
    outline = next(iter(now.values()), None)
    if outline is None:
        return ""  # its build says why
    try:
        older = outlines(before, folder, target.delivery, target.profile, told) or {}
    except UsageError:  # the profile is new
        older = {}
    if told.has_errors:
        first = next(iter(told))
        hint = "take `since` out, or name a later version, which this deckgen can read"
        message = f"{target.name}: {release.since} cannot be planned any more: {first.message} ({first.span})"
        report.add("DG809", message, release.since_at, hint)
        return ""
    one = next(iter(older.values()), None)
    return change_page(compare(one, outline) if one is not None else None, release.since, outline.words)
