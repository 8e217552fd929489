"""Minutes, clock times and frames in points."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

POINTS_PER_CM = 72.0 / 2.54
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z", re.ASCII)
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

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Frame:
        """The smallest frame around points."""
        across, down = zip(*points, strict=True)
        left, top = min(across), min(down)
        return cls(left, top, max(across) - left, max(down) - top)


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances in points from the edges of a page to its text, its header and its footer."""

    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


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


def read_clock(text: str) -> Clock | None:
    """The time of day that ``hh:mm`` says; None for what is written otherwise."""
    match = _CLOCK.match(text.strip())
    return Clock(int(match[1]) * 60 + int(match[2])) if match else None


class LunchWish(NamedTuple):
    """What is asked of the lunch of a day: when it begins, how many minutes it takes, or that there is none."""

    at: Clock | None = None
    minutes: int | None = None
    without: bool = False


MOST_LUNCH = 180  # minutes


def read_lunch(text: str) -> LunchWish | None:
    """A lunch from ``11:40/60``, ``11:40``, ``/45`` or ``none``; None for what is written otherwise."""
    if text.strip() == "none":
        return LunchWish(without=True)
    start, slash, length = (part.strip() for part in text.partition("/"))
    minutes = int(length) if re.fullmatch(r"\d{1,3}", length, re.ASCII) else None
    if slash and (minutes is None or not 1 <= minutes <= MOST_LUNCH):
        return None
    at = read_clock(start)
    return LunchWish(at, minutes) if at or (slash and not start) else None


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
