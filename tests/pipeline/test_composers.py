"""Rows of the deliverables and their composers agree."""

from __future__ import annotations

from deckgen.pipeline.composers import COMPOSERS
from deckgen.pipeline.deliverables import NAMES

TOGETHER = {"deck", "workbook", "guide", "handout"}  # they show each other's pages or slides: made in pipeline.stages


def test_every_deliverable_has_a_composer_or_is_made_with_others() -> None:
    assert set(COMPOSERS) | TOGETHER == set(NAMES)
    assert not set(COMPOSERS) & TOGETHER


def test_composers_stand_in_the_order_of_the_deliverables() -> None:
    assert list(COMPOSERS) == [name for name in NAMES if name in COMPOSERS]
