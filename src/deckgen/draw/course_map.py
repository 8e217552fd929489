"""`course_map` data into a ribbon of stops: what lies behind, where we are, what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Cluster, Item, Pen, Plan
from deckgen.draw.shapes import (
    SOFT,
    badge,
    card,
    display,
    dot,
    label,
    plain_text,
    rounded,
    split,
    strong,
    titled,
    words,
)
from deckgen.tree.drawing import Icon, Path, Shape

_MODEST = 0.65  # how far the many words of a panorama stay below the usual sizes
_LOW = 0.6  # of the width of a stop: no higher, there is one line for the stops and one for their names
_ICON = 1.7  # times the size of a heading: an icon on a panorama


class Stop(Protocol):
    """A stop; `part` is its number or name, `text`, `minutes` and `dimension` what a large map says of it."""

    @property
    def title(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def minutes(self) -> int | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def dimension(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def link(self) -> str: ...


class CourseMap(Protocol):
    """Stops, the first of which has the number `first`; `current` is counted from 1, 0 = none."""

    @property
    def stops(self) -> Sequence[Stop]: ...
    @property
    def current(self) -> int: ...
    @property
    def first(self) -> int: ...


def draw_course_map(record: CourseMap, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """A ribbon of chevrons, in two rows where one is too narrow; a road with its stops where both are.

    Stops that say more than their names stand over their minutes and words, parts above them, where
    the canvas is large enough.
    """
    each = frame.w / len(record.stops)
    if record.current and frame.h < each * _LOW and each >= pen.strong[1] * 5:
        yield _strip(record, frame, pen)
        return
    said = len(record.stops) > 3 and all(stop.text and stop.minutes for stop in record.stops)
    if said and each >= pen.strong[0] * 4.2 and frame.h >= pen.strong[0] * 11:
        yield _panorama(record, frame, pen.tightened(_MODEST))
    if frame.h >= each * 2.4 and frame.w > frame.h:  # a canvas of its own
        yield _ribbon(record, frame, pen, 2)
    if each >= pen.strong[0] * 5.4:
        yield _ribbon(record, frame, pen, 1)
    if frame.h >= pen.strong[0] * 7:
        yield _ribbon(record, frame, pen, 2)
    yield _road(record, frame, pen)


def _dress(number: int, current: int) -> tuple[Colour, Colour, Colour | None]:
    """Fill, text and outline of a stop."""
    if number == current:
        return "accent", "on_fill", None
    if current == 0:
        return "primary", "on_fill", None
    if number < current:
        return "primary_soft", "ink", None
    return "surface", "ink", "line"


def _ribbon(record: CourseMap, frame: Frame, pen: Pen, rows: int) -> Plan:
    x, y, w, h = frame
    stops, current = record.stops, record.current
    columns = -(-len(stops) // rows)
    marker = pen.badge * 0.7 if current else 0.0
    gap = pen.gap * 0.8
    most = min(w / columns * 1.1, pen.strong[0] * 7)
    tall = min((h - marker - gap * (rows - 1)) / rows, most)
    top = y + (h - tall * rows - gap * (rows - 1) - marker) / 2 + marker
    point = min(pen.strong[0] * 0.5, tall * 0.25)
    overlap = point - pen.gap * 0.4
    wide = (w + overlap * (columns - 1)) / columns
    items: list[Item] = []
    for number, stop in enumerate(stops, 1):
        row, column = divmod(number - 1, columns)
        at = x + column * (wide - overlap)
        fill, ink, line = _dress(number, current)
        first = number == 1
        box = Frame(at, top + row * (tall + gap), wide, tall)
        items.append(
            Box(
                box,
                words(label(stop.part or str(number), ink), titled(stop, ink)),
                f"stop-{number}",
                "home_plate" if first else "chevron",
                fill,
                line,
                pen.rule / 2,
                "center",
                "middle",
                (pen.pad * 0.7 if first else pen.pad * 0.2, 0.0, 0.0, 0.0),
                (round(point / min(wide, tall), 4),),
                stop.link,
            )
        )
        if number == current and row == 0:
            middle = at + wide / 2
            tip = Frame(middle - marker * 0.5, box.y - marker, marker, marker * 0.75)
            items.append(Shape("triangle", tip, "accent", rotation=180.0))
    return Plan(items, boost=1.35, tolerance=2.0)


def _spans(words: Sequence[str]) -> list[tuple[str, int, int]]:
    """Neighbours that share a word: the word, the first of them and the one behind the last."""
    spans: list[tuple[str, int, int]] = []
    for at, word in enumerate(words):
        if spans and word and spans[-1][0] == word:
            spans[-1] = (word, spans[-1][1], at + 1)
        else:
            spans.append((word, at, at + 1))
    return spans


def _panorama(record: CourseMap, frame: Frame, pen: Pen) -> Plan:
    """Parts over their stops, under each stop how long it takes and what it says, dimensions along the foot."""
    x, y, w, h = frame
    gap = pen.gap * 0.6
    stops = record.stops
    columns = split(x, w, len(stops), gap)
    spans = _spans([stop.part for stop in stops])
    band, ribbon = pen.strong[0] * 2.0, pen.strong[0] * 3.2
    if not any(part for part, _, _ in spans):
        band = -gap
    top = y + band + gap
    foot = top + ribbon + gap
    point = pen.strong[0] * 0.42
    strip = pen.strong[0] * 1.7 if any(stop.dimension for stop in stops) else -gap
    ground = y + h - strip - gap
    head = pen.strong[0] * _ICON if any(stop.icon for stop in stops) else 0.0
    items: list[Item] = []
    for number, (part, first, end) in enumerate(spans):
        colour: Colour = ("primary", "secondary")[number % 2]
        left, right = columns[first][0], columns[end - 1][0] + columns[end - 1][1]
        if part:
            place = Frame(left, y, right - left, band)
            items.append(card(place, pen, (strong(part, colour),), fill=SOFT[colour], insets=(0.0, 0.0, 0.0, 0.0)))
        for at in range(first, end):
            stop, (begin, wide) = stops[at], columns[at]
            last = at == len(stops) - 1
            arrow = Frame(begin, top, wide + (0.0 if last else gap + point * 0.6), ribbon)
            items.append(
                Box(
                    arrow,
                    (strong(stop.title, "on_fill"),),
                    f"stop-{at + 1}",
                    "home_plate" if at == 0 else "chevron",
                    colour,
                    insets=(0.0, 0.0, 0.0, 0.0) if at else (pen.pad * 0.5, 0.0, 0.0, 0.0),
                    adjust=(round(point / min(arrow.w, ribbon), 4),),
                    link=stop.link,
                )
            )
            under = Frame(begin, foot, wide, (ground if stop.dimension else y + h) - foot)
            items.append(card(under, pen, fill="surface"))
            figure = pen.strong[0] * 3.2
            if stop.icon:
                side = pen.strong[0] * _ICON
                spot = Frame(begin + (wide - side) / 2, foot + pen.pad * 1.5, side, side)
                items.append(Icon(rounded(spot), stop.icon, colour))
            items.append(
                plain_text(
                    Frame(begin, foot + pen.pad + head, wide, figure),
                    (display(str(stop.minutes), 2.4, colour),),
                    align="center",
                    anchor="bottom",
                )
            )
            rest = foot + pen.pad + head + figure
            unit = pen.label[0] * 1.4
            items.append(plain_text(Frame(begin, rest, wide, unit), (label(stop.unit, "muted"),), align="center"))
            items.append(
                plain_text(
                    Frame(begin + pen.pad * 0.5, rest + unit, wide - pen.pad, ground - rest - unit - pen.pad * 0.5),
                    (label(stop.text),),
                    align="center",
                )
            )
    for name, first, end in _spans([stop.dimension for stop in stops]):
        if name:
            left, right = columns[first][0], columns[end - 1][0] + columns[end - 1][1]
            place = Frame(left, ground + gap, right - left, strip)
            items.append(card(place, pen, (strong(name),), fill="accent_soft", insets=(0.0, 0.0, 0.0, 0.0)))
    return Plan(items, boost=1.0, tolerance=4.0, modest=_MODEST)


def _strip(record: CourseMap, frame: Frame, pen: Pen) -> Plan:
    """Ticks behind us, the present stop large, rings ahead; a name under each."""
    x, y, w, h = frame
    columns = split(x, w, len(record.stops), pen.gap * 0.4)
    centres = [at + wide / 2 for at, wide in columns]
    d = min(pen.badge, h * 0.5)
    road = y + d / 2
    behind = centres[max(0, record.current - 1)]
    items: list[Item] = []
    if behind < centres[-1]:
        items.append(Path(((behind, road), (centres[-1], road)), line="hair_line", line_width=pen.rule * 2))
    if behind > centres[0]:
        items.append(Path(((centres[0], road), (behind, road)), line="primary", line_width=pen.rule * 2))
    for number, (stop, (at, wide), centre) in enumerate(zip(record.stops, columns, centres, strict=True), 1):
        if number == record.current:
            side = d * 0.56
            pin = Icon(rounded(Frame(centre - side / 2, road - side / 2, side, side)), "map-pin", "on_fill")
            marks: list[Item] = [replace(dot(centre, road, d, "accent"), link=stop.link), pin]
            name = titled(stop)
        elif number < record.current:
            side = d * 0.44
            tick = Icon(rounded(Frame(centre - side / 2, road - side / 2, side, side)), "check", "on_fill")
            marks = [replace(dot(centre, road, d * 0.74, "primary"), link=stop.link), tick]
            name = label(stop.title)
        else:
            marks = [replace(dot(centre, road, d * 0.66, "paper", "line", pen.rule), link=stop.link)]
            name = label(stop.title, "muted")
        under = y + d + pen.pad * 0.4
        words_of = plain_text(
            Frame(at, under, wide, y + h - under), (name,), part=f"stop-{number}", align="center", anchor="top"
        )
        items.append(Cluster((*marks, replace(words_of, link=stop.link)), stop.title))
    return Plan(items, boost=1.0, tolerance=4.0)


def _road(record: CourseMap, frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    stops, current = record.stops, record.current
    columns = split(x, w, len(stops), pen.gap * 0.6)
    d = pen.badge
    need = max(pen.height(words(strong(stop.title), label(stop.part)), columns[0][1]) for stop in stops)
    block = d * 1.5 + pen.gap * 0.5 + need
    road = y + max(d * 0.75, (h - block) / 2 + d * 0.75)
    centres = [at + wide / 2 for at, wide in columns]
    items: list[Item] = []
    passed = centres[current - 1] if current else centres[0]
    items.append(Path(((passed, road), (centres[-1], road)), line="line", line_width=pen.rule * 3))
    if current > 1:
        items.append(Path(((centres[0], road), (passed, road)), line="primary", line_width=pen.rule * 3))
    under = road + d * 0.75 + pen.gap * 0.5
    for number, (stop, (at, wide), centre) in enumerate(zip(stops, columns, centres, strict=True), 1):
        lit = number == current
        if lit:
            items.append(dot(centre, road, d * 1.45, "accent_soft", "accent", pen.rule))
        done = current == 0 or number < current
        shown = str(number + record.first - 1)  # a map of a long course begins at a later stop
        mark = badge(centre, road, pen, shown, "accent" if lit else "primary" if done else "muted")
        items.append(replace(mark, link=stop.link))
        box = Frame(at, under, wide, max(pen.label[0], y + h - under))
        text = words(titled(stop), label(stop.part, "muted"))
        name = plain_text(box, text, part=f"stop-{number}", align="center", anchor="top")
        items.append(replace(name, link=stop.link))
    return Plan(items)
