"""Blocks and pauses along the clock: declared, free and late days all get their times here, and only here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from deckgen.base.units import Clock, Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course, Delivery
from deckgen.plan.agenda import Day, Entry, Pause, PauseKind, Sitting
from deckgen.plan.rescale import rescale_splits, rescale_steps

LUNCH_MINUTES = 60  # where nobody says how long lunch takes


@dataclass(frozen=True, slots=True)
class Portion:
    """A block and the minutes it gets, before it has a time."""

    block: Block
    module: str
    split: Split


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause before it has a time; minutes."""

    kind: PauseKind
    minutes: int


@dataclass(frozen=True, slots=True)
class Stint:
    """What a sitting holds before it has times, and the pause behind it."""

    number: int  # within the day, from 1
    portions: tuple[Portion, ...]
    rest: Rest | None


def rest_of(kind: PauseKind, delivery: Delivery) -> Rest:
    """A pause of the length the delivery says."""
    if kind == "break":
        return Rest(kind, delivery.break_minutes)
    return Rest(kind, delivery.lunch.minutes if delivery.lunch else LUNCH_MINUTES)


def day_date(day: Delivery) -> date | None:
    """The date of a day, if the delivery names it; `day` is the delivery as that day has it."""
    return date.fromisoformat(day.dates[0]) if day.dates else None


def lay_day(number: int, start: Clock, stints: Sequence[Stint], course: Course, on: date | None = None) -> Day:
    """Day `number` by the clock, on its date: each thing begins when the one before it ends."""
    clock = start
    sittings = []
    for stint in stints:
        entries = []
        for portion in stint.portions:
            entries.append(_enter(portion, number, stint.number, clock, course))
            clock = entries[-1].end
        pause = None
        if stint.rest is not None:
            pause = Pause(stint.rest.kind, clock, clock.later(stint.rest.minutes))
            clock = pause.end
        sittings.append(Sitting(number, stint.number, tuple(entries), pause))
    return Day(number, tuple(sittings), on)


def _enter(portion: Portion, day: int, sitting: int, clock: Clock, course: Course) -> Entry:
    """The block at its time, with the minutes of its slides and of the steps of its sheets."""
    block, split = portion.block, portion.split
    opening, *slides, recap = rescale_splits(block.parts, split)
    sheets = [sheet for sheet_id in block.sheets if (sheet := course.sheet(sheet_id)) and sheet.is_timed]
    shares = rescale_steps([step.minutes for sheet in sheets for step in sheet.steps], split.activity + split.debrief)
    steps, taken = {}, 0
    for sheet in sheets:
        steps[sheet.id] = shares[taken : taken + len(sheet.steps)]
        taken += len(sheet.steps)
    return Entry(block, portion.module, day, sitting, clock, split, tuple(slides), steps, opening.total, recap.total)
