"""Contact minutes into the grid of a delivery: days, halves and sittings with the places of their pauses.

Days are equal, halves are equal, sittings of a half are equal; every pause may move by the slack that
keeps its sittings within the limit. What no day can hold is answered with None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from deckgen.base.units import Clock, LunchWish
from deckgen.model.course import Delivery
from deckgen.model.delivery import LUNCH_FROM
from deckgen.plan.rescale import rescale

SLACK = 15  # a pause moves at most so many minutes from its even place


@dataclass(frozen=True, slots=True)
class DayWish:
    """What one day of a free length has otherwise than the others; None is as they have it."""

    start: Clock | None = None
    sitting: int | None = None
    break_minutes: int | None = None
    lunch: LunchWish | None = None


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
    each: tuple[DayWish, ...] = ()  # what single days have otherwise, one a day
    dates: tuple[str, ...] = ()  # of the days, ISO 8601

    @property
    def lengths(self) -> tuple[int, ...]:
        """Contact minutes of each day."""
        return rescale(self.day_minutes or [1] * self.days, self.minutes)

    def of_day(self, day: int) -> DayWish:
        """What is asked of a day, from 1, its lunch as it was asked for, whether it comes to one or not."""
        own = self.each[day - 1] if self.each else DayWish()
        return DayWish(
            own.start or self.start,
            own.sitting or self.sitting,
            own.break_minutes or self.break_minutes,
            own.lunch or LunchWish(self.lunch_at, self.lunch_minutes),
        )

    def has_lunch(self, day: int) -> bool:
        """Whether a day, from 1, has lunch: a long one does, a short one where it was asked for."""
        own = self.each[day - 1].lunch if self.each else None
        if own is not None:
            return not own.without
        asked = (self.lunch_minutes is not None or self.lunch_at is not None) and not self.day_minutes
        return asked or self.lengths[day - 1] > LUNCH_FROM

    def with_longer_sittings(self, more: int) -> Wishes:
        """The same with so many minutes more for every sitting."""
        each = tuple(replace(own, sitting=own.sitting and own.sitting + more) for own in self.each)
        return replace(self, sitting=self.sitting + more, each=each)

    def with_free_lunch(self) -> Wishes:
        """The same with lunch on the same days, at any time."""
        each = tuple(replace(own, lunch=own.lunch and own.lunch._replace(at=None)) for own in self.each)
        minutes = self.lunch_minutes or 60 if self.lunch_at is not None else self.lunch_minutes
        return replace(self, lunch_at=None, lunch_minutes=minutes, each=each)

    @property
    def asks_for_lunch(self) -> bool:
        """Whether lunch is to be at a time on any day."""
        return self.lunch_at is not None or any(own.lunch is not None and own.lunch.at for own in self.each)


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
        sitting = wishes.of_day(day).sitting or wishes.sitting
        halves = _halves(wishes, day, contact, extra_sittings)
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
                Stretch(day, number, position, position + length, sitting - taken, pause,
                        after_lunch=lunch_after > 0 and number == lunch_after + 1)
            )  # fmt: skip
            position += length
    return _give_slack(stretches, wishes)


def _halves(wishes: Wishes, day: int, contact: int, extra: int) -> list[tuple[int, int]]:
    """Taught minutes and number of sittings before and after lunch, or of the whole day."""
    own = wishes.of_day(day)
    start, sitting, pause = own.start or wishes.start, own.sitting or wishes.sitting, own.break_minutes or 0
    lost = pause if wishes.inclusive else 0  # contact minutes that a break costs
    if not wishes.has_lunch(day):
        whole = _sittings(contact, sitting, lost, extra)
        return [whole] if whole else []
    morning = (contact + 1) // 2
    if own.lunch is not None and own.lunch.at is not None:
        morning = own.lunch.at.minutes - start.minutes
        if not wishes.inclusive:
            count = 1
            while morning - pause * (count - 1) > sitting * count:
                count += 1
            morning -= pause * (count - 1 + extra)
    if not 0 < morning < contact:
        return []
    halves = [_sittings(minutes, sitting, lost, extra) for minutes in (morning, contact - morning)]
    return [half for half in halves if half] if all(halves) else []


def _sittings(contact: int, limit: int, lost: int, extra: int) -> tuple[int, int] | None:
    """Taught minutes and the least number of sittings that keep the limit; every break costs `lost` of them."""
    for count in range(1, contact + 1):
        taught = contact - lost * (count - 1)
        if taught <= 0:
            return None
        if taught <= count * limit:
            count += extra
            taught = contact - lost * (count - 1)
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
        asked = wishes.of_day(stretch.day).lunch
        fixed = stretch.pause == "lunch" and asked is not None and asked.at is not None
        loose.append(replace(stretch, before=slack, behind=0 if fixed else slack))
    return tuple(loose)
