"""Every point of the outline is taught, every objective is practised and assessed (check P4)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course


def check_coverage(course: Course) -> Iterator[Diagnostic]:
    """Points without a block, blocks without an objective, objectives without block, practice or question."""
    yield from _check_points(course)
    yield from _check_objectives(course)


def _check_points(course: Course) -> Iterator[Diagnostic]:
    used = {*course.prework, *course.overnight, *course.postwork, *course.job_aids}
    used |= {key for block in course.blocks for key in block.sheets}
    covered = {point for block in course.blocks for point in block.covers}
    covered |= {point for sheet in course.sheets if sheet.id in used for point in sheet.covers}
    for point in course.coverage:
        if point.key not in covered:
            yield Diagnostic(
                "DG402",
                f"nothing in this delivery teaches point {point.id} {point.name}",
                point.span,
                f"name {point.key} under `covers:` of a block, or of a sheet that is used",
            )


def _check_objectives(course: Course) -> Iterator[Diagnostic]:
    sheets = {sheet.id: sheet for sheet in course.sheets}
    for block in course.blocks:
        if not block.frames and not block.objectives and block.status != "draft":
            yield Diagnostic(
                "DG403", f"block {block.id} {block.title} serves no objective", block.span, "add `objectives: [O1]`"
            )
    for objective in course.objectives:
        blocks = [block for block in course.blocks if objective.id in block.objectives]
        used = [sheets[key] for block in blocks for key in block.sheets if key in sheets]
        missing = []
        if not blocks:
            missing.append("block")
        if not any(sheet.practises for sheet in used):
            missing.append("practice sheet")
        if course.questions and not any(question.objective == objective.id for question in course.questions):
            missing.append("question of the bank")
        if missing:
            yield Diagnostic(
                "DG403",
                f"objective {objective.id} has no {', no '.join(missing)}",
                objective.span,
                "an objective is taught, practised and assessed in every delivery",
            )
