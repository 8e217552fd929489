"""The steps of a board with their minutes: along a line, as bars of time, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Cluster, Item, Pen
from deckgen.draw.shapes import display, dot, label, plain_text, share, split, strong
from deckgen.tree.drawing import Path, Shape

MOST_ALONG = 7  # steps along a line, or in one column: more could not be read


class Step(Protocol):
    """A step with its minutes; `short` says it in a few words."""

    @property
    def minutes(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def short(self) -> str: ...


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


def bars_height(steps: Sequence[Step], wide: float, pen: Pen) -> float:
    """How high bars of these steps are; nothing without steps."""
    if not steps:
        return 0.0
    return rail_height(steps, wide, pen) - _disc(pen) + pen.strong[0] * 1.25 + pen.pad * 0.5


def bars(steps: Sequence[Step], frame: Frame, pen: Pen) -> list[Item]:
    """Steps under bars that stand end to end: minutes, and words below."""
    if not steps:
        return []
    thick, head = pen.pad * 0.5, pen.strong[0] * 1.25
    items: list[Item] = []
    for number, (step, (at, wide)) in enumerate(zip(steps, _columns(steps, frame.x, frame.w, pen), strict=True), 1):
        top = frame.y + thick + head
        words_of = Frame(at, top, wide - pen.pad, frame.y + frame.h - top)
        minutes = Frame(at, frame.y + thick, wide - pen.pad, head)
        items.append(
            Cluster(
                (
                    Shape("rect", Frame(at, frame.y, wide - pen.pad, thick), "accent"),
                    plain_text(minutes, (strong(f"{step.minutes}′", "accent"),), anchor="bottom"),
                    plain_text(words_of, (label(said(step)),), part=f"step-{number}", anchor="top"),
                ),
                f"{number} {said(step)}",
            )
        )
    return items


def step_list(steps: Sequence[Step], frame: Frame, pen: Pen, first: int = 1) -> list[Item]:
    """Steps one below the other, on a line that is as long for each as it takes minutes; many in two columns."""
    if not steps:
        return []
    if len(steps) > MOST_ALONG:
        half = -(-len(steps) // 2)
        (left, wide), (right, _) = split(frame.x, frame.w, 2, pen.gap * 1.4)
        return [
            *step_list(steps[:half], frame._replace(x=left, w=wide), pen, first),
            *step_list(steps[half:], frame._replace(x=right, w=wide), pen, first + half),
        ]
    column = _disc(pen)
    d = max(pen.strong[1] * 1.25, min(column, frame.h / len(steps) * 0.8))
    inner = frame.w - column - pen.pad
    needs = [max(d, pen.height((label(step.text),), inner - pen.label[0] * 0.5)) for step in steps]
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
    for number, (step, (at, tall)) in enumerate(zip(steps, spans, strict=True), first):
        place = Frame(frame.x + column + pen.pad, at, inner, tall)
        drop = max(
            0.0, min((d - pen.label[0] * 1.2) / 2, tall - needs[number - first])
        )  # beside the middle of the disc
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
