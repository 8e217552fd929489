"""The `activity` diagram: the board participants work from (made by compose)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, OptionalText, Text


class ActivityLabels(Strict):
    """The field labels in the language of the course; `unit` is the word for minutes beside the number."""

    task: Text
    group: Text
    minutes: Text
    output: Text
    page: Text
    unit: OptionalText = ""


class ActivityStep(Strict):
    """One step of the activity and its minutes."""

    minutes: int = Field(ge=0)
    text: Text


class Activity(DiagramData):
    """Task, grouping, minutes, output and workbook page, with up to five timed steps."""

    type: Literal["activity"] = "activity"
    task: Text
    group: Text
    minutes: int = Field(ge=1)
    output: Text
    page: OptionalText = ""
    steps: tuple[ActivityStep, ...] = Field(default=(), max_length=5)
    labels: ActivityLabels

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
