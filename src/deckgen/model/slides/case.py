"""A slide that puts a case in front of the group."""

from __future__ import annotations

from typing import Literal

from deckgen.model.slides.board import BoardSlide


class CaseSlide(BoardSlide):
    """The question of a case; its story is on the sheet."""

    kind: Literal["case"]
