"""The `timeline` diagram: dated stages on one line."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, Text, Titled


class Stage(Titled):
    """One stage; `when` is its date or period as it shall be read."""

    when: Text


class Timeline(DiagramData):
    """Three to six stages from the earliest to the latest."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 84.0

    type: Literal["timeline"] = "timeline"
    stages: tuple[Stage, ...] = Field(min_length=3, max_length=6)

    def parts(self) -> tuple[str, ...]:
        """Each stage as its date and title."""
        return tuple(f"{stage.when} {stage.title}" for stage in self.stages)
