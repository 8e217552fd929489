"""`gauge` data into a dial of score bands with what to do in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import card, dot, label, plain_text, split, strong, titled
from deckgen.tree.drawing import Path

_COLOURS: dict[int, tuple[Colour, ...]] = {
    3: ("accent", "secondary", "primary"),
    4: ("accent", "muted", "secondary", "primary"),
    5: ("negative", "accent", "muted", "secondary", "primary"),
}
_SOFT: dict[Colour, Colour] = {
    "negative": "negative_soft",
    "accent": "accent_soft",
    "muted": "surface",
    "secondary": "secondary_soft",
    "primary": "primary_soft",
}


class Band(Protocol):
    """Scores from `low` to `high`, both included."""

    @property
    def title(self) -> str: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...
    @property
    def advice(self) -> str: ...
    @property
    def icon(self) -> str: ...


class Gauge(Protocol):
    """Three to five bands."""

    @property
    def bands(self) -> Sequence[Band]: ...


def draw_gauge(record: Gauge, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """A half dial on the left whose sectors are as wide as their scores, the bands in rows on the right."""
    if frame.w >= frame.h * 1.5:
        yield _dial(record.bands, frame, pen)
    yield _rows(record.bands, frame, pen)


def _dial(bands: Sequence[Band], frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    colours = _COLOURS[len(bands)]
    edge = pen.label[0] * 2.4  # room for the numbers around the dial
    dial_w = min(w * 0.44, h * 1.45)
    radius = dial_w / 2 - edge
    cx, cy = x + dial_w / 2, y + h / 2 + radius / 2
    low, high = bands[0].low, bands[-1].high
    span = high - low + 1
    items: list[Item] = []
    marks: list[tuple[float, int]] = [(0.0, low)]
    at = low
    for band, colour in zip(bands, colours, strict=True):
        end = band.high + 1
        a, b = (at - low) / span, (end - low) / span
        slim = 0.004
        items.append(
            Path(_sector(cx, cy, radius, radius * 0.58, a + slim, b - slim), closed=True, fill=colour, line=None)
        )
        marks.append((b, band.high))
        at = end
    size = pen.label[0]
    for place, score in marks:
        angle = pi * (1 - place)
        tx, ty = cx + (radius + edge * 0.5) * cos(angle), cy - (radius + edge * 0.42) * sin(angle)
        wide = pen.width(str(score), size)
        items.append(
            plain_text(
                Frame(tx - wide / 2, ty - size * 0.65, wide, size * 1.3), (label(str(score), "muted"),), align="center"
            )
        )
    needle = pi * 0.3
    tip = (cx + radius * 0.8 * cos(needle), cy - radius * 0.8 * sin(needle))
    hub = radius * 0.09
    items.append(
        Path(((cx - hub * sin(needle), cy - hub * cos(needle)), tip, (cx + hub * sin(needle), cy + hub * cos(needle))),
             closed=True, fill="ink", line=None)
    )  # fmt: skip
    items.append(dot(cx, cy, hub * 3, "ink"))
    left = x + dial_w + pen.gap
    items += _bands(bands, Frame(left, y, x + w - left, h), pen)
    return Plan(items, tolerance=5.0)


def _rows(bands: Sequence[Band], frame: Frame, pen: Pen) -> Plan:
    """The bands alone, for a narrow canvas."""
    return Plan(_bands(bands, frame, pen))


def _bands(bands: Sequence[Band], frame: Frame, pen: Pen) -> list[Item]:
    """Rows of range, title and advice."""
    left, y, w, h = frame
    colours = _COLOURS[len(bands)]
    items: list[Item] = []
    rows = split(y, h, len(bands), pen.gap * 0.7)
    ranges = [f"{band.low}–{band.high}" for band in bands]
    range_w = max(pen.width(text, pen.strong[0], True) for text in ranges) + pen.pad
    order = list(zip(bands, colours, ranges, strict=True))
    for number, ((band, colour, text), (row, tall)) in enumerate(zip(order, rows, strict=True), 1):
        most = min(tall, pen.strong[0] * 6)
        row += (tall - most) / 2
        items.append(card(Frame(left, row, w, most), pen, fill=_SOFT[colour]))
        items.append(
            card(
                Frame(left, row, range_w, most),
                pen,
                (strong(text, "on_fill"),),
                fill=colour,
                insets=(0.0, 0.0, 0.0, 0.0),
            )
        )
        items.append(
            plain_text(
                Frame(
                    left + range_w + pen.pad,
                    row + pen.pad * 0.3,
                    w - range_w - 2 * pen.pad,
                    most - pen.pad * 0.6,
                ),
                (titled(band), label(band.advice)),
                part=f"band-{number}",
            )
        )
    return items


def _sector(
    cx: float, cy: float, outer: float, inner: float, start: float, end: float
) -> tuple[tuple[float, float], ...]:
    """A stretch of the half dial between two shares of it."""
    steps = max(2, round((end - start) * 48))
    turns = [pi * (1 - (start + (end - start) * i / steps)) for i in range(steps + 1)]
    there = [(round(cx + outer * cos(t), 2), round(cy - outer * sin(t), 2)) for t in turns]
    back = [(round(cx + inner * cos(t), 2), round(cy - inner * sin(t), 2)) for t in reversed(turns)]
    return (*there, *back)
