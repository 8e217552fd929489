"""The `activity` diagram: the board participants work from (made by compose)."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Iconed
from deckgen.model.fields import IconName

Design = Literal["case", "lanes", "list", "page", "ring", "scale", "table", "talk", "track", "wall"]


class ActivityLabels(Strict):
    """The field labels in the language of the course; `unit` is the word for minutes beside the number,
    `countdown` names the ring that runs.
    """

    task: str
    group: str
    minutes: str
    output: str
    page: str
    unit: str = ""
    countdown: str = ""


class ActivityStep(Strict):
    """One step of the activity and its minutes; `short` says it in a few words."""

    minutes: int
    text: str
    short: str = ""


class ActivityNote(Strict):
    """A role with its letter, a fact, a field to fill in, a range of scores: what is named, and a word about it."""

    title: str
    text: str = ""
    letter: str = ""


class Activity(DiagramData, Iconed):
    """Task, grouping, minutes, sheet and page, with timed steps, and what its design shows besides.

    `word` says what kind of activity it is; `who` are the people on the board, or what those who take turns are called;
    `rounds` head the turns, `turn` says how long one is.
    """

    reading_height: ClassVar[float] = 0.0

    type: Literal["activity"] = "activity"
    design: Design = "list"
    word: str = ""
    word_icon: str = ""
    sheet: str = ""
    task: str
    group: str
    minutes: int
    output: str = ""
    page: str = ""
    steps: tuple[ActivityStep, ...] = ()
    notes: tuple[ActivityNote, ...] = ()
    lines: tuple[str, ...] = ()
    question: str = ""
    who: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    turn: str = ""
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
