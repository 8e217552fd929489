"""`spectrum` data into marks between two poles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import badge, card, label, leader, strong, titled, words
from deckgen.tree.drawing import Path


class Mark(Node, Protocol):
    """A mark; its place runs from 0 (left) to 100 (right)."""

    @property
    def place(self) -> float: ...


class Spectrum(Protocol):
    """Two poles and the marks between them."""

    @property
    def left(self) -> str: ...
    @property
    def right(self) -> str: ...
    @property
    def marks(self) -> Sequence[Mark]: ...


def draw_spectrum(record: Spectrum, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """A band from pole to pole; the marks' cards stand by turns above and below their places."""
    yield _band(record, frame, pen)


def _band(record: Spectrum, frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    marks: Sequence[Mark] = record.marks
    pole = min(
        max(pen.width(text, pen.strong[0], True) for text in (record.left, record.right)) + 2 * pen.pad, w * 0.17
    )
    band = pen.strong[0] * 3
    middle = y + h / 2
    items: list[Item] = [
        Box(Frame(x, middle - band / 2, pole, band), (strong(record.left, "on_fill"),), "left", "rect", "secondary",
            insets=(pen.pad * 0.5, 0.0, pen.pad * 0.5, 0.0)),
        Box(Frame(x + w - pole, middle - band / 2, pole, band), (strong(record.right, "on_fill"),), "right", "rect",
            "primary", insets=(pen.pad * 0.5, 0.0, pen.pad * 0.5, 0.0)),
    ]  # fmt: skip
    slim = band * 0.34
    start, length = x + pole, w - 2 * pole
    points = ((start, middle - slim / 2), (start + length, middle - band / 2), (start + length, middle + band / 2),
              (start, middle + slim / 2))  # fmt: skip
    items.append(Path(points, closed=True, fill="primary_soft", line=None))
    back = ((start, middle - band / 2), (start + length, middle - slim / 2), (start + length, middle + slim / 2),
            (start, middle + band / 2))  # fmt: skip
    items.append(Path(back, closed=True, fill="secondary_soft", line=None))
    inset = pen.badge * 0.8
    wished = [start + inset + (length - 2 * inset) * mark.place / 100 for mark in marks]
    d = pen.badge
    places = [edge + d / 2 for edge in _spread(wished, d, pen.pad * 0.3, start, start + length)]
    upper, lower = [i for i in range(len(marks)) if i % 2 == 0], [i for i in range(len(marks)) if i % 2 == 1]
    reach = pen.gap * 1.6
    room = h / 2 - band / 2 - reach
    wide = min((w - pen.gap * (len(upper) - 1)) / len(upper), pen.strong[0] * 14)
    texts = [words(titled(mark), label(mark.text)) for mark in marks]
    need = max(pen.height(text, wide - 2 * pen.pad) for text in texts) + 2 * pen.pad
    tall = min(room, max(need * 1.5, pen.strong[0] * 4))
    for group, above in ((upper, True), (lower, False)):
        spots = _spread([places[i] for i in group], wide, pen.gap, x, x + w)
        for index, at in zip(group, spots, strict=True):
            top = middle - band / 2 - reach - tall if above else middle + band / 2 + reach
            edge = top + tall if above else top
            turn = edge + (reach * 0.45 if above else -reach * 0.45)
            foot = min(max(places[index], at + pen.radius), at + wide - pen.radius)
            items.append(
                leader(pen, (places[index], middle), (places[index], turn), (foot, turn), (foot, edge), colour="accent")
            )
            items.append(
                card(Frame(at, top, wide, tall), pen, texts[index], part=f"mark-{index + 1}", fill="surface",
                     line="line", insets=(pen.pad, pen.pad * 0.5, pen.pad, pen.pad * 0.5))
            )  # fmt: skip
    for index, place in enumerate(places):
        items.append(badge(place, middle, pen, str(index + 1), "accent"))
    return Plan(items, boost=1.35)


def _spread(places: list[float], wide: float, gap: float, low: float, high: float) -> list[float]:
    """Left edges of cards as near to their places as equal widths and the canvas allow."""
    edges = [place - wide / 2 for place in places]
    for index, edge in enumerate(edges):
        least = low if index == 0 else edges[index - 1] + wide + gap
        edges[index] = max(edge, least)
    limit = high - wide
    for index in range(len(edges) - 1, -1, -1):
        edges[index] = min(edges[index], limit)
        limit = edges[index] - wide - gap
    return edges
