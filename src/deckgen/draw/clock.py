"""`clock` data into a day to scale: a lane a sitting, modules above, talk, activity and debrief below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import label, plain_text, split, strong
from deckgen.tree.drawing import Shape

# Fill, line and height of each part: talk lies low, activity stands tall, a debrief is between them and hollow, so that
# all three are told apart in grey print, by every eye, and in a house of one colour.
_FILLS: tuple[tuple[str, Colour, Colour | None, float], ...] = (
    ("talk", "primary", None, 0.34), ("activity", "accent", None, 1.0),
    ("debrief", "secondary_soft", "secondary", 0.67),
)  # fmt: skip
_TITLE, _MOST = 0.52, 0.7  # of a lane's height: its words, and where it is low at most
_LINE = 1.32  # of the size of words: room for one line of them
_CLOSE = 0.35  # of a gap


class Stretch(Protocol):
    """What a sitting is about for so many minutes."""

    @property
    def title(self) -> str: ...
    @property
    def minutes(self) -> int: ...


class Bar(Protocol):
    """A block: minutes of talk, activity and debrief."""

    @property
    def id(self) -> str: ...
    @property
    def talk(self) -> int: ...
    @property
    def activity(self) -> int: ...
    @property
    def debrief(self) -> int: ...


class Lane(Protocol):
    """A sitting."""

    @property
    def start(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def stretches(self) -> Sequence[Stretch]: ...
    @property
    def bars(self) -> Sequence[Bar]: ...


class Labels(Protocol):
    """Words of the legend."""

    @property
    def talk(self) -> str: ...
    @property
    def activity(self) -> str: ...
    @property
    def debrief(self) -> str: ...


class Clock(Protocol):
    """A day."""

    @property
    def lanes(self) -> Sequence[Lane]: ...
    @property
    def labels(self) -> Labels: ...


def draw_clock(record: Clock, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Lanes of equal height on one scale of minutes, a legend above; where they are many, close to each other."""
    yield _day(record, frame, pen, pen.gap)
    yield _day(record, frame, pen, pen.gap * _CLOSE)


def _day(record: Clock, frame: Frame, pen: Pen, gap: float) -> Plan:
    x, y, w, h = frame
    lanes = record.lanes
    legend = pen.label[0] * 1.7
    clocks = [f"{lane.start}–{lane.end}" for lane in lanes]
    side = max(pen.width(clock, pen.label[0]) for clock in clocks) + pen.pad
    longest = max(sum(stretch.minutes for stretch in lane.stretches) for lane in lanes)
    scale = (w - side) / longest
    items: list[Item] = _legend(record.labels, Frame(x + side, y, w - side, legend), pen)
    tall = min((h - legend - gap * len(lanes)) / len(lanes), pen.strong[0] * 5)
    tops = split(y + legend + gap, tall * len(lanes) + gap * (len(lanes) - 1), len(lanes), gap)
    title = max(_TITLE, min(_MOST, pen.label[1] * _LINE / tall))
    for number, (lane, clock, (top, height)) in enumerate(zip(lanes, clocks, tops, strict=True), start=1):
        items.append(plain_text(Frame(x, top, side, height * title), (label(clock, "muted"),), part=f"lane-{number}"))
        items += _stretches(lane.stretches, Frame(x + side, top, w - side, height * title), scale, pen)
        below = Frame(x + side, top + height * title + 1.5, w - side, height * (1 - title) - 1.5)
        items += _bars(lane.bars, below, scale)
    return Plan(items)


def _legend(labels: Labels, frame: Frame, pen: Pen) -> list[Item]:
    items: list[Item] = []
    at = frame.x + frame.w
    mark = pen.label[0] * 0.8
    words = (labels.talk, labels.activity, labels.debrief)
    for word, (_, fill, line, share) in reversed(list(zip(words, _FILLS, strict=True))):
        width = pen.width(word, pen.label[0])
        at -= width
        items.append(plain_text(Frame(at, frame.y, width, frame.h), (label(word),)))
        at -= mark * 1.4
        foot = frame.y + (frame.h + mark) / 2
        items.append(Shape("rect", Frame(at, foot - mark * share, mark, mark * share), fill, line))
        at -= pen.gap
    return items


def _stretches(given: Sequence[Stretch], frame: Frame, scale: float, pen: Pen) -> list[Item]:
    """What the sitting is about; a stretch too short for its title goes without."""
    items: list[Item] = []
    at = frame.x
    for stretch in given:
        wide = stretch.minutes * scale
        box = Frame(at, frame.y, wide - 2, frame.h)
        items.append(Shape("rect", box, "primary_soft"))
        if pen.width(stretch.title, pen.strong[1], strong=True) <= box.w:
            items.append(plain_text(box, (strong(stretch.title),), align="center"))
        at += wide
    return items


def _bars(given: Sequence[Bar], frame: Frame, scale: float) -> list[Item]:
    """Blocks to scale; a gap parts one from the next."""
    items: list[Item] = []
    at = frame.x
    for bar in given:
        start = at
        minutes = (bar.talk, bar.activity, bar.debrief)
        for spent, (key, fill, line, share) in zip(minutes, _FILLS, strict=True):
            wide = spent * scale
            last = start + wide >= at + sum(minutes) * scale - 0.01
            if wide:
                shown = max(wide - (2.0 if last else 0.0), 0.5)
                high = frame.h * share
                box = Frame(start, round(frame.y + frame.h - high, 2), shown, round(high, 2))
                items.append(Shape("rect", box, fill, line, part=f"{bar.id}-{key}"))
            start += wide
        at = start
    return items
