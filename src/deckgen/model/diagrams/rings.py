"""The `rings` diagram: three circles around one core."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, Titled


class Rings(DiagramData):
    """Exactly three rings, from the inside out."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["rings"] = "rings"
    rings: tuple[Titled, ...] = Field(min_length=3, max_length=3)

    def parts(self) -> tuple[str, ...]:
        """The rings from the inside out."""
        return tuple(ring.title for ring in self.rings)
