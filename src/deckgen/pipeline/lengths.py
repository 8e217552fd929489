"""Lengths that no delivery declares, and their names: `9-hours`, `90-min`, `18-hours-3-days`, `170-125-min`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

HOURS_A_DAY = 7  # contact hours; a longer length takes another day
LEAST_MINUTES, MOST_MINUTES = 15, 4800  # of a length
MOST_DAYS = 100
_DAYS_NAME = re.compile(r"\d{1,4}(?:-\d{1,4}){1,99}-min\Z", re.ASCII)
_NAME = re.compile(r"(?:(\d{1,4}(?:\.\d{1,2})?)-hours|(\d{1,4})-min)(?:-(\d{1,3})-days?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class FreeLength:
    """A length nobody declared; contact minutes of all days together."""

    id: str
    minutes: int
    days: int
    day_minutes: tuple[int, ...] = ()  # of days of different length


def name_days(day_minutes: tuple[int, ...]) -> FreeLength:
    """The length of days of so many contact minutes each."""
    name = "-".join(map(str, day_minutes))
    return FreeLength(f"{name}-min", sum(day_minutes), len(day_minutes), day_minutes)


def name_length(minutes: int, days: int | None, *, by_minutes: bool) -> FreeLength:
    """The length with its id; the days that were asked for are part of it, else they follow from the minutes."""
    name = f"{minutes}-min" if by_minutes or minutes % 15 else f"{minutes / 60:g}-hours"
    if days is not None:
        name += f"-{days}-day" if days == 1 else f"-{days}-days"
    return FreeLength(name, minutes, math.ceil(minutes / (60 * HOURS_A_DAY)) if days is None else days)


def read_length(name: str, days: int | None) -> FreeLength | None:
    """The length that such an id names, if it is one, within the limits, and the days agree."""
    if _DAYS_NAME.match(name):
        apart = name_days(tuple(int(part) for part in name.removesuffix("-min").split("-")))
        fits = min(apart.day_minutes) >= LEAST_MINUTES and apart.minutes <= MOST_MINUTES and apart.days <= MOST_DAYS
        return apart if fits and days in (None, apart.days) else None
    parts = _NAME.match(name)
    if parts is None:
        return None
    hours, number, its_days = parts.groups()
    minutes = int(number) if number else round(float(hours) * 60)
    length = name_length(minutes, int(its_days) if its_days else None, by_minutes=bool(number))
    in_limits = LEAST_MINUTES <= minutes <= MOST_MINUTES and 1 <= length.days <= MOST_DAYS
    return length if in_limits and days in (None, length.days) else None
