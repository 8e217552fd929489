"""The rhythm of a day: sittings, the block after lunch, the last block (checks on a delivery)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda

KINDS_PER_HALF = 3


def check_rhythm(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    """Nobody listens after lunch, nothing ends on a talk, no sitting is too long."""
    for day in agenda.days:
        for sitting in day.sittings:
            if sitting.minutes > agenda.delivery.sitting:
                yield Diagnostic(
                    "DG414",
                    f"day {day.number}, sitting {sitting.number} takes {sitting.minutes} minutes, "
                    f"at most {agenda.delivery.sitting} are meant",
                    agenda.delivery.at("sitting"),
                    "move a block behind the pause, or allow a longer `sitting:`",
                )
        halves = day.halves
        if len(halves) > 1:
            first = halves[1][0].entries[0]
            if first.split.activity < first.split.talk:
                yield Diagnostic(
                    "DG411",
                    f"day {day.number}: block {first.block.id} follows lunch with more talk than activity",
                    first.block.at("minutes"),
                    "begin the afternoon with something to do",
                )
        last = day.entries[-1]
        if last.split.talk > last.split.activity + last.split.debrief:
            yield Diagnostic(
                "DG412",
                f"day {day.number} ends on a talk: block {last.block.id}",
                last.block.at("minutes"),
                "end on an act of the participants",
            )
        yield from _check_variety(course, agenda, day.number)


def _check_variety(course: Course, agenda: Agenda, day: int) -> Iterator[Diagnostic]:
    for number, half in enumerate(agenda.days[day - 1].halves, start=1):
        if sum(sitting.minutes for sitting in half) < 120:
            continue
        kinds = {
            sheet.kind
            for sitting in half
            for entry in sitting.entries
            for key in entry.block.sheets
            if (sheet := course.sheet(key))
        }
        if len(kinds) < KINDS_PER_HALF:
            yield Diagnostic(
                "DG419",
                f"day {day}, half {number} uses {len(kinds)} kinds of activity, {KINDS_PER_HALF} are meant",
                agenda.delivery.span,
                f"now: {', '.join(sorted(kinds)) or 'none'}",
            )
