"""The `pause` diagram: how long a break is, when everybody is back and what comes then (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.diagrams.base import DiagramData, Labels
from deckgen.model.fields import IconName


class PauseLabels(Labels):
    """Words of a break; `minutes` and `countdown` name the clock and the ring that runs."""

    back: str = ""
    following: str = ""
    unit: str = ""
    minutes: str = ""
    countdown: str = ""


class Pause(DiagramData):
    """A break of so many minutes until the time `end`; `following` is what it is followed by."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"icon"})
    reading_height: ClassVar[float] = 0.0

    type: Literal["pause"] = "pause"
    word: str
    minutes: int
    end: str
    following: str = ""
    icon: IconName = ""
    labels: PauseLabels = PauseLabels()

    def parts(self) -> tuple[str, ...]:
        """When everybody is back, and what comes then."""
        return tuple(text for text in (self.end, self.labels.back, self.following) if text)
