"""What every block shares: the unit that is timed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from deckgen.base.units import Split
from deckgen.model.base import Private, Strict
from deckgen.model.class_size import Per
from deckgen.model.fields import BlockMinutes, Energy, Id, OptionalLong, Status, Text, Texts
from deckgen.model.kinds import Kind
from deckgen.model.slides import AnySlide

FrameMinutes = Annotated[int, Field(ge=0, le=30)]
"""Minutes of frames, taken out of the talk of a block."""

_RANGE = re.compile(r"\s*(\d{1,3})(?:\s*-\s*(\d{1,3}))?(?:\s*-\s*(\d{1,3}))?\s*\Z", re.ASCII)


class Range(NamedTuple):
    """How many minutes a block may take; what is None follows from the block's minutes."""

    minimum: int | None
    typical: int | None
    maximum: int | None


def _decode_range(value: Any) -> Any:
    if isinstance(value, Range):
        return value
    match = _RANGE.match(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if match is None:
        raise ValueError("a range is written minimum-typical-maximum, for example 15-25-40")
    first, second, third = (int(part) if part else None for part in match.groups())
    if second is None:
        span = Range(None, first, None)
    elif third is None:
        span = Range(first, None, second)
    else:
        span = Range(first, second, third)
    given = [part for part in span if part is not None]
    if given[0] < 1 or given != sorted(given):
        raise ValueError("a range rises from at least one minute: minimum-typical-maximum, for example 15-25-40")
    return span


class Material(Strict):
    """Something to bring; quantities follow from class size and `per`."""

    item: Text
    per: Per = "table"
    qty: Annotated[int, Field(ge=1, le=999)] = 1


class Conditions(Strict):
    """What must hold where a block runs; all of it is kept in every length."""

    needs: tuple[Id, ...] = ()  # blocks without which this one does not run
    same_sitting: Id | None = None  # an earlier block after which no pause may come before this one
    not_last: bool = False  # not the last block of a day
    not_after_lunch: bool = False
    day: Annotated[int, Field(ge=1, le=100)] | None = None


class Block(Kind):
    """A timed stretch of a module. Subclasses narrow `kind`.

    `minutes` are talk/activity/debrief, or one number that splits as the slides do.
    """

    frames: ClassVar[bool]  # it opens or closes a course or a day: serves no objective and is never dropped

    trainer_only: ClassVar[Mapping[str, Private]] = {"late": "private", "differences": "private"}

    kind: str
    id: Id
    title: Text
    status: Status = "finished"  # a draft lacks what only a finished course must have
    method: Text  # how it is taught; left out, it follows from the slides
    energy: Energy  # left out, it follows from the slides
    minutes: BlockMinutes | None = None
    range: Annotated[Range | None, BeforeValidator(_decode_range)] = None  # for lengths nobody declared
    elastic: Annotated[int, Field(ge=0, le=60)] = 0
    opening: FrameMinutes = 0  # minutes of its talk for what is shown before it: the divider, or what opens the day
    recap: FrameMinutes = 0  # minutes of its talk for the recap of its module, shown behind it
    priority: Annotated[int, Field(ge=1, le=5)] = 3
    core_skill: bool = False
    optional: bool = False
    objectives: tuple[Id, ...] = ()
    covers: tuple[Id, ...] = ()
    terms: Texts = ()  # glossary entries this block explains; the glossary names its page
    slides: Annotated[tuple[AnySlide, ...], Field(min_length=1)]
    sheets: tuple[Id, ...] = ()
    materials: tuple[Material, ...] = ()
    late: str = ""  # how to give back the elastic minutes
    differences: OptionalLong = ""  # how the deliveries differ here; printed in the guide only
    place: Literal["", "day_start", "day_end"] = ""
    conditions: Conditions | None = None

    @property
    def slide_ids(self) -> tuple[str, ...]:
        """Ids of its slides as the deck has them: their own, or counted."""
        return tuple(slide.id or f"{self.id}.s{number}" for number, slide in enumerate(self.slides, start=1))

    @property
    def split(self) -> Split | None:
        """The minutes by talk, activity and debrief; None when this delivery gives none."""
        if not isinstance(self.minutes, int):
            return self.minutes
        slides = sum((slide.split for slide in self.slides), Split())
        own = self.minutes - self.frame_minutes
        talk = own * slides.talk // slides.total if slides.total else 0
        debrief = own * slides.debrief // slides.total if slides.total else 0
        return Split(talk + self.frame_minutes, own - talk - debrief, debrief)

    @property
    def frame_minutes(self) -> int:
        """Minutes of its talk for slides that nobody writes: what opens it, and the recap behind it."""
        return self.opening + self.recap

    @property
    def parts(self) -> tuple[Split, ...]:
        """The minutes of what is shown in turn: what opens it, its slides, and the recap behind them."""
        return (Split(self.opening), *(slide.split for slide in self.slides), Split(self.recap))

    @property
    def shown(self) -> Split:
        """What all of that takes together."""
        return sum(self.parts, Split())
