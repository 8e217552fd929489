"""Options that several commands share, and how they become a request."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from deckgen.base.units import Clock
from deckgen.pipeline.build import Request
from deckgen.pipeline.stages import Timing

Command = TypeVar("Command", bound=Callable[..., Any])
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)\Z")


class ClockTime(click.ParamType):
    """A time of day, hh:mm."""

    name = "hh:mm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Clock:
        """The time; anything else is a mistake of usage."""
        if isinstance(value, Clock):
            return value
        found = _CLOCK.match(str(value).strip())
        if found is None:
            self.fail(f"{value} is no time of day; write hh:mm, for example 09:00", param, ctx)
        return Clock(int(found[1]) * 60 + int(found[2]))


class LunchTime(ClockTime):
    """Start and length of lunch: `11:40/60`, `11:40` or `/45`."""

    name = "hh:mm/min"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Start and minutes, either of them None when it is not named."""
        if isinstance(value, tuple):
            return value
        start, _, minutes = str(value).partition("/")
        if minutes and not (minutes.strip().isdigit() and 0 < int(minutes) <= 180):
            self.fail(f"lunch takes 1 to 180 minutes, not {minutes}", param, ctx)
        return (super().convert(start, param, ctx) if start else None, int(minutes) if minutes else None)


def delivery_options(command: Command) -> Command:
    """COURSE arguments and the options that choose a delivery."""
    for decorate in reversed(
        (
            click.argument("courses", nargs=-1, metavar="[COURSE]..."),
            click.option("--days", type=click.IntRange(1, 10), help="The delivery of so many days."),
            click.option(
                "--hours", type=click.FloatRange(0.25, 80), help="So many contact hours; any length, declared or not."
            ),
            click.option("--minutes", type=click.IntRange(15, 4800), help="So many contact minutes."),
            click.option("--delivery", metavar="ID", help="The delivery of this id."),
            click.option(
                "--breaks",
                type=click.Choice(["exclusive", "inclusive"]),
                help="Whether breaks count as contact time (default: as the delivery says).",
            ),
            click.option("--start", type=ClockTime(), help="When each day begins."),
            click.option(
                "--lunch", type=LunchTime(), help="When lunch begins, and how many minutes it takes: 11:40/60."
            ),
            click.option("--break", "break_minutes", type=click.IntRange(0, 60), help="Minutes of a break."),
            click.option(
                "--sitting", type=click.IntRange(15, 240), help="Longest stretch without a pause, in minutes."
            ),
            click.option("--set", "values", multiple=True, metavar="KEY=VALUE", help="Set a variable of the course."),
            click.option("--strict", is_flag=True, help="Warnings fail, too."),
        )
    ):
        command = decorate(command)
    return command


def make_request(
    courses: tuple[str, ...],
    days: int | None,
    hours: float | None,
    minutes: int | None,
    delivery: str | None,
    breaks: Any,
    start: Clock | None,
    lunch: tuple[Clock | None, int | None] | None,
    break_minutes: int | None,
    sitting: int | None,
    values: tuple[str, ...],
    strict: bool,
    **others: Any,
) -> Request:
    """The request that the options describe; raises UsageError for a variable without `=`."""
    lunch_at, lunch_minutes = lunch or (None, None)
    return Request(
        courses=courses,
        delivery=delivery,
        days=days,
        hours=hours,
        minutes=minutes,
        timing=Timing(breaks, start, lunch_at, lunch_minutes, break_minutes, sitting),
        values=split_values(values),
        strict=strict,
        **others,
    )


def split_values(values: tuple[str, ...]) -> dict[str, str]:
    """KEY=VALUE pairs as a mapping."""
    made = {}
    for pair in values:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise click.UsageError(f"--set takes KEY=VALUE, not {pair!r}")
        made[key.strip()] = value
    return made


def split_kinds(only: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """The artefacts named by --only, in the usual order."""
    if only is None:
        return known
    named = [part.strip() for part in only.split(",") if part.strip()]
    unknown = [part for part in named if part not in known]
    if unknown or not named:
        raise click.UsageError(f"--only takes {', '.join(known)}; not {', '.join(unknown) or 'nothing'}")
    return tuple(kind for kind in known if kind in named)


def relative(path: Path) -> str:
    """A path as short as it can be said from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
