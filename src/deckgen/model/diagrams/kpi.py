"""The `kpi` diagram: where a few figures stand, where they stood and where they shall be."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Labels, OptionalText, Text
from deckgen.model.diagrams.chart import Number


class KpiLabels(Labels):
    """Words beside the numbers."""

    before: OptionalText = ""
    target: OptionalText = ""


class Figure(Strict):
    """One figure: its value now and, where they are known, the one before and the one to reach.

    `better` says which way is good: of a rate `up`, of a time or a complaint `down`.
    """

    title: Text
    now: Number = Field(ge=0)
    before: Number | None = Field(default=None, ge=0)
    target: Number | None = Field(default=None, gt=0)
    unit: OptionalText = ""
    better: Literal["up", "down"] = "up"

    @property
    def is_reached(self) -> bool:
        """Whether the target is reached."""
        if self.target is None:
            return False
        return self.now >= self.target if self.better == "up" else self.now <= self.target


class Kpi(DiagramData):
    """Two to four figures side by side."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["kpi"] = "kpi"
    items: tuple[Figure, ...] = Field(min_length=2, max_length=4)
    labels: KpiLabels = KpiLabels()

    @model_validator(mode="after")
    def _show_more_than_nothing(self) -> Kpi:
        for item in self.items:
            if not max(item.now, item.before or 0.0, item.target or 0.0):
                raise ValueError(f"figure {item.title}: 0 with nothing beside it has no length; give target or before")
        return self

    def parts(self) -> tuple[str, ...]:
        """Each figure with its values."""
        return tuple(
            f"{item.title} {item.now:.12g}{item.unit}"
            + (f" / {item.target:.12g}{item.unit}" if item.target is not None else "")
            for item in self.items
        )
