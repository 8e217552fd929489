"""`matrix` data into four fields between two axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import card, label, plain_text, split, strong, titled, words
from deckgen.tree.drawing import Path

_FILLS: tuple[Colour, ...] = ("secondary_soft", "primary_soft", "surface", "accent_soft")


class Axis(Protocol):
    """An axis with the words at its ends."""

    @property
    def title(self) -> str: ...
    @property
    def low(self) -> str: ...
    @property
    def high(self) -> str: ...


class Matrix(Protocol):
    """Two axes and four cells, row by row."""

    @property
    def x(self) -> Axis: ...
    @property
    def y(self) -> Axis: ...
    @property
    def cells(self) -> Sequence[Node]: ...


def draw_matrix(record: Matrix, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Cells in two rows; the axes run along the left and the foot, each from its low to its high end."""
    x, y, w, h = frame
    across, up = record.x, record.y
    side_texts = (up.title, up.low, up.high)
    side = min(max(pen.width(text, pen.strong[0], True) for text in side_texts) + pen.pad, w * 0.2)
    foot = pen.strong[0] * 1.5 + pen.pad
    line = pen.gap
    left, bottom = x + side + line, y + h - foot - line
    cells_w, cells_h = x + w - left, bottom - y
    gap = pen.gap * 0.6
    columns, rows = split(left + gap, cells_w - gap, 2, gap), split(y, cells_h - gap, 2, gap)
    items: list[Item] = [
        Path(((left, bottom), (left, y)), line="ink", line_width=pen.rule, arrow=True),
        Path(((left, bottom), (x + w, bottom)), line="ink", line_width=pen.rule, arrow=True),
    ]
    thirds = split(y, cells_h, 3, 0.0)
    for text, (at, tall), anchor in zip((up.high, up.title, up.low), thirds, ("top", "middle", "bottom"), strict=True):
        word = strong(text) if anchor == "middle" else label(text, "muted")
        items.append(
            plain_text(
                Frame(x, at, side, tall), (word,), align="right",
                anchor="top" if anchor == "top" else "bottom" if anchor == "bottom" else "middle",
                part="y" if anchor == "middle" else "",
            )
        )  # fmt: skip
    for index, cell in enumerate(record.cells):
        row, column = divmod(index, 2)
        box = Frame(columns[column][0], rows[row][0], columns[column][1], rows[row][1])
        items.append(
            card(box, pen, words(titled(cell), label(cell.text)), part=f"cell-{index + 1}",
                 fill=_FILLS[index], insets=(pen.pad * 1.5, pen.pad, pen.pad * 1.5, pen.pad))
        )  # fmt: skip
    spans = split(left + gap, cells_w - gap, 3, 0.0)
    low, title, high = spans
    under = bottom + line * 0.4
    tall = y + h - under
    items.append(plain_text(Frame(low[0], under, low[1], tall), (label(across.low, "muted"),)))
    items.append(plain_text(Frame(title[0], under, title[1], tall), (strong(across.title),), align="center", part="x"))
    items.append(plain_text(Frame(high[0], under, high[1], tall), (label(across.high, "muted"),), align="right"))
    yield Plan(items, boost=1.3)
