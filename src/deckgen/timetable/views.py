"""An agenda as values to print: rows of a table, plain data for JSON, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day, Entry, Pause
from deckgen.plan.cuts import Cut, cut_list
from deckgen.plan.late import Recovery
from deckgen.text.inline import plain_lines, plain_text

PLAN_VERSION = 1  # of the JSON shape, see plan.schema.json


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
    module: str = ""
    sheets: tuple[str, ...] = ()


def dates_of(days: Sequence[Day]) -> dict[int, str]:
    """The dates of days by their number, empty where there is none."""
    return {day.number: day.on.isoformat() if day.on else "" for day in days}


def agenda_rows(agenda: Agenda) -> Iterator[PlanRow]:
    """The plan line by line, pauses included."""
    for day in agenda.days:
        yield from day_rows(day)


def day_rows(day: Day) -> Iterator[PlanRow]:
    """One day line by line."""
    for sitting in day.sittings:
        for entry in sitting.entries:
            yield _row(entry)
        if sitting.pause is not None:
            yield _pause_row(day.number, sitting.number, sitting.pause)


def _row(entry: Entry) -> PlanRow:
    block, split = entry.block, entry.split
    return PlanRow(
        entry.day, entry.sitting, str(entry.start), str(entry.end), split.total, block.id, plain_lines(block.title),
        block.method,
        split.talk, split.activity, split.debrief, block.energy, entry.elastic, "block", entry.module, block.sheets,
    )  # fmt: skip


def _pause_row(day: int, sitting: int, pause: Pause) -> PlanRow:
    return PlanRow(day, sitting, str(pause.start), str(pause.end), 0, "", "", "", 0, 0, 0, 0, 0, pause.kind)


def _data(row: PlanRow) -> dict[str, Any]:
    return {name: list(value) if isinstance(value := getattr(row, name), tuple) else value
            for name in PlanRow.__slots__}  # fmt: skip


def agenda_json(course: Course, agenda: Agenda) -> dict[str, Any]:
    """The plan as plain data; `version` names its shape, plan.schema.json describes it."""
    split = agenda.split
    return {
        "version": PLAN_VERSION,
        "course": course.id,
        "title": plain_text(course.title),
        "delivery": agenda.delivery.id,
        "delivery_title": plain_text(agenda.delivery.title),
        "contact_minutes": split.total,
        "breaks": agenda.delivery.breaks,
        "talk": split.talk,
        "activity": split.activity,
        "debrief": split.debrief,
        "days": [_day(course, day) for day in agenda.days],
        "reasons": [{"block": one.block, "kind": one.kind, "text": one.text} for one in agenda.reasons],
    }


def _day(course: Course, day: Day) -> dict[str, Any]:
    return {
        "day": day.number,
        **({"date": day.on.isoformat()} if day.on else {}),
        "start": str(day.start),
        "end": str(day.end),
        "contact_minutes": day.minutes,
        "rows": [_data(row) for row in day_rows(day)],
        "cut_lists": [{"half": half.half, "cuts": [_cut(cut) for cut in half.cuts]} for half in cut_list(course, day)],
    }


def _cut(cut: Cut) -> dict[str, Any]:
    return {
        "block": cut.block, "title": cut.title, "kind": cut.kind, "saves": cut.saves, "saved": cut.saved,
        "text": cut.text,
    }  # fmt: skip


def recovery_json(course: Course, agenda: Agenda, recovery: Recovery) -> dict[str, Any]:
    """The rest of a late day as plain data."""
    return {
        "version": PLAN_VERSION,
        "course": course.id,
        "delivery": agenda.delivery.id,
        "day": recovery.rest.number,
        "late": recovery.late,
        "at": str(recovery.at),
        "planned_end": str(recovery.planned_end),
        "end": str(recovery.rest.end),
        "overrun": recovery.overrun,
        "text": recovery.text,
        "cuts": [_cut(cut) for cut in recovery.cuts],
        "rows": [_data(row) for row in day_rows(recovery.rest)],
    }


def agenda_text(course: Course, agenda: Agenda) -> str:
    """The plan as plain text, one line a row; the golden form of an agenda."""
    split = agenda.split
    lines = [f"agenda {course.id} {agenda.delivery.id} {split.total}min {split} breaks {agenda.delivery.breaks}"]
    dates = dates_of(agenda.days)
    day = 0
    for row in agenda_rows(agenda):
        if row.day != day:
            day = row.day
            lines.append(f"day {day} {dates[day]}".rstrip())
        if row.kind == "block":
            elastic = f" elastic {row.elastic}" if row.elastic else ""
            lines.append(
                f"  {row.start}-{row.end} {row.minutes:>3} {row.talk}/{row.activity}/{row.debrief} "
                f"{row.block} {row.title}{elastic}"
            )
        else:
            lines.append(f"  {row.start}-{row.end} -- {row.kind}")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A block side by side in several deliveries, `talk/activity/debrief = minutes`; empty where it does not run."""

    block: str
    title: str
    minutes: tuple[str, ...]


def compare_rows(agendas: Sequence[Agenda]) -> list[CompareRow]:
    """All blocks of all plans in teaching order, their minutes side by side, and the totals."""
    order: list[str] = []
    for agenda in agendas:
        previous = -1
        for entry in agenda:
            if entry.block.id in order:
                previous = order.index(entry.block.id)
            else:
                previous += 1
                order.insert(previous, entry.block.id)
    rows = []
    for key in order:
        entries = [agenda.entry(key) for agenda in agendas]
        title = next(plain_text(entry.block.title) for entry in entries if entry is not None)
        rows.append(CompareRow(key, title, tuple(f"{one.split} = {one.split.total}" if one else "" for one in entries)))
    totals = tuple(f"{agenda.split} = {agenda.split.total}" for agenda in agendas)
    return [*rows, CompareRow("", "", totals)]
