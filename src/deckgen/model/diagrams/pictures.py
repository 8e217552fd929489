"""The `pictures` diagram: pictures with their captions, one or several side by side (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData


class Shown(Strict):
    """A picture in its natural size in points; with a `focus` it fills its cell."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"file"})

    file: str
    alt: str = ""
    caption: str = ""
    width: float
    height: float
    focus: tuple[float, float] | None = None


class Pictures(DiagramData):
    """One to six pictures, in rows."""

    reading_height: ClassVar[float] = 180.0

    type: Literal["pictures"] = "pictures"
    shown: tuple[Shown, ...] = Field(min_length=1, max_length=6)

    def parts(self) -> tuple[str, ...]:
        """What they show, in order."""
        return tuple(picture.alt for picture in self.shown)
