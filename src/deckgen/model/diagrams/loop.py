"""The `loop` diagram: what keeps feeding itself, for worse or for better."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import AnyItem, DiagramData, Iconed, Text, titles
from deckgen.model.fields import IconName


class Cycle(Iconed):
    """One loop; its nodes follow each other and the last leads back to the first."""

    title: Text
    tone: Literal["bad", "good", "neutral"] = "neutral"
    nodes: tuple[AnyItem, ...] = Field(min_length=3, max_length=6)
    icon: IconName = ""


class Loop(DiagramData):
    """One loop, or two that are set against each other."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["loop"] = "loop"
    loops: tuple[Cycle, ...] = Field(min_length=1, max_length=2)

    def parts(self) -> tuple[str, ...]:
        """Each loop's title and its nodes in order."""
        return tuple(text for loop in self.loops for text in (loop.title, *titles(loop.nodes)))
