"""What to give up when the room runs late: cut lists for the guide, and the rest of a day planned anew.

Elastic minutes go first, top-down; then lighter forms; then blocks of the lowest priority, never a core
skill and never what opens or closes; then the day ends later, and the plan says when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day, Entry, Pause, Sitting
from deckgen.plan.forms import priority_of, spend
from deckgen.plan.schedule import enter
from deckgen.plan.sentences import course_phrases
from deckgen.text.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Cut:
    """One thing to give up: minutes it saves, and all minutes saved up to here."""

    block: str
    title: str
    kind: Literal["elastic", "lighter", "drop"]
    saves: int
    saved: int
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class CutList:
    """What a half-day can give up, in this order."""

    day: int
    half: int  # from 1
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Recovery:
    """The rest of a day after a delay. `rest` has what is still to come, at its new time."""

    late: int
    at: Clock
    rest: Day
    cuts: tuple[Cut, ...]
    planned_end: Clock
    text: str

    @property
    def overrun(self) -> int:
        """Minutes by which the day ends after its planned end."""
        return max(0, self.rest.end.minutes - self.planned_end.minutes)


def cut_list(course: Course, day: Day) -> tuple[CutList, ...]:
    """For each half of the day: elastic minutes top-down, then whole blocks, the lowest priority first."""
    say = course_phrases(course)
    made = []
    for number, half in enumerate(day.halves, start=1):
        entries = [entry for sitting in half for entry in sitting.entries]
        cuts: list[Cut] = []
        for entry in entries:
            if entry.elastic:
                _cut(say, entry.block, "elastic", entry.elastic, entry.block.late or say("late_default"), cuts)
        for entry in _droppable(entries, day):
            _cut(say, entry.block, "drop", entry.split.total - entry.elastic, say("cut.drop"), cuts)
        made.append(CutList(day.number, number, tuple(cuts)))
    return tuple(made)


def _cut(
    say: Phrases, block: Block, kind: Literal["elastic", "lighter", "drop"], saves: int, how: str, cuts: list[Cut]
) -> None:
    """One more thing to give up behind those there are."""
    text = say("cut.text", block=block.id, title=block.title, n=saves, how=how.rstrip("。."))
    cuts.append(Cut(block.id, block.title, kind, saves, saves + (cuts[-1].saved if cuts else 0), how, text))


def _droppable(entries: Sequence[Entry], day: Day) -> list[Entry]:
    """Blocks that may go, the lowest priority first, of equal priority the later one first; never the day's last."""
    close = day.entries[-1].block.id
    free = [
        entry for entry in entries if not entry.block.core_skill and not entry.block.frames and entry.block.id != close
    ]
    return sorted(free, key=lambda entry: (priority_of(entry.block), -entry.start.minutes))


def replan_day(
    course: Course, agenda: Agenda, number: int, late: int, at: Clock, lighter: Mapping[str, Split], report: Report
) -> Recovery | None:
    """The rest of day `number`, when the clock says `at` and the room is `late` minutes behind the plan.

    `lighter` has the minutes of lighter forms by block. None when nothing is left to plan, and the report says so.
    """
    day = next((one for one in agenda.days if one.number == number), None)
    if day is None:
        report.add("DG312", f"{agenda.delivery.id} has no day {number}", None, f"it has {len(agenda.days)} day(s)")
        return None
    running = [entry for entry in day.entries if entry.start.minutes + late <= at.minutes]
    ahead = [entry for entry in day.entries if entry.start.minutes + late > at.minutes]
    if at < day.start or not ahead:
        report.add(
            "DG312",
            f"at {at} no block of day {number} is still to begin"
            if at >= day.start
            else f"at {at} the day has not begun",
            None,
            f"day {number} runs from {day.start} to {day.end}; give the time on the clock and the minutes behind",
        )
        return None
    splits, cuts = _recover(course, day, ahead, late, lighter)
    rest = _lay(course, day, running, splits, late, at)
    say = course_phrases(course)
    if rest.end > day.end:
        text = say("late.overrun", end=rest.end, planned=day.end, n=rest.end.minutes - day.end.minutes)
    else:
        text = say("late.in_time", end=rest.end, n=sum(cut.saves for cut in cuts))
    return Recovery(late, at, rest, cuts, day.end, text)


def _recover(
    course: Course, day: Day, ahead: Sequence[Entry], late: int, lighter: Mapping[str, Split]
) -> tuple[dict[str, Split], tuple[Cut, ...]]:
    """New minutes of the blocks to come (a dropped one is missing), and what was given up."""
    say = course_phrases(course)
    splits = {entry.block.id: entry.split for entry in ahead}
    cuts: list[Cut] = []
    owed = late
    for entry in ahead:
        spent = min(owed, entry.elastic, entry.split.total - 1)
        if spent > 0:
            owed -= spent
            splits[entry.block.id] = spend(entry.split, spent)
            _cut(say, entry.block, "elastic", spent, entry.block.late or say("late_default"), cuts)
    for entry in _droppable(ahead, day):
        form, now = lighter.get(entry.block.id), splits[entry.block.id]
        if owed > 0 and form is not None and form.total < now.total:
            saved = min(owed, now.total - form.total)
            owed -= saved
            splits[entry.block.id] = _between(form, now, now.total - saved)
            _cut(say, entry.block, "lighter", saved, say("cut.lighter", n=now.total - saved), cuts)
    for entry in _droppable(ahead, day):
        if owed > 0:
            saved = splits.pop(entry.block.id).total
            owed -= saved
            _cut(say, entry.block, "drop", saved, say("cut.drop"), cuts)
    return splits, tuple(cuts)


def _between(form: Split, now: Split, minutes: int) -> Split:
    """The lighter form, with the minutes that need not be saved left to the participants."""
    spare = minutes - form.total
    activity = min(spare, max(0, now.activity - form.activity))
    debrief = spare - activity
    return form + Split(0, activity, debrief)


def _lay(course: Course, day: Day, running: Sequence[Entry], splits: Mapping[str, Split], late: int, at: Clock) -> Day:
    """What is still to come by the clock: after the block that runs now, or after the pause."""
    clock = max(at, running[-1].end.later(late)) if running else max(at, day.start.later(late))
    begun = {entry.block.id for entry in running}
    sittings: list[Sitting] = []
    for sitting in day.sittings:
        entries: list[Entry] = []
        for entry in sitting.entries:
            split = splits.get(entry.block.id)
            if entry.block.id in begun or split is None:
                continue
            block = entry.block.model_copy(
                update={"minutes": split, "elastic": max(0, entry.elastic - entry.split.total + split.total)}
            )
            entries.append(enter(block, entry.module, split, day.number, sitting.number, clock, course))
            clock = entries[-1].end
        last = sitting is day.sittings[-1]
        pause = None
        if sitting.pause is not None and not last:
            after = [entry for one in day.sittings if one.number > sitting.number for entry in one.entries]
            if any(entry.block.id not in begun for entry in after):
                pause, clock = _pause(sitting.pause, clock, late, at, bool(entries))
        if entries:
            sittings.append(replace(sitting, entries=tuple(entries), pause=pause))
    return Day(day.number, tuple(sittings))


def _pause(planned: Pause, clock: Clock, late: int, at: Clock, follows: bool) -> tuple[Pause | None, Clock]:
    """The pause at its new time; one that has begun only moves the clock to its end."""
    length = planned.end.minutes - planned.start.minutes
    if follows or planned.start.minutes + late > at.minutes:
        pause = Pause(planned.kind, clock, clock.later(length))
        return pause, pause.end
    return None, max(clock, planned.end.later(late))
