"""Distances of a theme: what of a page is for text."""

from __future__ import annotations

import pytest

from deckgen.theme.boxes import text_area
from deckgen.theme.theme import PageSetup

PAGE = PageSetup(width=600, height=800, top=50, bottom=60, left=40, right=30, gutter=20, header=10, footer=10)


@pytest.mark.parametrize(("orientation", "area"), [("portrait", (510, 690)), ("landscape", (710, 490))])
def test_text_has_the_page_without_margins_and_binding(orientation: str, area: tuple[int, int]) -> None:
    assert text_area(PAGE, orientation) == area  # type: ignore[arg-type]
