"""A slide for a self-test or quiz."""

from __future__ import annotations

from typing import Literal

from deckgen.model.slides.board import BoardSlide


class TestSlide(BoardSlide):
    """A test; items and scoring are on its sheet."""

    __test__ = False  # not a pytest class

    kind: Literal["test"]
