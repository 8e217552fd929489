"""Everyone speaks aloud in every core skill, and the count proves it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.amounts import group_size
from deckgen.model.course import Course
from deckgen.model.sheets import TurnsSheet


def check_turns(course: Course) -> Iterator[Diagnostic]:
    """Core skills in which somebody of a group gets no turn, or whose turns do not fit the steps they are in."""
    for block in course.blocks:
        if not block.core_skill or block.status == "draft":
            continue
        sheets = [sheet for key in block.sheets if (sheet := course.sheet(key))]
        turns = [sheet for sheet in sheets if isinstance(sheet, TurnsSheet)]
        given = [(sheet, group_size(sheet.grouping)) for sheet in turns]
        if turns and all(size and sheet.practice.rounds < size for sheet, size in given):
            sheet, size = given[0]
            message = (
                f"block {block.id} is a core skill: sheet {sheet.id} gives {sheet.practice.rounds} turns"
                f" to groups of {size}"
            )
            yield Diagnostic(
                "DG438", message, sheet.practice.at("rounds"), "give everyone a turn, or make the groups smaller"
            )
        activity = block.split.activity if block.split is not None else 0
        for sheet in turns:
            if sheet.practice.minutes > activity:
                continue  # which is said of the block
            minutes = sum(step.minutes for step in sheet.steps if step.phase == "run")
            if minutes and sheet.practice.minutes > minutes:
                message = f"sheet {sheet.id}: its turns need {sheet.practice.minutes:g} min, the steps give {minutes}"
                hint = "give the step of phase run more minutes, or the turns fewer seconds"
                yield Diagnostic("DG438", message, sheet.practice.span, hint)
