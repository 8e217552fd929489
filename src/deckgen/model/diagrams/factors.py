"""The `factors` diagram: two lists of factors back to back."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, OptionalText, Text


class FactorList(Strict):
    """Two to six factors under one heading."""

    title: Text
    items: tuple[Text, ...] = Field(min_length=2, max_length=6)


class Factors(DiagramData):
    """Factors of two kinds; `note` states what follows from the difference."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["factors"] = "factors"
    left: FactorList
    right: FactorList
    note: OptionalText = ""

    def parts(self) -> tuple[str, ...]:
        """The left list, the right list, the note."""
        note = (self.note,) if self.note else ()
        return (self.left.title, *self.left.items, self.right.title, *self.right.items, *note)
