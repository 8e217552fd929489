"""`dialogue` data into speech bubbles beside the faces of those who speak; how not to do it may stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from deckgen.base.people import Mood
from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Cluster, Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import SIGNS, SOFT, TONES, card, label, plain_text, share, strong
from deckgen.tree.drawing import Icon, Path, Shape

_LARGEST_FACE = 1.45  # radius of a face in ems of plain text
_DASHED = 1.5  # points


class Line(Protocol):
    """A line of talk; `tag` names the step it uses, an icon stands in place of the face."""

    @property
    def who(self) -> str: ...
    @property
    def say(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def mood(self) -> Mood: ...
    @property
    def icon(self) -> str: ...


class Against(Protocol):
    """How not to do it: a title, a few lines and what comes of it."""

    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...
    @property
    def outcome(self) -> str: ...


class Dialogue(Protocol):
    """Two to six lines."""

    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...
    @property
    def tone(self) -> str: ...
    @property
    def against(self) -> Against | None: ...


@dataclass(frozen=True, slots=True)
class _Stage:
    """What bubbles look like on a ground: those of the first speaker, and those of the others."""

    first: Colour
    others: Colour
    tag: Colour
    disc: Colour
    prefix: str = "line"


_STAGES = {
    "good": _Stage("card", "card", "positive", "disc"),
    "bad": _Stage("surface", "negative_soft", "negative", "disc"),
    "neutral": _Stage("surface", "primary_soft", "primary", "disc"),
}


def draw_dialogue(record: Dialogue, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The first speaker on the left, the others on the right; the step a line uses beside its bubble."""
    if record.against is not None and frame.w > frame.h * 1.3:
        for wide in (0.4, 0.46, 0.36):
            yield Plan(_pair(record, record.against, frame, pen, wide), boost=1.0)
        return
    for wide in (0.74, 0.84):
        if record.against is None:
            yield Plan(_alone(record, frame, pen, wide), boost=1.0)
        else:
            yield Plan(_pair(record, record.against, frame, pen, 0.4, wide), boost=1.0)


def _alone(record: Dialogue, frame: Frame, pen: Pen, wide: float) -> list[Item]:
    """One conversation; a tone gives it a ground, an edge and a sign."""
    items: list[Item] = []
    tone = record.tone if record.tone in TONES else "neutral"
    if record.title:
        return _column(record.title, record.lines, tone, frame, pen, "line")
    if tone != "neutral":
        sign = pen.badge
        items.append(_ground(frame, tone))
        edge = Frame(frame.x, frame.y, sign + pen.pad * 1.2, frame.h)
        items.append(Shape("rect", edge, TONES[tone]))
        mark = Frame(frame.x, frame.y + pen.pad, edge.w, sign)
        items.append(plain_text(mark, (strong(SIGNS[tone], "on_fill"),), align="center"))
        frame = frame.inset(edge.w + pen.pad, pen.pad, pen.pad, pen.pad)
    return items + _talk(record.lines, frame, pen, wide, _STAGES[tone])


def _pair(record: Dialogue, against: Against, frame: Frame, pen: Pen, share_of: float, wide: float = 0.0) -> list[Item]:
    """How not to do it on the left (or above), how to do it on the right."""
    x, y, w, h = frame
    gap = pen.gap * 1.4
    title = record.title
    tone = record.tone if record.tone != "neutral" else "good"
    if wide:
        high = h * share_of
        bad, good = Frame(x, y, w, high), Frame(x, y + high + gap, w, h - high - gap)
    else:
        left = (w - gap) * share_of
        bad, good = Frame(x, y, left, h), Frame(x + left + gap, y, w - left - gap, h)
    items = _column(against.title, against.lines, "bad", bad, pen, "against", against.outcome)
    return items + _column(title, record.lines, tone, good, pen, "line")


def _column(
    title: str, lines: Sequence[Line], tone: str, frame: Frame, pen: Pen, prefix: str, outcome: str = ""
) -> list[Item]:
    """A head with its sign over a conversation, and what came of it below."""
    x, y, w, _ = frame
    colour = TONES[tone]
    bar = pen.strong[0] * 1.75
    head = Frame(x, y, w, bar)
    sign = SIGNS[tone]
    items: list[Item] = [_ground(frame, tone)]
    if tone == "bad":
        items.append(Path(((x, y + bar), (x + w, y + bar)), line=colour, line_width=1.0))
    else:
        items.append(Shape("rect", head, colour))
    ink: Colour = colour if tone == "bad" else "on_fill"
    items.append(plain_text(Frame(x + pen.pad, y, bar, bar), (strong(sign, ink),), align="center"))
    left = x + (bar + pen.pad if sign else pen.pad * 1.4)
    items.append(plain_text(Frame(left, y, x + w - left - pen.pad, bar), (strong(title, ink),), part=f"{prefix}-title"))
    below = frame.inset(pen.pad, bar + pen.pad, pen.pad, pen.pad)
    if outcome:
        need = pen.height((strong(outcome),), below.w - pen.pad) + pen.pad
        place = Frame(below.x + pen.pad, below.y + below.h - need, below.w - pen.pad, need)
        items.append(
            Path(((place.x, place.y), (place.x + place.w - pen.pad, place.y)), line="hair_line", line_width=1.0)
        )
        items.append(plain_text(place, (strong(outcome, colour),), part=f"{prefix}-outcome"))
        below = below.inset(0, 0, 0, need + pen.pad)
    stage = _STAGES[tone]
    return items + _talk(lines, below, pen, 0.8, _Stage(stage.first, stage.others, stage.tag, stage.disc, prefix))


def _ground(frame: Frame, tone: str) -> Shape | Path:
    """What a conversation stands on: a tint under how to do it, a dashed line around how not to."""
    x, y, w, h = frame
    if tone == "bad":
        corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        return Path(corners, closed=True, fill="card", line="negative", line_width=_DASHED, dash=True)
    return Shape("rect", frame, SOFT[TONES[tone]])


def _talk(lines: Sequence[Line], frame: Frame, pen: Pen, wide: float, stage: _Stage) -> list[Item]:
    x, y, w, h = frame
    size = pen.label[0]
    gap = pen.gap * 0.6
    names = list(dict.fromkeys(line.who for line in lines))
    first = names[0]
    column = min(max(pen.width(name, size) for name in names), w * 0.22)
    named_h = {name: size * (1.2 * pen.lines(name, size, column) + 0.05) for name in names}
    most = (h - gap * (len(lines) - 1) - sum(named_h.values())) / len(lines) / 2
    r = max(size * 0.8, min(size * _LARGEST_FACE, most))
    column = max(2 * r, column)
    tags = [pen.width(line.tag, size) + size * 0.55 for line in lines if line.tag]
    tag_w = min(max(tags, default=0.0), w * 0.26)
    room = w - column - gap - pen.pad
    widest = min(room, max(w * wide - column, room - tag_w - gap if tags else 0.0))
    widest = min(widest, room - tag_w - gap) if tags else widest
    inset = pen.pad * 1.2
    told = [
        (min(widest, pen.width(line.say, size) + 2 * inset), pen.height((label(line.say),), widest - 2 * inset))
        for line in lines
    ]
    seen: set[str] = set()
    weights: list[float] = []
    for line, (_, tall) in zip(lines, told, strict=True):
        face = 2 * r + (named_h[line.who] if line.who not in seen else 0.0)
        seen.add(line.who)
        weights.append(max(tall + pen.pad, face))
    total = sum(weights) + gap * (len(lines) - 1)
    if total < h:  # a little air between the lines, the rest below
        gap = min(gap * 2.2, gap + (h - total) / max(1, len(lines) - 1))
        total = sum(weights) + gap * (len(lines) - 1)
        spans = share(y + (h - total) / 2, total, weights, gap)
    else:
        spans = share(y, h, weights, gap)
    items: list[Item] = []
    seen = set()
    for number, (line, (at, tall), (bubble_w, text_h)) in enumerate(zip(lines, spans, told, strict=True), 1):
        left = line.who == first
        name_h = named_h[line.who] if line.who not in seen else 0.0
        seen.add(line.who)
        cx = x + column / 2 if left else x + w - column / 2
        cy = at + min(tall, 2 * r + name_h) / 2 - name_h / 2
        cy = max(cy, at + r)
        parts: list[Item] = [_face(line, cx, cy, r, pen, stage)]
        if name_h:
            place = Frame(cx - column / 2, cy + r, column, name_h)
            parts.append(plain_text(place, (label(line.who, "muted"),), align="center"))
        bubble_h = min(tall, max(text_h + pen.pad * 1.1, size * 2.0))
        top = min(max(at, cy - bubble_h / 2), at + tall - bubble_h)
        edge = x + column + gap * 0.6 + pen.pad if left else x + w - column - gap * 0.6 - pen.pad - bubble_w
        bubble = Frame(edge, top, bubble_w, bubble_h)
        fill = stage.first if left else stage.others
        parts.append(_tail(bubble, cy, left, fill, pen))
        parts.append(
            card(bubble, pen, (label(line.say),), part=f"{stage.prefix}-{number}", fill=fill, align="left",
                 insets=(inset, pen.pad * 0.4, inset * 0.8, pen.pad * 0.4), radius=pen.radius * 1.2)
        )  # fmt: skip
        if line.tag:
            lines_of_tag = pen.lines(line.tag, size, tag_w - size * 0.52)
            high = size * (1.2 * lines_of_tag + 0.55)
            tag_x = edge + bubble_w + pen.pad if left else edge - pen.pad - tag_w
            place = Frame(tag_x, min(max(at, top + (bubble_h - high) / 2), at + tall - high), tag_w, high)
            parts.append(
                card(place, pen, (label(line.tag, "on_fill"),), fill=stage.tag, insets=(0.0, 0.0, 0.0, 0.0),
                     radius=pen.rounding(size * 1.7))
            )  # fmt: skip
        items.append(Cluster(tuple(parts), f"{line.who} {number}"))
    return items


def _face(line: Line, cx: float, cy: float, r: float, pen: Pen, stage: _Stage) -> Item:
    """The face of who speaks, in the mood of the line; the icon that an author gave in its place."""
    if line.icon:
        side = r * 1.5
        place = Frame(*(round(value, 2) for value in (cx - side / 2, cy - side / 2, side, side)))
        return Icon(place, line.icon, "primary")
    return portrait(pen.look(line.who), cx, cy, r, line.mood, stage.disc)


def _tail(bubble: Frame, cy: float, left: bool, fill: Colour, pen: Pen) -> Path:
    """The tip of a bubble, towards the face."""
    half = min(pen.pad * 0.7, bubble.h * 0.3)
    middle = min(max(cy, bubble.y + half * 1.6), bubble.y + bubble.h - half * 1.6)
    edge, tip = (bubble.x + 1, bubble.x - pen.pad) if left else (bubble.x + bubble.w - 1, bubble.x + bubble.w + pen.pad)
    return Path(((edge, middle - half), (tip, middle), (edge, middle + half)), closed=True, fill=fill, line=None)
