"""The `clock` diagram: the agenda with its times (made by compose)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Text


def _as_time(value: Any) -> Any:
    """Minutes after midnight, or a clock time, as HH:MM."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value // 60:02d}:{value % 60:02d}"
    return value if isinstance(value, str) else str(value)


Time = Annotated[str, BeforeValidator(_as_time), Field(pattern=r"^([01]?\d|2[0-3]):[0-5]\d$")]
"""A time of day, HH:MM."""


class ClockItem(Strict):
    """A stretch of the day; `open` is time that stands outside the taught blocks."""

    start: Time
    end: Time
    title: Text
    kind: Literal["block", "break", "lunch", "open"] = "block"


class Clock(DiagramData):
    """What happens when, in order."""

    type: Literal["clock"] = "clock"
    items: tuple[ClockItem, ...] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _run_forward(self) -> Clock:
        last = ""
        for item in self.items:
            start, end = item.start.zfill(5), item.end.zfill(5)
            if end < start:
                raise ValueError(f"{item.title} ends at {end}, before it starts at {start}")
            if start < last:
                raise ValueError(f"{item.title} starts at {start}, before the item above ends at {last}")
            last = end
        return self

    def parts(self) -> tuple[str, ...]:
        """Each item with its time."""
        return tuple(f"{item.start}–{item.end} {item.title}" for item in self.items)
