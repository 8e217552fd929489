"""A delivery: how long a course is given, on which days, by which clock."""

from __future__ import annotations

import math
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from deckgen.base.units import whole_minutes
from deckgen.model.base import Strict
from deckgen.model.fields import DayDates, Id, Text, TimeOfDay

LUNCH_FROM = 240  # contact minutes of a day; of days of different length the longer ones have lunch

Sitting = Annotated[int, Field(ge=15, le=480)]
BreakMinutes = Annotated[int, Field(ge=1, le=60)]


class Lunch(Strict):
    """Lunch follows the sitting number `after` and takes `minutes`."""

    after: Annotated[int, Field(ge=1, le=8)] = 2
    minutes: Annotated[int, Field(ge=1, le=180)] = 60


class DayTimes(Strict):
    """What one day of a delivery has otherwise than the delivery says; lengths in minutes."""

    start: TimeOfDay | None = None
    sitting: Sitting | None = None
    break_minutes: BreakMinutes | None = None
    lunch: Lunch | None = None
    no_lunch: bool = False  # this day has none, whatever the delivery says


class Delivery(Strict):
    """A length in which the course is given. All lengths in minutes unless said otherwise."""

    id: Id
    like: Id | None = None  # another delivery, whose values this one takes where it has none of its own
    title: Text  # what the length is called; left out, it is said in figures
    days: Annotated[int, Field(ge=1, le=100)]  # may be left out beside `day_minutes`
    hours: Annotated[float, Field(gt=0, le=1000)]  # contact hours of the whole delivery; left out beside `day_minutes`
    day_minutes: Annotated[tuple[Annotated[int, Field(ge=15, le=1440)], ...], Field(max_length=100)] = ()
    breaks: Literal["exclusive", "inclusive"] = "exclusive"
    start: TimeOfDay
    sitting: Sitting = 90
    break_minutes: BreakMinutes = 15
    lunch: Lunch | None = None
    each_day: Annotated[tuple[DayTimes, ...], Field(max_length=100)] = ()  # what differs, one record a day
    dates: DayDates = ()  # of the days, ISO 8601; shown on agenda and run sheet

    @field_validator("days", "hours", "sitting", "break_minutes", mode="before")
    @classmethod
    def _is_no_switch(cls, value: Any) -> Any:
        if isinstance(value, bool):
            raise ValueError(f"a number is expected here, found {str(value).lower()}")
        return value

    @field_validator("hours")
    @classmethod
    def _is_whole_minutes(cls, value: float) -> float:
        if whole_minutes(value) is None:
            minutes = value * 60
            near = " or ".join(f"{whole / 60:.4g}" for whole in (math.floor(minutes), math.ceil(minutes)) if whole)
            raise ValueError(f"{value:g} hours are {minutes:g} minutes; whole minutes are wanted, for example {near}")
        return value

    @model_validator(mode="after")
    def _agrees(self) -> Delivery:
        """Days and minutes that are said twice agree."""
        for name in ("day_minutes", "each_day", "dates"):
            count = len(getattr(self, name))
            if count and count != self.days:
                raise ValueError(f"{name} names {count} days, days says {self.days}")
        if self.day_minutes and sum(self.day_minutes) != self.minutes:
            raise ValueError(f"day_minutes come to {sum(self.day_minutes)} minutes, hours to {self.minutes}")
        return self

    @property
    def minutes(self) -> int:
        """Contact minutes of the whole delivery."""
        return round(self.hours * 60)

    @property
    def lengths(self) -> tuple[int, ...]:
        """Contact minutes of every day; a rest that days cannot share evenly is left out."""
        return self.day_minutes or (self.minutes // self.days,) * self.days

    def of_day(self, number: int) -> Delivery:
        """The delivery as its day `number`, from 1, alone has it: minutes, start, sittings, breaks and lunch."""
        minutes = self.lengths[number - 1]
        own = self.each_day[number - 1] if self.each_day else DayTimes()
        usual = None if self.day_minutes and minutes <= LUNCH_FROM else self.lunch
        return self.model_copy(
            update={
                "days": 1,
                "hours": minutes / 60,
                "day_minutes": (),
                "start": self.start if own.start is None else own.start,
                "sitting": own.sitting or self.sitting,
                "break_minutes": own.break_minutes or self.break_minutes,
                "lunch": None if own.no_lunch else own.lunch or usual,
                "each_day": (),
                "dates": self.dates[number - 1 : number],
            }
        )
