"""Boards with people on them: a ring in which all stand, a case."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.people import Mood
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, Note, clock_column, column_width, main_frame, with_rail
from deckgen.draw.board_steps import step_list
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import arc, badge, card, corner, display, label, plain_text, share, split, strong, words
from deckgen.tree.drawing import Path, Shape

_FACT = 3.0  # sizes of a heading: room for one row of facts


def draw_ring(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Everybody stands in a ring; what is said stands in its middle, the steps at the right."""
    wide = column_width(frame)
    items = clock_column(record, frame, pen, foot=frame.h * 0.42 if record.steps else 0.0)
    if record.steps:
        low = frame.h * 0.38
        place = Frame(frame.x + frame.w - wide + pen.gap, frame.y + frame.h - low, wide - pen.gap, low)
        items += step_list(record.steps, place, pen)
    x, y, w, h = main_frame(frame, 0.0, pen)
    r = min(h * 0.105, pen.strong[0] * 1.7)
    cx, cy, rx, ry = x + w / 2, y + h / 2, w / 2 - r, h / 2 - r
    items.append(Path(arc(cx, cy, rx, ry, 0, 360, 48), line="accent", line_width=1.5, dash=True))
    standing = record.who[:8]
    apart = 360 / max(1, len(standing))
    for number, name in enumerate(standing):
        (px, py) = arc(cx, cy, rx, ry, (number + 0.5) * apart, (number + 0.5) * apart, 1)[0]
        mood: Mood = "eased" if number % 2 else "calm"
        items.append(portrait(pen.look(name), px, py, r, mood, "disc_pale", f"person-{number + 1}"))
    inner = Frame(x + w * 0.17, y + h * 0.26, w * 0.66, h * 0.48)
    items.append(plain_text(inner, (display(record.task, 1.5, "accent", record.icon),), part="task", align="center"))
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def draw_case(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Who it is about, in words of their own; facts and the question beside it."""
    items, place = with_rail(record, frame, pen)
    side = place.w * 0.34
    panel = Frame(place.x, place.y, side, place.h)
    items.append(Shape("round_rect", panel, "primary", adjust=corner(panel, pen.radius)))
    name = record.who[0] if record.who else record.word
    name_h = pen.strong[0] * 1.5
    quote = record.lines[0] if record.lines else ""
    said_h = pen.height((label(quote),), side - 4 * pen.pad, floor=True) + pen.pad * 1.6 if quote else 0.0
    r = min(side * 0.34, (place.h - name_h - said_h - pen.pad * 2.7) / 2.1)
    cx, cy = panel.x + side / 2, panel.y + place.h - name_h - r - pen.pad * 0.5
    inside: list[Item] = [portrait(pen.look(name), cx, cy, r, "hurt" if quote else "troubled", "disc")]
    if quote:
        bubble = Frame(panel.x + pen.pad, panel.y + pen.pad, side - 2 * pen.pad, cy - r * 1.1 - panel.y - pen.pad * 2.2)
        tip = bubble.y + bubble.h
        inside.append(Path(((cx - pen.pad, tip - 1), (cx, tip + pen.pad), (cx + pen.pad, tip - 1)), closed=True,
                           fill="card", line=None))  # fmt: skip
        inside.append(card(bubble, pen, (label(quote),), part="line-1", fill="card", align="left"))
    below = Frame(panel.x, panel.y + place.h - name_h, side, name_h)
    inside.append(plain_text(below, (strong(name, "on_fill"),), align="center"))
    items.append(Cluster(tuple(inside), name))
    right = Frame(place.x + side + pen.gap, place.y, place.w - side - pen.gap, place.h)
    top = right.y
    asks = record.question
    ask_h = pen.height((strong(asks),), right.w - pen.pad * 5 - pen.badge) + pen.pad * 2 if asks else 0.0
    if record.task:
        told = (label(record.task, "ink", record.icon),)
        high = pen.height(told, right.w) + pen.pad * 0.5
        facts = pen.strong[0] * _FACT if record.notes and record.steps else 0.0
        if right.h - ask_h - pen.gap * 0.6 - high >= facts:  # else the steps say what to do
            items.append(plain_text(Frame(right.x, top, right.w, high), told, part="task", anchor="top"))
            top += high + pen.pad * 0.5
    room = right.y + right.h - ask_h - pen.gap * 0.6 - top
    items += _facts(record.notes[:4], Frame(right.x, top, right.w, room), pen)
    if asks:
        box = Frame(right.x, right.y + right.h - ask_h, right.w, ask_h)
        side_of = pen.badge
        spot = Frame(box.x + pen.pad * 1.4, box.y + (ask_h - side_of) / 2, side_of, side_of)
        items.append(
            Cluster(
                (
                    Shape("round_rect", box, "card", "accent", 2.0, adjust=corner(box, pen.radius)),
                    badge(spot.x + side_of / 2, spot.y + side_of / 2, pen, "?", "accent", side_of),
                    plain_text(box.inset(pen.pad * 2.4 + side_of, pen.pad * 0.3, pen.pad, pen.pad * 0.3),
                               (strong(asks),), part="question"),
                ),
                asks,
            )
        )  # fmt: skip
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def _facts(facts: Sequence[Note], frame: Frame, pen: Pen) -> list[Item]:
    """As many facts as have room, in two columns or below one another; what they are called stands below them."""
    insets = (pen.pad, pen.pad * 0.3, pen.pad * 0.6, pen.pad * 0.3)
    for count in range(len(facts), 0, -1):
        for columns in (2, 1):
            rows = -(-count // columns)
            wide = (frame.w - pen.gap * 0.5 * (columns - 1)) / columns - insets[0] - insets[2]
            told = [words(strong(note.title), label(note.text, "muted")) for note in facts[:count]]
            needs = [pen.height(text, wide, floor=True) + insets[1] + insets[3] for text in told]
            lines = [max(needs[row * columns : (row + 1) * columns]) for row in range(rows)]
            if columns > count or sum(lines) + pen.gap * 0.5 * (rows - 1) > frame.h:
                continue
            places = [
                Frame(x, y, w, h)
                for y, h in share(frame.y, frame.h, lines, pen.gap * 0.5)
                for x, w in split(frame.x, frame.w, columns, pen.gap * 0.5)
            ]
            return [
                card(
                    place, pen, text, part=f"fact-{number}", fill="card", line="hair_line", align="left", insets=insets
                )
                for number, (place, text) in enumerate(zip(places, told, strict=False), 1)
            ]
    return []
