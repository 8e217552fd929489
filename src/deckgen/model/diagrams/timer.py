"""The `timer` diagram: a clock alone, on slides that have a picture besides (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.diagrams.base import DiagramData, Labels


class TimerLabels(Labels):
    """Words of a clock: its unit, and what it and the ring that runs are called."""

    unit: str = ""
    minutes: str = ""
    countdown: str = ""


class Timer(DiagramData):
    """So many minutes for what `word` says."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["timer"] = "timer"
    word: str
    minutes: int
    labels: TimerLabels = TimerLabels()

    def parts(self) -> tuple[str, ...]:
        """What the minutes are for."""
        return (self.word,)
