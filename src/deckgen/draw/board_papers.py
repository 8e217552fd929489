"""Boards of what people write: a page, a wall of notes, a scale; and the task over a list of steps."""

from __future__ import annotations

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, clock_column, main_frame, task_card, task_line, with_rail
from deckgen.draw.board_steps import step_list
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.shapes import badge, card, display, dot, label, plain_text, split, strong, words
from deckgen.tree.drawing import Path


def draw_list(record: Board, frame: Frame, pen: Pen) -> Plan:
    """The task in large letters over steps one below the other."""
    items = clock_column(record, frame, pen)
    place = main_frame(frame, 0.0, pen)
    if not record.steps:  # a form: what is filled in lies beside
        wide = place.w * 0.56
        items += task_card(record, place._replace(w=wide, y=place.y + place.h * 0.12, h=place.h * 0.76), pen)
        x = place.x + wide + pen.gap * 1.5
        items += _paper(record, place._replace(x=x, w=place.x + place.w - x), pen)
        return Plan(items, boost=1.2, tolerance=TOLERANCE)
    wish = pen.height((display(record.task, 1.2), label(record.output)), place.w - 6 * pen.pad) + 3 * pen.pad
    high = min(wish, place.h * 0.5)
    items += task_card(record, Frame(place.x, place.y, place.w, high), pen)
    below = Frame(place.x, place.y + high + pen.gap, place.w, place.h - high - pen.gap)
    items += step_list(record.steps, below, pen)
    return Plan(items, boost=1.2, tolerance=TOLERANCE)


def draw_scale(record: Board, frame: Frame, pen: Pen) -> Plan:
    """The scale as circles that grow, and what the sums mean, true to scale."""
    items, place = with_rail(record, frame, pen)
    top = place.y
    high = pen.height((strong(record.task, "ink", record.icon),), place.w) + pen.pad
    items.append(
        plain_text(Frame(place.x, top, place.w, high), (strong(record.task, "ink", record.icon),), part="task")
    )
    top += high
    bands = record.notes
    band_h = (place.y + place.h - top) * 0.42 if bands else 0.0
    scale_h = place.y + place.h - top - band_h - (pen.gap if bands else 0.0)
    words_h = pen.label[0] * 2.5
    count = max(1, len(record.lines))
    least = max(pen.label[0] * 1.3, pen.strong[1] * 2.2)
    most = max(least, min(scale_h - words_h, place.w / count * 0.6))
    for number, (text, (x, w)) in enumerate(zip(record.lines, split(place.x, place.w, count, 0.0), strict=False), 1):
        d = max(least, least + (most - least) * (number - 1) / max(1, count - 1))
        cy = top + scale_h - words_h - most / 2
        items.append(
            Cluster(
                (
                    badge(x + w / 2, cy, pen, str(number), "accent" if number == count else "accent_soft", d,
                          "on_fill" if number == count else "ink"),
                    plain_text(Frame(x, top + scale_h - words_h, w, words_h), (label(text, "muted"),),
                               part=f"scale-{number}", align="center", anchor="top"),
                ),
                f"{number} {text}",
            )
        )  # fmt: skip
    if bands:
        y = place.y + place.h - band_h
        fills: tuple[Colour, ...] = ("accent_soft", "surface", "primary_soft", "primary")
        for number, (note, (x, w)) in enumerate(zip(bands, split(place.x, place.w, len(bands), 2.0), strict=True)):
            last = number == len(bands) - 1
            fill: Colour = "primary" if last else fills[min(number, 2)]
            ink: Colour = "on_fill" if last else "ink"
            items.append(
                card(Frame(x, y, w, band_h), pen, words(strong(note.title, ink), label(note.text, ink)),
                     part=f"band-{number + 1}", fill=fill, radius=0.5)
            )  # fmt: skip
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def draw_wall(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Notes on a wall around the question, some with votes."""
    items, place = with_rail(record, frame, pen)
    asks = record.question or record.task
    told = words(strong(asks), label(record.task if record.question else "", "muted", record.icon))
    high = pen.height(told, place.w - 4 * pen.pad) + pen.pad * 1.6
    head = Frame(place.x, place.y, place.w, high)
    items.append(card(head, pen, told, part="question", fill="card", line="accent", radius=pen.radius))
    top = place.y + high + pen.gap * 0.7
    tall = place.y + place.h - top
    columns = split(place.x, place.w, 4, pen.gap * 0.8)
    for number, (x, w) in enumerate(columns):
        notes: list[Item] = []
        for row, (y, h) in enumerate(split(top, tall, 2, pen.gap * 0.6)):
            marked = (number, row) in ((0, 0), (2, 1))
            fill: Colour = "mark_soft" if marked else "card"
            fold = min(w, h) * 0.2
            outline = ((x, y), (x + w, y), (x + w, y + h - fold), (x + w - fold, y + h), (x, y + h))
            notes.append(Path(outline, closed=True, fill=fill, line="hair_line", line_width=0.75))
            flap = ((x + w, y + h - fold), (x + w - fold, y + h - fold), (x + w - fold, y + h))
            notes.append(Path(flap, closed=True, fill="hair_line", line=None))
            for line in range(2):
                ly = y + h * (0.3 + 0.22 * line)
                end = x + w * (0.82 - 0.25 * line)
                notes.append(Path(((x + w * 0.12, ly), (end, ly)), line="muted", line_width=1.5))
            votes = (3, 1, 0, 2, 1, 0, 2, 3)[number * 2 + row]
            for vote in range(votes):
                notes.append(dot(x + w * 0.16 + vote * pen.pad * 1.3, y + h * 0.82, pen.pad, "accent"))
        items.append(Cluster(tuple(notes), f"{record.word} {number + 1}"))
    return Plan(items, boost=1.15, tolerance=TOLERANCE)


def draw_page(record: Board, frame: Frame, pen: Pen) -> Plan:
    """The page to fill in, as it lies on the table, and beside it what to do, step by step."""
    items = clock_column(record, frame, pen)
    head, place = task_line(record, main_frame(frame, 0.0, pen), pen)
    items += head
    if not record.steps:
        return Plan([*items, *_paper(record, place, pen)], boost=1.1, tolerance=TOLERANCE)
    wide = place.w * 0.45
    items += _paper(record, place._replace(w=wide), pen)
    x = place.x + wide + pen.gap * 1.8
    items += step_list(record.steps, Frame(x, place.y, place.x + place.w - x, place.h), pen)
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def _paper(record: Board, place: Frame, pen: Pen) -> list[Item]:
    """A sheet with a corner turned: its number, the fields with lines to write on, the first one marked by a pen."""
    fold = pen.strong[0] * 1.3
    x, y, w, h = place
    outline = ((x, y), (x + w - fold, y), (x + w, y + fold), (x + w, y + h), (x, y + h))
    corner_of = ((x + w - fold, y), (x + w - fold, y + fold), (x + w, y + fold))
    items: list[Item] = [
        Path(outline, closed=True, fill="card", line="hair_line", line_width=1.0),
        Path(corner_of, closed=True, fill="hair_line", line=None),
    ]
    inner = place.inset(pen.pad * 1.4, pen.pad * 0.8, pen.pad * 1.4, pen.pad)
    if record.sheet:
        high = pen.height((label(record.sheet, "accent"),), inner.w - fold)
        line = inner.y + high + pen.pad * 0.3
        items.append(plain_text(Frame(inner.x, inner.y, inner.w - fold, high), (label(record.sheet, "accent"),)))
        items.append(Path(((inner.x, line), (inner.x + inner.w, line)), line="accent", line_width=1.5))
        inner = inner.inset(0.0, high + pen.pad * 0.8, 0.0, 0.0)
    fields = record.notes[:6]
    columns = 2 if len(fields) > 3 or inner.w > inner.h * 1.8 else 1
    rows = -(-len(fields) // columns) if fields else 1
    for number, note in enumerate(fields):
        fx, fw = split(inner.x, inner.w, columns, pen.gap)[number % columns]
        fy, fh = split(inner.y, inner.h, rows, pen.gap * 0.5)[number // columns]
        title_h = pen.height((label(note.title),), fw)
        named = plain_text(
            Frame(fx, fy, fw, title_h + 0.1), (label(note.title),), part=f"field-{number + 1}", anchor="top"
        )
        items.append(Cluster((named, *_ruled(fx, fy + title_h, fw, fh - title_h, pen)), f"{number + 1} {note.title}"))
    if not fields:
        items += _ruled(*inner, pen)
    return items


def _ruled(x: float, y: float, w: float, h: float, pen: Pen) -> list[Item]:
    """Lines to write on."""
    step = pen.label[0] * 1.35
    count = int((h + 1) / step)
    return [
        Path(((x, y + step * number), (x + w, y + step * number)), line="line", line_width=0.75)
        for number in range(1, count + 1)
    ]
