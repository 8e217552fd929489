"""The floor of practice: everyone does every core skill aloud (check on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.sheets import TurnsSheet


def check_practice(course: Course) -> Iterator[Diagnostic]:
    """Everyone does a core skill aloud at least once: activity minutes >= rounds x seconds and swaps."""
    for block in course.blocks:
        if not block.core_skill or block.split is None or not course.gaps.is_sure(block.id, *block.sheets):
            continue
        sheets = [sheet for key in block.sheets if (sheet := course.sheet(key))]
        if len(sheets) < len(block.sheets):
            continue  # the one that is missing may be it
        turns = [sheet.practice for sheet in sheets if isinstance(sheet, TurnsSheet)]
        needed = min((turn.minutes for turn in turns), default=0.0)
        if not turns:
            yield Diagnostic(
                "DG413",
                f"block {block.id} is a core skill without a drill or role-play",
                block.at("sheets"),
                "give it a sheet of kind drill or roleplay with `practice:`",
            )
        elif needed > block.split.activity:
            yield Diagnostic(
                "DG413",
                f"block {block.id}: its turns need {needed:g} minutes, it has {block.split.activity} for activity",
                block.at("minutes"),
                "shorten the turns or give the activity more minutes",
            )
