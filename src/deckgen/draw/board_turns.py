"""Boards of practice in turns: two lanes that cross where people swap, and a track of rounds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.board import (
    TOLERANCE,
    Board,
    clock_column,
    column_width,
    main_frame,
    rail,
    rail_height,
    said,
    task_card,
)
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import card, corner, display, label, plain_text, split, strong, words
from deckgen.tree.drawing import Path, Shape

_ROLE: tuple[tuple[Colour | None, Colour | None, Colour], ...] = (  # fill, line, ink of the letters of roles
    ("accent", None, "on_fill"), ("primary", None, "on_fill"), ("card", "ink", "ink"),
)  # fmt: skip

_MOST_ROUNDS = 4  # that are drawn apart


def draw_lanes(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Two lanes, one a role; the two people are bands that cross where they swap. Sentences to say stand above."""
    foot = rail_height(record.steps, frame.w, pen)
    items = clock_column(record, frame, pen, foot=foot + pen.gap)
    place = main_frame(frame, foot, pen)
    lane = pen.strong[0] * 1.75
    lanes_h = 2 * lane + pen.gap * 0.6
    bubbles = Frame(place.x, place.y, place.w, place.h - lanes_h - pen.gap * 1.2)
    items += _say(record, bubbles, pen)
    y = place.y + place.h - lanes_h
    names = record.who[:2]
    roles = [note.title for note in record.notes[:2]]
    left = max((pen.width(role, pen.label[0]) for role in roles), default=0.0)
    x, w = place.x + left + pen.pad, place.w - left - pen.pad
    for number, role in enumerate(roles):
        at = y + number * (lane + pen.gap * 0.6)
        items.append(plain_text(Frame(place.x, at, left + pen.pad, lane), (label(role),), part=f"lane-{number + 1}"))
    items += _bands(record, names, Frame(x, y, w, lanes_h), lane, pen)
    items += rail(record.steps, Frame(frame.x, frame.y + frame.h - foot, frame.w, foot), pen)
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def _say(record: Board, frame: Frame, pen: Pen) -> list[Item]:
    """The face of who acts, with the sentences to say, one below the other; without sentences the task."""
    lines = list(record.lines[:2])
    if not lines:
        return task_card(record, frame, pen)
    items: list[Item] = []
    top = frame.y
    if record.task:
        high = pen.height((strong(record.task, "ink", record.icon),), frame.w) + pen.pad
        items.append(
            plain_text(Frame(frame.x, top, frame.w, high), (strong(record.task, "ink", record.icon),), part="task")
        )
        top += high
    rows = split(top, frame.y + frame.h - top, len(lines), pen.gap * 0.7)
    who = record.who[0] if record.who else lines[0]
    r = min((frame.y + frame.h - top) / 2, pen.strong[0] * 1.35)
    middle = (top + frame.y + frame.h) / 2
    items.append(portrait(pen.look(who), frame.x + r, middle, r, "thinking", "disc_pale", who))
    x = frame.x + 2 * r + pen.gap
    for number, (text, (at, tall)) in enumerate(zip(lines, rows, strict=True), 1):
        wide = min(frame.x + frame.w - x, pen.width(text, pen.label[0]) + pen.pad * 4)
        half = min(pen.pad, tall / 4)
        foot = min(max(middle, at + 2 * half), at + tall - 2 * half)  # where the bubble is nearest to the face
        points = ((x + 1, foot - half), (x - pen.pad, foot), (x + 1, foot + half))
        said = card(Frame(x, at, wide, tall), pen, (label(text),), part=f"line-{number}", fill="card", align="left",
                    insets=(pen.pad * 1.4, 0.0, pen.pad, 0.0), radius=pen.radius * 1.3)  # fmt: skip
        items.append(Cluster((Path(points, closed=True, fill="card", line=None), said), f"{number} {text[:12]}"))
    return items


def _bands(record: Board, names: Sequence[str], frame: Frame, lane: float, pen: Pen) -> list[Item]:
    """Two bands, straight where nobody swaps, crossing between rounds where they do."""
    x, y, w, h = frame
    upper, lower = y + lane / 2, y + h - lane / 2
    fills: tuple[Colour, Colour] = ("accent", "primary")
    rounds = max(1, min(len(record.rounds), _MOST_ROUNDS))
    long, bend = w / rounds, w * 0.055 / (1 if rounds < 3 else 1.6)
    items: list[Item] = []
    for number in (1, 0):
        half = lane / 2
        levels = [lower if (number + turn) % 2 else upper for turn in range(rounds)]
        over = _wave(x, long, bend, [level - half for level in levels])
        under = _wave(x, long, bend, [level + half for level in levels])
        items.append(Path((*over, *reversed(under)), closed=True, fill=fills[number], line="paper", line_width=1.0))
    for number, name in enumerate(names):
        for turn in range(rounds):
            at = x + turn * long + (bend * 1.6 if turn else 0.0)
            level = lower if (number + turn) % 2 else upper
            tag = Frame(at + pen.pad, level - lane / 2, pen.width(name, pen.strong[0], True), lane)
            items.append(plain_text(tag, (strong(name, "on_fill"),)))
    if record.turn:
        beside = x + pen.pad + max((pen.width(name, pen.strong[0], True) for name in names), default=0.0)
        end = x + long - bend * 1.4 if rounds > 1 else x + w / 2 - bend * 1.4
        items.append(
            plain_text(
                Frame(beside, upper - lane / 2, end - beside, lane),
                (label(record.turn, "on_fill"),),
                part="turn",
                align="right",
            )
        )
    return [Cluster(tuple(items), " ⇄ ".join(names))]


def _wave(x: float, long: float, bend: float, levels: Sequence[float]) -> list[tuple[float, float]]:
    """A line of stretches `long` points each, that goes over from one height to the next softly."""
    points = [(x, levels[0])]
    for turn, (start, end) in enumerate(pairwise(levels), 1):
        for step in range(11):
            t = step / 10
            ease = t * t * (3 - 2 * t)
            points.append((round(x + turn * long - bend + 2 * bend * t, 2), round(start + (end - start) * ease, 2)))
    points.append((x + long * len(levels), levels[-1]))
    return points


def draw_track(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Role cards above, below them a track: steps and rounds, in each round who plays which role."""
    track_h = frame.h * 0.48
    items = clock_column(record, frame, pen, foot=track_h + pen.gap * 0.5)
    place = Frame(frame.x, frame.y, frame.w - column_width(frame) - pen.gap * 0.6, frame.h - track_h - pen.gap)
    top = place.y
    if record.task:
        high = pen.height((strong(record.task, "ink", record.icon),), place.w) + pen.pad * 0.6
        items.append(
            plain_text(Frame(place.x, top, place.w, high), (strong(record.task, "ink", record.icon),), part="task")
        )
        top += high
    cards = record.notes[:3]
    columns = split(place.x, place.w, max(1, len(cards)), pen.gap)
    for number, (note, (at, wide)) in enumerate(zip(cards, columns, strict=False), 1):
        box = Frame(at, top, wide, place.y + place.h - top)
        items.append(_role_card(note.title, note.text, note.letter, number, box, pen))
    items += _track(record, Frame(frame.x, frame.y + frame.h - track_h, frame.w, track_h), pen)
    return Plan(items, boost=1.0, tolerance=TOLERANCE)


def _role_card(name: str, text: str, letter: str, number: int, box: Frame, pen: Pen) -> Item:
    r = min(box.h * 0.42, box.w * 0.2)
    cx, cy = box.x + pen.pad + r, box.y + box.h / 2
    fill, line, ink = _ROLE[(number - 1) % 3]
    d = max(r * 0.62, pen.label[0] * 1.25)
    mark_x, mark_y = cx + r * 0.72, min(cy + r * 0.72, box.y + box.h - d / 2)
    left = cx + r + pen.pad * 2.2
    return Cluster(
        (
            Shape("round_rect", box, "card", "hair_line", 1.0, adjust=corner(box, pen.radius)),
            portrait(pen.look(name), cx, cy, r, "calm", "disc"),
            Shape("ellipse", Frame(mark_x - d / 2, mark_y - d / 2, d, d), fill, line, 1.5),
            plain_text(Frame(mark_x - d / 2, mark_y - d / 2, d, d), (display(letter, 0.75, ink),), align="center"),
            plain_text(
                Frame(left, box.y, box.x + box.w - left - pen.pad * 0.4, box.h),
                words(strong(name), label(text, "muted")),
                part=f"role-{number}",
            ),
        ),
        f"{letter} {name}",
    )


def _track(record: Board, frame: Frame, pen: Pen) -> list[Item]:
    """Columns with minutes at their head; those of the rounds say who plays what, the others what to do."""
    rounds, letters = list(record.rounds), [note.letter for note in record.notes if note.letter]
    names = list(record.who)[: len(letters)]
    longest = max(range(len(record.steps)), key=lambda at: record.steps[at].minutes, default=-1)
    several = len(rounds) > 1 and longest >= 0
    gap = pen.gap * 0.4
    columns: list[tuple[str, int]] = []  # kind and number of a step or round
    for at, _ in enumerate(record.steps):
        columns += [("round", n) for n in range(len(rounds))] if several and at == longest else [("step", at)]
    weights = [1.15 if kind == "round" else 1.0 for kind, _ in columns]
    total = sum(weights)
    wide = frame.w - gap * (len(columns) - 1)
    head = pen.strong[0] * 1.5
    items: list[Item] = []
    x = frame.x
    foot = pen.label[0] * 1.5 if several else 0.0  # says below the rounds what is done in them
    begin, end = 0.0, 0.0
    for (kind, at), weight in zip(columns, weights, strict=True):
        w = wide * weight / total
        top, body = Frame(x, frame.y, w, head), Frame(x, frame.y + head, w, frame.h - head)
        parts: list[Item] = [
            Shape("rect", top, "accent"),
            Shape("rect", body, "card", "hair_line", 0.75),
        ]
        if kind == "step":
            step = record.steps[at]
            parts.append(plain_text(top, (strong(f"{step.minutes}′", "on_fill"),), align="center"))
            inner = body.inset(pen.pad * 0.5, pen.pad * 0.3, pen.pad * 0.5, pen.pad * 0.3)
            parts.append(plain_text(inner, (label(said(step)),), part=f"step-{at + 1}", align="center"))
            items.append(Cluster(tuple(parts), f"{at + 1} {said(step)}"))
        else:
            begin, end = begin or x, x + w
            body = body.inset(0.0, 0.0, 0.0, foot)
            parts.append(plain_text(top, (label(rounds[at], "on_fill"),), align="center"))
            for row, (name, (y, tall)) in enumerate(
                zip(names, split(body.y, body.h, max(1, len(names)), 0.0), strict=False)
            ):
                letter = letters[(row - at) % len(letters)]
                fill, line, ink = _ROLE[letters.index(letter) % 3]
                high = min(tall * 0.7, pen.label[0] * 1.5)
                pill = Frame(x + w * 0.42, y + (tall - high) / 2, w * 0.5, high)
                if row:
                    parts.append(Path(((x + pen.pad, y), (x + w - pen.pad, y)), line="hair_line", line_width=0.75))
                parts.append(plain_text(Frame(x + pen.pad * 0.6, y, w * 0.42 - pen.pad * 0.6, tall), (strong(name),)))
                parts.append(Shape("round_rect", pill, fill, line, 1.5, adjust=(0.5,)))
                parts.append(plain_text(pill, (strong(letter, ink),), align="center"))
            items.append(Cluster(tuple(parts), rounds[at]))
        x += w + gap
    if several:
        step = record.steps[longest]
        place = Frame(begin, frame.y + frame.h - foot, end - begin, foot)
        words_of = (label(f"{step.minutes}′ {said(step)}"),)
        items.append(plain_text(place, words_of, part=f"step-{longest + 1}", align="center"))
    return items
