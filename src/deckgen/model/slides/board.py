"""What slides share in front of which participants act."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from deckgen.model.fields import IconName, Id
from deckgen.model.slides.base import Bucket, Building
from deckgen.model.slides.content import ContentSlide

Reserve = tuple[Literal["text", "key"], ...]
"""What of its sheet a board keeps in reserve."""


class BoardSlide(ContentSlide):
    """Task, grouping, output and steps come from the sheet unless given here; `points` are the task, line by line.

    A visual of its own stands in place of the board.
    """

    bucket: ClassVar[Bucket] = "activity"
    speaks: ClassVar[bool] = False
    asserts: ClassVar[bool] = False
    building: ClassVar[Building] = "on_request"
    stands: ClassVar[bool] = False  # without a sheet people stand up and speak

    unprinted: ClassVar[frozenset[str]] = frozenset({"icon"})

    sheet: Id | None = None
    task: str = ""
    grouping: str = ""
    output: str = ""
    reserve: Reserve = ()  # hidden slides at the back: the `text` of its sheet, the `key` of answers
    icon: IconName = ""  # beside the task: phone, users, clock; docs/icons.md shows all

    @model_validator(mode="after")
    def _nothing_is_hidden(self) -> BoardSlide:
        if self.task and self.points:
            raise ValueError("task and points both say what to do: give one of them")
        hidden = [name for name in ("task", "points", "grouping", "output", "icon") if getattr(self, name)]
        if self.has_visual and hidden:
            raise ValueError(f"a visual stands in place of the board, which would show {', '.join(hidden)}")
        return self
