"""The `opening` diagram: the question that opens a module, over a scene of the floor (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.base.people import ScenePlace
from deckgen.model.diagrams.base import DiagramData


class Opening(DiagramData):
    """A question over people at work; the first of `who` is the one who `says` something."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["opening"] = "opening"
    place: ScenePlace
    question: str = ""
    says: str = ""
    who: tuple[str, ...] = ()

    def parts(self) -> tuple[str, ...]:
        """The question, and what is said."""
        return tuple(text for text in (self.question, self.says) if text)
