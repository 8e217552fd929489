"""The `clock` diagram: a day to scale, sitting by sitting. Made by compose from the agenda."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData


class Stretch(Strict):
    """What a sitting is about for so many minutes."""

    title: str
    minutes: int


class Bar(Strict):
    """A block: minutes of talk, activity and debrief."""

    id: str
    talk: int
    activity: int
    debrief: int


class Lane(Strict):
    """A sitting; its stretches and its bars take the same minutes."""

    start: str
    end: str
    stretches: tuple[Stretch, ...]
    bars: tuple[Bar, ...]

    @model_validator(mode="after")
    def _as_long(self) -> Lane:
        above = sum(stretch.minutes for stretch in self.stretches)
        below = sum(bar.talk + bar.activity + bar.debrief for bar in self.bars)
        if above != below:
            raise ValueError(f"the stretches of {self.start}–{self.end} take {above} minutes, its bars {below}")
        return self


class ClockLabels(Strict):
    """Words of the legend."""

    talk: str
    activity: str
    debrief: str


class Clock(DiagramData):
    """A day: one lane a sitting, above what it is about, below who acts."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["clock"] = "clock"
    lanes: tuple[Lane, ...]
    labels: ClockLabels

    def parts(self) -> tuple[str, ...]:
        """Each sitting with its time and contents."""
        return tuple(
            f"{lane.start}–{lane.end} {' '.join(stretch.title for stretch in lane.stretches)}" for lane in self.lanes
        )
