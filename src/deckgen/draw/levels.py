"""`levels` data into stairs or a pyramid, the present level marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import badge, card, label, leader, plain_text, split, strong, titled, words
from deckgen.tree.drawing import Path, Shape


class Levels(Protocol):
    """Levels from the lowest up; `here` is counted from 1."""

    @property
    def levels(self) -> Sequence[Node]: ...
    @property
    def shape(self) -> str: ...
    @property
    def here(self) -> int | None: ...


def draw_levels(record: Levels, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Stairs that rise to the right, or a pyramid with its words beside it."""
    if record.shape == "pyramid":
        yield _pyramid(record, frame, pen)
        return
    if frame.w >= frame.h:
        for least in (0.0, 1.0):
            yield _stairs(record, frame, pen, least)
    yield _steps(record, frame, pen)


def _stairs(record: Levels, frame: Frame, pen: Pen, flat: float) -> Plan:
    """Columns whose tops are the treads; number and words hang under each tread."""
    x, y, w, h = frame
    levels, here = record.levels, record.here
    columns = split(x, w, len(levels), pen.gap * 0.4)
    wide = columns[0][1]
    marker = pen.badge * 0.8 if here else 0.0
    bare = not any(level.text for level in levels)
    room = wide - 2 * pen.pad
    disc = pen.badge * (1.5 if len(levels) < 5 and not flat else 1.0)  # few and wide columns bear larger numbers
    need = (
        disc
        + pen.pad * 2.2
        + max(pen.height(words(strong(level.title), label(level.text)), room, floor=bool(flat)) for level in levels)
    )
    usable = h - marker
    if bare:
        need *= 1.3
    lowest = min(usable * (0.75 if flat else 0.62), max(need, usable * (0.3 if bare else 0.46)))
    rise = (usable - lowest) / (len(levels) - 1)
    rise = min(rise, pen.strong[0] * 4.6)
    base = y + h
    items: list[Item] = []
    for number, (level, (at, _)) in enumerate(zip(levels, columns, strict=True), 1):
        tall = lowest + rise * (number - 1)
        top = base - tall
        lit = number == here
        fill: Colour = "accent_soft" if lit else "primary_soft"
        colour: Colour = "accent" if lit else "primary"
        items.append(Shape("rect", Frame(at, top, wide, tall), fill))
        items.append(Shape("rect", Frame(at, top, wide, pen.rule * 2), colour))
        items.append(badge(at + pen.pad + disc / 2, top + pen.pad * 1.2 + disc / 2, pen, str(number), colour, disc))
        body_top = top + pen.pad * 1.6 + disc
        items.append(
            plain_text(
                Frame(at + pen.pad, body_top, room, base - body_top - pen.pad * 0.5),
                words(titled(level), label(level.text)),
                part=f"level-{number}",
                anchor="top",
            )
        )
        if lit:
            items.append(_pin(at + wide / 2, top, marker))
    return Plan(items, boost=1.5 if bare or len(levels) < 5 else 1.25)


def _pin(x: float, y: float, size: float) -> Shape:
    """A marker that points down at its level."""
    return Shape("triangle", Frame(x - size / 2, y - size * 0.95, size, size * 0.8), "accent", rotation=180.0)


def _steps(record: Levels, frame: Frame, pen: Pen) -> Plan:
    """Bars that grow from the bottom up, for a narrow canvas or long words."""
    x, y, w, h = frame
    levels, here = record.levels, record.here
    items: list[Item] = []
    rows = split(y, h, len(levels), pen.gap * 0.5)
    for number, level in enumerate(levels, 1):
        at, tall = rows[len(levels) - number]
        lit = number == here
        shift = w * 0.22 * (number - 1) / (len(levels) - 1)
        colour: Colour = "accent" if lit else "primary"
        box = Frame(x + shift, at, w - shift, tall)
        left = pen.pad * 2 + pen.badge
        items.append(
            card(box, pen, words(titled(level), label(level.text)), part=f"level-{number}",
                 fill="accent_soft" if lit else "primary_soft", align="left",
                 insets=(left, pen.pad * 0.3, pen.pad, pen.pad * 0.3))
        )  # fmt: skip
        items.append(badge(box.x + pen.pad + pen.badge / 2, at + tall / 2, pen, str(number), colour))
    return Plan(items)


def _pyramid(record: Levels, frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    levels, here = record.levels, record.here
    bare = not any(level.text for level in levels)
    count = len(levels)
    base_w = min(w * 0.42, h * 1.25)
    text_w = w - base_w * 0.62 - pen.gap * 2 if not bare else w * 0.4
    total = base_w + pen.gap * 2 + (text_w if bare else w - base_w - pen.gap * 2)
    left = x + (w - total) / 2
    rows = split(y, h, count, pen.gap * 0.4)
    cx = left + base_w / 2
    items: list[Item] = []

    def half(level_y: float) -> float:
        return base_w / 2 * (level_y - y) / h

    words_x = left + base_w + pen.gap * 1.5
    for number in range(count, 0, -1):
        level = levels[number - 1]
        at, tall = rows[count - number]
        lit = number == here
        fill: Colour = "accent" if lit else ("primary", "secondary")[(count - number) % 2]
        top, bottom = half(at), half(at + tall)
        points = ((cx - top, at), (cx + top, at), (cx + bottom, at + tall), (cx - bottom, at + tall))
        items.append(Path(points if top > 0.5 else (points[0], *points[2:]), closed=True, fill=fill, line=None))
        middle = at + tall / 2
        number_y = at + tall * 0.64 if number == count else middle
        items.append(
            plain_text(
                Frame(cx - pen.badge / 2, number_y - pen.badge / 2, pen.badge, pen.badge),
                (label(str(number), "on_fill"),),
                align="center",
            )
        )
        items.append(leader(pen, (cx + (top + bottom) / 2 + pen.rule, middle), (words_x, middle), colour=fill))
        soft: Colour = "accent_soft" if lit else ("primary_soft", "secondary_soft")[(count - number) % 2]
        items.append(
            card(
                Frame(words_x, at, left + total - words_x, tall), pen,
                words(titled(level), label(level.text)),
                part=f"level-{number}", fill=soft, align="left",
                insets=(pen.pad * 1.4, pen.pad * 0.3, pen.pad, pen.pad * 0.3),
            )
        )  # fmt: skip
    return Plan(items, boost=1.4 if bare else 1.25)
