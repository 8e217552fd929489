"""The `matrix` diagram: four fields between two axes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Text, Titled


class Axis(Strict):
    """An axis with the words at its low and its high end."""

    title: Text
    low: Text
    high: Text


class Matrix(DiagramData):
    """Exactly four cells: top left, top right, bottom left, bottom right."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["matrix"] = "matrix"
    x: Axis
    y: Axis
    cells: tuple[Titled, ...] = Field(min_length=4, max_length=4)

    def parts(self) -> tuple[str, ...]:
        """Both axes, then the cells row by row."""
        return (f"{self.y.title} × {self.x.title}", *(cell.title for cell in self.cells))
