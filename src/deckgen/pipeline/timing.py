"""What the room and the client fix about the days of a delivery, declared or free."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from deckgen.base.suggest import count_of
from deckgen.base.units import Clock, LunchWish
from deckgen.model.course import DayTimes, Delivery, Lunch
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.usage import UsageError
from deckgen.plan.grid import DayWish, Wishes, nearest_delivery

_NAMES: Mapping[str, str] = {"break_minutes": "break"}  # of options, where they differ from the fields
_PER_DAY = ("start", "sitting", "break_minutes")


@dataclass(frozen=True, slots=True)
class Timing:
    """What the room and the client fix about the days; what is empty stays as declared. Lengths in minutes.

    What has one value holds for every day; several are those of the days, one each. Dates are always those of the days.
    """

    breaks: Literal["exclusive", "inclusive"] | None = None
    start: tuple[Clock, ...] = ()
    lunch: tuple[LunchWish, ...] = ()
    break_minutes: tuple[int, ...] = ()
    sitting: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()

    def over(self, other: Timing) -> Timing:
        """What is fixed here, and the rest as fixed by another one."""
        return Timing(*(getattr(self, item.name) or getattr(other, item.name) for item in fields(self)))

    def without(self, names: Collection[str]) -> Timing:
        """The same with some of its fields left open."""
        empty: dict[str, Any] = dict.fromkeys(names, ())
        return replace(self, **empty)

    def miscounted(self, days: int) -> dict[str, int]:
        """How many values each of those has that names another number of days, by field."""
        counts = {item.name: len(getattr(self, item.name) or ()) for item in fields(self) if item.name != "breaks"}
        return {name: count for name, count in counts.items() if count not in (0, days, int(name != "dates"))}

    def check_days(self, delivery: str, days: int) -> None:
        """Raise UsageError where an option names another number of days than the delivery has."""
        for name, count in self.miscounted(days).items():
            what = "dates" if name == "dates" else "values"
            option = _NAMES.get(name, name)
            has = count_of(days, "day")
            raise UsageError(f"--{option} names {count} {what}, {delivery} has {has}; name one a day")

    def adjust(self, delivery: Delivery) -> Delivery:
        """A declared delivery with what is fixed here; raises UsageError for another number of days."""
        self.check_days(delivery.id, delivery.days)
        update: dict[str, Any] = {"breaks": self.breaks} if self.breaks is not None else {}
        each: list[dict[str, Any]] = [{} for _ in range(delivery.days)]
        for name in _PER_DAY:
            values = getattr(self, name)
            if len(values) == 1:
                update[name] = values[0]
            for number, own in enumerate(each if values else ()):
                own[name] = values[number] if len(values) > 1 else None  # what is said of all days wins over one's own
        if len(self.lunch) == 1:
            update |= _lunch_of_all(delivery, self.lunch[0])
        for number, own in enumerate(each if self.lunch else ()):
            wish = self.lunch[number] if len(self.lunch) > 1 else None
            own |= (
                _lunch_of_one(delivery.of_day(number + 1), wish)
                if wish
                else _own_lunch(delivery, number, self.lunch[0])
            )
        if self.dates:
            update["dates"] = self.dates
        if any(value is not None for own in each for value in own.values()) or (any(each) and delivery.each_day):
            declared = delivery.each_day or (DayTimes(),) * delivery.days
            update["each_day"] = tuple(day.model_copy(update=own) for day, own in zip(declared, each, strict=True))
        return delivery.model_copy(update=update) if update else delivery

    def lunch_times(self) -> tuple[Clock | None, ...]:
        """When lunch is asked for: nothing, one time for all days, or one for each."""
        times = tuple(wish.at for wish in self.lunch)
        return times if any(times) else ()

    def regroups(self, delivery: Delivery) -> bool:
        """Whether a declared delivery needs other sittings: of another length, or for a lunch it has not."""
        if len(self.lunch) == 1:
            return bool(self.sitting) or (self.lunch[0].minutes is not None and delivery.lunch is None)
        new = any(_is_new(delivery, number, wish) for number, wish in enumerate(self.lunch, start=1))
        return bool(self.sitting) or new

    def wish(self, target: FreeLength, declared: tuple[Delivery, ...]) -> Wishes:
        """A free length with what is fixed here; the rest as the nearest declared delivery has it."""
        self.check_days(target.id, target.days)
        near = nearest_delivery(declared, target.minutes)
        one = {name: values[0] if len(values) == 1 else None for name in _PER_DAY for values in (getattr(self, name),)}
        lunch = self.lunch[0] if len(self.lunch) == 1 else LunchWish()
        return Wishes(
            target.days,
            target.minutes,
            one["start"] or near.start,
            one["sitting"] or near.sitting,
            near.break_minutes if one["break_minutes"] is None else one["break_minutes"],
            (self.breaks or near.breaks) == "inclusive",
            lunch.at,
            lunch.minutes,
            target.day_minutes,
            self._each_day(target.days, lunch),
            self.dates,
        )

    def _each_day(self, days: int, lunch: LunchWish) -> tuple[DayWish, ...]:
        """What single days of a free length have otherwise; empty when all are alike."""
        several = {name: getattr(self, name) for name in (*_PER_DAY, "lunch") if len(getattr(self, name)) > 1}
        if lunch.without:
            several["lunch"] = (lunch,) * days
        values: Sequence[dict[str, Any]] = [{name: each[day] for name, each in several.items()} for day in range(days)]
        return tuple(DayWish(**own) for own in values) if several else ()


def _lunch_of_all(delivery: Delivery, wish: LunchWish) -> dict[str, Any]:
    """The lunch of a delivery as it is asked for on all days; a time alone is for the plan to meet."""
    if wish.without:
        return {"lunch": None}
    lunch = delivery.lunch or Lunch()
    return {"lunch": lunch.model_copy(update={"minutes": wish.minutes})} if wish.minutes else {}


def _own_lunch(delivery: Delivery, number: int, wish: LunchWish) -> dict[str, Any]:
    """The lunch that a day has for itself, as it is asked for on all days."""
    own = delivery.each_day[number].lunch if delivery.each_day else None
    if wish.without:
        return {"lunch": None}
    return {"lunch": own.model_copy(update={"minutes": wish.minutes})} if own and wish.minutes else {}


def _lunch_of_one(day: Delivery, wish: LunchWish) -> dict[str, Any]:
    """The lunch of one day as it is asked for there; `day` is the delivery as that day has it."""
    if wish.without:
        return {"lunch": None, "no_lunch": True}
    lunch = day.lunch or Lunch()
    return {"lunch": lunch.model_copy(update={"minutes": wish.minutes or lunch.minutes}), "no_lunch": False}


def _is_new(delivery: Delivery, day: int, wish: LunchWish) -> bool:
    """Whether a day that is to have lunch has none so far."""
    return not wish.without and delivery.of_day(day).lunch is None
