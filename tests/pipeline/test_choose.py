"""Which deliveries, or which free length, the words of a user come to; raw `deliveries:` may have any shape."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.base.diagnostics import Report
from deckgen.decode.declared import declared_deliveries
from deckgen.pipeline.choose import Asked, UsageError, choose_deliveries
from deckgen.pipeline.lengths import FreeLength, read_length
from deckgen.pipeline.planning import Loaded

TWO = [{"id": "1-day", "days": 1, "hours": 6}, {"id": "2-day", "days": 2, "hours": 12.0}]


def chosen(asked: Asked, deliveries: Any = TWO) -> tuple[str | FreeLength, ...]:
    raw = {"deliveries": deliveries}
    return choose_deliveries(Loaded(Path("course"), raw, declared_deliveries(raw)), asked, Report())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ("1-day", "2-day")),
        (Asked(days=2), ("2-day",)),
        (Asked(delivery="2-day", days=2, hours=12), ("2-day",)),
        (Asked(hours=6), ("1-day",)),
        (Asked(minutes=720), ("2-day",)),
        (Asked(hours=6, minutes=360), ("1-day",)),
        (Asked(hours=9), (FreeLength("9-hours", 540, 2),)),
        (Asked(hours=4.5), (FreeLength("4.5-hours", 270, 1),)),
        (Asked(minutes=90), (FreeLength("90-min", 90, 1),)),
        (Asked(hours=1.33), (FreeLength("80-min", 80, 1),)),
        (Asked(days=3, hours=18), (FreeLength("18-hours-3-days", 1080, 3),)),
        (Asked(days=2, hours=6), (FreeLength("6-hours-2-days", 360, 2),)),
        (Asked(day_minutes=(360, 360)), ("2-day",)),
        (Asked(day_minutes=(170, 125)), (FreeLength("170-125-min", 295, 2, (170, 125)),)),
        (Asked(delivery="170-125-min"), (FreeLength("170-125-min", 295, 2, (170, 125)),)),
        (Asked(delivery="9-hours"), (FreeLength("9-hours", 540, 2),)),
        (Asked(delivery="18-hours-3-days", days=3), (FreeLength("18-hours-3-days", 1080, 3),)),
        (Asked(delivery="80-hours-100-days"), (FreeLength("80-hours-100-days", 4800, 100),)),
    ],
)
def test_a_declared_delivery_wins_and_other_lengths_have_names(asked: Asked, found: object) -> None:
    assert chosen(asked) == found


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Asked(days=3, day_minutes=(10, 20)), "no delivery for --days 3 --day-minutes 10,20 in course"),
        (Asked(days=3), "no delivery for --days 3 in course; there is: 1-day (1 day, 6 hours), 2-day (2 days, 12"),
        (Asked(delivery="1-days"), "no delivery for --delivery 1-days"),
        (Asked(delivery="9-hours", days=3), "no delivery for --delivery 9-hours --days 3"),
        (Asked(delivery="1-day", hours=12), "no delivery for --delivery 1-day --hours 12"),
        (Asked(hours=6, minutes=90), "--hours 6 and --minutes 90 are different lengths; name one"),
        (Asked(days=3, hours=None), "any other length: --hours H"),
    ],
)
def test_what_matches_nothing_lists_what_there_is(asked: Asked, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        chosen(asked)
    assert says in str(refused.value)


@pytest.mark.parametrize("name", ["0-hours", "14-min", "4801-min", "9999-hours", "9-hours-0-days", "9-hours-101-days",
                                  "٩-hours", "9-hour", "-9-hours", "9.555-hours", "90.5-min"])  # fmt: skip
def test_names_of_lengths_keep_the_limits(name: str) -> None:
    assert read_length(name, None) is None


@pytest.mark.parametrize(
    "deliveries",
    [None, 3, "1-day", {}, [], [None, 1, "x", []], [{}], [{"id": None}], [{"id": {}}], {"days": 1}],
    ids=repr,
)
def test_deliveries_of_any_shape_are_none_when_nothing_can_be_read(deliveries: Any) -> None:
    with pytest.raises(UsageError, match="declares no deliveries"):
        chosen(Asked(), deliveries)


@pytest.mark.parametrize("value", [None, True, "six", [], {}, float("nan"), float("inf"), 1e300, 10**400, -(10**400)],
                         ids=str)  # fmt: skip
def test_values_of_any_shape_match_no_number(value: Any) -> None:
    deliveries = [{"id": "odd", "days": value, "hours": value}]
    assert chosen(Asked(), deliveries) == ("odd",)
    assert chosen(Asked(hours=1, days=1), deliveries) == (FreeLength("1-hours-1-day", 60, 1),)
    with pytest.raises(UsageError, match="there is: odd"):
        chosen(Asked(days=1), deliveries)


def test_an_id_given_twice_is_chosen_once() -> None:
    assert chosen(Asked(), [TWO[0], TWO[0]]) == ("1-day",)
