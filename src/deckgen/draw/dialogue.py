"""`dialogue` data into speech bubbles from two sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import SIGNS, TONES, card, label, pill, share
from deckgen.tree.drawing import Shape

_WITH_ICON = 1.75  # times as high is a name under its icon


class Line(Protocol):
    """A line of talk; `tag` names the step it uses."""

    @property
    def who(self) -> str: ...
    @property
    def say(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def icon(self) -> str: ...


class Dialogue(Protocol):
    """Two to six lines."""

    @property
    def lines(self) -> Sequence[Line]: ...
    @property
    def tone(self) -> str: ...


def draw_dialogue(record: Dialogue, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The first speaker on the left, the others on the right, the step each line uses opposite to it."""
    for wide in (0.62, 0.7):
        yield _talk(record, frame, pen, wide)


def _talk(record: Dialogue, frame: Frame, pen: Pen, bubble: float) -> Plan:
    x, y, w, h = frame
    lines = record.lines
    tone = record.tone
    items: list[Item] = []
    if tone != "neutral":
        edge = pen.gap * 0.5
        sign = pen.badge * 1.1
        items.append(Shape("rect", Frame(x, y, edge, h), TONES[tone]))
        items.append(
            pill(Frame(x + edge + pen.pad * 0.5, y, sign, sign), pen, (label(SIGNS[tone], "on_fill"),), TONES[tone])
        )
        x, w = x + edge + sign + pen.pad, w - edge - sign - pen.pad
    gap = pen.gap * 0.7
    k = 1.35 if len(lines) <= 2 else 1.2 if len(lines) <= 4 else 1.0  # few lines may be set larger
    who_w = min(max(pen.width(line.who, pen.label[0]) for line in lines) * k + pen.pad * 1.5, w * 0.19)
    tag_w = max((pen.width(line.tag, pen.label[0]) for line in lines if line.tag), default=0.0)
    tag_w = min(tag_w * k + pen.pad * 1.5, w * 0.24) if tag_w else 0.0
    body = min(w * bubble, w - who_w - tag_w - 2 * gap) if tag_w else w - who_w - gap - w * 0.12
    inner = body - 2.6 * pen.pad
    weights = [pen.height((label(line.say),), inner) + 1.4 * pen.pad for line in lines]
    total = sum(weights) + gap * (len(lines) - 1)
    if total < h:
        grow = min((h - total) / len(lines), pen.label[0] * 2.6)
        weights = [weight + grow for weight in weights]
        total = sum(weights) + gap * (len(lines) - 1)
        spans = share(y + (h - total) / 2, total, weights, gap)
    else:
        spans = share(y, h, weights, gap)
    first = lines[0].who
    for number, (line, (at, tall)) in enumerate(zip(lines, spans, strict=True), 1):
        left = line.who == first
        strong_fill: Colour = "secondary" if left else "primary"
        soft: Colour = "secondary_soft" if left else "primary_soft"
        lines_of_who = max(1, pen.lines(line.who, pen.label[0] * k, who_w - pen.pad))
        who_h = pen.label[0] * k * 1.2 * lines_of_who + pen.pad
        who_h = min(tall, who_h * _WITH_ICON if line.icon else who_h)
        who_x = x if left else x + w - who_w
        items.append(
            card(Frame(who_x, at + (tall - who_h) / 2, who_w, who_h), pen, (label(line.who, "on_fill", line.icon),),
                 fill=strong_fill, insets=(pen.pad * 0.4, 0.0, pen.pad * 0.4, 0.0), radius=pen.radius * 1.2)
        )  # fmt: skip
        bubble_x = x + who_w + gap if left else x + w - who_w - gap - body
        items.append(
            card(Frame(bubble_x, at, body, tall), pen, (label(line.say),), part=f"line-{number}", fill=soft,
                 align="left", insets=(pen.pad * 1.3, pen.pad * 0.4, pen.pad * 1.3, pen.pad * 0.4),
                 radius=pen.radius * 1.5)
        )  # fmt: skip
        if line.tag:
            tag_h = min(
                tall, pen.label[0] * k * 1.2 * pen.lines(line.tag, pen.label[0] * k, tag_w - pen.pad) + pen.pad * 1.1
            )
            tag_x = bubble_x + body + gap if left else bubble_x - gap - tag_w
            items.append(
                card(Frame(tag_x, at + (tall - tag_h) / 2, tag_w, tag_h), pen, (label(line.tag),),
                     fill="accent_soft", line="accent", insets=(0.0, 0.0, 0.0, 0.0))
            )  # fmt: skip
    return Plan(items, boost=1.5)
