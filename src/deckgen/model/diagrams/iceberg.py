"""The `iceberg` diagram: what shows and what lies beneath."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.diagrams.base import DiagramData, OptionalText, TitledList, titles


class Iceberg(DiagramData):
    """Two lists parted by the waterline, which may carry a few words of its own."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["iceberg"] = "iceberg"
    above: TitledList
    waterline: OptionalText = ""
    below: TitledList

    def parts(self) -> tuple[str, ...]:
        """What shows, the waterline, what lies beneath."""
        line = (self.waterline,) if self.waterline else ()
        return (self.above.title, *titles(self.above.items), *line, self.below.title, *titles(self.below.items))
