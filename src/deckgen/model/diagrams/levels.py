"""The `levels` diagram: stairs or a pyramid."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, Titled


class Levels(DiagramData):
    """Three to six levels from the lowest up; `here` marks one of them, counted from 1."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["levels"] = "levels"
    levels: tuple[Titled, ...] = Field(min_length=3, max_length=6)
    shape: Literal["stairs", "pyramid"] = "stairs"
    here: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _stand_on_a_level(self) -> Levels:
        if self.here is not None and self.here > len(self.levels):
            raise ValueError(f"`here` is {self.here}, but there are only {len(self.levels)} levels")
        return self

    def parts(self) -> tuple[str, ...]:
        """The levels from the lowest up."""
        return tuple(level.title for level in self.levels)
