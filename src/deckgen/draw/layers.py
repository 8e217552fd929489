"""`layers` data into one utterance and what is heard in it, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import SERIES, SOFT, badge, card, label, plain_text, split, strong, titled
from deckgen.tree.drawing import Path

_WITH_ICON = 1.4  # times as wide is a title beside its icon


class Layers(Protocol):
    """An utterance and three layers."""

    @property
    def utterance(self) -> str: ...
    @property
    def layers(self) -> Sequence[Node]: ...


def draw_layers(record: Layers, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """What was said on the left, three bands on the right, each a little deeper than the one before."""
    for share in (0.3, 0.36, 0.26):
        yield _lens(record, frame, pen, share)


def _lens(record: Layers, frame: Frame, pen: Pen, share: float) -> Plan:
    x, y, w, h = frame
    said_w = w * share
    fan = pen.gap * 3
    items: list[Item] = []
    said = record.utterance
    need = pen.height((strong(said),), said_w - 4 * pen.pad) + 4 * pen.pad
    said_h = min(h, max(need, h * 0.5))
    middle = y + h / 2
    left = x + said_w + fan
    inset = pen.gap
    rows = split(y, h, 3, pen.gap)
    title_w = min(
        max(pen.width(layer.title, pen.strong[0], True) * (_WITH_ICON if layer.icon else 1) for layer in record.layers)
        + pen.badge
        + 3.4 * pen.pad,
        (x + w - left) * (0.5 if any(layer.icon for layer in record.layers) else 0.38),
    )
    for index, (at, tall) in enumerate(rows):
        colour = SERIES[index]
        start = left + inset * index
        items.append(
            Path(
                ((x + said_w, middle), (start - pen.pad * 0.3, at + tall / 2)),
                line=colour, line_width=pen.rule * 1.3, arrow=True,
            )
        )  # fmt: skip
    items.append(
        card(Frame(x, middle - said_h / 2, said_w, said_h), pen, (strong(said),), fill="surface", line="muted",
             part="utterance", insets=(pen.pad * 1.6, pen.pad, pen.pad * 1.6, pen.pad), radius=pen.radius * 2)
    )  # fmt: skip
    for index, (layer, (at, tall)) in enumerate(zip(record.layers, rows, strict=True)):
        colour = SERIES[index]
        start = left + inset * index
        wide = x + w - start
        items.append(card(Frame(start, at, wide, tall), pen, fill=SOFT[colour]))
        items.append(card(Frame(start, at, title_w, tall), pen, fill=colour))
        items.append(badge(start + pen.pad + pen.badge / 2, at + tall / 2, pen, str(index + 1), "paper", ink=colour))
        title_x = start + pen.pad * 1.8 + pen.badge
        items.append(
            plain_text(
                Frame(title_x, at, start + title_w - pen.pad - title_x, tall),
                (titled(layer, "on_fill"),),
            )
        )
        items.append(
            plain_text(
                Frame(start + title_w + pen.pad * 1.4, at, wide - title_w - 2.4 * pen.pad, tall),
                (label(layer.text),),
                part=f"layer-{index + 1}",
            )
        )
    return Plan(items, boost=1.3)
