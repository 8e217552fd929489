"""An agenda as values to print: rows of a table, JSON, text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Entry

PLAN_VERSION = 1  # of the JSON shape


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of the plan; pauses have no block. Minutes are contact minutes, 0 for pauses."""

    day: int
    sitting: int
    start: str
    end: str
    minutes: int
    block: str
    title: str
    method: str
    talk: int
    activity: int
    debrief: int
    energy: int
    elastic: int
    kind: str  # block, break, lunch


def agenda_rows(agenda: Agenda) -> Iterator[PlanRow]:
    """The plan line by line, pauses included."""
    for day in agenda.days:
        for sitting in day.sittings:
            for entry in sitting.entries:
                yield _row(entry)
            if sitting.pause is not None:
                pause = sitting.pause
                yield PlanRow(
                    day.number,
                    sitting.number,
                    str(pause.start),
                    str(pause.end),
                    0,
                    "",
                    "",
                    "",
                    0,
                    0,
                    0,
                    0,
                    0,
                    pause.kind,
                )


def _row(entry: Entry) -> PlanRow:
    block, split = entry.block, entry.split
    return PlanRow(
        entry.day,
        entry.sitting,
        str(entry.start),
        str(entry.end),
        split.total,
        block.id,
        block.title,
        block.method,
        split.talk,
        split.activity,
        split.debrief,
        block.energy,
        block.elastic,
        "block",
    )


def agenda_json(course: Course, agenda: Agenda) -> dict[str, Any]:
    """The plan as plain data; `version` names its shape."""
    split = agenda.split
    return {
        "version": PLAN_VERSION,
        "course": course.id,
        "delivery": agenda.delivery.id,
        "contact_minutes": split.total,
        "breaks": agenda.delivery.breaks,
        "talk": split.talk,
        "activity": split.activity,
        "debrief": split.debrief,
        "days": [
            {
                "day": day.number,
                "start": str(day.start),
                "end": str(day.end),
                "contact_minutes": day.minutes,
                "rows": [
                    {name: getattr(row, name) for name in PlanRow.__slots__}
                    for row in agenda_rows(agenda)
                    if row.day == day.number
                ],
            }
            for day in agenda.days
        ],
    }


def agenda_text(course: Course, agenda: Agenda) -> str:
    """The plan as plain text, one line a row; the golden form of an agenda."""
    split = agenda.split
    lines = [f"agenda {course.id} {agenda.delivery.id} {split.total}min {split} breaks {agenda.delivery.breaks}"]
    day = 0
    for row in agenda_rows(agenda):
        if row.day != day:
            day = row.day
            lines.append(f"day {day}")
        if row.kind == "block":
            elastic = f" elastic {row.elastic}" if row.elastic else ""
            lines.append(
                f"  {row.start}-{row.end} {row.minutes:>3} {row.talk}/{row.activity}/{row.debrief} "
                f"{row.block} {row.title}{elastic}"
            )
        else:
            lines.append(f"  {row.start}-{row.end} -- {row.kind}")
    return "\n".join(lines) + "\n"
