"""`activity` data into the board participants work from: task, clock, grouping, output, page, steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import arc, badge, card, corner, display, label, plain_text, split, strong, words
from deckgen.tree.drawing import Path, Shape


class Labels(Protocol):
    """Words for the fields."""

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


class Step(Protocol):
    """A step and its minutes."""

    @property
    def minutes(self) -> int: ...
    @property
    def text(self) -> str: ...


class Activity(Protocol):
    """What participants do; an empty `page` or `icon` is left out."""

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
    def labels(self) -> Labels: ...


def draw_activity(record: Activity, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Minutes on the left, the task large on the right, its terms under it, the timed steps along the foot."""
    near = pen.tightened(0.5)  # a board holds much text; what it leaves over goes to the task
    texts = [step.text for step in record.steps]
    wide = (frame.w - near.gap / 2 * (len(texts) - 1)) / max(1, len(texts)) - 2 * near.pad
    need = max((near.height((label(text),), wide) for text in texts), default=0.0)
    foot = min(near.label[0] * 1.75 + need + near.pad * 2, frame.h * 0.4)
    if record.steps and _short(record.steps, frame.w, near):
        foot = near.strong[0] * 2.3
    yield _board(record, frame, near, foot)
    yield _board(record, frame, pen.tightened(1.0), foot)


def _short(steps: Sequence[Step], w: float, pen: Pen) -> bool:
    """True when every step can be said within its arrow."""
    wide = (w - pen.gap / 2 * (len(steps) - 1)) / len(steps)
    size = pen.strong[0]
    return all(
        pen.width(step.text, size, True) + pen.width("00′", pen.label[0]) + pen.badge + 4 * pen.pad <= wide
        for step in steps
    )


def _board(record: Activity, frame: Frame, pen: Pen, foot: float) -> Plan:
    x, y, w, h = frame
    gap, pad = pen.gap, pen.pad
    labels = record.labels
    steps = record.steps
    strip = foot if steps else 0.0
    top = h - strip - (gap if steps else 0.0)
    side = min(w * (0.25 if steps else 0.3), top * 1.05)
    items: list[Item] = _clock(record, Frame(x, y, side, top), pen)

    right = x + side + gap
    width = w - side - gap
    terms = (
        ("group", labels.group, record.group),
        ("output", labels.output, record.output),
        ("page", labels.page, record.page),
    )
    given = [term for term in terms if term[2]]
    weights = [1.0 if key == "page" else 1.5 for key, _, _ in given]
    unit = (width - gap * (len(given) - 1)) / sum(weights)
    wish = max(
        pen.height(words(label(name), strong(value)), unit * weight - 2.4 * pad)
        for (_, name, value), weight in zip(given, weights, strict=True)
    )
    low = min(max(top * 0.3, wish + 2 * pad), top * 0.55)
    task = Frame(right, y, width, top - low - gap)
    head = pen.label[0] * 1.7
    items.append(Shape("round_rect", task, "primary", adjust=corner(task, pen.radius)))
    inner = task.inset(2 * pad, pad, 2 * pad, pad)
    items.append(plain_text(Frame(inner.x, inner.y, inner.w, head), (label(labels.task, "on_fill"),), anchor="middle"))
    items.append(
        plain_text(
            Frame(inner.x, inner.y + head, inner.w, inner.h - head),
            (display(record.task, 1.4, "on_fill", record.icon),),
            part="task",
        )
    )
    at = right
    for (key, name, value), weight in zip(given, weights, strict=True):
        box = Frame(at, task.y + task.h + gap, unit * weight, low)
        items.append(
            card(
                box, pen, (label(name, "muted"), strong(value)), part=key, align="left",
                insets=(pad * 1.4, pad, pad, pad),
            )
        )  # fmt: skip
        at += unit * weight + gap
    if steps:
        place = Frame(x, y + top + gap, w, strip)
        items += _arrows(steps, place, pen) if _short(steps, w, pen) else _steps(steps, place, pen)
    return Plan(items)


def _clock(record: Activity, frame: Frame, pen: Pen) -> list[Item]:
    """The minutes as a clock face the room can see."""
    x, y, w, h = frame
    head = pen.label[0] * 1.9
    d = min(w, h - head) - 2 * pen.pad
    cx, cy = x + w / 2, y + head + (h - head - pen.pad) / 2
    items: list[Item] = [
        card(frame, pen, fill="accent_soft"),
        plain_text(
            Frame(x, y + pen.pad * 0.6, w, head - pen.pad * 0.6),
            (label(record.labels.minutes),),
            align="center",
        ),
    ]
    ring = Frame(cx - d / 2, cy - d / 2, d, d)
    thick = d * 0.045
    items.append(Shape("ellipse", ring.inset(*(thick / 2,) * 4), "paper", "accent", thick))
    for outer, inner in zip(
        arc(cx, cy, d / 2 - thick * 1.5, d / 2 - thick * 1.5, 0, 330, 11),
        arc(cx, cy, d / 2 - thick * 2.6, d / 2 - thick * 2.6, 0, 330, 11),
        strict=True,
    ):
        items.append(Path((outer, inner), line="accent", line_width=pen.rule * 0.7))
    middle = d * 0.68
    items.append(
        plain_text(
            Frame(cx - middle / 2, cy - middle * 0.36, middle, middle * 0.5),
            (display(str(record.minutes), d * 0.36 / pen.strong[0]),),
            part="minutes",
            align="center",
        )
    )
    items.append(
        plain_text(
            Frame(cx - middle / 2, cy + middle * 0.15, middle, pen.label[0] * 1.4),
            (label(record.labels.unit or "min", "muted"),),
            align="center",
        )
    )
    return items


def _steps(steps: Sequence[Step], frame: Frame, pen: Pen) -> list[Item]:
    """A strip of arrows with number and minutes, each over what to do."""
    x, y, w, h = frame
    bar = pen.label[0] * 1.75
    items: list[Item] = []
    for number, (step, (at, wide)) in enumerate(zip(steps, split(x, w, len(steps), pen.gap / 2), strict=True), 1):
        head = Frame(at, y, wide, bar)
        fill = Shape("home_plate", head, "accent", adjust=(0.35,))
        items.append(fill)
        text_w = wide - pen.pad * 2 - bar * 0.35
        minutes = f"{step.minutes}′"
        tag = pen.width(minutes, pen.label[0])
        items.append(plain_text(Frame(at + pen.pad, y, text_w - tag, bar), (strong(str(number), "on_fill"),)))
        items.append(
            plain_text(Frame(at + pen.pad + text_w - tag, y, tag, bar), (label(minutes, "on_fill"),), align="right")
        )
        box = Frame(at, y + bar + pen.pad * 0.4, wide, h - bar - pen.pad * 0.4)
        items.append(
            card(
                box, pen, (label(step.text),), part=f"step-{number}", fill="accent_soft", align="left",
                insets=(pen.pad, pen.pad * 0.5, pen.pad * 0.6, pen.pad * 0.5),
            )
        )  # fmt: skip
    return items


def _arrows(steps: Sequence[Step], frame: Frame, pen: Pen) -> list[Item]:
    """A strip of arrows that hold number, step and minutes."""
    x, y, w, h = frame
    items: list[Item] = []
    for number, (step, (at, wide)) in enumerate(zip(steps, split(x, w, len(steps), pen.gap / 2), strict=True), 1):
        items.append(Shape("home_plate", Frame(at, y, wide, h), "accent", adjust=(0.3,)))
        items.append(badge(at + pen.pad + pen.badge / 2, y + h / 2, pen, str(number), "paper", ink="accent"))
        minutes = f"{step.minutes}′"
        tag = pen.width(minutes, pen.label[0])
        right = at + wide - h * 0.3 - pen.pad * 0.5
        left = at + pen.badge + 2 * pen.pad
        text = (strong(step.text, "on_fill"),)
        items.append(plain_text(Frame(left, y, right - tag - left, h), text, part=f"step-{number}"))
        time = (label(minutes, "on_fill"),)
        items.append(plain_text(Frame(right - tag, y, tag, h), time, align="right"))
    return items
