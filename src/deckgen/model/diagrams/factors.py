"""The `factors` diagram: two lists of factors back to back."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import AnyItem, DiagramData, Iconed, OptionalText, Text, titles
from deckgen.model.fields import IconName


class FactorList(Iconed):
    """Two to six factors under one heading."""

    title: Text
    items: tuple[AnyItem, ...] = Field(min_length=2, max_length=6)
    icon: IconName = ""


class Factors(DiagramData):
    """Factors of two kinds; `note` states what follows from the difference."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["factors"] = "factors"
    left: FactorList
    right: FactorList
    note: OptionalText = ""

    def parts(self) -> tuple[str, ...]:
        """The left list, the right list, the note."""
        note = (self.note,) if self.note else ()
        return (self.left.title, *titles(self.left.items), self.right.title, *titles(self.right.items), *note)
