"""Options that take a number, a time of day or a date; what is none of them is told what to write.

Only ASCII digits count, as in a course.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import TypeVar

import click

from deckgen.base.units import MOST_LUNCH, Clock, LunchWish, read_clock, read_lunch, whole_minutes

Value = TypeVar("Value")
_WHOLE = re.compile(r"[+-]?\d{1,18}\Z", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
YEARS = (1900, 2199)  # of a calendar
HOURS = (0.25, 80.0)  # of a delivery


def whole(rule: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two bounds; `rule` says them in a sentence."""

    def read(value: str) -> int:
        text = str(value).strip()
        if not _WHOLE.match(text) or not least <= int(text) <= most:
            raise click.BadParameter(f"{rule}, not {_said(text)}; write a whole number")
        return int(text)

    return read


def contact_hours(value: str) -> float:
    """Hours that come to whole minutes; anything else is a mistake of usage."""
    text = str(value).strip()
    least, most = HOURS
    if not _DECIMAL.match(text) or not least <= float(text) <= most:
        rule = f"a delivery takes {least:g} to {most:g} hours, not {_said(text)}"
        raise click.BadParameter(f"{rule}; write a number such as 9 or 4.5")
    minutes = float(text) * 60
    if whole_minutes(float(text)) is None:
        raise click.BadParameter(f"{text} hours are {minutes:g} minutes; name whole ones: --minutes {minutes:.0f}")
    return float(text)


def clock_time(value: str | Clock) -> Clock:
    """A time of day from hh:mm; anything else is a mistake of usage."""
    if isinstance(value, Clock):
        return value
    clock = read_clock(value)
    if clock is None:
        raise click.BadParameter(
            f"{_said(value)} is no time of day; write hh:mm from 00:00 to 23:59, for example 09:00"
        )
    return clock


def minutes_of_days(value: str | tuple[int, ...]) -> tuple[int, ...]:
    """Minutes of each day from 170,125."""
    if isinstance(value, tuple):
        return value
    parts = [part.strip() for part in value.split(",")]
    if not all(_WHOLE.match(part) and 15 <= int(part) <= 24 * 60 for part in parts) or sum(map(int, parts)) > 4800:
        raise click.BadParameter(
            f"days take 15 to 1440 minutes each and 4800 together, not {_said(value)}; write 170,125: one number a day"
        )
    return tuple(map(int, parts))


def each_of(read: Callable[[str], Value]) -> Callable[[str | tuple[Value, ...]], tuple[Value, ...]]:
    """Reads one value for all days, or several with commas: one a day."""

    def read_all(value: str | tuple[Value, ...]) -> tuple[Value, ...]:
        return value if isinstance(value, tuple) else tuple(read(part) for part in value.split(","))

    return read_all


def lunch_time(value: str | LunchWish) -> LunchWish:
    """Lunch from `11:40/60`, `11:40`, `/45` or `none`; anything else is a mistake of usage."""
    if isinstance(value, LunchWish):
        return value
    wish = read_lunch(value)
    if wish is None:
        start, slash, minutes = value.strip().partition("/")
        if start or not slash:
            clock_time(start)
        rule = f"lunch takes 1 to {MOST_LUNCH} minutes, not {_said(minutes)}"
        raise click.BadParameter(f"{rule}; write 11:40/60, /60 or none")
    return wish


def dates_of_days(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Dates of the days, rising, from 2026-01-15,2026-01-22."""
    if isinstance(value, tuple):
        return value
    days = [calendar_day(part) for part in value.split(",")]
    for one, following in pairwise(days):
        if following <= one:
            raise click.BadParameter(f"days come one after another: {following} does not come after {one}")
    return tuple(day.isoformat() for day in days)


def calendar_day(value: str | date) -> date:
    """A date from YYYY-MM-DD; anything else is a mistake of usage."""
    if isinstance(value, date):
        return value
    text = value.strip()
    try:
        day = date.fromisoformat(text) if _DATE.match(text) else None
    except ValueError:
        day = None
    if day is None or not YEARS[0] <= day.year <= YEARS[1]:
        what = f"{_said(text)} is no date of the years {YEARS[0]} to {YEARS[1]}"
        raise click.BadParameter(f"{what}; write YYYY-MM-DD, for example 2026-01-15")
    return day


def _said(text: str) -> str:
    """What was given, as long as it can be read at a glance."""
    return text.strip()[:40] or "nothing"
