"""`factors` data into two columns of bars back to back, with what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import TitledList
from deckgen.draw.shapes import SOFT, card, labelled, split, strong, titled
from deckgen.tree.drawing import Path


class Factors(Protocol):
    """Two lists and what follows from their difference."""

    @property
    def left(self) -> TitledList: ...
    @property
    def right(self) -> TitledList: ...
    @property
    def note(self) -> str: ...


def draw_factors(record: Factors, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Headings over bars that reach out from a common axis; the note along the foot."""
    x, y, w, h = frame
    note = record.note
    foot = pen.height((strong(note),), w - 4 * pen.pad) + 2 * pen.pad if note else 0.0
    room = h - foot - (pen.gap if note else 0.0)
    head = pen.strong[0] * 2.1
    cx = x + w / 2
    axis_gap = pen.gap * 0.8
    count = max(len(record.left.items), len(record.right.items))
    gap = pen.gap * 0.6
    rows_h = room - head - gap
    most = pen.strong[0] * 4
    tall = min((rows_h - gap * (count - 1)) / count, most)
    used = tall * count + gap * (count - 1)
    top = y + (room - head - gap - used) / 2
    items: list[Item] = []
    sides: tuple[tuple[str, TitledList, Colour, float, float], ...] = (
        ("left", record.left, "secondary", x, cx - axis_gap),
        ("right", record.right, "primary", cx + axis_gap, x + w),
    )
    items.append(Path(((cx, top), (cx, top + head + gap + used)), line="muted", line_width=pen.rule))
    for side, factors, colour, start, end in sides:
        items.append(
            card(Frame(start, top, end - start, head), pen, (titled(factors, "on_fill"),), fill=colour,
                 part=side)
        )  # fmt: skip
        rows = split(top + head + gap, used, count, gap)
        for number, (item, (at, height)) in enumerate(zip(factors.items, rows, strict=False), 1):
            items.append(
                card(Frame(start, at, end - start, height), pen, (labelled(item),), part=f"{side}-{number}",
                     fill=SOFT[colour], align="right" if side == "left" else "left",
                     insets=(pen.pad * 1.4, pen.pad * 0.3, pen.pad * 1.4, pen.pad * 0.3))
            )  # fmt: skip
            edge = end if side == "left" else start
            items.append(Path(((edge, at + height / 2), (cx, at + height / 2)), line=colour, line_width=pen.rule))
    if note:
        items.append(
            card(Frame(x, y + h - foot, w, foot), pen, (strong(note),), fill="accent_soft", part="note",
                 insets=(2 * pen.pad, pen.pad * 0.6, 2 * pen.pad, pen.pad * 0.6))
        )  # fmt: skip
    yield Plan(items, boost=1.3)
