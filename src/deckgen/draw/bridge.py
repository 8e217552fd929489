"""`bridge` data into two columns and the links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item as Drawn
from deckgen.draw.pen import Pen, Plan
from deckgen.draw.records import Item
from deckgen.draw.shapes import SERIES, card, dot, split, strong, titled
from deckgen.tree.drawing import Path


class Bridge(Protocol):
    """Two columns; a link is a pair of positions counted from 1."""

    @property
    def left(self) -> Sequence[Item]: ...
    @property
    def right(self) -> Sequence[Item]: ...
    @property
    def left_title(self) -> str: ...
    @property
    def right_title(self) -> str: ...
    @property
    def links(self) -> Sequence[tuple[int, int]]: ...


def draw_bridge(record: Bridge, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Left and right as columns of cards; each link keeps the colour of its left end."""
    for share in (0.32, 0.38):
        yield _columns(record, frame, pen, share)


def _columns(record: Bridge, frame: Frame, pen: Pen, share: float) -> Plan:
    x, y, w, h = frame
    wide = w * share
    headed = record.left_title or record.right_title
    head = pen.strong[0] * 1.9 if headed else 0.0
    top = y + head + (pen.gap * 0.6 if headed else 0.0)
    items: list[Drawn] = []
    spots: dict[str, list[tuple[float, float]]] = {}
    cards: list[Drawn] = []
    for side, at, ends, title in (
        ("left", x, record.left, record.left_title),
        ("right", x + w - wide, record.right, record.right_title),
    ):
        fill: Colour = "primary" if side == "left" else "secondary"
        soft: Colour = "primary_soft" if side == "left" else "secondary_soft"
        if title:
            cards.append(
                card(Frame(at, y, wide, head), pen, (strong(title, "on_fill"),), fill=fill,
                     part=f"{side}-title")
            )  # fmt: skip
        gap = pen.gap * 0.6
        rows = split(top, y + h - top, len(ends), gap)
        most = pen.strong[0] * 4.5
        spots[side] = []
        for number, (item, (row, tall)) in enumerate(zip(ends, rows, strict=True), 1):
            used = min(tall, most)
            row += (tall - used) / 2
            cards.append(
                card(Frame(at, row, wide, used), pen, (titled(item),), part=f"{side}-{number}", fill=soft,
                     insets=(pen.pad, pen.pad * 0.2, pen.pad, pen.pad * 0.2))
            )  # fmt: skip
            spots[side].append((at + wide if side == "left" else at, row + used / 2))
    for left, right in record.links:
        (ax, ay), (bx, by) = spots["left"][left - 1], spots["right"][right - 1]
        colour = SERIES[(left - 1) % 3]
        ease = (bx - ax) * 0.3
        curve = ((ax, ay), (ax + ease * 0.4, ay + (by - ay) * 0.035), (ax + ease, ay + (by - ay) * 0.2),
                 ((ax + bx) / 2, (ay + by) / 2), (bx - ease, by - (by - ay) * 0.2),
                 (bx - ease * 0.4, by - (by - ay) * 0.035), (bx, by))  # fmt: skip
        items.append(
            Path(curve if abs(by - ay) > 1 else ((ax, ay), (bx, by)), smooth=abs(by - ay) > 1, line=colour,
                 line_width=pen.rule * 1.2, part=f"link-{left}-{right}")
        )  # fmt: skip
    items += cards
    for side in ("left", "right"):
        for px, py in spots[side]:
            items.append(dot(px, py, pen.rule * 3.6, "primary" if side == "left" else "secondary", "paper", 1.0))
    return Plan(items, boost=1.3)
