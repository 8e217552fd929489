"""`journey` data into a curve of how the touchpoints feel, with its peak and its end marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.documents.draw.pen import Item, Pen, Plan
from deckgen.documents.draw.shapes import card, dot, label, plain_text, split
from deckgen.documents.tree.drawing import Path, Shape

_MARKS: dict[str, Colour] = {"peak": "positive", "end": "primary", "mot": "accent", "pain": "negative"}


def draw_journey(data: Mapping[str, Any], frame: Frame, pen: Pen) -> Iterator[Plan]:
    """A smooth curve over the score axis; titles stand in a row of columns beneath."""
    x, y, w, h = frame
    points, labels = data["points"], data["labels"]
    axis = pen.label[0] * 2.1
    columns = split(x + axis, w - axis, len(points), pen.gap * 0.4)
    wide = columns[0][1]
    foot = max(pen.height((label(p["title"]),), wide - pen.pad) for p in points) + pen.pad * 1.4
    foot = min(foot, h * 0.4)
    flag_h = pen.label[0] * 1.55
    chart = Frame(x + axis, y + flag_h + pen.gap, w - axis, h - foot - flag_h - pen.gap * 2.2)
    lift = flag_h + pen.gap * 0.6  # room for a flag under the lowest point

    def height(score: float) -> float:
        return chart.y + (chart.h - lift * 0.6) * (3 - score) / 6

    zero = height(0)
    items: list[Item] = [
        Shape("rect", Frame(chart.x, height(3), chart.w, zero - height(3)), "positive_soft"),
        Shape("rect", Frame(chart.x, zero, chart.w, height(-3) - zero), "negative_soft"),
    ]
    for score in (3, 0, -3):
        text = f"+{score}" if score > 0 else str(score).replace("-", "−")
        tall = pen.label[0] * 1.3
        items.append(
            plain_text(Frame(x, height(score) - tall / 2, axis - pen.pad * 0.5, tall), (label(text, "muted"),), align="right")
        )
    items.append(Path(((chart.x, zero), (chart.x + chart.w, zero)), line="muted", line_width=pen.rule * 0.7, dash=True))
    items.append(Path(((chart.x, height(-3)), (chart.x, height(3))), line="muted", line_width=pen.rule * 0.7))
    places = [(at + length / 2, height(p["score"])) for (at, length), p in zip(columns, points, strict=True)]
    items.append(Path(tuple(places), smooth=True, line="primary", line_width=pen.rule * 1.8))
    for number, (point, (px, py), (at, _)) in enumerate(zip(points, places, columns, strict=True), 1):
        mark = point.get("mark")
        colour: Colour = _MARKS[mark] if mark else "primary"
        d = pen.label[0] * (0.95 if mark else 0.6)
        if mark:
            text = labels[mark]
            flag_w = min(pen.width(text, pen.label[0]) + pen.pad * 1.6, wide + pen.gap * 2)
            above = py - d / 2 - pen.pad * 0.5 - flag_h
            flag_y = above if point["score"] >= 0 else py + d / 2 + pen.pad * 0.5
            left = min(max(px - flag_w / 2, chart.x), x + w - flag_w)
            items.append(
                card(Frame(left, flag_y, flag_w, flag_h), pen, (label(text, "on_fill"),), fill=colour,
                     insets=(0.0, 0.0, 0.0, 0.0))
            )  # fmt: skip
        items.append(dot(px, py, d, colour, "paper", pen.rule * 0.8))
        items.append(
            card(Frame(at, y + h - foot, wide, foot), pen, (label(point["title"]),), part=f"point-{number}",
                 fill="surface" if not mark else "primary_soft",
                 insets=(pen.pad * 0.3, pen.pad * 0.3, pen.pad * 0.3, pen.pad * 0.3))
        )  # fmt: skip
    yield Plan(items, boost=1.0)


