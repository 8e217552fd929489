"""Exercise sheets that work from the page alone (checks E2, E3, E7, E9)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.size import count_text, say_range, say_size
from deckgen.model.course import Course
from deckgen.model.sheets import CaseSheet, Sheet

STORY = (250, 600)  # 字 of a case


def check_sheets(course: Course) -> Iterator[Diagnostic]:
    """Sheets without answers, phases, output; cases too short."""
    used = {key for block in course.blocks for key in block.sheets if block.status != "draft"}
    for sheet in course.sheets:
        if sheet.has_steps and sheet.id in used:
            yield from _check_sheet(sheet)
        if isinstance(sheet, CaseSheet):
            length = count_text(sheet.story, course.language)
            if not STORY[0] <= length <= STORY[1]:
                yield Diagnostic(
                    "DG422",
                    f"case {sheet.id}: the story has {say_size(length, course.language)}, "
                    f"{say_range(*STORY, course.language)} are usual",
                    sheet.at("story"),
                    "tell what happened and leave the end open",
                )


def _check_sheet(sheet: Sheet) -> Iterator[Diagnostic]:
    missing = []
    if sheet.guide is None:
        missing.append("guide (briefing, look-fors, key)")
    if not sheet.output:
        missing.append("output")
    if not sheet.grouping:
        missing.append("grouping")
    if sheet.minutes:
        phases = {step.phase for step in sheet.steps if step.minutes}
        missing += [f"phase {phase}" for phase in sheet.phases if phase not in phases]
    if missing:
        message = f"sheet {sheet.id} {sheet.title} has no {', no '.join(missing)}"
        yield Diagnostic("DG422", message, sheet.span, "a sheet works from the page alone: write what is missing")
