"""Whole minutes shared out: sums are exact, what has a minute keeps one, and the shares are those of Hamilton."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.units import Split
from deckgen.plan.floors import BUCKETS, home_of
from deckgen.plan.rescale import rescale, rescale_splits, rescale_steps

MINUTES = st.integers(0, 20)
PARTS = st.lists(MINUTES, min_size=1, max_size=7)


def test_largest_remainders_come_first() -> None:
    assert rescale([3, 3, 2], 4) == (2, 1, 1)
    assert rescale([10, 1, 1], 4) == (4, 0, 0)
    assert rescale([0, 0], 5) == (5, 0)


def test_what_is_least_is_taken_from_those_that_have_more() -> None:
    assert rescale([10, 1, 1], 4, [1, 1, 1]) == (2, 1, 1)
    assert rescale([10, 1, 1], 2, [1, 1, 1]) == (2, 0, 0)
    assert rescale_steps([10, 0, 1], 4) == (3, 0, 1)


@given(PARTS, st.integers(0, 60))
def test_steps_sum_exactly_and_keep_a_minute_each_where_there_are_enough(minutes: list[int], total: int) -> None:
    shares = rescale_steps(minutes, total)
    assert sum(shares) == total
    with_minutes = [share for share, own in zip(shares, minutes, strict=True) if own]
    if len(with_minutes) <= total:
        assert all(with_minutes)


@given(st.lists(st.tuples(MINUTES, MINUTES, MINUTES), min_size=1, max_size=6), st.data())
def test_a_slide_with_minutes_keeps_one(slides: list[tuple[int, int, int]], data: st.DataObject) -> None:
    parts = [Split(*slide) for slide in slides]
    homes = [home_of(part) for part in parts]
    total = Split(*(data.draw(st.integers(homes.count(bucket), 40)) for bucket in BUCKETS))
    shares = rescale_splits(parts, total)
    assert sum(shares, Split()) == total
    assert all(share.total for share, part in zip(shares, parts, strict=True) if part.total)
