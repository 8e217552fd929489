"""Boards of talk: questions with who asks them beside the steps, and a table with what is talked about at it."""

from __future__ import annotations

from deckgen.base.people import Mood
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, clock_column, main_frame, task_line, with_rail
from deckgen.draw.board_steps import step_list
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import bust, portrait
from deckgen.draw.shapes import badge, card, corner, display, label, plain_text, share, split
from deckgen.tree.drawing import Path, Shape

_MOODS: tuple[Mood, ...] = ("thinking", "calm", "eased")
_QUESTION = 28 / 22  # the size of the only question in headings


def draw_talk(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Questions in bubbles one below the other, each with a face; the steps beside them."""
    items = clock_column(record, frame, pen)
    head, place = task_line(record, main_frame(frame, 0.0, pen), pen)
    items += head
    left = place
    if record.steps:
        left = place._replace(w=place.w * 0.53 - pen.gap)
        right = Frame(
            left.x + left.w + pen.gap * 1.6, place.y, place.x + place.w - left.x - left.w - pen.gap * 1.6, place.h
        )
        items += step_list(record.steps, right, pen)
    r = pen.strong[0] * 1.6
    inner = left.w - (2 * r + pen.gap if record.who else 0.0) - pen.pad * 2.4
    needs = [pen.height((label(text),), inner, floor=True) + pen.pad * 2 for text in record.lines]
    rows = share(left.y, left.h, needs, pen.gap * 0.8)
    r = min(r, *(tall / 2 for _, tall in rows))
    for number, (text, (at, tall)) in enumerate(zip(record.lines, rows, strict=True), 1):
        parts: list[Item] = []
        side = 0.0
        if record.who:
            name = record.who[(number - 1) % len(record.who)]
            side = 2 * r + pen.gap
            middle = at + tall / 2
            parts.append(portrait(pen.look(name), left.x + r, middle, r, _MOODS[(number - 1) % 3], "disc_pale"))
            tip = left.x + side
            points = ((tip + 1, middle - pen.pad), (tip - pen.pad, middle), (tip + 1, middle + pen.pad))
            parts.append(Path(points, closed=True, fill="card", line=None))
        bubble = Frame(left.x + side, at, left.w - side, tall)
        parts.append(
            card(bubble, pen, (label(text),), part=f"line-{number}", fill="card", align="left",
                 insets=(pen.pad * 1.4, pen.pad * 0.5, pen.pad, pen.pad * 0.5), radius=pen.radius * 1.3)
        )  # fmt: skip
        items.append(Cluster(tuple(parts), f"{number} {text[:12]}"))
    return Plan(items, boost=1.15, tolerance=TOLERANCE)


def draw_table(record: Board, frame: Frame, pen: Pen) -> Plan:
    """People behind a table, and beside them what they talk about; a single question is what they say."""
    items, place = with_rail(record, frame, pen)
    asked = list(record.lines) or [record.task]
    if record.lines:
        head, place = task_line(record, place, pen)
        items += head
    wide = min(place.w * 0.4, place.h * 1.45)
    items += _around_table(record, Frame(place.x, place.y, wide, place.h), pen)
    box = Frame(place.x + wide + pen.gap * 1.6, place.y, place.w - wide - pen.gap * 1.6, place.h)
    if len(asked) == 1:
        return Plan([*items, *_bubble(record, asked[0], box, pen)], boost=1.15, tolerance=TOLERANCE)
    items.append(Shape("round_rect", box, "card", "hair_line", 1.0, adjust=corner(box, pen.radius)))
    side = pen.badge
    needs = [pen.height((label(text),), box.w - side - pen.pad * 3.6, floor=True) + pen.pad for text in asked]
    for number, (text, (at, tall)) in enumerate(zip(asked, share(box.y, box.h, needs, 0.0), strict=True), 1):
        parts: list[Item] = []
        if number > 1:
            parts.append(Path(((box.x + pen.pad, at), (box.x + box.w - pen.pad, at)), line="hair_line", line_width=1.0))
        parts.append(badge(box.x + pen.pad * 1.4 + side / 2, at + tall / 2, pen, str(number), "accent"))
        words_of = Frame(box.x + side + pen.pad * 2.6, at, box.w - side - pen.pad * 3.6, tall)
        parts.append(plain_text(words_of, (label(text),), part=f"line-{number}"))
        items.append(Cluster(tuple(parts), f"{number} {text[:12]}"))
    return Plan(items, boost=1.15, tolerance=TOLERANCE)


def _bubble(record: Board, text: str, box: Frame, pen: Pen) -> list[Item]:
    """One question in large letters, spoken from the left."""
    part = "line-1" if record.lines else "task"
    at = box.y + box.h * 0.38
    tip = ((box.x + 1, at - pen.pad), (box.x - pen.pad * 1.6, at + pen.pad * 0.6), (box.x + 1, at + pen.pad * 1.6))
    said = card(box, pen, (display(text, _QUESTION),), part=part, fill="card", align="left",
                insets=(pen.pad * 2, pen.pad, pen.pad * 2, pen.pad), radius=pen.radius * 1.3)  # fmt: skip
    return [Cluster((Path(tip, closed=True, fill="card", line=None), said), text[:12])]


def _around_table(record: Board, frame: Frame, pen: Pen) -> list[Item]:
    """Two or three people behind a table with papers on it."""
    sitting = record.who[:3]
    if not sitting:
        return []
    x, y, w, h = frame
    r = min(h * 0.36, w / len(sitting) * 0.56)
    top = y + h * 0.7
    back = Frame(*(round(value, 2) for value in (x, y, w, top - y)))
    # a wall, before which dark hair is seen on every ground
    items: list[Item] = [Shape("round_rect", back, "wall", adjust=corner(back, pen.radius))]
    for number, (name, (at, each)) in enumerate(zip(sitting, split(x, w, len(sitting), 0.0), strict=True)):
        items.append(bust(pen.look(name), at + each / 2, top - r, r, _MOODS[(number + len(record.steps)) % 3]))
    board = ((x + w * 0.06, top), (x + w * 0.94, top), (x + w, y + h), (x, y + h))
    table: list[Item] = [Path(board, closed=True, fill="primary", line=None)]
    deep = y + h - top
    for at, tilt in ((0.2, -0.02), (0.48, 0.01), (0.7, 0.03)):
        left, right = x + w * at, x + w * (at + 0.13)
        low, high = top + deep * 0.7, top + deep * 0.25
        paper = ((left + w * tilt, low), (right + w * tilt, low), (right, high), (left, high))
        table.append(Path(paper, closed=True, fill="light", line=None))
    items.append(Cluster(tuple(table), record.word or record.labels.task, part="table"))
    return items
