"""Minutes, clock times and frames in points."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

POINTS_PER_INCH = 72.0
POINTS_PER_CM = 72.0 / 2.54
_ROUNDED_OFF = 0.25  # minutes by which hours of two decimals miss whole minutes: 1.33 hours are meant as 80


def whole_minutes(hours: float) -> int | None:
    """The minutes that so many hours are meant as; None when they end inside a minute, or with none."""
    minutes = hours * 60
    if not math.isfinite(minutes) or abs(minutes - round(minutes)) > _ROUNDED_OFF:
        return None
    return round(minutes) or None


class Frame(NamedTuple):
    """A rectangle in points, from the top left corner of its slide, page or drawing."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, left: float, top: float, right: float, bottom: float) -> Frame:
        """The frame without its margins."""
        return Frame(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)


@dataclass(frozen=True, slots=True, order=True)
class Clock:
    """A time of day in whole minutes after midnight."""

    minutes: int

    def __str__(self) -> str:
        return f"{self.minutes // 60:02d}:{self.minutes % 60:02d}"

    def later(self, minutes: int) -> Clock:
        """The time so many minutes later."""
        return Clock(self.minutes + minutes)


MIDNIGHT = Clock(24 * 60)
"""The end of a day."""


@dataclass(frozen=True, slots=True)
class Split:
    """Minutes of one stretch: the trainer talks, the participants act, the group debriefs."""

    talk: int = 0
    activity: int = 0
    debrief: int = 0

    @property
    def total(self) -> int:
        """All minutes of the stretch."""
        return self.talk + self.activity + self.debrief

    def __add__(self, other: Split) -> Split:
        return Split(
            self.talk + other.talk,
            self.activity + other.activity,
            self.debrief + other.debrief,
        )

    def __str__(self) -> str:
        return f"{self.talk}/{self.activity}/{self.debrief}"
