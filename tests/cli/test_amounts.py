"""Numbers, times and dates of options: what is none of them, or out of bounds, is told what to write."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from deckgen.base.units import Clock
from deckgen.cli.amounts import calendar_day, clock_time, contact_hours, lunch_time, whole
from deckgen.cli.main import EXIT_USAGE, cli

CASES = Path(__file__).resolve().parents[1] / "cases"
BREAK = whole("a break takes 1 to 60 minutes", 1, 60)


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("9:05", 545), (" 09:05 ", 545), ("23:59", 1439)])
def test_times_of_day(text: str, minutes: int) -> None:
    assert clock_time(text) == Clock(minutes)


@pytest.mark.parametrize(
    "text", ["24:00", "9", "09:60", "-1:00", "09：00", "９:00", "", " ", "noon", "09:00:00", "9:5"]
)
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(click.BadParameter, match=r"is no time of day; write hh:mm from 00:00 to 23:59"):
        clock_time(text)


@pytest.mark.parametrize(
    ("text", "lunch"),
    [("11:40/60", (Clock(700), 60)), ("11:40", (Clock(700), None)), ("/45", (None, 45)), ("/ 180", (None, 180))],
)
def test_lunches(text: str, lunch: object) -> None:
    assert lunch_time(text)[:2] == lunch


@pytest.mark.parametrize(
    "text", ["", "/", "11:40/", "11:40/0", "11:40/181", "/-5", "/x", "/６0", "/²", "25:00", "1/2/3"]
)
def test_what_is_no_lunch(text: str) -> None:
    with pytest.raises(click.BadParameter, match="write"):
        lunch_time(text)


@pytest.mark.parametrize("text", ["0", "61", "-1", "1.0", "1e1", "", "x", "６", "²", "9" * 400, "nan"])
def test_what_is_no_whole_number_between_the_bounds(text: str) -> None:
    with pytest.raises(click.BadParameter, match=r"a break takes 1 to 60 minutes, not .*; write a whole number"):
        BREAK(text)
    assert (BREAK("1"), BREAK(" 60 ")) == (1, 60)


@pytest.mark.parametrize(("text", "hours"), [("9", 9.0), ("4.5", 4.5), ("1.33", 1.33), ("0.25", 0.25), ("80", 80.0)])
def test_hours(text: str, hours: float) -> None:
    assert contact_hours(text) == hours


@pytest.mark.parametrize(
    "text", ["0", "0.24", "81", "-2", "nan", "inf", "-inf", "1e9", "x", "", "9,5", "９", "6.01", "1" * 400]
)
def test_what_are_no_hours(text: str) -> None:
    with pytest.raises(click.BadParameter, match=r"write a number such as 9|name whole ones: --minutes 361"):
        contact_hours(text)


@pytest.mark.parametrize(
    "text",
    ["soon", "", "2026-13-01", "2026-02-30", "20260115", "2026-W01-1", "0001-01-01", "9999-12-31", "２026-01-15"],
)
def test_what_is_no_date_of_a_calendar(text: str) -> None:
    with pytest.raises(click.BadParameter, match="write YYYY-MM-DD"):
        calendar_day(text)
    assert calendar_day("2026-01-15") == date(2026, 1, 15)


def plan(*words: str) -> Result:
    return CliRunner().invoke(cli, ["plan", str(CASES / "shift-handover"), *words])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--hours", "nan"), "a delivery takes 0.25 to 80 hours, not nan"),
        (("--days", "0"), "a delivery has 1 to 100 days, not 0"),
        (("--minutes", "14"), "a delivery takes 15 to 4800 minutes, not 14"),
        (("--break", "0"), "a break takes 1 to 60 minutes"),
        (("--sitting", "241"), "a sitting takes 15 to 240 minutes, not 241"),
        (("--start", "24:00"), "24:00 is no time of day"),
        (("--lunch", ""), "nothing is no time of day"),
        (("--late", "0", "--at", "10:00"), "a room is 1 to 240 minutes late, not 0"),
        (("--late", "5"), "--late and --at go together"),
        (("--day", "2"), "--day goes with --late"),
        (("--on", "2026-01-15"), "--on goes with --ics"),
        (("--csv", "--on", "2026-01-15"), "--on goes with --ics"),
        (("--json", "--csv"), "--json and --csv do not go together"),
        (("--trace", "--svg"), "--trace and --svg do not go together"),
        (("--delivery", ""), "no delivery for --delivery ''"),
    ],
)
def test_options_say_what_they_take(words: tuple[str, ...], says: str) -> None:
    result = plan(*words)
    assert result.exit_code == EXIT_USAGE, result.output
    assert says in result.stderr
    assert result.stdout == ""
