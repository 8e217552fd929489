"""What the room and the client fix about the days of a delivery, declared or free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.base.units import Clock
from deckgen.model.course import DayTimes, Delivery, Lunch
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.usage import UsageError
from deckgen.plan.grid import Wishes, nearest_delivery


@dataclass(frozen=True, slots=True)
class Timing:
    """What the room and the client fix about the days; None leaves it as declared. Lengths in minutes."""

    breaks: Literal["exclusive", "inclusive"] | None = None
    start: Clock | None = None
    lunch_at: Clock | None = None
    lunch_minutes: int | None = None
    break_minutes: int | None = None
    sitting: int | None = None
    starts: tuple[Clock, ...] = ()  # of each day, in place of `start`

    def adjust(self, delivery: Delivery) -> Delivery:
        """A declared delivery with what is fixed here; raises UsageError for another number of days."""
        self._check_days(delivery.id, delivery.days)
        named = {
            "breaks": self.breaks,
            "start": self.start,
            "break_minutes": self.break_minutes,
            "sitting": self.sitting,
        }
        update: dict[str, object] = {key: value for key, value in named.items() if value is not None}
        if self.lunch_minutes is not None:
            lunch = delivery.lunch or Lunch()
            update["lunch"] = lunch.model_copy(update={"minutes": self.lunch_minutes})
        if self.starts or (update and delivery.each_day):
            each = delivery.each_day or (DayTimes(),) * delivery.days
            update["each_day"] = tuple(self._adjust_day(day, number) for number, day in enumerate(each))
        return delivery.model_copy(update=update) if update else delivery

    def _adjust_day(self, day: DayTimes, number: int) -> DayTimes:
        """A day without what is fixed for all days, or with its own start."""
        update: dict[str, object] = {}
        if self.start is not None or self.starts:
            update["start"] = self.starts[number] if self.starts else None
        for name in ("break_minutes", "sitting"):
            if getattr(self, name) is not None:
                update[name] = None
        if self.lunch_minutes is not None and day.lunch is not None:
            update["lunch"] = day.lunch.model_copy(update={"minutes": self.lunch_minutes})
        return day.model_copy(update=update)

    def _check_days(self, delivery: str, days: int) -> None:
        if self.starts and len(self.starts) != days:
            count = f"{days} day{'s' if days > 1 else ''}"
            raise UsageError(f"--start names {len(self.starts)} times, {delivery} has {count}; name one a day")

    def regroups(self, delivery: Delivery) -> bool:
        """Whether a declared delivery needs other sittings: of another length, or for a lunch it has not."""
        return self.sitting is not None or (self.lunch_minutes is not None and delivery.lunch is None)

    def wish(self, target: FreeLength, declared: tuple[Delivery, ...]) -> Wishes:
        """A free length with what is fixed here; the rest as the nearest declared delivery has it."""
        self._check_days(target.id, target.days)
        near = nearest_delivery(declared, target.minutes)
        return Wishes(
            target.days,
            target.minutes,
            near.start if self.start is None else self.start,
            near.sitting if self.sitting is None else self.sitting,
            near.break_minutes if self.break_minutes is None else self.break_minutes,
            (self.breaks or near.breaks) == "inclusive",
            self.lunch_at,
            self.lunch_minutes,
            target.day_minutes,
            self.starts,
        )
