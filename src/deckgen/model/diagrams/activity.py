"""The `activity` diagram: the board participants work from (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Iconed
from deckgen.model.fields import IconName


class ActivityLabels(Strict):
    """The field labels in the language of the course; `unit` is the word for minutes beside the number."""

    task: str
    group: str
    minutes: str
    output: str
    page: str
    unit: str = ""


class ActivityStep(Strict):
    """One step of the activity and its minutes."""

    minutes: int
    text: str


class Activity(DiagramData, Iconed):
    """Task, grouping, minutes, output and workbook page, with timed steps."""

    reading_height: ClassVar[float] = 0.0

    type: Literal["activity"] = "activity"
    task: str
    group: str
    minutes: int
    output: str
    page: str = ""
    steps: tuple[ActivityStep, ...] = ()
    labels: ActivityLabels
    icon: IconName = ""

    @model_validator(mode="after")
    def _keep_the_time(self) -> Activity:
        total = sum(step.minutes for step in self.steps)
        if total > self.minutes:
            raise ValueError(f"the steps take {total} minutes, the activity only {self.minutes}")
        return self

    def parts(self) -> tuple[str, ...]:
        """Task, grouping, minutes, output, page, each after its label."""
        fields = (
            (self.labels.task, self.task),
            (self.labels.group, self.group),
            (self.labels.minutes, f"{self.minutes} {self.labels.unit}".strip()),
            (self.labels.output, self.output),
            (self.labels.page, self.page),
        )
        return tuple(f"{label} {value}" for label, value in fields if value)
