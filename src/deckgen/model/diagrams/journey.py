"""The `journey` diagram: touchpoints and how they feel."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, Iconed, Labels, OptionalText, Text
from deckgen.model.fields import IconName


class Point(Iconed):
    """A touchpoint; `score` runs from -3 (worst) to 3 (best)."""

    title: Text
    score: float = Field(ge=-3, le=3)
    mark: Literal["peak", "end", "mot", "pain"] | None = None
    icon: IconName = ""


class JourneyLabels(Labels):
    """The words on the flags of marked points; empty ones are phrases of the course's language."""

    peak: OptionalText = ""
    end: OptionalText = ""
    mot: OptionalText = ""
    pain: OptionalText = ""


class Journey(DiagramData):
    """Six to ten touchpoints in order; at most one peak, and the end only at the last."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 120.0

    type: Literal["journey"] = "journey"
    points: tuple[Point, ...] = Field(min_length=6, max_length=10)
    labels: JourneyLabels = JourneyLabels()

    @model_validator(mode="after")
    def _end_at_the_end(self) -> Journey:
        if sum(point.mark == "peak" for point in self.points) > 1:
            raise ValueError("only one point can be the peak; mark the others `mot`")
        for number, point in enumerate(self.points[:-1], 1):
            if point.mark == "end":
                raise ValueError(f"point {number} ({point.title}) is marked `end` but is not the last")
        return self

    def parts(self) -> tuple[str, ...]:
        """Each touchpoint with its score."""
        return tuple(f"{point.title} {point.score:+g}" for point in self.points)
