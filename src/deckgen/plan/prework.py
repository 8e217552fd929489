"""Sheets done outside the days of a free length, and what moves there from blocks that do not run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from deckgen.model.course import Course
from deckgen.plan.choice import Choice
from deckgen.plan.forms import Candidate
from deckgen.plan.sources import Sources

PREWORK_LIMIT = 40  # minutes of pre-work
LISTS = ("prework", "overnight", "postwork", "job_aids")


def list_sheets(sources: Sources, choice: Choice) -> dict[str, list[str]]:
    """Pre-work and the like of the nearest delivery, corrected by what the chosen forms expect."""
    listed = {name: list(getattr(sources.main, name)) for name in LISTS}
    for placed in choice.placed:
        own = sources.courses[placed.form.delivery]
        for key in placed.form.block.sheets:
            if key in own.prework and key not in listed["prework"]:
                listed["prework"].append(key)
            elif key in listed["prework"] and key not in own.prework:
                listed["prework"].remove(key)
    listed["overnight"] = _overnight(sources.courses.values(), choice)
    return listed


def _overnight(courses: Collection[Course], choice: Choice) -> list[str]:
    """What is done between days: of the first delivery that has any, without what belongs to dropped blocks."""
    if choice.setup.wishes.days < 2:
        return []
    usual = next((course.overnight for course in courses if course.overnight), ())
    gone = {key for item in choice.dropped for key in item.block.sheets}
    return [key for key in usual if key not in gone]


def move_to_prework(
    sources: Sources, dropped: Sequence[Candidate], prework: Sequence[str], taken: Collection[str]
) -> Mapping[str, tuple[str, ...]]:
    """Sheets of dropped blocks that everyone can do alone, by block, as long as the pre-work stays short.

    `taken` are the sheets that have their place already.
    """
    left = PREWORK_LIMIT - sum(sheet.minutes for key in prework if (sheet := sources.sheet(key)))
    moved = {}
    for item in sorted(dropped, key=lambda one: -one.priority):
        for form in reversed(item.forms):
            sheets = [sheet for key in form.block.sheets if (sheet := sources.courses[form.delivery].sheet(key))]
            alone = [sheet for sheet in sheets if sheet.self_study and sheet.id not in taken]
            minutes = sum(sheet.minutes for sheet in alone)
            if alone and minutes <= left:
                left -= minutes
                moved[item.id] = tuple(sheet.id for sheet in alone)
                break
    return moved
