"""`rings` data into three circles around one core, each led out to its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import SOFT, badge, card, label, leader, split, strong, titled, words
from deckgen.tree.drawing import Path, Shape

_COLOURS: tuple[Colour, ...] = ("accent", "secondary", "primary")


class Rings(Protocol):
    """Three rings from the inside out."""

    @property
    def rings(self) -> Sequence[Node]: ...


def draw_rings(record: Rings, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Circles on the left, cards on the right from the core outwards, an arrow that gives the order."""
    for share in (0.46, 0.34):
        yield _circles(record, frame, pen, share)


def _circles(record: Rings, frame: Frame, pen: Pen, share: float) -> Plan:
    x, y, w, h = frame
    rings = record.rings
    d = min(h, w * share)
    bare = not any(ring.text for ring in rings)
    text_w = w - d - pen.gap * 4
    if bare:
        text_w = min(text_w, w * 0.34)
    left = x + (w - d - pen.gap * 4 - text_w) / 2
    cx, cy = left + d / 2, y + h / 2
    radii = (d * 0.19, d * 0.345, d * 0.5)
    fills: tuple[Colour, ...] = ("accent", "secondary_soft", "primary_soft")
    items: list[Item] = []
    for radius, fill, line in reversed(list(zip(radii, fills, _COLOURS, strict=True))):
        items.append(Shape("ellipse", Frame(cx - radius, cy - radius, 2 * radius, 2 * radius), fill, line, pen.rule))
    items.append(Path(((cx, cy + radii[0] * 0.62), (cx, cy + radii[2] * 0.93)), line="accent",
                      line_width=pen.rule * 1.6, arrow=True))  # fmt: skip
    mids = (cy, cy - (radii[0] + radii[1]) / 2, cy - (radii[1] + radii[2]) / 2)
    inner = Frame(cx - radii[0] * 0.85, cy - radii[0] * 0.45, radii[0] * 1.7, radii[0] * 0.9)
    fits = all(
        pen.width(ring.title, pen.strong[1], True) <= (inner.w if i == 0 else 1.6 * (radii[i - 1] + radii[i]) / 2)
        for i, ring in enumerate(rings)
    )
    for index, ring in enumerate(rings):
        if fits:
            wide = inner.w if index == 0 else min(1.7 * (radii[index - 1] + radii[index]) / 2, d * 0.6)
            tall = pen.strong[0] * 1.5
            text = (strong(ring.title, "on_fill" if index == 0 else "ink"),)
            items.append(Box(Frame(cx - wide / 2, mids[index] - tall / 2, wide, tall), text))
        else:
            items.append(badge(cx, mids[index], pen, str(index + 1), _COLOURS[index]))
    cards_x = left + d + pen.gap * 4
    for index, (ring, (at, tall)) in enumerate(zip(rings, split(y, h, 3, pen.gap), strict=True)):
        most = pen.strong[0] * (4.5 if bare else 7)
        if tall > most:
            at, tall = at + (tall - most) / 2, most
        middle = at + tall / 2
        colour = _COLOURS[index]
        box = Frame(cards_x, at, text_w, tall)
        start = _rim(cx, cy, radii, index, middle)
        items.append(
            Shape(
                "ellipse",
                Frame(start[0] - pen.rule * 1.6, start[1] - pen.rule * 1.6, pen.rule * 3.2, pen.rule * 3.2),
                colour,
            )
        )
        items.append(leader(pen, start, (cards_x, middle), colour=colour))
        text_left = pen.pad * 1.6 + pen.badge
        items.append(
            card(
                box, pen, words(titled(ring), label(ring.text)), part=f"ring-{index + 1}",
                fill=SOFT[colour], align="left", insets=(text_left, pen.pad * 0.6, pen.pad, pen.pad * 0.6),
            )
        )  # fmt: skip
        items.append(badge(cards_x + pen.pad * 0.8 + pen.badge / 2, middle, pen, str(index + 1), colour))
    return Plan(items)


def _rim(cx: float, cy: float, radii: tuple[float, ...], index: int, height: float) -> tuple[float, float]:
    """A point inside the band of a ring, on the side of its card."""
    radius = (radii[index] + (radii[index - 1] if index else radii[0])) / 2 if index else radii[0] * 0.9
    rise = max(-0.75, min(0.75, (height - cy) / (radii[2] * 1.5))) if index else -0.75
    if index == 1:
        rise = 0.05
    return cx + radius * (1 - rise * rise) ** 0.5, cy + radius * rise
