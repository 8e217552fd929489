"""`timer` data into a clock whose ring runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.board import ClockLabels, clock_face
from deckgen.draw.pen import Pen, Plan


class Timer(Protocol):
    """So many minutes for what `word` says."""

    @property
    def word(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def labels(self) -> ClockLabels: ...


def draw_timer(record: Timer, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The clock in the middle of its frame, in the colour of looking back."""
    d = min(frame.w, frame.h)
    cx, cy = frame.x + frame.w / 2, frame.y + frame.h / 2
    yield Plan(clock_face(record.minutes, record.word, record.labels, cx, cy, d, pen, "secondary"), tolerance=20.0)
