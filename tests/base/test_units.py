"""Times of day, minutes by who acts, frames, and pages that are filled in later."""

from __future__ import annotations

import pytest

from deckgen.base.runs import Run, fill_page_tokens, page_token, plain, runs
from deckgen.base.units import Clock, Frame, Split


@pytest.mark.parametrize(
    ("minutes", "shown"), [(0, "00:00"), (59, "00:59"), (60, "01:00"), (545, "09:05"), (840, "14:00"), (1439, "23:59")]
)
def test_a_time_of_day_is_shown_in_hours_and_minutes(minutes: int, shown: str) -> None:
    assert str(Clock(minutes)) == shown


def test_times_of_day_are_ordered_and_move_by_minutes() -> None:
    assert Clock(540).later(0) == Clock(540) < Clock(540).later(1) == Clock(541)
    assert str(Clock(540).later(95)) == "10:35" and str(Clock(540).later(-30)) == "08:30"


def test_minutes_by_who_acts_sum_bucket_by_bucket() -> None:
    assert Split(6, 8, 3).total == 17 and Split().total == 0
    assert Split(6, 8, 3) + Split(1, 2, 4) == Split(7, 10, 7)
    assert str(Split(6, 8, 3)) == "6/8/3"


def test_a_frame_without_its_margins() -> None:
    assert Frame(10, 20, 100, 50).inset(1, 2, 3, 4) == Frame(11, 22, 96, 44)


def test_a_page_is_filled_into_a_text_where_its_token_stands() -> None:
    text = f"See {page_token('sheet-01')} and {page_token('block-B1.1')}."
    assert fill_page_tokens(text, {"sheet-01": "7", "block-B1.1": "12"}.__getitem__) == "See 7 and 12."
    assert fill_page_tokens("No page here", lambda anchor: "wrong") == "No page here"


def test_plain_text_as_runs_and_back() -> None:
    assert runs("") == () and runs("a", strong=True) == (Run("a", strong=True),)
    assert plain((Run("a", strong=True), Run("\n"), Run("b", code=True))) == "a\nb"
