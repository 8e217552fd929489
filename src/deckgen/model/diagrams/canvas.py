"""The `canvas` diagram: labelled fields a team fills in."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, Iconed, OptionalText, Text
from deckgen.model.fields import IconName


class CanvasField(Iconed):
    """A field to write in; `hint` says what belongs there."""

    title: Text
    hint: OptionalText = ""
    icon: IconName = ""


class Canvas(DiagramData):
    """Four to six fields."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 84.0

    type: Literal["canvas"] = "canvas"
    fields: tuple[CanvasField, ...] = Field(min_length=4, max_length=6)

    def parts(self) -> tuple[str, ...]:
        """The fields in order."""
        return tuple(field.title for field in self.fields)
