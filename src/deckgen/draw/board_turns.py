"""Boards of practice in turns: two lanes that cross where people swap, and a track of rounds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, clock_column, main_frame, task_card
from deckgen.draw.board_steps import bars, bars_height
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import card, label, plain_text, split, strong
from deckgen.tree.drawing import Path

_MOST_ROUNDS = 4  # that are drawn apart


def draw_lanes(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Two lanes, one a role; the two people are bands that cross where they swap. Sentences to say stand above."""
    foot = bars_height(record.steps, frame.w, pen)
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
    items += bars(record.steps, Frame(frame.x, frame.y + frame.h - foot, frame.w, foot), pen)
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
