"""What serves what: objectives and points of the outline, with the blocks, sheets and questions that serve them."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.plan.agenda import Agenda


@dataclass(frozen=True, slots=True)
class TraceRow:
    """What serves one objective: blocks, practice sheets, questions before and after the course."""

    objective: str
    text: str
    blocks: tuple[str, ...]
    sheets: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointRow:
    """Where one point of the outline is taught: blocks, and sheets that cover it by themselves."""

    point: str
    name: str
    kind: str
    blocks: tuple[str, ...]
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Objectives and outline of one plan."""

    objectives: tuple[TraceRow, ...]
    points: tuple[PointRow, ...]


def trace_of(course: Course, agenda: Agenda) -> Trace:
    """What serves the objectives and the outline in the blocks that run."""
    return Trace(tuple(trace_rows(course, agenda)), tuple(point_rows(course, agenda)))


def trace_rows(course: Course, agenda: Agenda) -> list[TraceRow]:
    """Objective -> block -> sheet -> assessment, for the blocks that run."""
    rows = []
    for objective in course.objectives:
        entries = [entry for entry in agenda if objective.id in entry.block.objectives]
        sheets = list(dict.fromkeys(key for entry in entries for key in entry.block.sheets))
        kept = [key for key in sheets if (sheet := course.sheet(key)) and _serves(sheet, objective.id)]
        rows.append(
            TraceRow(
                objective.id,
                objective.sentence,
                tuple(entry.block.id for entry in entries),
                tuple(kept),
                tuple(question.id for question in course.questions if question.objective == objective.id),
            )
        )
    return rows


def _serves(sheet: Sheet, objective: str) -> bool:
    """A sheet that names no objective serves those of its block."""
    return not sheet.objectives or objective in sheet.objectives


def point_rows(course: Course, agenda: Agenda) -> list[PointRow]:
    """Point of the outline -> blocks that run and sheets, in the order of the outline."""
    rows = []
    for point in course.coverage:
        name = point.key
        blocks = tuple(entry.block.id for entry in agenda if name in entry.block.covers)
        sheets = tuple(sheet.id for sheet in course.sheets if name in sheet.covers)
        rows.append(PointRow(point.id, point.name, point.kind, blocks, sheets))
    return rows
