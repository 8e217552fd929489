"""The `hub` diagram: one centre and what belongs to it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from deckgen.model.diagrams.base import AnyItem, DiagramData, Titled


class Hub(DiagramData):
    """A centre with three to seven spokes of equal standing."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["hub"] = "hub"
    center: AnyItem
    spokes: tuple[Titled, ...] = Field(min_length=3, max_length=7)

    def parts(self) -> tuple[str, ...]:
        """The centre, then every spoke."""
        return (self.center.title, *(spoke.title for spoke in self.spokes))
