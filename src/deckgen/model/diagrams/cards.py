"""The `cards` diagram: a numbered grid of phrases or tools."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, OptionalText, Titled


class Card(Titled):
    """One card; `when` says when to use it."""

    when: OptionalText = ""


class Cards(DiagramData):
    """Four to nine cards, numbered in the order they are written."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["cards"] = "cards"
    cards: tuple[Card, ...] = Field(min_length=4, max_length=9)

    def parts(self) -> tuple[str, ...]:
        """The cards in order."""
        return tuple(card.title for card in self.cards)
