"""Days of different length and their starts from the command line: what is read, what is refused, what wins."""

from __future__ import annotations

import click
import pytest

from deckgen.base.units import Clock, LunchWish
from deckgen.cli.amounts import clock_time, dates_of_days, each_of, lunch_time, minutes_of_days
from deckgen.model.course import Delivery
from deckgen.pipeline.lengths import FreeLength, read_length
from deckgen.pipeline.timing import Timing
from deckgen.pipeline.usage import UsageError

DAYS = Delivery.model_validate(
    {
        "id": "d", "title": "D", "days": 2, "hours": 5, "day_minutes": [120, 180], "start": "09:00", "sitting": 60,
        "each_day": [{"start": "18:30", "sitting": 30}, {"lunch": {"after": 1, "minutes": 45}}],
    }
)  # fmt: skip


def test_several_days_are_read() -> None:
    assert each_of(clock_time)("18:30,09:00") == (Clock(1110), Clock(540))
    assert each_of(lunch_time)("12:00/45,none") == (LunchWish(Clock(720), 45), LunchWish(without=True))
    assert dates_of_days("2026-03-05, 2026-03-12") == ("2026-03-05", "2026-03-12")
    assert minutes_of_days("170, 125") == (170, 125)


@pytest.mark.parametrize("text", ["", "170,", "170;125", "14,20", "1441", "-20,30", "1000," * 4 + "1000", "１２０,60"])
def test_what_are_no_minutes_of_days_is_told_what_to_write(text: str) -> None:
    with pytest.raises(click.BadParameter, match="write 170,125"):
        minutes_of_days(text)


def test_what_is_said_of_all_days_wins_over_single_ones() -> None:
    asked = Timing(start=(Clock(600),), sitting=(90,), lunch=(LunchWish(minutes=30),)).adjust(DAYS)
    one, two = asked.of_day(1), asked.of_day(2)
    assert (one.start, two.start, one.sitting, two.sitting) == (Clock(600), Clock(600), 90, 90)
    assert one.lunch is None and two.lunch is not None and two.lunch.minutes == 30


def test_starts_are_those_of_the_days_and_as_many() -> None:
    asked = Timing(start=(Clock(1000), Clock(480))).adjust(DAYS)
    assert [asked.of_day(day).start for day in (1, 2)] == [Clock(1000), Clock(480)]
    assert asked.of_day(1).sitting == 30
    with pytest.raises(UsageError, match="--start names 3 values, d has 2 days"):
        Timing(start=(Clock(1), Clock(2), Clock(3))).adjust(DAYS)
    with pytest.raises(UsageError, match="--start names 2 values, 9-hours has 3 days"):
        Timing(start=(Clock(1), Clock(2))).wish(FreeLength("9-hours", 540, 3), (DAYS,))


@pytest.mark.parametrize("name", ["10-20-min", "4000-4000-min", "170-125-hours"])
def test_what_no_days_can_be_has_no_name(name: str) -> None:
    assert read_length(name, None) is None
    assert read_length("170-125-min", 3) is None


@pytest.mark.parametrize("second", ["2026-03-05", "2026-03-04"])
def test_days_have_dates_one_after_another(second: str) -> None:
    with pytest.raises(click.BadParameter, match="does not come after 2026-03-05"):
        dates_of_days(f"2026-03-05,{second}")


def test_a_day_may_have_none_where_the_delivery_has_lunch() -> None:
    usual = DAYS.model_validate({"id": "d", "title": "D", "days": 2, "hours": 5, "start": "09:00", "sitting": 60,
                                 "lunch": {"after": 1, "minutes": 40}})  # fmt: skip
    asked = Timing(lunch=(LunchWish(without=True), LunchWish(minutes=50))).adjust(usual)
    lunches = [asked.of_day(day).lunch for day in (1, 2)]
    assert lunches[0] is None and lunches[1] is not None and lunches[1].minutes == 50
