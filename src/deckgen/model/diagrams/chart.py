"""The `chart` diagram: numbers over categories (lowered to a native chart)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, OptionalText, Text

_LARGEST = 1e12


def _fit_an_axis(value: float) -> float:
    if abs(value) > _LARGEST:
        raise ValueError(f"{value:.15g} is too large for an axis; count in millions and say so in the unit")
    return value


Number = Annotated[float, Field(allow_inf_nan=False), AfterValidator(_fit_an_axis)]
"""A number that an axis can show."""


class Target(Strict):
    """A value to reach, or not to go beyond: a dashed line across columns or lines, with its name."""

    value: Number
    title: Text


class Chart(DiagramData):
    """One to five series over the same categories; `source` gives origin and year, or says it illustrates.

    The axis begins at zero, so that bars are as long as what they stand for, unless `axis_from` says otherwise; lines
    whose values are close begin at a round number below them. An axis that begins elsewhere than at zero is shown.
    """

    lowered: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["chart"] = "chart"
    kind: Literal["column", "bar", "line", "pie"]
    categories: tuple[Text, ...] = Field(min_length=2, max_length=12)
    series: dict[str, tuple[Number, ...]] = Field(min_length=1, max_length=5)
    unit: OptionalText = ""
    axis_from: Number | None = None  # number at which the axis begins, below every value
    highlight: OptionalText = ""  # the series that matters or, where there is one series, the category
    target: Target | None = None
    source: Text

    @model_validator(mode="after")
    def _give_every_value(self) -> Chart:
        for name, values in self.series.items():
            if len(values) != len(self.categories):
                raise ValueError(f"series {name} has {len(values)} numbers for {len(self.categories)} categories")
        if self.kind == "pie" and len(self.series) != 1:
            raise ValueError("a pie shows one series; use column or bar for several")
        return self

    @model_validator(mode="after")
    def _begin_below_every_value(self) -> Chart:
        if self.axis_from is None:
            return self
        if self.kind == "pie":
            raise ValueError("a pie has no axis; leave axis_from out")
        least, name = min((value, name) for name, values in self.series.items() for value in values)
        # what begins at its own value has no length, and nothing is seen of it; a zero has none anyway
        if least < self.axis_from or least == self.axis_from != 0:
            raise ValueError(f"axis_from {self.axis_from:.12g} is not below {least:.12g}, the least value of {name}")
        return self

    @model_validator(mode="after")
    def _highlight_what_there_is(self) -> Chart:
        names = tuple(self.series) if len(self.series) > 1 else self.categories
        if self.highlight and self.highlight not in names:
            what = "series" if len(self.series) > 1 else "categories"
            raise ValueError(f"highlight {self.highlight} is none of the {what}: {', '.join(names)}")
        return self

    @model_validator(mode="after")
    def _draw_the_target_across(self) -> Chart:
        if self.target is None:
            return self
        if self.kind not in ("column", "line"):
            raise ValueError(f"a {self.kind} has no line for a target; use column or line, or leave target out")
        if self.axis_from is not None and self.target.value <= self.axis_from:
            raise ValueError(f"axis_from {self.axis_from:.12g} is not below {self.target.value:.12g}, the target")
        return self

    def parts(self) -> tuple[str, ...]:
        """The series with their values by category."""
        aim = (f"{self.target.title} {self.target.value:.12g}{self.unit}",) if self.target else ()
        told = tuple(
            f"{name}: " + ", ".join(f"{c} {v:.12g}{self.unit}" for c, v in zip(self.categories, values, strict=True))
            for name, values in self.series.items()
        )
        return (*told, *aim)
