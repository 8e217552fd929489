"""The `gauge` diagram: score bands with advice."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.diagrams.base import DiagramData, Iconed, Text
from deckgen.model.fields import IconName


class Band(Iconed):
    """The scores from `low` to `high`, both included, and what to do with such a score."""

    title: Text
    low: int
    high: int
    advice: Text
    icon: IconName = ""

    @model_validator(mode="after")
    def _rise(self) -> Band:
        if self.high < self.low:
            raise ValueError(f"band {self.title}: high ({self.high}) is below low ({self.low})")
        return self


class Gauge(DiagramData):
    """Three to five bands from the lowest score to the highest, without gap or overlap."""

    upright: ClassVar[bool] = True
    reading_height: ClassVar[float] = 0.0

    type: Literal["gauge"] = "gauge"
    bands: tuple[Band, ...] = Field(min_length=3, max_length=5)

    @model_validator(mode="after")
    def _cover_every_score(self) -> Gauge:
        for lower, upper in zip(self.bands, self.bands[1:], strict=False):
            if upper.low != lower.high + 1:
                raise ValueError(
                    f"band {upper.title} starts at {upper.low}, but {lower.title} ends at {lower.high}; "
                    f"start it at {lower.high + 1}"
                )
        return self

    def parts(self) -> tuple[str, ...]:
        """Each band with its range."""
        return tuple(f"{band.title} {band.low}–{band.high}" for band in self.bands)
