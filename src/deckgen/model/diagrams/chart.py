"""The `chart` diagram: numbers over categories (lowered to a native chart)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, OptionalText, Text


class Chart(DiagramData):
    """One to five series over the same categories; `source` gives origin and year, or says it illustrates."""

    lowered: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["chart"] = "chart"
    kind: Literal["column", "bar", "line", "pie"]
    categories: tuple[Text, ...] = Field(min_length=2, max_length=12)
    series: dict[str, tuple[float, ...]] = Field(min_length=1, max_length=5)
    unit: OptionalText = ""
    source: Text

    @model_validator(mode="after")
    def _give_every_value(self) -> Chart:
        for name, values in self.series.items():
            if len(values) != len(self.categories):
                raise ValueError(f"series {name} has {len(values)} numbers for {len(self.categories)} categories")
        if self.kind == "pie" and len(self.series) != 1:
            raise ValueError("a pie shows one series; use column or bar for several")
        return self

    def parts(self) -> tuple[str, ...]:
        """The series with their values by category."""
        return tuple(
            f"{name}: " + ", ".join(f"{c} {v:g}{self.unit}" for c, v in zip(self.categories, values, strict=True))
            for name, values in self.series.items()
        )
