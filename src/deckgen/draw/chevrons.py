"""`chevrons` data into a procedure: arrows with what to do and a sentence to say under each, or a ladder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Box, Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import badge, card, icon_height, label, plain_text, share, split, strong, titled


class Step(Node, Protocol):
    """A step; `sample` is a sentence to say."""

    @property
    def sample(self) -> str: ...


class Chevrons(Protocol):
    """Three to seven steps."""

    @property
    def steps(self) -> Sequence[Step]: ...


def draw_chevrons(record: Chevrons, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """One row of arrows; two rows; a ladder whose rows read like a table."""
    steps = record.steps
    tall = frame.h > frame.w * 0.6
    sample = any(step.sample for step in steps)
    if len(steps) > 4 and sample:
        yield _ladder(steps, frame, pen, False)
    if len(steps) > 5 and not sample:
        yield _rows(steps, frame, pen, 2)
    if not tall:
        yield _rows(steps, frame, pen, 1)
    if len(steps) > 3 and not sample:
        yield _rows(steps, frame, pen, 2)
    yield _ladder(steps, frame, pen, False)
    yield _ladder(steps, frame, pen, True)


def _rows(steps: Sequence[Step], frame: Frame, pen: Pen, rows: int) -> Plan:
    x, y, w, h = frame
    first = -(-len(steps) // rows)
    bare = not any(step.text or step.sample for step in steps)
    plan = Plan([], boost=1.6 if bare else 1.25)
    for row, (top, tall) in enumerate(split(y, h, rows, pen.gap * 1.4)):
        stretch = steps[row * first : (row + 1) * first]
        _row(plan.items, stretch, row * first + 1, Frame(x, top, w, tall), pen, first)
    return plan


def _row(
    items: list[Item],
    steps: Sequence[Step],
    start: int,
    frame: Frame,
    pen: Pen,
    columns: int,
) -> None:
    x, y, w, h = frame
    point = pen.strong[0] * 0.7
    gap = pen.gap * 0.5
    overlap = point - gap
    wide = (w + overlap * (columns - 1)) / columns
    body = wide - point - pen.gap * 0.3  # what stands under an arrow, clear of its neighbour
    text_w = body - 2 * pen.pad
    has_text = any(step.text for step in steps)
    has_sample = any(step.sample for step in steps)
    titles = max(pen.height((label("1"), strong(step.title)), wide - 2 * point - pen.pad) for step in steps)
    titles += icon_height(steps, pen)
    wishes = [titles + 1.6 * pen.pad]
    if has_text:
        wishes.append(max(pen.height((label(s.text),), text_w) for s in steps if s.text) + 2 * pen.pad)
    if has_sample:
        wishes.append(max(pen.height((label(s.sample),), text_w) for s in steps if s.sample) + 2 * pen.pad)
    spare = h - sum(wishes) - gap * (len(wishes) - 1)
    if len(wishes) == 1:
        tall = min(h, max(wishes[0], min(wide * 0.85, h * 0.6)))
        bands = [(y + (h - tall) / 2, tall)]
    elif spare >= 0:
        grow = [0.4, *([1.0] * (len(wishes) - 1))]
        limit = [wish * (1.5 if i == 0 else 1.7) for i, wish in enumerate(wishes)]
        sizes = [min(wish + spare * g / sum(grow), most) for wish, g, most in zip(wishes, grow, limit, strict=True)]
        at = y + (h - sum(sizes) - gap * (len(sizes) - 1)) / 2
        bands = []
        for size in sizes:
            bands.append((at, size))
            at += size + gap
    else:
        bands = share(y, h, wishes, gap)
    for offset, step in enumerate(steps):
        number = start + offset
        at = x + offset * (wide - overlap)
        _arrow(items, step, number, Frame(at, bands[0][0], wide, bands[0][1]), pen, point, offset == 0)
        under = at + (0.0 if offset == 0 else point * 0.6)
        under_w = body + (point * 0.6 if offset == 0 else 0.0)
        if has_text and step.text:
            band = bands[1]
            box = Frame(under, band[0], under_w, band[1])
            items.append(
                card(box, pen, (label(step.text),), fill="primary_soft", align="left", anchor="top",
                     insets=(pen.pad, pen.pad, pen.pad, pen.pad * 0.5))
            )  # fmt: skip
        if has_sample and step.sample:
            band = bands[-1]
            box = Frame(under, band[0], under_w, band[1])
            items.append(
                card(box, pen, (label(step.sample),), fill="accent_soft", align="left", anchor="top",
                     insets=(pen.pad, pen.pad, pen.pad, pen.pad * 0.5))
            )  # fmt: skip


def _arrow(items: list[Item], step: Step, number: int, box: Frame, pen: Pen, point: float, first: bool) -> None:
    text = (label(str(number), "on_fill"), titled(step, "on_fill"))
    adjust = (round(point / min(box.w, box.h), 4),)
    left = pen.pad if first else pen.pad * 0.3
    items.append(
        Box(box, text, f"step-{number}", "home_plate" if first else "chevron", "primary",
            insets=(left, 0.0, 0.0, 0.0), adjust=adjust)
    )  # fmt: skip


def _ladder(steps: Sequence[Step], frame: Frame, pen: Pen, narrow: bool) -> Plan:
    """Each step a row: number and title, what to do, what to say. `narrow` stacks the last two."""
    x, y, w, h = frame
    gap, pad = pen.gap * 0.5, pen.pad
    has_text = any(step.text for step in steps)
    has_sample = any(step.sample for step in steps)
    longest = max(pen.width(step.title, pen.strong[0], True) for step in steps)
    title_w = min(longest + pen.badge + 4 * pad, w * (0.34 if has_text or has_sample else 1.0))
    rest = w - title_w - gap
    point = pen.strong[0] * 0.5
    texts = max((pen.width(step.text, pen.label[0]) for step in steps), default=0.0)
    samples = max((pen.width(step.sample, pen.label[0]) for step in steps), default=0.0)
    text_share = min(0.62, max(0.38, texts / max(1.0, texts + samples)))
    both = has_text and has_sample and not narrow
    items: list[Item] = []
    limit = pen.strong[0] * 4.2
    row_h = min((h - gap * (len(steps) - 1)) / len(steps), limit)
    pitch = row_h + gap + (min(gap, (h - len(steps) * (row_h + gap)) / len(steps)) if row_h == limit else 0.0)
    top = y + (h - pitch * len(steps) + gap) / 2
    for number, step in enumerate(steps, 1):
        at = top + (number - 1) * pitch
        items.append(
            Box(Frame(x, at, title_w, row_h), (), "", "home_plate", "primary",
                adjust=(round(point / min(title_w, row_h), 4),))
        )  # fmt: skip
        centre = x + pad + pen.badge / 2
        items.append(badge(centre, at + row_h / 2, pen, str(number), "paper", ink="primary"))
        left = x + 2 * pad + pen.badge
        items.append(
            plain_text(
                Frame(left, at, title_w - (left - x) - point, row_h),
                (titled(step, "on_fill"),),
                part=f"step-{number}",
            )
        )
        cells = []
        if step.text:
            cells.append((step.text, "primary_soft"))
        if step.sample:
            cells.append((step.sample, "accent_soft"))
        start = x + title_w + gap
        if both and len(cells) == 2:
            first = (rest - gap) * text_share
            spans = [(start, at, first, row_h), (start + first + gap, at, rest - gap - first, row_h)]
        elif narrow and len(cells) == 2:
            upper = pen.height((label(cells[0][0]),), rest - 2 * pad, floor=True)
            lower = pen.height((label(cells[1][0]),), rest - 2 * pad, floor=True)
            (a, ah), (b, bh) = share(at, row_h, [upper + pad, lower + pad], 2.0)
            spans = [(start, a, rest, ah), (start, b, rest, bh)]
        else:
            spans = [(start, at, rest, row_h)]
        for (text, fill), span in zip(cells, spans, strict=False):
            items.append(
                card(Frame(*span), pen, (label(text),), fill="accent_soft" if fill == "accent_soft" else "primary_soft",
                     align="left", insets=(pad, pad * 0.3, pad, pad * 0.3))
            )  # fmt: skip
    return Plan(items)
