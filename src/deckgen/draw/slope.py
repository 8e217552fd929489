"""`slope` data into lines between two moments, on one scale, each named with its number at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import dot, label, leader, plain_text, strong
from deckgen.tree.drawing import Path

_ROW = 1.45  # of the size of words: from one name to the next where values are close
_SIDE = 0.36  # of the width: room for the names before the lines
_NUMBER = 0.24  # of the width: room for the numbers behind them


class Slope(Protocol):
    """One line."""

    @property
    def title(self) -> str: ...
    @property
    def before(self) -> float: ...
    @property
    def after(self) -> float: ...


class SlopeGraph(Protocol):
    """The lines, what both sides are called, and which line stands out."""

    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def rows(self) -> Sequence[Slope]: ...
    @property
    def highlight(self) -> str: ...


def draw_slope(record: SlopeGraph, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Two upright rules, a line a row between them; names and numbers keep clear of each other."""
    x, y, w, h = frame
    head = pen.strong[0] * 1.8
    left, right = x + w * _SIDE, x + w * (1 - _NUMBER)
    top, foot = y + head + pen.gap, y + h - pen.gap
    known = [value for row in record.rows for value in (row.before, row.after)]
    low, high = min(known), max(known)
    span = (high - low) or 1.0

    def level(value: float) -> float:
        inner = (foot - top) * 0.1
        return round(foot - inner - (value - low) / span * (foot - top - 2 * inner), 2)

    items: list[Item] = []
    for at, title in ((left, record.before), (right, record.after)):
        place = Frame(at - w * 0.19, y, w * 0.38, head)
        items.append(plain_text(place, (strong(title, "muted"),), align="center"))
        items.append(Path(((at, top), (at, foot)), line="line", line_width=pen.rule))
    tall = min(pen.label[0] * _ROW, (foot - top) / len(record.rows))
    starts = _apart([level(row.before) for row in record.rows], tall, top, foot)
    ends = _apart([level(row.after) for row in record.rows], tall, top, foot)
    behind: list[Item] = []
    ahead: list[Item] = []
    for number, (row, start, end) in enumerate(zip(record.rows, starts, ends, strict=True), 1):
        stands_out = not record.highlight or row.title == record.highlight
        colour: Colour = "primary" if stands_out else "line"
        ink: Colour = "ink" if stands_out else "muted"
        word = strong if stands_out and record.highlight else label
        one, other = level(row.before), level(row.after)
        into = ahead if stands_out else behind
        into.append(Path(((left, one), (right, other)), line=colour, line_width=pen.rule * (2 if stands_out else 1.2)))
        into += [dot(at, value, pen.label[0] * 0.5, colour) for at, value in ((left, one), (right, other))]
        told = f"{row.title}  {row.before:.12g}{record.unit}"
        edge = left - pen.pad * 1.5
        items += _lead(pen, (edge, start), (left, one))
        items += _lead(pen, (right + pen.pad * 1.5, end), (right, other))
        box = Frame(x, start - tall / 2, edge - x, tall)
        items.append(plain_text(box, (word(told, ink),), align="right", part=f"before-{number}"))
        after = Frame(right + pen.pad * 1.5, end - tall / 2, x + w - right - pen.pad * 1.5, tall)
        items.append(plain_text(after, (word(f"{row.after:.12g}{record.unit}", ink),), part=f"after-{number}"))
    yield Plan([*items[:4], *behind, *ahead, *items[4:]], boost=1.0)


def _lead(pen: Pen, name: tuple[float, float], point: tuple[float, float]) -> list[Item]:
    """A thin line from a name to its point, where the name had to give way."""
    return [leader(pen, name, point)] if abs(name[1] - point[1]) > pen.label[0] * 0.3 else []


def _apart(levels: Sequence[float], tall: float, top: float, foot: float) -> list[float]:
    """Heights of names near their points, in the order of these, at least `tall` apart and all between the ends."""
    order = sorted(range(len(levels)), key=lambda at: (levels[at], at))
    placed: dict[int, float] = {}
    free = top + tall / 2
    for at in order:
        placed[at] = max(levels[at], free)
        free = placed[at] + tall
    bound = foot - tall / 2
    for at in reversed(order):
        placed[at] = min(placed[at], bound)
        bound = placed[at] - tall
    return [round(placed[at], 2) for at in range(len(levels))]
