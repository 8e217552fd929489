"""What all boards share: the clock column at the right with kind, minutes, sheet and page, and the rail of steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.board_steps import Step, rail, rail_height
from deckgen.draw.pen import Cluster, Item, Pen
from deckgen.draw.shapes import arc, card, corner, display, label, plain_text, strong, words
from deckgen.measure import LINE
from deckgen.tree.drawing import CLOCK, COUNTDOWN, Path, Shape

TOLERANCE = 20.0  # a board keeps its design as long as all words fit, if smaller
_COLUMN = 0.19  # of the width of a board
_SPARED = ("group", "output")
_LEAST_CLOCK = 5.4  # of the smallest heading: the diameter of a clock
_RING = 0.06  # of the diameter of the clock


class Labels(Protocol):
    """Words for the fields; `unit` is the word for minutes, `countdown` names the ring that runs."""

    @property
    def task(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def minutes(self) -> str: ...
    @property
    def output(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def countdown(self) -> str: ...


class Note(Protocol):
    """Something with a name and a word about it; `letter` is that of a role."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def letter(self) -> str: ...


class Board(Protocol):
    """What participants do, and what a board of its design shows besides."""

    @property
    def design(self) -> str: ...
    @property
    def word(self) -> str: ...
    @property
    def word_icon(self) -> str: ...
    @property
    def sheet(self) -> str: ...
    @property
    def task(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def output(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def steps(self) -> Sequence[Step]: ...
    @property
    def notes(self) -> Sequence[Note]: ...
    @property
    def lines(self) -> Sequence[str]: ...
    @property
    def question(self) -> str: ...
    @property
    def who(self) -> Sequence[str]: ...
    @property
    def rounds(self) -> Sequence[str]: ...
    @property
    def turn(self) -> str: ...
    @property
    def labels(self) -> Labels: ...


def column_width(frame: Frame) -> float:
    """How wide the column with the clock is, its distance from the picture included."""
    return max(frame.w * _COLUMN, min(150.0, frame.w * 0.3))


def kind_plate(record: Board, place: Frame, pen: Pen) -> Item:
    """What kind of activity it is, on a plate."""
    size = pen.label[0]
    return card(place, pen, (strong(record.word, "on_fill", record.word_icon),), part="kind", fill="accent",
                insets=(size * 0.4, 0.0, size * 0.4, 0.0), radius=pen.rounding(place.h))  # fmt: skip


def plate_height(pen: Pen) -> float:
    """How high the plate with the kind of an activity is."""
    return max(pen.label[0] * 1.6, pen.strong[1] * 1.75)


def least_column(record: Board, pen: Pen) -> float:
    """How high the column of a clock without its plate is at least: clock, sheet and page."""
    told = [word for word in (strong(record.sheet), label(record.page)) if word.text]
    return pen.strong[1] * _LEAST_CLOCK + pen.pad * 0.5 + sum(pen.strong[0] * LINE for _ in told)


def clock_column(record: Board, frame: Frame, pen: Pen, foot: float = 0.0, has_plate: bool = True) -> list[Item]:
    """Kind, clock, sheet, page and grouping, from the top right; `foot` is kept free below."""
    wide = column_width(frame) - pen.gap
    x = frame.x + frame.w - wide
    y = frame.y
    items: list[Item] = []
    if record.word and has_plate:
        high = plate_height(pen)
        items.append(kind_plate(record, Frame(x, y, wide, high), pen))
        y += high + pen.pad * 0.7
    told = [(strong(record.sheet), "sheet")] if record.sheet else []
    told += [(label(record.page, "muted"), "page")] if record.page else []
    told += [(label(record.group, "muted"), "group")] if record.group else []
    if record.design != "list":  # which says it below its task
        told += [(label(record.output, "muted"), "output")] if record.output else []
    least = pen.strong[1] * _LEAST_CLOCK
    heights = [pen.height((word,), wide) for word, _ in told]
    while told and frame.y + frame.h - foot - y - sum(heights) - pen.pad * 0.5 < least and told[-1][1] in _SPARED:
        told.pop()  # the clock needs the room more than what the sheet says, too
        heights.pop()
    left = frame.y + frame.h - foot - y - sum(heights) - pen.pad * 0.5
    d = max(min(wide * 0.96, left), least)
    items += clock_face(record.minutes, record.word, record.labels, x + wide / 2, y + d / 2, d, pen)
    y += d + pen.pad * 0.5
    for (word, part), high in zip(told, heights, strict=True):
        items.append(plain_text(Frame(x, y, wide, high), (word,), part=part, align="center"))
        y += high
    return items


class ClockLabels(Protocol):
    """Words of a clock: its unit, and what it and the ring that runs are called."""

    @property
    def minutes(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def countdown(self) -> str: ...


def clock_face(
    minutes: int, word: str, labels: ClockLabels, cx: float, cy: float, d: float, pen: Pen, colour: Colour = "accent"
) -> list[Item]:
    """A face with ticks and minutes, a pale ring around it, and over that the ring that runs."""
    ring = d * _RING
    inner = d / 2 - ring
    face: list[Item] = [
        Shape("ellipse", _around(cx, cy, d / 2 - ring / 2), "card", "hair_line", ring),
    ]
    for number in range(12):
        start = arc(cx, cy, inner * 0.9, inner * 0.9, number * 30, number * 30, 1)[0]
        end = arc(cx, cy, inner * 0.8, inner * 0.8, number * 30, number * 30, 1)[0]
        face.append(Path((start, end), line="muted", line_width=max(0.5, d / 110)))
    middle = d * 0.62
    face.append(
        plain_text(
            Frame(cx - middle / 2, cy - d * 0.29, middle, d * 0.43),
            (display(str(minutes), d * 0.31 / pen.strong[0]),),
            part="minutes",
            align="center",
        )
    )
    unit = display(labels.unit or "min", d * 0.115 / pen.strong[0], "muted")
    high = max(d * 0.2, pen.strong[1] * 1.22)
    face.append(plain_text(Frame(cx - middle / 2, cy + d * 0.12, middle, high), (unit,), align="center"))
    told = f"{minutes} {labels.unit}".strip()
    name, count = f"{labels.minutes} {told}", f"{labels.countdown} {told}".strip()
    running = Shape("ellipse", _around(cx, cy, d / 2 - ring / 2), None, colour, ring)
    alt = f"{name} · {word}" if word else name
    return [Cluster(tuple(face), name, alt, CLOCK), Cluster((running,), count, count, COUNTDOWN)]


def _around(cx: float, cy: float, r: float) -> Frame:
    return Frame(*(round(value, 2) for value in (cx - r, cy - r, 2 * r, 2 * r)))


def task_card(record: Board, frame: Frame, pen: Pen) -> list[Item]:
    """The task in large letters on a white card with an edge of the accent."""
    inner = frame.inset(pen.pad * 2, pen.pad, pen.pad * 1.5, pen.pad)
    return [
        Shape("round_rect", frame, "card", "hair_line", 1.0, adjust=corner(frame, pen.radius)),
        Shape("rect", Frame(frame.x, frame.y + pen.radius, pen.pad * 0.6, frame.h - 2 * pen.radius), "accent"),
        plain_text(
            inner, words(display(record.task, 1.2, "ink", record.icon), label(record.output, "muted")), part="task"
        ),
    ]


def task_line(record: Board, place: Frame, pen: Pen) -> tuple[list[Item], Frame]:
    """The task as a heading over a picture, and what room is left below it."""
    if not record.task:
        return [], place
    told = (strong(record.task, "ink", record.icon),)
    high = pen.height(told, place.w * 0.96) + pen.pad * 0.6
    below = place.inset(0.0, high + pen.pad * 0.6, 0.0, 0.0)
    return [plain_text(Frame(place.x, place.y, place.w, high), told, part="task")], below


def main_frame(frame: Frame, foot: float, pen: Pen) -> Frame:
    """Where the picture of a board stands: left of the clock, above the rail."""
    gap = pen.gap if foot else 0.0
    return Frame(frame.x, frame.y, frame.w - column_width(frame) - pen.gap * 0.6, frame.h - foot - gap)


def with_rail(record: Board, frame: Frame, pen: Pen) -> tuple[list[Item], Frame]:
    """Clock column and rail, and what room is left for the picture."""
    foot = rail_height(record.steps, frame.w, pen)
    items = clock_column(record, frame, pen, foot=foot + pen.gap if foot else 0.0)
    items += rail(record.steps, Frame(frame.x, frame.y + frame.h - foot, frame.w, foot), pen)
    return items, main_frame(frame, foot, pen)
