"""`kpi` data into cards: the figure now, large, over a bar with where it was and where it shall be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import display, label, panel, plain_text, split, strong
from deckgen.tree.drawing import Path, Shape

_BEYOND = 1.12  # of the largest value: where the bar ends
_SCALES = (2.6, 2.0, 1.5)  # times a heading: the figure, the largest that fits


class Figure(Protocol):
    """A figure, and whether it is where it shall be."""

    @property
    def title(self) -> str: ...
    @property
    def now(self) -> float: ...
    @property
    def before(self) -> float | None: ...
    @property
    def target(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def is_reached(self) -> bool: ...


class KpiLabels(Protocol):
    """Words beside the numbers."""

    @property
    def before(self) -> str: ...
    @property
    def target(self) -> str: ...


class Kpi(Protocol):
    """Two to four figures."""

    @property
    def items(self) -> Sequence[Figure]: ...
    @property
    def labels(self) -> KpiLabels: ...


def draw_kpi(record: Kpi, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Cards side by side, or two and two; a reached target is said by a sign and a colour."""
    count = len(record.items)
    for scale in _SCALES:
        yield _cards(record, frame, pen, count, scale)
        if count == 4:
            yield _cards(record, frame, pen, 2, scale)


def _cards(record: Kpi, frame: Frame, pen: Pen, columns: int, scale: float) -> Plan:
    rows = -(-len(record.items) // columns)
    below = max(sum(value is not None for value in (item.target, item.before)) for item in record.items)
    items: list[Item] = []
    for at, (top, tall) in enumerate(split(frame.y, frame.h, rows, pen.gap)):
        given = record.items[at * columns : (at + 1) * columns]
        for number, (left, wide) in enumerate(split(frame.x, frame.w, columns, pen.gap)[: len(given)]):
            place = Frame(left, top, wide, min(tall, wide * 1.1))
            items += _card(given[number], record.labels, place, pen, at * columns + number + 1, scale, below)
    return Plan(items, boost=1.15)


def _card(
    figure: Figure, words: KpiLabels, frame: Frame, pen: Pen, number: int, scale: float, below: int
) -> list[Item]:
    """A card; `below` is how many lines the fullest of them has under its bar, so that all bars lie on one height."""
    x, y, w, h = frame.inset(pen.pad * 1.4, pen.pad, pen.pad * 1.4, pen.pad)
    colour: Colour = "positive" if figure.is_reached else "primary"
    head, line, bar = pen.strong[0] * 1.6, pen.label[0] * 1.5, pen.label[0] * 0.8
    foot = y + h - line * below
    value = f"{figure.now:.12g}{figure.unit}"
    sign = "✓ " if figure.is_reached else ""
    items: list[Item] = [panel(frame, pen, "surface")]
    items.append(plain_text(Frame(x, y, w, head), (strong(figure.title),), part=f"figure-{number}"))
    large = Frame(x, y + head, w, foot - bar - pen.gap - y - head)
    items.append(plain_text(large, (display(value, scale, colour),), part=f"now-{number}"))
    if figure.target is None and figure.before is None:  # a bar beside nothing says nothing
        return items
    most = max(figure.now, figure.before or 0.0, figure.target or 0.0) * _BEYOND
    track = Frame(x, foot - bar - pen.pad * 0.6, w, bar)
    items.append(Shape("rect", track, "hair_line"))
    items.append(Shape("rect", track._replace(w=round(w * figure.now / most, 2)), colour, part=f"bar-{number}"))
    if figure.before is not None:
        at = round(x + w * figure.before / most, 2)
        items.append(Path(((at, track.y), (at, track.y + bar)), line="paper", line_width=pen.rule))
    if figure.target is not None:
        at = round(x + w * figure.target / most, 2)
        ends = ((at, track.y - bar * 0.5), (at, track.y + bar * 1.5))
        items.append(Path(ends, line="ink", line_width=pen.rule * 1.5, part=f"target-{number}"))
        told = f"{sign}{words.target} {figure.target:.12g}{figure.unit}"
        ink: Colour = "positive" if figure.is_reached else "ink"
        items.append(plain_text(Frame(x, foot, w, line), (label(told, ink),), part=f"aim-{number}"))
    if figure.before is not None:
        told = f"{words.before} {figure.before:.12g}{figure.unit}"
        row = Frame(x, foot + (line if figure.target is not None else 0.0), w, line)
        items.append(plain_text(row, (label(told, "muted"),), part=f"before-{number}"))
    return items
