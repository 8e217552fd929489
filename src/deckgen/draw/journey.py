"""`journey` data into a curve of how the touchpoints feel, with its peak and its end marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import card, dot, label, labelled, plain_text, split
from deckgen.tree.drawing import Path, Shape

_MARKS: dict[str, Colour] = {"peak": "positive", "end": "primary", "mot": "accent", "pain": "negative"}

_ICON = 1.7  # times the size of a label: room for an icon above it


class Point(Protocol):
    """A touchpoint; `score` runs from -3 to 3, a `mark` flies a flag."""

    @property
    def title(self) -> str: ...
    @property
    def score(self) -> float: ...
    @property
    def mark(self) -> str | None: ...
    @property
    def icon(self) -> str: ...


class Labels(Protocol):
    """Words on the flags."""

    @property
    def peak(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def mot(self) -> str: ...
    @property
    def pain(self) -> str: ...


class Journey(Protocol):
    """Six to ten touchpoints."""

    @property
    def points(self) -> Sequence[Point]: ...
    @property
    def labels(self) -> Labels: ...


def draw_journey(record: Journey, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """A smooth curve over the score axis; titles stand in a row of columns beneath."""
    x, y, w, h = frame
    points = record.points
    flags = {"peak": record.labels.peak, "end": record.labels.end, "mot": record.labels.mot, "pain": record.labels.pain}
    axis = pen.width("+3", pen.label[0]) + pen.pad
    columns = split(x + axis, w - axis, len(points), pen.gap * 0.4)
    wide = columns[0][1]
    foot = max(pen.height((label(p.title),), wide - pen.pad * 0.8) for p in points) + pen.pad
    if any(point.icon for point in points):
        foot += pen.label[0] * _ICON
    foot = min(foot, h * 0.4)
    flag_h = pen.label[0] * 1.5
    lift = flag_h + pen.label[0] * 0.5 + pen.pad  # a flag over the best or under the worst point
    low = any(point.mark and point.score < -1 for point in points)
    chart = Frame(x + axis, y + lift, w - axis, h - foot - pen.gap - lift * (2 if low else 1))

    def height(score: float) -> float:
        return chart.y + chart.h * (3 - score) / 6

    zero = height(0)
    items: list[Item] = [
        Shape("rect", Frame(chart.x, height(3), chart.w, zero - height(3)), "positive_soft"),
        Shape("rect", Frame(chart.x, zero, chart.w, height(-3) - zero), "negative_soft"),
    ]
    for score in (3, 0, -3):
        text = f"+{score}" if score > 0 else str(score).replace("-", "−")
        tall = pen.label[0] * 1.3
        items.append(
            plain_text(
                Frame(x, height(score) - tall / 2, axis - pen.pad * 0.5, tall), (label(text, "muted"),), align="right"
            )
        )
    items.append(Path(((chart.x, zero), (chart.x + chart.w, zero)), line="muted", line_width=pen.rule * 0.7, dash=True))
    items.append(Path(((chart.x, height(-3)), (chart.x, height(3))), line="muted", line_width=pen.rule * 0.7))
    places = [(at + length / 2, height(p.score)) for (at, length), p in zip(columns, points, strict=True)]
    items.append(Path(tuple(places), smooth=True, line="primary", line_width=pen.rule * 1.8))
    curve = _samples(places)
    floor = y + h - foot
    for number, (point, (px, py), (at, _)) in enumerate(zip(points, places, columns, strict=True), 1):
        mark = point.mark
        colour: Colour = _MARKS[mark] if mark else "primary"
        d = pen.label[0] * (0.95 if mark else 0.6)
        if mark:
            text = flags[mark]
            flag_w = min(pen.width(text, pen.label[0]) + pen.pad * 1.6, wide + pen.gap * 2)
            left = min(max(px - flag_w / 2, chart.x), x + w - flag_w)
            above = Frame(left, py - d / 2 - pen.pad * 0.5 - flag_h, flag_w, flag_h)
            below = Frame(left, py + d / 2 + pen.pad * 0.5, flag_w, flag_h)
            spots = (above, below) if point.score >= 0 else (below, above)
            flag = min(spots, key=lambda spot: _crossings(spot, curve, floor))
            items.append(
                card(flag, pen, (label(text, "on_fill"),), fill=colour,
                     insets=(0.0, 0.0, 0.0, 0.0))
            )  # fmt: skip
        items.append(dot(px, py, d, colour, "paper", pen.rule * 0.8))
        items.append(
            card(Frame(at, y + h - foot, wide, foot), pen, (labelled(point),), part=f"point-{number}",
                 fill="surface" if not mark else "primary_soft",
                 insets=(pen.pad * 0.3, pen.pad * 0.4, pen.pad * 0.3, pen.pad * 0.4))
        )  # fmt: skip
    yield Plan(items, boost=1.0)


def _samples(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points on the smooth curve through the places."""
    samples: list[tuple[float, float]] = []
    for i in range(len(places) - 1):
        p0, p1, p2 = places[max(0, i - 1)], places[i], places[i + 1]
        p3 = places[min(len(places) - 1, i + 2)]
        for step in range(16):
            t = step / 16
            a, b, c, d = _weights(t)
            samples.append(
                (p0[0] * a + p1[0] * b + p2[0] * c + p3[0] * d, p0[1] * a + p1[1] * b + p2[1] * c + p3[1] * d)
            )
    return samples


def _weights(t: float) -> tuple[float, float, float, float]:
    """Catmull-Rom weights of four neighbouring points."""
    return (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )


def _crossings(spot: Frame, curve: list[tuple[float, float]], floor: float) -> int:
    """How much of the curve a flag would hide; a flag below the chart counts as hiding all of it."""
    if spot.y + spot.h > floor:
        return len(curve)
    return sum(spot.x - 2 <= px <= spot.x + spot.w + 2 and spot.y - 2 <= py <= spot.y + spot.h + 2 for px, py in curve)
