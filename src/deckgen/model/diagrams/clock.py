"""The `clock` diagram: a day to scale, sitting by sitting. Made by compose from the agenda."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Text

Time = Annotated[str, Field(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")]
"""A time of day, HH:MM."""

Count = Annotated[int, Field(ge=0, le=480)]
"""Minutes."""


class Stretch(Strict):
    """What a sitting is about for so many minutes."""

    title: Text
    minutes: Annotated[int, Field(ge=1, le=480)]


class Bar(Strict):
    """A block: minutes of talk, activity and debrief."""

    id: Text
    talk: Count
    activity: Count
    debrief: Count


class Lane(Strict):
    """A sitting; its stretches and its bars take the same minutes."""

    start: Time
    end: Time
    stretches: tuple[Stretch, ...] = Field(min_length=1)
    bars: tuple[Bar, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _as_long(self) -> Lane:
        above = sum(stretch.minutes for stretch in self.stretches)
        below = sum(bar.talk + bar.activity + bar.debrief for bar in self.bars)
        if above != below:
            raise ValueError(f"the stretches of {self.start}–{self.end} take {above} minutes, its bars {below}")
        return self


class ClockLabels(Strict):
    """Words of the legend."""

    talk: Text
    activity: Text
    debrief: Text


class Clock(DiagramData):
    """A day: one lane a sitting, above what it is about, below who acts."""

    type: Literal["clock"] = "clock"
    lanes: tuple[Lane, ...] = Field(min_length=1, max_length=8)
    labels: ClockLabels

    def parts(self) -> tuple[str, ...]:
        """Each sitting with its time and contents."""
        return tuple(
            f"{lane.start}–{lane.end} {' '.join(stretch.title for stretch in lane.stretches)}" for lane in self.lanes
        )
