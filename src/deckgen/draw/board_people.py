"""Boards with people on them: a talk at a table, a ring in which all stand, a case."""

from __future__ import annotations

from deckgen.base.people import Mood
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, clock_column, column_width, main_frame, step_list, with_rail
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import arc, badge, card, corner, display, label, plain_text, split, strong, words
from deckgen.tree.drawing import Path, Shape


def draw_talk(record: Board, frame: Frame, pen: Pen) -> Plan:
    """People around a table and what they talk about; the steps along the foot."""
    items, place = with_rail(record, frame, pen)
    asked = list(record.lines) or [record.task]
    faces = record.who[:3]
    r = min(place.h * 0.13, pen.strong[0] * 1.5) if faces else 0.0
    top = place.y
    if record.task and record.lines:
        high = pen.height((strong(record.task, "ink", record.icon),), place.w) + pen.pad
        items.append(
            plain_text(Frame(place.x, top, place.w, high), (strong(record.task, "ink", record.icon),), part="task")
        )
        top += high + pen.pad
    rows = split(top, place.y + place.h - top, len(asked), pen.gap * 0.8)
    side = 2 * r + pen.gap * 1.2 if faces else 0.0
    for number, (text, (at, tall)) in enumerate(zip(asked, rows, strict=True), 1):
        left = number % 2 == 1 or not faces
        bubble = Frame(place.x + side if left else place.x, at, place.w - side, tall)
        parts: list[Item] = []
        if faces:
            name = faces[(number - 1) % len(faces)]
            cx = place.x + r if left else place.x + place.w - r
            mood: Mood = ("thinking", "calm", "eased")[(number - 1) % 3]
            parts.append(portrait(pen.look(name), cx, at + tall / 2, min(r, tall / 2), mood, "disc_pale"))
            tip = bubble.x - pen.pad if left else bubble.x + bubble.w + pen.pad
            edge = bubble.x + 1 if left else bubble.x + bubble.w - 1
            middle = at + tall / 2
            points = ((edge, middle - pen.pad), (tip, middle), (edge, middle + pen.pad))
            parts.append(Path(points, closed=True, fill="card", line=None))
        part = f"line-{number}" if record.lines else "task"
        parts.append(
            card(bubble, pen, (label(text),), part=part, fill="card", align="left",
                 insets=(pen.pad * 1.6, pen.pad * 0.6, pen.pad * 1.4, pen.pad * 0.6), radius=pen.radius * 1.3)
        )  # fmt: skip
        items.append(Cluster(tuple(parts), f"{number} {text[:12]}"))
    return Plan(items, boost=1.15, tolerance=TOLERANCE)


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
    for number, name in enumerate(record.who[:8]):
        (px, py) = arc(cx, cy, rx, ry, 22.5 + number * 45, 22.5 + number * 45, 1)[0]
        mood: Mood = "eased" if number % 2 else "calm"
        items.append(portrait(pen.look(name), px, py, r, mood, "disc_pale", f"person-{number + 1}"))
    inner = Frame(x + w * 0.17, y + h * 0.26, w * 0.66, h * 0.48)
    items.append(plain_text(inner, (display(record.task, 1.5, "accent", record.icon),), part="task", align="center"))
    return Plan(items, boost=1.1, tolerance=TOLERANCE)


def draw_case(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Who it is about, in words of their own; facts and the question beside it."""
    items, place = with_rail(record, frame, pen)
    side = place.w * 0.3
    panel = Frame(place.x, place.y, side, place.h)
    items.append(Shape("round_rect", panel, "primary", adjust=corner(panel, pen.radius)))
    name = record.who[0] if record.who else record.word
    name_h = pen.strong[0] * 1.5
    quote = record.lines[0] if record.lines else ""
    r = min(side * 0.34, (place.h - name_h) * (0.28 if quote else 0.42))
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
    if record.task:
        high = pen.height((label(record.task, "ink", record.icon),), right.w) + pen.pad * 0.5
        items.append(
            plain_text(
                Frame(right.x, top, right.w, high), (label(record.task, "ink", record.icon),), part="task", anchor="top"
            )
        )
        top += high + pen.pad * 0.5
    asks = record.question
    ask_h = pen.height((strong(asks),), right.w - pen.pad * 5 - pen.badge) + pen.pad * 2 if asks else 0.0
    facts = record.notes[:4]
    room = right.y + right.h - ask_h - pen.gap * 0.6 - top
    if facts and room > pen.label[0] * 2.6:
        tall_fact = pen.strong[1] * 1.2 + pen.label[1] * 1.2 + pen.pad
        rows = max(1, min(2 if len(facts) > 2 else 1, int((room + pen.gap * 0.5) / (tall_fact + pen.gap * 0.5))))
        facts = facts[:4] if rows == 2 else facts[:2]
        per = -(-len(facts) // rows)
        for row, (y, tall) in enumerate(split(top, room, rows, pen.gap * 0.5)):
            chosen = facts[row * per : (row + 1) * per]
            for note, (x, w) in zip(chosen, split(right.x, right.w, max(1, len(chosen)), pen.gap * 0.5), strict=True):
                text = words(strong(note.title), label(note.text, "muted"))
                box = Frame(x, y, w, tall)
                items.append(
                    card(box, pen, text, part=f"fact-{facts.index(note) + 1}", fill="card", line="hair_line",
                         align="left", insets=(pen.pad, pen.pad * 0.3, pen.pad * 0.6, pen.pad * 0.3))
                )  # fmt: skip
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
