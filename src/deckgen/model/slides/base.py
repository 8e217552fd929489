"""What every slide shares: its content and the facilitator notes that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.base.units import Split
from deckgen.model.base import Private, Strict
from deckgen.model.fields import Cells, Id, LongTexts, OptionalLong, SlideMinutes, Text, Texts
from deckgen.model.kinds import Kind

Bucket = Literal["talk", "activity", "debrief"]
Building = Literal["usual", "on_request", "never"]
"""Items appear one by one as the course says; where the slide itself asks for it; there are none."""


class Ask(Strict):
    """A question to the room with what to expect and what to do when nobody answers."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "q": "spoken", "expect": "private", "follow_up": "private", "if_silent": "private",
    }  # fmt: skip

    finished: ClassVar[frozenset[str]] = frozenset(("expect", "follow_up", "if_silent"))

    q: Text
    type: Literal["recall", "probe", "experience", "decision"] = "experience"
    expect: Annotated[Texts, Field(min_length=2)]
    follow_up: Text
    if_silent: Text
    wait: Annotated[int, Field(ge=1, le=120)] = 5  # seconds of silence to bear


class Fallback(Strict):
    """What to do when something is missing."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "late": "private", "short_of_people": "echo", "no_projector": "private",
    }  # fmt: skip

    late: str = ""
    short_of_people: str = ""
    no_projector: str = ""


class SlideTable(Strict):
    """A table on a slide; every row has as many cells as `head`. An empty text is a cell to fill in.

    What does not fit one slide goes on on the next, under the same head.
    """

    head: Annotated[Cells, Field(min_length=2, max_length=8)]
    rows: Annotated[tuple[Cells, ...], Field(min_length=1, max_length=60)]
    widths: tuple[float, ...] = ()

    @model_validator(mode="after")
    def _rectangular(self) -> SlideTable:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.head):
                raise ValueError(f"row {number} has {len(row)} cells, the head has {len(self.head)} columns")
        if self.widths and len(self.widths) != len(self.head):
            raise ValueError(f"{len(self.widths)} widths for {len(self.head)} columns")
        return self


class Slide(Kind):
    """One slide of a block. Subclasses narrow `kind` and say where its minutes count."""

    bucket: ClassVar[Bucket]  # where minutes given as one number count
    speaks: ClassVar[bool]  # the trainer explains, so that `say` has a usual length
    asserts: ClassVar[bool]  # the title is one full statement
    building: ClassVar[Building]  # whether its items appear one by one where the course asks for it
    trainer_only: ClassVar[Mapping[str, Private]] = {
        "glance": "echo", "purpose": "private", "key_points": "echo", "say": "spoken", "do": "private",
        "ask": "private", "transition": "private", "materials": "private", "cautions": "private", "fallback": "private",
    }  # fmt: skip
    finished: ClassVar[frozenset[str]] = frozenset(("purpose", "key_points", "say", "transition"))

    kind: str
    id: Id | None = None
    title: Text
    minutes: SlideMinutes
    hidden: bool = False  # in reserve: passed over in the show, not handed out; takes no minutes
    build: bool | None = None  # its items appear one by one, a click each; left out, as the course says
    source: str = ""
    # facilitator notes
    glance: str = ""
    purpose: str = ""
    key_points: Texts = ()
    say: OptionalLong = ""
    do: LongTexts = ()
    ask: tuple[Ask, ...] = ()
    takeaway: str = ""
    transition: str = ""
    materials: Texts = ()
    cautions: Texts = ()
    fallback: Fallback | None = None
    sources: Texts = ()
    # the participant workbook
    explain: OptionalLong = ""  # a reading: the visual redrawn beside this text of at most 200 characters
    apply: str = ""  # "use it with my team": a prompt with writing room in that reading

    @property
    def is_read(self) -> bool:
        """Whether the workbook has a reading of it."""
        return bool(self.explain or self.apply)

    @model_validator(mode="after")
    def _hidden_takes_no_time(self) -> Slide:
        if self.hidden and self.split.total:
            raise ValueError(f"a hidden slide is passed over, but has {self.split.total} minutes")
        return self

    def is_built(self, usual: bool) -> bool:
        """Whether its items appear one by one, in a course in which that is `usual` or not."""
        if self.building == "never":
            return False
        return (usual and self.building == "usual") if self.build is None else self.build

    @property
    def split(self) -> Split:
        """The slide's minutes by bucket."""
        if isinstance(self.minutes, Split):
            return self.minutes
        filled: dict[str, Any] = {self.bucket: self.minutes}
        return Split(**filled)
