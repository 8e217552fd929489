"""`clock` data into the agenda of a day: time, length and what happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.documents.draw.pen import Item, Pen, Plan
from deckgen.documents.draw.shapes import label, plain_text, split, strong
from deckgen.documents.tree.drawing import Shape

_FILLS: dict[str, tuple[Colour, Colour]] = {
    "block": ("primary", "primary_soft"),
    "break": ("secondary", "secondary_soft"),
    "lunch": ("accent", "accent_soft"),
    "open": ("muted", "surface"),
}


def draw_clock(data: Mapping[str, Any], frame: Frame, pen: Pen) -> Iterator[Plan]:
    """One column for a few items; else two that part at lunch, or three."""
    items = data["items"]
    if len(items) <= 7 or frame.w < frame.h * 1.5:
        yield _columns([items], frame, pen)
    lunch = next((i for i, item in enumerate(items) if item["kind"] == "lunch"), None)
    if lunch is not None and 0 < lunch < len(items) - 1:
        yield _columns([items[: lunch + 1], items[lunch + 1 :]], frame, pen)
    half = -(-len(items) // 2)
    yield _columns([items[:half], items[half:]], frame, pen)
    third = -(-len(items) // 3)
    if len(items) > 8:
        yield _columns([items[:third], items[third : 2 * third], items[2 * third :]], frame, pen)


def _columns(columns: Sequence[Sequence[Mapping[str, Any]]], frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    given = [column for column in columns if column]
    longest = max(len(column) for column in given)
    gap = pen.gap * 0.5
    tall = min((h - gap * (longest - 1)) / longest, pen.strong[0] * 3.2)
    used = tall * longest + gap * (longest - 1)
    top = y + (h - used) / 2
    items: list[Item] = []
    number = 0
    for column, (at, wide) in zip(given, split(x, w, len(given), pen.gap * 1.4), strict=True):
        for row, item in enumerate(column):
            number += 1
            items += _row(item, number, Frame(at, top + row * (tall + gap), wide, tall), pen)
    return Plan(items, boost=1.2)


def _row(item: Mapping[str, Any], number: int, box: Frame, pen: Pen) -> list[Item]:
    colour, soft = _FILLS[item["kind"]]
    time = f"{item['start']}–{item['end']}"
    time_w = pen.width(time, pen.label[0]) * 1.06 + pen.pad
    bar = pen.pad * 0.7
    text = strong(item["title"]) if item["kind"] == "block" else label(item["title"])
    inner = box.x + bar + pen.pad
    return [
        Shape("rect", box, soft),
        Shape("rect", Frame(box.x, box.y, bar, box.h), colour),
        plain_text(Frame(inner, box.y, time_w, box.h), (label(time, "ink"),)),
        plain_text(
            Frame(inner + time_w, box.y, box.x + box.w - inner - time_w - pen.pad * 0.5, box.h),
            (text,),
            part=f"item-{number}",
        ),
    ]
