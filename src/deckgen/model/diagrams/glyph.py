"""The `glyph` diagram: one written character taken apart."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import DiagramData, OptionalText, Titled


class GlyphPart(Titled):
    """A callout; `part` is the component of the character it speaks of."""

    part: OptionalText = ""


class Glyph(DiagramData):
    """One character with three to five callouts."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["glyph"] = "glyph"
    character: str = Field(min_length=1, max_length=1)
    callouts: tuple[GlyphPart, ...] = Field(min_length=3, max_length=5)

    def parts(self) -> tuple[str, ...]:
        """The character, then its components and what they mean."""
        return (self.character, *(f"{c.part} {c.title}".strip() for c in self.callouts))
