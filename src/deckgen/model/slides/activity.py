"""A slide in front of which the participants work."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.slides.board import BoardSlide


class ActivitySlide(BoardSlide):
    """An activity, usually with its exercise sheet."""

    stands: ClassVar[bool] = True

    kind: Literal["activity"]
