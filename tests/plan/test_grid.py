"""The grid of a free length: where pauses lie, how far they move, and whole minutes shared out."""

from __future__ import annotations

import pytest

from deckgen.base.units import Clock
from deckgen.model.course import Delivery
from deckgen.plan.grid import Wishes, make_grid, nearest_delivery
from deckgen.plan.rescale import rescale

NINE = Clock(540)


@pytest.mark.parametrize(("minutes", "pauses"), [(240, ["break", "break", ""]), (241, ["break", "lunch", "break", ""])])
def test_a_day_longer_than_four_hours_has_lunch(minutes: int, pauses: list[str]) -> None:
    assert [stretch.pause for stretch in make_grid(Wishes(1, minutes, NINE))] == pauses


@pytest.mark.parametrize(
    ("minutes", "sitting", "slack"),
    [
        (120, 90, [15, 0]),  # half an hour is free on either side, fifteen minutes are the most
        (150, 90, [15, 0]),
        (152, 90, [14, 0]),
        (170, 90, [5, 0]),
        (180, 90, [0, 0]),
        (240, 90, [5, 5, 0]),  # the one in the middle shares its ten minutes
    ],
)
def test_a_pause_moves_by_what_both_sittings_bear_and_fifteen_minutes_at_most(
    minutes: int, sitting: int, slack: list[int]
) -> None:
    grid = make_grid(Wishes(1, minutes, NINE, sitting))
    assert [stretch.behind for stretch in grid] == [stretch.before for stretch in grid] == slack


def test_lunch_at_a_time_asked_for_comes_no_later() -> None:
    grid = make_grid(Wishes(1, 300, NINE, lunch_at=Clock(690)))
    (lunch,) = (stretch for stretch in grid if stretch.pause == "lunch")
    assert lunch.behind == 0 and lunch.before > 0


def test_breaks_inside_the_hours_are_taken_off_the_sittings() -> None:
    inside, outside = (make_grid(Wishes(1, 200, NINE, 90, 15, inclusive)) for inclusive in (True, False))
    assert sum(stretch.minutes for stretch in outside) == 200
    assert sum(stretch.minutes for stretch in inside) == 200 - 15 * (len(inside) - 1)


def test_days_are_numbered_and_begin_where_the_one_before_ended() -> None:
    grid = make_grid(Wishes(2, 300, NINE))
    assert [(stretch.day, stretch.number) for stretch in grid] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert [stretch.start for stretch in grid] == [0, 75, 150, 225]
    assert [stretch.pause for stretch in grid] == ["break", "", "break", ""]


def test_opening_and_close_of_a_day_shorten_its_first_and_last_sitting() -> None:
    grid = make_grid(Wishes(2, 300, NINE), reserved=((0, 10), (20, 0)))
    assert [stretch.minutes for stretch in grid] == [75, 65, 55, 75]
    assert [stretch.limit for stretch in grid] == [90, 80, 70, 90]


def deliveries() -> tuple[Delivery, ...]:
    return tuple(
        Delivery.model_validate({"id": key, "title": key, "days": 1, "hours": hours, "start": "09:00"})
        for key, hours in (("long", 6), ("short", 4))
    )


@pytest.mark.parametrize(
    ("minutes", "nearest"), [(240, "short"), (299, "short"), (300, "short"), (301, "long"), (900, "long")]
)
def test_of_two_equally_near_the_shorter_delivery_is_taken(minutes: int, nearest: str) -> None:
    assert nearest_delivery(deliveries(), minutes).id == nearest


@pytest.mark.parametrize(
    ("parts", "total", "shares"),
    [
        ([1, 1, 1], 10, (4, 3, 3)),
        ([1, 1], 3, (2, 1)),
        ([3, 1], 2, (2, 0)),
        ([2, 3, 5], 20, (4, 6, 10)),
        ([0, 0], 5, (5, 0)),
        ([0, 4], 3, (0, 3)),
        ([5, 6], 11, (5, 6)),
        ([], 4, ()),
    ],
)
def test_whole_minutes_are_shared_by_largest_remainders_the_earlier_part_first(
    parts: list[int], total: int, shares: tuple[int, ...]
) -> None:
    assert rescale(parts, total) == shares
