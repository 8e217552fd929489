"""`glyph` data into one large character on its practice grid, taken apart by callouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import card, display, label, leader, split, titled, words
from deckgen.tree.drawing import Path, Shape

_GRID = 1.8  # times the largest size of type: the square around the character


class Callout(Node, Protocol):
    """A callout; `part` is the component of the character it speaks of."""

    @property
    def part(self) -> str: ...


class Glyph(Protocol):
    """One character and its callouts."""

    @property
    def character(self) -> str: ...
    @property
    def callouts(self) -> Sequence[Callout]: ...


def draw_glyph(record: Glyph, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The character on the left, its components and what they mean on the right."""
    for share in (0.4, 0.28):
        yield _anatomy(record, frame, pen, share)


def _anatomy(record: Glyph, frame: Frame, pen: Pen, share: float) -> Plan:
    x, y, w, h = frame
    callouts = record.callouts
    most = _GRID * pen.scale[-1] if pen.scale else h
    side = min(h, w * share, most)
    top = y + (h - side) / 2
    items: list[Item] = [
        Shape("rect", Frame(x, top, side, side), "card", "accent", pen.rule * 1.2),
        Path(((x, top + side / 2), (x + side, top + side / 2)), line="line", line_width=pen.rule / 2, dash=True),
        Path(((x + side / 2, top), (x + side / 2, top + side)), line="line", line_width=pen.rule / 2, dash=True),
        Path(((x, top), (x + side, top + side)), line="line", line_width=pen.rule / 2, dash=True),
        Path(((x + side, top), (x, top + side)), line="line", line_width=pen.rule / 2, dash=True),
        Box(
            Frame(x, top, side, side),
            (display(record.character, side / 1.24 / pen.strong[0], "primary"),),
            "character",
        ),
    ]
    has_part = any(callout.part for callout in callouts)
    left = x + side + pen.gap * 3
    rows = split(y, h, len(callouts), pen.gap * 0.8)
    tile = min(min(tall for _, tall in rows), pen.strong[0] * 3.6) if has_part else 0.0
    for number, (callout, (at, tall)) in enumerate(zip(callouts, rows, strict=True), 1):
        tall_used = min(tall, pen.strong[0] * 5.5)
        at += (tall - tall_used) / 2
        middle = at + tall_used / 2
        anchor = top + side * (0.12 + 0.76 * (number - 0.5) / len(callouts))
        items.append(
            leader(pen, (x + side, anchor), (x + side + pen.gap, anchor), (left - pen.gap, middle), (left, middle),
                   colour="accent")
        )  # fmt: skip
        inset = pen.pad * 1.4 + (tile + pen.pad * 0.4 if has_part else 0.0)
        items.append(
            card(
                Frame(left, at, x + w - left, tall_used), pen,
                words(titled(callout), label(callout.text)),
                part=f"callout-{number}", fill="primary_soft", align="left",
                insets=(inset, pen.pad * 0.3, pen.pad, pen.pad * 0.3),
            )
        )  # fmt: skip
        if callout.part:
            pad = (tall_used - tile) / 2 if tile < tall_used else 0.0
            size = tile - 2 * pen.pad * 0.5
            items.append(
                card(
                    Frame(left + min(pad, pen.pad * 0.5) + pen.pad * 0.3, middle - size / 2, size, size), pen,
                    (display(callout.part, 2.0 if len(callout.part) == 1 else 1.1, "on_fill"),),
                    fill="primary", insets=(0.0, 0.0, 0.0, 0.0),
                )
            )  # fmt: skip
    return Plan(items, boost=1.25)
