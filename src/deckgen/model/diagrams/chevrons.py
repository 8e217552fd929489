"""The `chevrons` diagram: a procedure, step by step."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, OptionalText, Titled


class Step(Titled):
    """One step: `text` says what to do, `sample` is a sentence to say."""

    sample: OptionalText = ""


class Chevrons(DiagramData):
    """Three to seven steps in order."""

    type: Literal["chevrons"] = "chevrons"
    steps: tuple[Step, ...] = Field(min_length=3, max_length=7)

    def parts(self) -> tuple[str, ...]:
        """The steps in order."""
        return tuple(step.title for step in self.steps)
