"""`iceberg` data into the little that shows above the water and the much that lies beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import pi, sin
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import TitledList
from deckgen.draw.shapes import card, label, labelled, pill, plain_text, split, titled
from deckgen.tree.drawing import Path, Shape

# Outline of the berg, as shares of its width and of the height above / below the waterline.
_TIP = ((0.12, 1.0), (0.22, 0.72), (0.33, 0.5), (0.4, 0.46), (0.5, 0.06), (0.6, 0.32), (0.68, 0.42), (0.88, 1.0))
_BODY = ((0.1, 0.0), (0.0, 0.3), (0.1, 0.62), (0.2, 0.7), (0.34, 0.98), (0.52, 0.9), (0.68, 1.0), (0.86, 0.66),
         (1.0, 0.36), (0.9, 0.0))  # fmt: skip
_FACET_TIP = ((0.5, 0.06), (0.6, 0.32), (0.68, 0.42), (0.88, 1.0), (0.52, 1.0), (0.46, 0.55))
_FACET_BODY = ((0.52, 0.0), (0.6, 0.45), (0.52, 0.9), (0.68, 1.0), (0.86, 0.66), (1.0, 0.36), (0.9, 0.0))


class Iceberg(Protocol):
    """What shows, the words at the waterline, what lies beneath."""

    @property
    def above(self) -> TitledList: ...
    @property
    def waterline(self) -> str: ...
    @property
    def below(self) -> TitledList: ...


def draw_iceberg(record: Iceberg, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The berg on the left, what it stands for on the right of it, at its height."""
    above, below = len(record.above.items), len(record.below.items)
    for columns in ((2, 2), (3, 2), (1, 1), (2, 1)):
        if frame.w < frame.h * 1.5 and columns[0] > 1:
            continue
        yield _berg(record, frame, pen, min(columns[0], above), min(columns[1], below))


def _berg(record: Iceberg, frame: Frame, pen: Pen, first: int, second: int) -> Plan:
    x, y, w, h = frame
    rows_above = -(-len(record.above.items) // first)
    rows_below = -(-len(record.below.items) // second)
    share = (rows_above + 1.4) / (rows_above + rows_below + 2.8)
    water = y + h * min(0.5, max(0.34, share))
    berg_w = min(w * 0.36, h * 0.95)
    left = x + pen.gap
    items: list[Item] = [Shape("rect", Frame(x, water, w, y + h - water), "secondary_soft")]
    tip, body = water - y, (y + h - water) * 0.96
    items.append(_outline(_TIP, left, berg_w, y, tip, "secondary"))
    items.append(_outline(_FACET_TIP, left, berg_w, y, tip, "primary"))
    items.append(_outline(_BODY, left, berg_w, water, body, "secondary"))
    items.append(_outline(_FACET_BODY, left, berg_w, water, body, "primary"))
    swell = pen.rule * 1.2
    points = tuple((x + w * i / 72, water + swell * sin(i / 72 * 12 * pi)) for i in range(73))
    items.append(Path(points, smooth=True, line="secondary", line_width=pen.rule * 1.4))
    text_x = left + berg_w + pen.gap * 2
    text_w = x + w - text_x - pen.gap
    note = 0.0
    if record.waterline:
        note = pen.label[0] * 1.7
        wide = min(text_w, pen.width(record.waterline, pen.label[0]) + 3 * pen.pad)
        items.append(
            pill(Frame(x + w - wide - pen.gap, water - note / 2, wide, note), pen,
                 (label(record.waterline, "on_fill"),), "accent", part="waterline")
        )  # fmt: skip
    margin = max(note / 2 + pen.pad * 0.6, pen.pad * 1.3)
    items += _list(record.above, Frame(text_x, y, text_w, water - y - margin), pen, "above", first, "secondary_soft")
    under = water + margin
    items += _list(record.below, Frame(text_x, under, text_w, y + h - under - pen.pad), pen, "below", second, "on_fill")
    return Plan(items)


def _outline(shape: Sequence[tuple[float, float]], x: float, w: float, y: float, h: float, fill: Colour) -> Path:
    points = tuple((round(x + w * px, 2), round(y + h * py, 2)) for px, py in shape)
    return Path(points, closed=True, fill=fill, line="paper", line_width=1.0)


def _list(side: TitledList, frame: Frame, pen: Pen, part: str, columns: int, fill: Colour) -> list[Item]:
    """A heading over chips in equal columns."""
    x, y, w, h = frame
    head = pen.strong[0] * 1.5
    rows = -(-len(side.items) // columns)
    gap = pen.gap * 0.5
    items: list[Item] = [plain_text(Frame(x, y, w, head), (titled(side),), part=part)]
    most = pen.label[0] * 3.4
    tall = min((h - head - pen.pad * 0.4 - gap * (rows - 1)) / rows, most)
    for index, item in enumerate(side.items):
        row, column = divmod(index, columns)
        at, wide = split(x, w, columns, gap)[column]
        box = Frame(at, y + head + pen.pad * 0.4 + row * (tall + gap), wide, tall)
        items.append(
            card(box, pen, (labelled(item),), fill=fill, align="left", part=f"{part}-{index + 1}",
                 insets=(pen.pad, 0.0, pen.pad * 0.5, 0.0))
        )  # fmt: skip
    return items
