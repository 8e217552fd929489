"""The `questions` diagram: what a debrief asks, in order (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData


class Question(Strict):
    """A question after its phase; `act` marks the one that looks ahead."""

    text: str
    phase: str = ""
    act: bool = False


class Questions(DiagramData):
    """One to six questions."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["questions"] = "questions"
    rows: tuple[Question, ...]

    def parts(self) -> tuple[str, ...]:
        """The questions in order."""
        return tuple(row.text for row in self.rows)
