"""What all boards share: the clock column at the right with kind, minutes, sheet and page, and the rail of steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Cluster, Item, Pen
from deckgen.draw.shapes import arc, card, corner, display, dot, label, plain_text, share, strong, words
from deckgen.tree.drawing import CLOCK, COUNTDOWN, Path, Shape

TOLERANCE = 20.0  # a board keeps its design as long as all words fit, if smaller
_COLUMN = 0.19  # of the width of a board
_SPARED = ("group", "output")
_RING = 0.06  # of the diameter of the clock


class Step(Protocol):
    """A step with its minutes; `short` says it in a few words."""

    @property
    def minutes(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def short(self) -> str: ...


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


def clock_column(record: Board, frame: Frame, pen: Pen, foot: float = 0.0) -> list[Item]:
    """Kind, clock, sheet, page and grouping, from the top right; `foot` is kept free below."""
    wide = column_width(frame) - pen.gap
    x = frame.x + frame.w - wide
    y = frame.y
    items: list[Item] = []
    size = pen.label[0]
    if record.word:
        high = max(size * 1.6, pen.strong[1] * 1.75)
        plate = Frame(x, y, wide, high)
        text = (strong(record.word, "on_fill", record.word_icon),)
        items.append(
            card(plate, pen, text, part="kind", fill="accent", insets=(size * 0.4, 0.0, size * 0.4, 0.0),
                 radius=pen.rounding(high))
        )  # fmt: skip
        y += high + pen.pad * 0.7
    told = [(strong(record.sheet), "sheet")] if record.sheet else []
    told += [(label(record.page, "muted"), "page")] if record.page else []
    told += [(label(record.group, "muted"), "group")] if record.group else []
    if record.design != "list":  # which says it below its task
        told += [(label(record.output, "muted"), "output")] if record.output else []
    least = pen.strong[1] * 5.4
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
    face.append(plain_text(Frame(cx - middle / 2, cy + d * 0.12, middle, d * 0.2), (unit,), align="center"))
    told = f"{minutes} {labels.unit}".strip()
    name, count = f"{labels.minutes} {told}", f"{labels.countdown} {told}".strip()
    running = Shape("ellipse", _around(cx, cy, d / 2 - ring / 2), None, colour, ring)
    alt = f"{name} · {word}" if word else name
    return [Cluster(tuple(face), name, alt, CLOCK), Cluster((running,), count, count, COUNTDOWN)]


def _around(cx: float, cy: float, r: float) -> Frame:
    return Frame(*(round(value, 2) for value in (cx - r, cy - r, 2 * r, 2 * r)))


def said(step: Step) -> str:
    """A step in a few words, or in its own."""
    return step.short or step.text


def rail_height(steps: Sequence[Step], wide: float, pen: Pen) -> float:
    """How high a rail of these steps is; nothing without steps."""
    if not steps:
        return 0.0
    size = pen.label[1] * 1.12
    columns = _columns(steps, 0.0, wide, pen)
    lines = max(pen.lines(said(step), size, w - size * 0.4) for step, (_, w) in zip(steps, columns, strict=True))
    return _disc(pen) + pen.pad * 0.6 + max(1, lines) * 1.2 * size + 0.2


def rail(steps: Sequence[Step], frame: Frame, pen: Pen) -> list[Item]:
    """Steps along a line: minutes in discs, words below, each column as wide as its words and an equal share."""
    if not steps:
        return []
    d = _disc(pen)
    y = frame.y + d / 2
    items: list[Item] = [
        Path(((frame.x + d / 2, y), (frame.x + frame.w, y)), line="accent", line_width=pen.rule, arrow=True)
    ]
    columns = _columns(steps, frame.x, frame.w, pen)
    for number, (step, (at, wide)) in enumerate(zip(steps, columns, strict=True), 1):
        top = frame.y + d + pen.pad * 0.6
        words_of = Frame(at, top, wide - pen.pad, frame.y + frame.h - top)
        items.append(
            Cluster(
                (
                    *minutes_disc(step.minutes, at + d / 2, y, d, pen),
                    plain_text(words_of, (label(said(step)),), part=f"step-{number}", anchor="top"),
                ),
                f"{number} {said(step)}",
            )
        )
    return items


def minutes_disc(minutes: int, cx: float, cy: float, d: float, pen: Pen) -> list[Item]:
    """The minutes of a step in a disc; a dot where nobody knows them."""
    text = (display(f"{minutes}′", d * 0.42 / pen.strong[0], "on_fill"),)
    # what measures safely needs more room than the disc of a long list has; the number itself stays within it
    wide = max(d, pen.width(f"{minutes}′", pen.strong[1], True) + 1)
    high = max(d, pen.strong[1] * 1.25)
    return [
        dot(cx, cy, d, "accent"),
        plain_text(Frame(cx - wide / 2, cy - high / 2, wide, high), text, align="center"),
    ]


def step_list(steps: Sequence[Step], frame: Frame, pen: Pen) -> list[Item]:
    """Steps one below the other, on a line that is as long for each as it takes minutes."""
    if not steps:
        return []
    column = _disc(pen)
    d = max(pen.strong[1] * 1.25, min(column, frame.h / len(steps) * 0.8))
    inner = frame.w - column - pen.pad
    needs = [max(d, pen.height((label(step.text),), inner)) for step in steps]
    gap = max(0.0, min(pen.gap, (frame.h - sum(needs)) / max(1, len(steps) - 1)))
    spare = max(0.0, frame.h - sum(needs) - gap * (len(steps) - 1))
    total = sum(step.minutes for step in steps) or 1
    heights = [need + spare * step.minutes / total for need, step in zip(needs, steps, strict=True)]
    spans = share(frame.y, frame.h, heights, gap)
    x = frame.x + column / 2
    items: list[Item] = []
    if len(steps) > 1:
        ends = (spans[0][0] + d / 2, spans[-1][0] + d / 2)
        items.append(Path(((x, ends[0]), (x, ends[1])), line="accent", line_width=pen.rule))
    for number, (step, (at, tall)) in enumerate(zip(steps, spans, strict=True), 1):
        place = Frame(frame.x + column + pen.pad, at, inner, tall)
        drop = max(0.0, min((d - pen.label[0] * 1.2) / 2, tall - needs[number - 1]))  # beside the middle of the disc
        inner_place = place.inset(0.0, drop, 0.0, 0.0)
        items.append(
            Cluster(
                (
                    *minutes_disc(step.minutes, x, at + d / 2, d, pen),
                    plain_text(inner_place, (label(step.text),), part=f"step-{number}", anchor="top"),
                ),
                f"{number} {said(step)}",
            )
        )
    return items


def _columns(steps: Sequence[Step], x: float, wide: float, pen: Pen) -> list[tuple[float, float]]:
    size = pen.label[1]
    most = wide / len(steps) * 1.25
    weights = [min(most, max(_disc(pen) * 1.4, pen.width(said(step), size) / 2)) for step in steps]
    spare = max(0.0, wide - sum(weights)) / len(steps)
    return share(x, wide, [weight + spare for weight in weights], 0.0)


def _disc(pen: Pen) -> float:
    return max(pen.label[0] * 1.75, pen.width("00′", pen.strong[1], True) + 1)


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
