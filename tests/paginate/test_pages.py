"""Strips on pages: a page is full when the next strip, with what renderers round, has no room."""

from __future__ import annotations

import pytest

from deckgen.paginate.lines import Strip
from deckgen.paginate.pages import Pages, chain_height, loosest


@pytest.mark.parametrize(("height", "numbers"), [(47.0, [1, 1]), (48.5, [1, 1]), (48.6, [1, 2]), (50.0, [1, 2])])
def test_three_points_of_a_page_stay_free(height: float, numbers: list[int]) -> None:
    assert Pages(100.0, 1).place([Strip(height), Strip(height)]) == numbers


def test_the_space_below_the_last_strip_may_hang_over_the_end() -> None:
    assert Pages(100.0, 1).place([Strip(40.0, after=10.0), Strip(40.0, after=50.0)]) == [1, 1]
    assert chain_height([Strip(40.0, after=10.0), Strip(40.0, after=50.0)]) == 90.0
    assert chain_height([]) == 0.0


def test_where_a_renderer_needs_fewer_lines_a_strip_is_lower() -> None:
    strips = [Strip(40.0, spare=12.0), Strip(40.0)]
    assert [strip.height for strip in loosest(strips)] == [28.0, 40.0]


def test_what_is_glued_stays_with_what_follows() -> None:
    assert Pages(100.0, 4).place([Strip(60.0), Strip(20.0, glued=True), Strip(30.0)]) == [4, 5, 5]


def test_the_head_of_a_table_is_repeated_on_the_next_page() -> None:
    pages = Pages(100.0, 1)
    assert pages.place([Strip(60.0), *[Strip(30.0, head=20.0)] * 3]) == [1, 1, 2, 2]
    assert pages.used == 80.0


def test_a_chain_longer_than_a_page_is_filled_strip_by_strip() -> None:
    assert Pages(100.0, 1).place([Strip(60.0, glued=True), Strip(60.0, glued=True), Strip(30.0)]) == [1, 2, 2]


def test_a_new_page_begins_where_it_is_asked_for_unless_it_is_empty() -> None:
    pages = Pages(100.0, 1)
    assert pages.place([Strip(10.0)], new_page=True) == [1]
    assert pages.place([Strip(10.0)], new_page=True) == [2]
    assert pages.close() == [0.1, 0.1]
