"""Options that several commands share, and how they become a request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from deckgen.pipeline.build import Request

Command = TypeVar("Command", bound=Callable[..., Any])


def delivery_options(command: Command) -> Command:
    """COURSE arguments and the options that choose a delivery."""
    for decorate in reversed(
        (
            click.argument("courses", nargs=-1, metavar="[COURSE]..."),
            click.option("--days", type=click.IntRange(1, 10), help="The delivery of so many days."),
            click.option("--hours", type=click.FloatRange(0.25, 80), help="The delivery of so many contact hours."),
            click.option("--delivery", metavar="ID", help="The delivery of this id."),
            click.option(
                "--breaks",
                type=click.Choice(["exclusive", "inclusive"]),
                help="Whether breaks count as contact time (default: as the delivery says).",
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
    delivery: str | None,
    breaks: Any,
    values: tuple[str, ...],
    strict: bool,
    **others: Any,
) -> Request:
    """The request that the options describe; raises UsageError for a variable without `=`."""
    return Request(
        courses=courses,
        delivery=delivery,
        days=days,
        hours=hours,
        breaks=breaks,
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
