"""The `slope` diagram: the same measure of several things before and after."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, OptionalText, Text
from deckgen.model.diagrams.chart import Number


class Slope(Strict):
    """One line from its value `before` to that `after`."""

    title: Text
    before: Number
    after: Number


class SlopeGraph(DiagramData):
    """Two to six lines between two moments, on one scale; `highlight` names the one that is talked about."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["slope"] = "slope"
    before: Text  # what the left side is: the moment
    after: Text
    unit: OptionalText = ""
    rows: tuple[Slope, ...] = Field(min_length=2, max_length=6)
    highlight: OptionalText = ""

    @model_validator(mode="after")
    def _highlight_what_there_is(self) -> SlopeGraph:
        names = [row.title for row in self.rows]
        if self.highlight and self.highlight not in names:
            raise ValueError(f"highlight {self.highlight} is none of the rows: {', '.join(names)}")
        return self

    def parts(self) -> tuple[str, ...]:
        """Each line with both values."""
        unit = self.unit
        return tuple(f"{row.title} {row.before:.12g}{unit} → {row.after:.12g}{unit}" for row in self.rows)
