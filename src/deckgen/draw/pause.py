"""`pause` data into a clock that runs until the time when everybody is back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.board import clock_face
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import corner, display, dot, label, plain_text, rounded, strong
from deckgen.tree.drawing import Icon, Path, Shape

_PANEL = 0.42  # of the width, for the clock
_TIME = 4.0  # times the size of a heading


class Labels(Protocol):
    """Words of a break; `minutes` and `countdown` name the clock and the ring that runs."""

    @property
    def back(self) -> str: ...
    @property
    def following(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def minutes(self) -> str: ...
    @property
    def countdown(self) -> str: ...


class Pause(Protocol):
    """A break of so many minutes until the time `end`."""

    @property
    def word(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def end(self) -> str: ...
    @property
    def following(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def labels(self) -> Labels: ...


def draw_pause(record: Pause, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The clock at the left; at the right the time, as large as it can be, and what comes then."""
    x, y, w, h = frame
    wide = min(w * _PANEL, h * 1.15)
    panel = Frame(x, y, wide, h)
    items: list[Item] = [Shape("round_rect", panel, "mark_soft", adjust=corner(panel, pen.radius))]
    d = min(wide, h) * 0.82
    items += clock_face(record.minutes, record.word, record.labels, x + wide / 2, y + h / 2, d, pen, "primary")
    left = x + wide + pen.gap * 2.4
    room = w - wide - pen.gap * 2.4
    time_h, back_h = h * 0.34, pen.strong[0] * 1.7
    top = y + h * 0.06
    side = min(pen.badge * 2, room * 0.2) if record.icon else 0.0
    items.append(
        plain_text(Frame(left, top, room - side * 1.2, time_h), (display(record.end, _TIME, "primary"),), part="time")
    )
    top += time_h
    items.append(plain_text(Frame(left, top, room, back_h), (display(record.labels.back, 1.2),), part="back"))
    top += back_h + pen.gap
    if record.icon:
        cx, cy = x + w - side / 2, y + h * 0.06 + time_h / 2
        items.append(dot(cx, cy, side, "primary_soft"))
        spot = Frame(cx - side * 0.28, cy - side * 0.28, side * 0.56, side * 0.56)
        items.append(Icon(rounded(spot), record.icon, "primary"))
    if record.following:
        items.append(Path(((left, top), (x + w, top)), line="hair_line", line_width=pen.rule / 2))
        rest = Frame(left, top + pen.pad, room, y + h - top - pen.pad)
        words = (label(record.labels.following, "muted"), strong(record.following))
        items.append(plain_text(rest, words, part="following", anchor="top"))
    yield Plan(items, boost=1.0, tolerance=20.0)
