"""`cards` data into a numbered grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import badge, card, label, panel, plain_text, split, titled


class Card(Node, Protocol):
    """A card; `when` says when to use it."""

    @property
    def when(self) -> str: ...


class Cards(Protocol):
    """Four to nine cards."""

    @property
    def cards(self) -> Sequence[Card]: ...


def draw_cards(record: Cards, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The grid that comes closest to even rows; a short last row is centred."""
    count = len(record.cards)
    square = {4: (2, 4), 5: (3,), 6: (3, 2), 7: (4, 3), 8: (4, 2), 9: (3,)}[count]
    narrow = (1, 2) if frame.w < frame.h * 1.5 else ()
    for columns in (*narrow, *square, 2, 3):
        yield _grid(record.cards, frame, pen, columns)


def _grid(cards: Sequence[Card], frame: Frame, pen: Pen, columns: int) -> Plan:
    x, y, w, h = frame
    gap = pen.gap
    rows = -(-len(cards) // columns)
    bare = not any(c.text or c.when for c in cards)
    lines = split(y, h, rows, gap)
    if bare:  # titles alone do not need the whole height
        most = pen.strong[0] * 6
        if lines[0][1] > most:
            top = y + (h - rows * most - gap * (rows - 1)) / 2
            lines = [(top + i * (most + gap), most) for i in range(rows)]
    wide = (w - gap * (columns - 1)) / columns
    if not bare:  # a hollow card is worse than a smaller one
        most = max(_need(one, wide, pen) for one in cards) * 1.45
        if lines[0][1] > most:
            top = y + (h - rows * most - gap * (rows - 1)) / 2
            lines = [(top + i * (most + gap), most) for i in range(rows)]
    plan = Plan([], boost=1.5 if bare else 1.3)
    for row, (top, tall) in enumerate(lines):
        stretch = cards[row * columns : (row + 1) * columns]
        left = x + (w - len(stretch) * wide - (len(stretch) - 1) * gap) / 2
        for column, one in enumerate(stretch):
            box = Frame(left + column * (wide + gap), top, wide, tall)
            _card(plan.items, one, row * columns + column + 1, box, pen, bare)
    return plan


def _card(items: list[Item], one: Card, number: int, box: Frame, pen: Pen, bare: bool) -> None:
    x, y, w, h = box
    pad = pen.pad
    items.append(panel(box, pen, "primary_soft"))
    title_x = x + pad + pen.badge + pad
    title_w = w - (title_x - x) - pad
    title = (titled(one),)
    if bare:
        items.append(badge(x + pad + pen.badge / 2, y + h / 2, pen, str(number)))
        items.append(plain_text(Frame(title_x, y, title_w, h), title, part=f"card-{number}"))
        return
    foot = 0.0
    if one.when:
        foot = pen.height((label(one.when),), w - 2 * pad) + pad * 0.8
        foot = min(foot, h * 0.42)
    head = max(pen.badge, pen.height(title, title_w)) + pad * 0.6
    head = min(head, (h - foot) * (0.6 if one.text else 1.0))
    if not one.text:
        head = h - foot - pad * 0.6
    middle = y + pad * 0.6 + head / 2
    items.append(badge(x + pad + pen.badge / 2, middle, pen, str(number)))
    items.append(plain_text(Frame(title_x, y + pad * 0.6, title_w, head), title, part=f"card-{number}"))
    if one.text:
        top = y + pad * 0.6 + head + pad * 0.3
        items.append(
            plain_text(
                Frame(x + pad * 1.2, top, w - 2.2 * pad, y + h - foot - pad * 0.5 - top),
                (label(one.text),),
                anchor="top" if one.when else "middle",
            )
        )
    if one.when:
        strip = Frame(x + pad * 0.5, y + h - foot - pad * 0.5, w - pad, foot)
        items.append(
            card(strip, pen, (label(one.when),), fill="card", align="left",
                 insets=(pad * 0.7, 0.0, pad * 0.3, 0.0), radius=pen.radius * 0.7)
        )  # fmt: skip


def _need(one: Card, wide: float, pen: Pen) -> float:
    """Height of a card that holds its words at their ideal sizes."""
    pad = pen.pad
    head = max(pen.badge, pen.height((titled(one),), wide - pen.badge - 3 * pad)) + pad * 1.2
    text = pen.height((label(one.text),), wide - 2.2 * pad) + pad * 0.8 if one.text else 0.0
    foot = pen.height((label(one.when),), wide - 2 * pad) + pad * 1.3 if one.when else 0.0
    return head + text + foot
