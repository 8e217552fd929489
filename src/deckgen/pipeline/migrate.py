"""A course of an older format into the newest, one step after another. There is one format so far, and so no step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.decode.course import salvage_course
from deckgen.model.fields import NEWEST_FORMAT
from deckgen.pipeline.upgrade import Draft, Rewritten
from deckgen.source.node import Located

Step = Callable[[Draft], int]
"""Rewrites the texts of a course and says how many places it changed."""

STEPS: Mapping[int, Step] = {}  # by the format that each leads on from, to the next


def migrate_course(folder: Path, report: Report, steps: Mapping[int, Step] = STEPS) -> Rewritten | None:
    """The course in the newest format; None when it is in none that is known, and the report says why."""
    draft = Draft(folder)
    raw, ids = draft.read(report)
    number = raw.get("format", NEWEST_FORMAT) if isinstance(raw, Located) else None
    if number not in (*steps, NEWEST_FORMAT):
        for name in ids[:1]:
            salvage_course(raw, name, {}, report)
        return None
    before, done = dict(draft.texts), dict[str, int]()
    while number in steps:
        done[f"places of format {number} rewritten"] = steps[number](draft)
        number += 1
    return Rewritten({Path(name): text for name, text in draft.texts.items() if text != before[name]}, done)
