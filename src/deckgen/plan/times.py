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


def check_lunch(delivery: str, days: Sequence[Day], wanted: Clock | None, place: Span | None, report: Report) -> None:
    """Lunch that was asked for at a time comes within the day (an error), and then (a warning)."""
    if wanted is None:
        return
    for day in days:
        if not day.start < wanted < day.end:
            report_lunch_outside(delivery, day.start, day.end, wanted, place, report)
            return
        lunch = lunch_of(day)
        if lunch is not None and lunch.start != wanted:
            report.add(
                "DG310",
                f"{delivery}, day {day.number}: lunch begins at {lunch.start}, {wanted} was asked for",
                None,
                "this is the nearest end of a sitting; another `--sitting` or `--start` moves it",
            )


def report_lunch_outside(
    delivery: str, start: Clock, end: Clock, wanted: Clock, place: Span | None, report: Report
) -> None:
    """Lunch was asked for at a time before the day begins or after it is over."""
    report.add(
        "DG316",
        f"{delivery}: lunch at {wanted} does not lie within the day, which runs from {start} to {end}",
        place,
        f"choose a time between {start} and {end} with `--lunch`, or leave it out",
    )


def lunch_of(day: Day) -> Pause | None:
    """The lunch of a day, if it has one."""
    pauses = (sitting.pause for sitting in day.sittings)
    return next((pause for pause in pauses if pause is not None and pause.kind == "lunch"), None)
