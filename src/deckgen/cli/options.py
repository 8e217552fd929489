"""Options that several commands share, and how they become a request."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from deckgen.base.names import unseen_in
from deckgen.base.suggest import nearest, shorten
from deckgen.base.units import Clock, LunchWish
from deckgen.cli.amounts import (
    clock_time,
    contact_hours,
    dates_of_days,
    each_of,
    lunch_time,
    minutes_of_days,
    whole,
)
from deckgen.pipeline.deliverables import FOLDERS, NAMES, read_names
from deckgen.pipeline.lengths import LEAST_MINUTES, MOST_DAYS, MOST_MINUTES

if TYPE_CHECKING:
    from deckgen.pipeline.build import Request

Command = TypeVar("Command", bound=Callable[..., Any])
DAYS = whole("a delivery has 1 to 100 days", 1, MOST_DAYS)
MINUTES = whole(f"a delivery takes {LEAST_MINUTES} to {MOST_MINUTES} minutes", LEAST_MINUTES, MOST_MINUTES)
BREAK = whole("a break takes 1 to 60 minutes (for fewer breaks allow a longer --sitting)", 1, 60)
SITTING = whole("a sitting takes 15 to 240 minutes", 15, 240)


def delivery_options(command: Command) -> Command:
    """COURSE arguments and the options that choose a delivery."""
    for decorate in reversed(
        (
            click.argument("courses", nargs=-1, metavar="[COURSE]..."),
            click.option("--days", type=DAYS, metavar="N", help="The delivery of so many days."),
            click.option(
                "--hours", type=contact_hours, metavar="H", help="So many contact hours; any length, declared or not."
            ),
            click.option("--minutes", type=MINUTES, metavar="N", help="So many contact minutes."),
            click.option(
                "--day-minutes", type=minutes_of_days, metavar="N,N", help="Contact minutes of each day: 170,125."
            ),
            click.option("--delivery", metavar="ID", help="The delivery of this id."),
            click.option(
                "--breaks",
                type=click.Choice(["exclusive", "inclusive"]),
                help="Whether breaks count as contact time (default: as the delivery says).",
            ),
            click.option(
                "--start",
                type=each_of(clock_time),
                metavar="hh:mm",
                help="When the days begin; 18:30,09:00 says it day by day, as for the next three.",
            ),
            click.option(
                "--lunch",
                type=each_of(lunch_time),
                metavar="hh:mm/min",
                help="Start and minutes of lunch: 11:40/60, /45, or none.",
            ),
            click.option("--break", "break_minutes", type=each_of(BREAK), metavar="N", help="Minutes of a break."),
            click.option(
                "--sitting", type=each_of(SITTING), metavar="N", help="Longest stretch without a pause, in minutes."
            ),
            click.option(
                "--dates", type=dates_of_days, metavar="DATE,DATE", help="Dates of the days: 2026-03-05,2026-03-12."
            ),
            click.option(
                "--set",
                "values",
                multiple=True,
                metavar="KEY=VALUE",
                help="A variable, or client, date, title, version, room, class_size (18 or 12-18).",
            ),
            click.option(
                "--profile",
                default="",
                metavar="NAME",
                help="What profiles/NAME.yaml sets, in the course's folder or beside curriculum/; options win.",
            ),
            click.option(
                "--trainer",
                default="",
                metavar="NAME",
                help="Private notes of notes/NAME.yaml, looked up likewise, for guide and notes of the deck.",
            ),
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
    day_minutes: tuple[int, ...] | None,
    delivery: str | None,
    breaks: Any,
    start: tuple[Clock, ...] | None,
    lunch: tuple[LunchWish, ...] | None,
    break_minutes: tuple[int, ...] | None,
    sitting: tuple[int, ...] | None,
    dates: tuple[str, ...] | None,
    values: tuple[str, ...],
    profile: str,
    trainer: str,
    strict: bool,
    **others: Any,
) -> Request:
    """The request that the options describe; raises UsageError for a variable without `=`."""
    from deckgen.pipeline.build import Request  # help needs no engine
    from deckgen.pipeline.timing import Timing

    return Request(
        courses=courses,
        delivery=delivery,
        days=days,
        hours=hours,
        minutes=minutes,
        day_minutes=day_minutes or (),
        timing=Timing(breaks, start or (), lunch or (), break_minutes or (), sitting or (), dates or ()),
        values=split_values(values),
        profile=profile,
        trainer=trainer,
        strict=strict,
        **others,
    )


def split_values(values: tuple[str, ...]) -> dict[str, str]:
    """KEY=VALUE pairs as a mapping."""
    pairs: dict[str, str] = {}
    for pair in values:
        key, equals, value = (part.strip() for part in _as_text(pair).partition("="))
        if not equals or not key:
            raise click.UsageError(f"--set takes KEY=VALUE, not {shorten(pair)}")
        if key in pairs:
            raise click.UsageError(f"--set {key} stands twice; write it once")
        unseen = unseen_in(value)
        if unseen:
            what = (
                "bytes that are no text" if "\ud800" <= unseen <= "\udfff" else f"U+{ord(unseen):04X}, an unseen mark"
            )
            raise click.UsageError(f"--set {key}: the value has {what}; type it anew")
        pairs[key] = value
    return pairs


def _as_text(argument: str) -> str:
    """An argument as text where the locale could not read its bytes but UTF-8 can."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def split_kinds(only: str | None) -> tuple[str, ...]:
    """The deliverables named by --only, in their usual order; all of them when it is left out."""
    if only is None:
        return NAMES
    named = tuple(part.strip() for part in only.split(",") if part.strip())
    unknown = [part for part in named if part not in (*NAMES, *FOLDERS)]
    if unknown or not named:
        near = nearest(unknown[0], NAMES) if unknown else None
        told = f"did you mean {near}?" if near else f"it takes {', '.join((*FOLDERS, *NAMES))}"
        raise click.UsageError(f"--only: there is no {', '.join(map(shorten, unknown)) or 'name'}; {told}")
    return read_names(named)


def relative(path: Path) -> Path:
    """A path as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except (ValueError, OSError, RuntimeError):
        return path


def folder_named(context: click.Context, option: click.Parameter, value: str) -> Path:
    """The folder of an option or argument; an empty name, be it from a variable of the shell, names none."""
    if not value:
        raise click.BadParameter("the name of a folder is empty; write . for the one you are in")
    return Path(value)
