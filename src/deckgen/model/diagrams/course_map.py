"""The `course_map` diagram: the stops of the course, the present one lit (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.diagrams.base import DiagramData, Iconed
from deckgen.model.fields import IconName


class Stop(Iconed):
    """A stop of the course; `part` is its short number or name, `text` says more on a map that has room."""

    title: str
    part: str = ""
    text: str = ""
    minutes: int | None = None
    unit: str = ""  # what follows the minutes
    dimension: str = ""  # what it is about, shared with its neighbours
    icon: IconName = ""
    link: str = ""  # `#` and the id of its slide


class CourseMap(DiagramData):
    """Some stops of the course from number `first` on; `current` is counted from 1 among them, 0 = none."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["course_map"] = "course_map"
    stops: tuple[Stop, ...]
    current: int = 0
    first: int = 1

    @model_validator(mode="after")
    def _stop_on_the_map(self) -> CourseMap:
        if self.current > len(self.stops):
            raise ValueError(f"`current` is {self.current}, but there are only {len(self.stops)} stops")
        return self

    def parts(self) -> tuple[str, ...]:
        """The stops in order."""
        return tuple(stop.title for stop in self.stops)
