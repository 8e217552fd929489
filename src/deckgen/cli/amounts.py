"""Options that take a number, a time of day or a date; what is none of them is told what to write.

Only ASCII digits count, as in a course.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import click

from deckgen.base.units import Clock, whole_minutes

_WHOLE = re.compile(r"[+-]?\d{1,18}\Z", re.ASCII)
_DECIMAL = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?\Z", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
YEARS = (1900, 2199)  # of a calendar
LUNCH_MINUTES = (1, 180)
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
    parts = _CLOCK.match(value.strip())
    if parts is None:
        raise click.BadParameter(
            f"{_said(value)} is no time of day; write hh:mm from 00:00 to 23:59, for example 09:00"
        )
    return Clock(int(parts[1]) * 60 + int(parts[2]))


def clock_times(value: str | tuple[Clock, ...]) -> tuple[Clock, ...]:
    """Times of day from hh:mm, or several with commas: one a day."""
    if isinstance(value, tuple):
        return value
    return tuple(clock_time(part) for part in value.split(","))


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


def lunch_time(value: str) -> tuple[Clock | None, int | None]:
    """Start and minutes of lunch from `11:40/60`, `11:40` or `/45`; None for what is not named."""
    start, slash, minutes = value.strip().partition("/")
    least, most = LUNCH_MINUTES
    if slash and not (_WHOLE.match(minutes.strip()) and least <= int(minutes) <= most):
        raise click.BadParameter(f"lunch takes {least} to {most} minutes, not {_said(minutes)}; write 11:40/60 or /60")
    return (clock_time(start) if start or not slash else None, int(minutes) if slash else None)


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
