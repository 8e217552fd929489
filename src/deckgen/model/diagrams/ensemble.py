"""The `ensemble` diagram: people of the course among tiles, on its first and its last slide (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.diagrams.base import DiagramData

SHOWN = 4  # people


class Ensemble(DiagramData):
    """Up to four people, by the names that the course knows them by."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["ensemble"] = "ensemble"
    who: tuple[str, ...]

    def parts(self) -> tuple[str, ...]:
        """The names."""
        return self.who
