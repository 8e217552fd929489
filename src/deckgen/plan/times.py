"""Times that no day can have: past midnight, lunch outside of the day. What is said here stands beside every plan."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.diagnostics import Report, Span
from deckgen.base.units import MIDNIGHT, Clock
from deckgen.plan.agenda import Day, Pause


def check_midnight(delivery: str, days: Sequence[Day], place: Span | None, report: Report) -> None:
    """A day ends at midnight at the latest; the one that runs longest beyond it is named."""
    longest = max(days, key=lambda day: day.end)
    if longest.end <= MIDNIGHT:
        return
    length = longest.end.minutes - longest.start.minutes
    latest = MIDNIGHT.minutes - length
    report.add(
        "DG315",
        f"{delivery}, day {longest.number} begins at {longest.start} and takes {length} minutes with its pauses: "
        "it runs past midnight",
        place,
        f"let it begin at {Clock(latest)} or earlier with `start:` or `--start`"
        if latest >= 0
        else "spread the hours over more days",
    )


def end_without_lunch(start: Clock, contact: int, sitting: int, break_minutes: int, *, inclusive: bool) -> Clock:
    """When a day of so many contact minutes is over if it has only the breaks its sittings need."""
    breaks = 0 if inclusive else break_minutes * (-(-contact // sitting) - 1)
    return start.later(contact + breaks)


def lunch_within(
    delivery: str, wanted: Clock | None, start: Clock, end: Clock, place: Span | None, report: Report
) -> Clock | None:
    """The time asked for lunch if it lies within the day; else the report says so."""
    if wanted is None or start < wanted < end:
        return wanted
    report.add(
        "DG316",
        f"{delivery}: lunch at {wanted} does not lie within the day, which runs from {start} to {end} without it",
        place,
        f"choose a time between {start} and {end} with `--lunch`, or leave it out",
    )
    return None


def check_lunch(delivery: str, days: Sequence[Day], asked: Sequence[Clock | None], report: Report) -> None:
    """Lunch comes at the time asked for on each day, or the nearest possible one is named."""
    for day, wanted in zip(days, asked, strict=True):
        lunch = lunch_of(day)
        if wanted is not None and lunch is not None and lunch.start != wanted:
            report.add(
                "DG310",
                f"{delivery}, day {day.number}: lunch begins at {lunch.start}, {wanted} was asked for",
                None,
                "this is the nearest end of a sitting; another `--sitting` or `--start` moves it",
            )


def lunch_of(day: Day) -> Pause | None:
    """The lunch of a day, if it has one."""
    pauses = (sitting.pause for sitting in day.sittings)
    return next((pause for pause in pauses if pause is not None and pause.kind == "lunch"), None)
