"""The `chevrons` diagram: a procedure, step by step."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, OptionalText, Titled


class Step(Titled):
    """One step: `text` says what to do, `sample` is a sentence to say."""

    said: ClassVar[frozenset[str]] = frozenset({"sample"})

    sample: OptionalText = ""


class Chevrons(DiagramData):
    """Three to seven steps in order."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 84.0

    type: Literal["chevrons"] = "chevrons"
    steps: tuple[Step, ...] = Field(min_length=3, max_length=7)

    def parts(self) -> tuple[str, ...]:
        """The steps in order."""
        return tuple(step.title for step in self.steps)
