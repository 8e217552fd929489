"""`hub` data into a centre and the cards around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw import records
from deckgen.draw.pen import Box, Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import card, icon_height, label, split, strong, titled, words
from deckgen.tree.drawing import Path


class Hub(Protocol):
    """A centre and three to seven spokes."""

    @property
    def center(self) -> records.Item: ...
    @property
    def spokes(self) -> Sequence[Node]: ...


def draw_hub(record: Hub, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Cards on both sides of the centre, an odd one below it; on a narrow canvas all to the right."""
    if frame.w >= frame.h * 1.3:
        for side in (0.35, 0.37, 0.33):
            yield _both_sides(record, frame, pen, side)
    yield _one_side(record, frame, pen)


def _both_sides(record: Hub, frame: Frame, pen: Pen, share: float) -> Plan:
    x, y, w, h = frame
    spokes: Sequence[Node] = record.spokes
    side = len(spokes) // 2
    odd = len(spokes) % 2 == 1
    wide = w * share
    middle_w = w - 2 * wide
    bare = not any(spoke.text for spoke in spokes)
    foot = 0.0
    if odd:
        last = spokes[side]
        needed = pen.height(words(strong(last.title), label(last.text)), middle_w - 3.6 * pen.gap - 3 * pen.pad)
        needed += icon_height((last,), pen)
        foot = min(h * 0.46, max(needed * 1.3 + 2 * pen.pad, h * 0.24))
    d = min(middle_w * 0.68, h - foot - (pen.gap * 2 if odd else 0.0), h * 0.6)
    cx = x + w / 2
    cy = y + (h - foot) / 2 if odd else y + h / 2
    need = max(pen.height(words(strong(spoke.title), label(spoke.text)), wide - 2.3 * pen.pad) for spoke in spokes)
    need += icon_height(spokes, pen)
    tall = min((h - pen.gap * (side - 1)) / side, pen.strong[0] * 5.5 if bare else need * 2 + 2 * pen.pad)
    block = tall * side + pen.gap * (side - 1)
    rows = split((cy if side == 1 and odd else y + h / 2) - block / 2, block, side, pen.gap)
    boxes = [Frame(x, at, wide, length) for at, length in rows]
    if odd:
        boxes.append(Frame(cx - middle_w / 2 + pen.gap * 1.8, y + h - foot, middle_w - 3.6 * pen.gap, foot))
    boxes += [Frame(x + w - wide, at, wide, length) for at, length in rows]
    items: list[Item] = []
    for index, box in enumerate(boxes):
        if odd and index == side:
            points: tuple[tuple[float, float], ...] = ((cx, cy), (cx, box.y))
        else:
            edge = box.x + box.w if index < side else box.x
            reach = pen.gap * 0.9 if odd else (middle_w / 2 - d / 2) * 0.5
            bend = edge + (1 if index < side else -1) * reach
            mid = box.y + box.h / 2
            points = ((cx, cy), (bend, cy), (bend, mid), (edge, mid)) if abs(mid - cy) > 1 else ((cx, cy), (edge, mid))
        items.append(Path(points, line="secondary", line_width=pen.rule))
    inner = Frame(cx - d / 2, cy - d / 2, d, d)
    items.append(Box(inner, (titled(record.center, "on_fill"),), "center", "ellipse", "primary"))
    items += _cards(spokes, boxes, pen)
    return Plan(items, boost=1.35 if bare else 1.25)


def _cards(spokes: Sequence[Node], boxes: Sequence[Frame], pen: Pen) -> list[Item]:
    items: list[Item] = []
    for index, (spoke, box) in enumerate(zip(spokes, boxes, strict=True)):
        items.append(
            card(
                box, pen, words(titled(spoke), label(spoke.text)),
                part=f"spoke-{index + 1}", fill="secondary_soft", line="secondary",
                align="left" if spoke.text else "center",
                insets=(pen.pad * 1.3, pen.pad * 0.5, pen.pad, pen.pad * 0.5),
            )
        )  # fmt: skip
    return items


def _one_side(record: Hub, frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    spokes: Sequence[Node] = record.spokes
    d = min(w * 0.26, h * 0.6)
    bend = x + d + pen.gap
    left = x + d + pen.gap * 2
    rows = split(y, h, len(spokes), pen.gap * 0.5)
    boxes = [Frame(left, at, x + w - left, length) for at, length in rows]
    cy = y + h / 2
    items: list[Item] = []
    for box in boxes:
        mid = box.y + box.h / 2
        items.append(
            Path(((x + d / 2, cy), (bend, cy), (bend, mid), (left, mid)), line="secondary", line_width=pen.rule)
        )
    items.append(
        Box(
            Frame(x, cy - d / 2, d, d),
            (titled(record.center, "on_fill"),),
            "center",
            "ellipse",
            "primary",
        )
    )
    return Plan(items + _cards(spokes, boxes, pen))
