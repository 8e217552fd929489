"""Contact minutes into the grid of a delivery: days, halves and sittings with the places of their pauses.

Days are equal, halves are equal, sittings of a half are equal; every pause may move by the slack that
keeps its sittings within the limit. What no day can hold is answered with None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.base.units import Clock
from deckgen.model.course import Delivery
from deckgen.model.delivery import LUNCH_FROM
from deckgen.plan.rescale import rescale

SLACK = 15  # a pause moves at most so many minutes from its even place


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the room and the client ask of a free length; minutes, and clock times."""

    days: int
    minutes: int  # contact minutes of the whole delivery, pauses included when breaks are inclusive
    start: Clock
    sitting: int = 90
    break_minutes: int = 15
    inclusive: bool = False
    lunch_at: Clock | None = None
    lunch_minutes: int | None = None  # None: an hour when the day is long enough
    day_minutes: tuple[int, ...] = ()  # contact minutes of each day in proportion; days are equal when not given
    starts: tuple[Clock, ...] = ()  # of each day; all days begin at `start` when not given

    @property
    def lengths(self) -> tuple[int, ...]:
        """Contact minutes of each day."""
        return rescale(self.day_minutes or [1] * self.days, self.minutes)

    def start_of(self, day: int) -> Clock:
        """When a day, from 1, begins."""
        return self.starts[day - 1] if self.starts else self.start

    @property
    def longest_day(self) -> int:
        """The day, from 1, that has most minutes; of equal ones the first."""
        return 1 + max(range(self.days), key=lambda day: self.lengths[day])


def nearest_delivery(deliveries: tuple[Delivery, ...], minutes: int) -> Delivery:
    """The declared delivery nearest in length; of two equally near the shorter."""
    return min(deliveries, key=lambda item: (abs(item.minutes - minutes), item.minutes, item.id))


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sitting at its even place. Positions count taught minutes from the start of the course."""

    day: int
    number: int  # within the day, from 1
    start: int
    end: int
    limit: int  # minutes the sitting may take
    pause: Literal["", "break", "lunch"]  # what follows within the day
    before: int = 0  # minutes by which the pause after it may come sooner
    behind: int = 0  # or later
    after_lunch: bool = False

    @property
    def minutes(self) -> int:
        """Minutes of the sitting at its even place."""
        return self.end - self.start


def make_grid(
    wishes: Wishes, extra_sittings: int = 0, reserved: tuple[tuple[int, int], ...] = ()
) -> tuple[Stretch, ...]:
    """The sittings of all days; empty when the wishes cannot be met.

    `reserved` are the minutes of each day's opening and close, which stand outside of the grid:
    the first and the last sitting of the day are shorter by them.
    """
    stretches: list[Stretch] = []
    position = 0
    for day, contact in enumerate(wishes.lengths, start=1):
        opening, closing = reserved[day - 1] if reserved else (0, 0)
        halves = _halves(wishes, wishes.start_of(day), contact, extra_sittings)
        if not halves:
            return ()
        lengths = [list(rescale([1] * count, minutes)) for minutes, count in halves]
        lengths[0][0] -= opening
        lengths[-1][-1] -= closing
        flat = [length for half in lengths for length in half]
        if min(flat) < 1:
            return ()
        lunch_after = len(lengths[0]) if len(lengths) > 1 else 0
        for number, length in enumerate(flat, start=1):
            taken = (opening if number == 1 else 0) + (closing if number == len(flat) else 0)
            pause: Literal["", "break", "lunch"] = "break"
            if number == len(flat):
                pause = ""
            elif number == lunch_after:
                pause = "lunch"
            stretches.append(
                Stretch(day, number, position, position + length, wishes.sitting - taken, pause,
                        after_lunch=lunch_after > 0 and number == lunch_after + 1)
            )  # fmt: skip
            position += length
    return _give_slack(stretches, wishes)


def _halves(wishes: Wishes, start: Clock, contact: int, extra: int) -> list[tuple[int, int]]:
    """Taught minutes and number of sittings before and after lunch, or of the whole day."""
    wants_lunch = (wishes.lunch_minutes is not None or wishes.lunch_at is not None) and not wishes.day_minutes
    if contact <= LUNCH_FROM and not wants_lunch:
        whole = _sittings(contact, wishes, extra)
        return [whole] if whole else []
    morning = (contact + 1) // 2
    if wishes.lunch_at is not None:
        morning = wishes.lunch_at.minutes - start.minutes
        if not wishes.inclusive:
            count = 1
            while morning - wishes.break_minutes * (count - 1) > wishes.sitting * count:
                count += 1
            morning -= wishes.break_minutes * (count - 1 + extra)
    if not 0 < morning < contact:
        return []
    halves = [_sittings(minutes, wishes, extra) for minutes in (morning, contact - morning)]
    return [half for half in halves if half] if all(halves) else []


def _sittings(contact: int, wishes: Wishes, extra: int) -> tuple[int, int] | None:
    """Taught minutes and the least number of sittings that keep the limit."""
    for count in range(1, contact + 1):
        taught = contact - wishes.break_minutes * (count - 1) * wishes.inclusive
        if taught <= 0:
            return None
        if taught <= count * wishes.sitting:
            count += extra
            taught = contact - wishes.break_minutes * (count - 1) * wishes.inclusive
            return (taught, count) if taught >= count else None
    return None


def _give_slack(stretches: Sequence[Stretch], wishes: Wishes) -> tuple[Stretch, ...]:
    """Every pause may move by what both of its sittings can bear; lunch at a given time only to come sooner."""
    spare = []
    for index, stretch in enumerate(stretches):
        pauses = (stretch.pause != "") + (index > 0 and stretches[index - 1].pause != "")
        room = min(stretch.limit - stretch.minutes, stretch.minutes - 2)
        spare.append(max(0, min(SLACK, room // pauses)) if pauses else 0)
    loose = []
    for index, stretch in enumerate(stretches):
        slack = min(spare[index], spare[index + 1]) if stretch.pause else 0
        fixed = stretch.pause == "lunch" and wishes.lunch_at is not None
        loose.append(replace(stretch, before=slack, behind=0 if fixed else slack))
    return tuple(loose)
