"""The rest of a day planned anew when the room runs late.

Elastic minutes go first, top-down; then lighter forms; then blocks of the lowest priority, never a core
skill and never what opens or closes; then the day ends later, and the plan says when.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.base.diagnostics import Report
from deckgen.base.units import MIDNIGHT, Clock, Split
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day, Entry, Pause
from deckgen.plan.clock import Portion, Rest, Stint, lay_day
from deckgen.plan.cuts import Cut, Savings, droppable
from deckgen.plan.floors import floor_of
from deckgen.plan.forms import spend
from deckgen.plan.sentences import course_phrases


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


@dataclass(frozen=True, slots=True)
class _Delay:
    """How far the room is behind, and what the clock says."""

    minutes: int
    at: Clock

    def has_begun(self, planned: Clock) -> bool:
        """Whether what was planned for that time has begun by now."""
        return planned.later(self.minutes) <= self.at


def replan_day(
    course: Course, agenda: Agenda, number: int, late: int, at: Clock, lighter: Mapping[str, Split], report: Report
) -> Recovery | None:
    """The rest of day `number`, when the clock says `at` and the room is `late` minutes behind the plan.

    `lighter` has the minutes of lighter forms by block. None when nothing is left to plan, and the report says so.
    """
    delay = _Delay(late, at)
    day = next((one for one in agenda.days if one.number == number), None)
    if day is None:
        count = len(agenda.days)
        hint = f"it has {count} day{'s' if count > 1 else ''}: name one of them with `--day`"
        report.add("DG312", f"{agenda.delivery.id} has no day {number}", None, hint)
        return None
    ahead = [entry for entry in day.entries if not delay.has_begun(entry.start)]
    if problem := _why_not(day, delay, ahead):
        hint = f"day {number} runs from {day.start} to {day.end}; give the time on the clock and the minutes behind"
        report.add("DG312", f"{agenda.delivery.id}: {problem}", None, hint)
        return None
    splits, cuts = _recover(course, day, ahead, late, lighter)
    rest = _lay_rest(course, day, splits, delay)
    if rest.end > MIDNIGHT:
        hint = "split the day, or take less of it: what is left does not fit before midnight"
        report.add("DG312", f"{agenda.delivery.id}: the rest of day {number} would run past midnight", None, hint)
        return None
    return Recovery(late, at, rest, cuts, day.end, _say_outcome(course, day, rest, cuts))


def _why_not(day: Day, delay: _Delay, ahead: Sequence[Entry]) -> str | None:
    """Why there is no rest of the day to plan."""
    if delay.at < day.start:
        return f"at {delay.at} day {day.number} has not begun"
    if not ahead:
        return f"at {delay.at} no block of day {day.number} is still to begin"
    if day.start.later(delay.minutes) >= day.end:
        return f"{delay.minutes} minutes behind is more than the whole of day {day.number}"
    return None


def _say_outcome(course: Course, day: Day, rest: Day, cuts: Sequence[Cut]) -> str:
    say = course_phrases(course)
    if rest.end > day.end:
        return say("late.overrun", end=rest.end, planned=day.end, n=rest.end.minutes - day.end.minutes)
    return say("late.in_time", end=rest.end, n=sum(cut.saves for cut in cuts))


def _recover(
    course: Course, day: Day, ahead: Sequence[Entry], late: int, lighter: Mapping[str, Split]
) -> tuple[dict[str, Split], tuple[Cut, ...]]:
    """New minutes of the blocks to come (a dropped one is missing), and what was given up."""
    splits = {entry.block.id: entry.split for entry in ahead}
    savings = Savings(course)
    for entry in ahead:
        spent = min(late - savings.total, entry.elastic, entry.split.total - 1)
        if spent > 0:
            splits[entry.block.id] = spend(entry.split, spent, floor_of(entry.block, course))
            savings.spend_elastic(entry.block, spent)
    for entry in droppable(ahead, day):
        form, now = lighter.get(entry.block.id), splits[entry.block.id]
        owed = late - savings.total
        if owed > 0 and form is not None and form.total < now.total:
            saved = min(owed, now.total - form.total)
            splits[entry.block.id] = _between(form, now, now.total - saved)
            savings.take_lighter(entry.block, saved, now.total - saved)
    for entry in droppable(ahead, day):
        if savings.total < late:
            savings.drop(entry.block, splits.pop(entry.block.id).total)
    return splits, tuple(savings.cuts)


def _between(form: Split, now: Split, minutes: int) -> Split:
    """The lighter form, with the minutes that need not be saved left to the participants."""
    spare = minutes - form.total
    activity = min(spare, max(0, now.activity - form.activity))
    debrief = spare - activity
    return form + Split(0, activity, debrief)


def _lay_rest(course: Course, day: Day, splits: Mapping[str, Split], delay: _Delay) -> Day:
    """What is still to come by the clock; a sitting that lost all its blocks leaves one pause, not two in a row."""
    running = [entry for entry in day.entries if delay.has_begun(entry.start)]
    last_end = (running[-1].end if running else day.start).later(delay.minutes)
    stints: list[Stint] = []
    pauses: list[Pause] = []  # between the block that runs now and the first one to come
    for sitting in day.sittings:
        portions = tuple(
            _shorten(entry, splits[entry.block.id]) for entry in sitting.entries if entry.block.id in splits
        )
        rest = _rest(sitting.pause) if sitting.pause is not None else None
        if portions:
            stints.append(Stint(sitting.number, portions, rest))
        elif stints:
            stints[-1] = replace(stints[-1], rest=_weightier(stints[-1].rest, rest))
        else:
            if delay.has_begun(sitting.start):
                pauses.clear()
            pauses += [sitting.pause] if sitting.pause is not None else []
    return lay_day(day.number, _after_pauses(max(delay.at, last_end), pauses, delay), stints, course, day.on)


def _shorten(entry: Entry, split: Split) -> Portion:
    """The block with the minutes it still gets, and the elastic ones among them."""
    elastic = max(0, entry.elastic - entry.split.total + split.total)
    return Portion(entry.block.model_copy(update={"minutes": split, "elastic": elastic}), entry.module, split)


def _after_pauses(clock: Clock, pauses: Sequence[Pause], delay: _Delay) -> Clock:
    """When the first block to come may begin: a pause that has begun is taken to its end, of those to come one."""
    begun = [pause for pause in pauses if delay.has_begun(pause.start)]
    clock = max([clock, *(pause.end.later(delay.minutes) for pause in begun)])
    to_come = [_rest(pause) for pause in pauses if pause not in begun and (pause.kind == "lunch" or not begun)]
    return clock.later(max(to_come, key=_weight).minutes) if to_come else clock


def _rest(pause: Pause) -> Rest:
    return Rest(pause.kind, pause.minutes)


def _weightier(one: Rest | None, other: Rest | None) -> Rest | None:
    return max((rest for rest in (one, other) if rest is not None), key=_weight, default=None)


def _weight(rest: Rest) -> tuple[bool, int]:
    """Of two pauses in a row lunch stays, else the longer one."""
    return rest.kind == "lunch", rest.minutes
