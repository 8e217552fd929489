"""A slide that wakes the room with something tied to the content."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.slides.board import BoardSlide


class EnergiserSlide(BoardSlide):
    """An energiser of 1-5 minutes."""

    stands: ClassVar[bool] = True

    kind: Literal["energiser"]
