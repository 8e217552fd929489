"""The board of role-plays: role cards, and a track of steps and rounds that says who plays what in each."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.board import TOLERANCE, Board, clock_column, column_width, kind_plate, least_column, plate_height
from deckgen.draw.board_steps import said
from deckgen.draw.pen import Cluster, Item, Pen, Plan, Words
from deckgen.draw.people import portrait
from deckgen.draw.shapes import corner, display, label, plain_text, split, strong, words
from deckgen.tree.drawing import Path, Shape

_ROLE: tuple[tuple[Colour | None, Colour | None, Colour], ...] = (  # fill, line, ink of the letters of roles
    ("accent", None, "on_fill"), ("primary", None, "on_fill"), ("card", "ink", "ink"),
)  # fmt: skip
_TRACK_GAP = 0.4  # of a gap, between the columns of a track


def draw_track(record: Board, frame: Frame, pen: Pen) -> Plan:
    """Role cards above, below them a track: steps and rounds, in each round who plays which role."""
    track_h = _track_height(record, frame, pen)
    items = clock_column(record, frame, pen, foot=track_h + pen.gap * 0.5, has_plate=False)
    place = Frame(frame.x, frame.y, frame.w - column_width(frame) - pen.gap * 0.6, frame.h - track_h - pen.gap)
    top = place.y
    wide = pen.width(record.word, pen.strong[0], True) + pen.label[0] * 2.2 if record.word else 0.0
    if wide:
        items.append(kind_plate(record, Frame(place.x, top, wide, plate_height(pen)), pen))
    if record.task or wide:
        told = (strong(record.task, "ink", record.icon),)
        beside = place.inset(wide + pen.gap, 0.0, 0.0, 0.0) if wide else place
        high = max(pen.height(told, beside.w * 0.96), plate_height(pen) if wide else 0.0)
        items.append(plain_text(Frame(beside.x, top, beside.w, high), told, part="task"))
        top += high + pen.pad * 0.8
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


def _track_columns(record: Board) -> list[tuple[str, int]]:
    """Kind and number of the steps and rounds along a track: rounds stand for the longest step."""
    longest = _longest(record)
    columns: list[tuple[str, int]] = []
    for at, _ in enumerate(record.steps):
        several = len(record.rounds) > 1 and at == longest
        columns += [("round", n) for n in range(len(record.rounds))] if several else [("step", at)]
    return columns


def _longest(record: Board) -> int:
    return max(range(len(record.steps)), key=lambda at: record.steps[at].minutes, default=-1)


def _track_widths(record: Board, wide: float, pen: Pen) -> list[float]:
    """How wide the columns of a track are; steps that take many words are a little wider than others."""
    columns = _track_columns(record)
    longest = max((len(said(step)) for step in record.steps), default=1)
    weights = [1.15 if kind == "round" else 0.8 + 0.5 * len(said(record.steps[at])) / longest for kind, at in columns]
    room = wide - pen.gap * _TRACK_GAP * (len(columns) - 1)
    return [room * weight / sum(weights) for weight in weights]


def _heads(record: Board, widths: Sequence[float], pen: Pen) -> float:
    """How high the heads of columns are: the names of rounds may take two lines."""
    rounds = [
        pen.height((label(record.rounds[at]),), wide)
        for (kind, at), wide in zip(_track_columns(record), widths, strict=True)
        if kind == "round"
    ]
    return max([pen.strong[0] * 1.5, *(high + pen.pad * 0.5 for high in rounds)])


def _foot(record: Board, widths: Sequence[float], pen: Pen) -> float:
    """How high the line is that says below the rounds what is done in them."""
    wide = [wide for (kind, _), wide in zip(_track_columns(record), widths, strict=True) if kind == "round"]
    if not wide:
        return 0.0
    room = sum(wide) + pen.gap * _TRACK_GAP * (len(wide) - 1)
    return pen.height((_round_words(record),), room) + pen.pad * 0.3


def _round_words(record: Board) -> Words:
    step = record.steps[_longest(record)]
    return label(f"{step.minutes}′ {said(step)}")


def _track_height(record: Board, frame: Frame, pen: Pen) -> float:
    """How high a track is: as its steps need, within about half of the board."""
    widths = _track_widths(record, frame.w, pen)
    inner = [
        pen.height((label(said(record.steps[at])),), wide - pen.pad, floor=True)
        for (kind, at), wide in zip(_track_columns(record), widths, strict=True)
        if kind == "step"
    ]
    rows = pen.label[1] * 1.8 * len(record.who) + _foot(record, widths, pen) if record.rounds else 0.0
    need = _heads(record, widths, pen) + max([*inner, rows], default=0.0) + pen.pad
    most = frame.h - least_column(record, pen) - pen.gap * 0.5  # the clock stands above its end
    return min(max(need, frame.h * 0.4), frame.h * 0.56, most)


def _track(record: Board, frame: Frame, pen: Pen) -> list[Item]:
    """Columns with minutes at their head; those of the rounds say who plays what, the others what to do."""
    rounds, letters = list(record.rounds), [note.letter for note in record.notes if note.letter]
    names = list(record.who)[: len(letters)]
    several = len(rounds) > 1 and bool(record.steps)
    widths = _track_widths(record, frame.w, pen)
    head, foot = _heads(record, widths, pen), _foot(record, widths, pen)
    items: list[Item] = []
    x = frame.x
    begin, end = 0.0, 0.0
    for (kind, at), w in zip(_track_columns(record), widths, strict=True):
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
        x += w + pen.gap * _TRACK_GAP
    if several:
        place = Frame(begin, frame.y + frame.h - foot, end - begin, foot)
        items.append(plain_text(place, (_round_words(record),), part=f"step-{_longest(record) + 1}", align="center"))
    return items
