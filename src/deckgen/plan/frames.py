"""When frame slides are shown: what opens a day, dividers and recaps, each in minutes of the block it frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckgen.base.units import Clock
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Day

# What opens a course and a later day, in the order it is shown; a number says which of them is spoken to first.
FIRST_DAY = {"cover": 0, "map": 4, "agenda-1": 3, "day-1": 5, "objectives": 2, "contract": 1}


@dataclass(frozen=True, slots=True)
class FrameTime:
    """When a frame slide is shown, and for how many minutes; 0 when nobody speaks to it."""

    start: Clock
    minutes: int

    @property
    def end(self) -> Clock:
        """When it is over."""
        return self.start.later(self.minutes)


def frame_times(course: Course, agenda: Agenda) -> Mapping[str, FrameTime]:
    """The times of all frame slides by their ids, those without minutes among them."""
    times: dict[str, FrameTime] = {}
    for day in agenda.days:
        times.update(_opening_of_day(course, agenda, day))
    for module in course.modules:
        entries = agenda.of_module(module.id)
        if not entries:
            continue
        first, last = entries[0], entries[-1]
        if module.id not in times:
            times[module.id] = FrameTime(first.start, first.opening)
        if module.summary:
            times[f"{module.id}.recap"] = FrameTime(last.end.later(-last.recap), last.recap)
    return times


def _opening_of_day(course: Course, agenda: Agenda, day: Day) -> Iterator[tuple[str, FrameTime]]:
    """What stands before the first block of a day: one minute for its divider, then one each by what matters most."""
    entry = day.entries[0]
    divides = agenda.of_module(entry.module)[0] is entry
    divider = min(1, entry.opening) if divides else 0
    ranks = FIRST_DAY if day.number == 1 else {f"agenda-{day.number}": 1, f"day-{day.number}": 2}
    has = {"objectives": bool(course.objectives), "contract": bool(course.contract)}
    shown = [name for name in ranks if has.get(name, True)]
    spoken = sorted((name for name in shown if ranks[name]), key=lambda name: ranks[name])
    minutes = dict.fromkeys(shown, 0)
    for at in range(entry.opening - divider):
        minutes[spoken[at % len(spoken)]] += 1
    if divides:  # a later day opens behind the divider of its module
        minutes = {**minutes, entry.module: divider} if day.number == 1 else {entry.module: divider, **minutes}
    clock = entry.start
    for name, share in minutes.items():
        yield name, FrameTime(clock, share)
        clock = clock.later(share)
