"""The pages of the flagship's books: none empty for no reason, and room to write in the workbook."""

from __future__ import annotations

import pytest

from deckgen.pipeline.build import Made
from deckgen.pipeline.show import MOST_EMPTY

pytestmark = pytest.mark.slow

WRITING = 0.25  # of the workbook's area, at least
MOST_PAGES = {"1-day": 37, "2-day": 57}  # of the workbook: 34 and 52 are meant, a tenth more is allowed


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
@pytest.mark.parametrize("kind", ["workbook", "guide"])
def test_no_page_is_empty_but_where_a_chapter_ends_or_a_spread_follows(
    kind: str, delivery: str, flagship: dict[str, Made]
) -> None:
    trees = flagship[delivery].trees
    book = getattr(trees, kind)
    empty = [
        f"page {number}: {use.empty:.0%} of {use.section}"
        for number, use in enumerate(book.uses, start=1)
        if use.empty > MOST_EMPTY and not (use.ends or use.spread)
    ]
    assert len(book.uses) == book.pages and not empty, empty


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_a_quarter_of_the_workbook_is_room_to_write(delivery: str, flagship: dict[str, Made]) -> None:
    trees = flagship[delivery].trees
    assert trees is not None and trees.workbook.writing_share >= WRITING


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_a_workbook_is_bound_in_few_pages(delivery: str, flagship: dict[str, Made]) -> None:
    trees = flagship[delivery].trees
    assert trees is not None and trees.workbook.pages <= MOST_PAGES[delivery]
