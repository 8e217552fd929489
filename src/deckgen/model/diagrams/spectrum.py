"""The `spectrum` diagram: marks between two poles."""

from __future__ import annotations

import itertools
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from deckgen.model.diagrams.base import DiagramData, Text, Titled


class Mark(Titled):
    """A mark on the axis; `at` runs from 0 (left pole) to 100 (right pole)."""

    model_config = ConfigDict(serialize_by_alias=True)

    place: float = Field(alias="at", ge=0, le=100)


class Spectrum(DiagramData):
    """Three to six marks from the left pole to the right."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["spectrum"] = "spectrum"
    left: Text
    right: Text
    marks: tuple[Mark, ...] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def _order_marks(self) -> Spectrum:
        places = [mark.place for mark in self.marks]
        if any(later <= earlier for earlier, later in itertools.pairwise(places)):
            raise ValueError("marks must run from left to right, each `at` greater than the one before")
        return self

    def parts(self) -> tuple[str, ...]:
        """The left pole, the marks, the right pole."""
        return (self.left, *(mark.title for mark in self.marks), self.right)
