"""The `compare` diagram: two or three things side by side, aspect by aspect (lowered to a table)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, OptionalText, Text


class Compare(DiagramData):
    """Rows of an aspect and one cell per column; `tones` marks columns good, bad or neutral; empty cells stay open."""

    lowered: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["compare"] = "compare"
    columns: tuple[Text, ...] = Field(min_length=2, max_length=3)
    rows: tuple[tuple[OptionalText, ...], ...] = Field(min_length=2, max_length=7)
    tones: tuple[Literal["good", "bad", "neutral"], ...] = ()

    @model_validator(mode="after")
    def _match_columns(self) -> Compare:
        width = len(self.columns) + 1
        for number, row in enumerate(self.rows, 1):
            if len(row) != width:
                raise ValueError(
                    f"row {number} has {len(row)} cells; write the aspect and one cell for each of the "
                    f"{len(self.columns)} columns ({width} in all)"
                )
        if self.tones and len(self.tones) != len(self.columns):
            raise ValueError(f"{len(self.tones)} tones for {len(self.columns)} columns; give one per column")
        return self

    def parts(self) -> tuple[str, ...]:
        """The columns, then the aspects they are compared by."""
        return (*self.columns, *(row[0] for row in self.rows))
