"""`loop` data into one or two circles of causes that feed each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, cos, degrees, hypot, pi, sin
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw import records
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import SIGNS, SOFT, TONES, arc, badge, card, icon_height, panel, split, strong, titled
from deckgen.tree.drawing import Path


class Cycle(Protocol):
    """One loop; its nodes follow each other and the last leads back to the first."""

    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def nodes(self) -> Sequence[records.Item]: ...


class Loop(Protocol):
    """One loop or two."""

    @property
    def loops(self) -> Sequence[Cycle]: ...


def draw_loop(record: Loop, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Two loops side by side, or one over the whole canvas, its title in the middle."""
    loops = record.loops
    stacked = len(loops) == 2 and frame.h > frame.w
    for wide in (0.31, 0.36, 0.27, 0.24):
        items: list[Item] = []
        if len(loops) == 1:
            items += _cycle(loops[0], 1, frame, pen, wide * 0.72, title_inside=True)
        else:
            spans = split(frame.y, frame.h, 2, pen.gap) if stacked else split(frame.x, frame.w, 2, pen.gap)
            for number, (loop, (at, length)) in enumerate(zip(loops, spans, strict=True), 1):
                half = Frame(frame.x, at, frame.w, length) if stacked else Frame(at, frame.y, length, frame.h)
                items += _cycle(loop, number, half, pen, wide, title_inside=False)
        yield Plan(items)


def _cycle(loop: Cycle, number: int, frame: Frame, pen: Pen, share: float, title_inside: bool) -> list[Item]:
    x, y, w, h = frame
    tone = loop.tone
    colour = TONES[tone]
    sign = SIGNS[tone]
    nodes = loop.nodes
    title = f"{sign} {loop.title}".strip()
    items: list[Item] = []
    top = y
    if not title_inside:
        items.append(panel(frame, pen, SOFT[colour]))
        head = pen.strong[0] * 2.1
        items.append(
            card(Frame(x, y, w, head), pen, (strong(title, "on_fill", loop.icon),), fill=colour, part=f"loop-{number}")
        )
        top = y + head + pen.pad
        area = Frame(x + pen.pad, top, w - 2 * pen.pad, h - head - 2 * pen.pad)
    else:
        area = frame
    node_w = area.w * share
    if len(nodes) > 4:  # two stand side by side, with an arrow between them
        node_w = min(node_w, (0.559 * area.w - pen.gap * 1.8) / 1.559)
    tallest = max(pen.height((titled(node),), node_w - 2 * pen.pad) for node in nodes)
    tallest += icon_height(nodes, pen)
    node_h = min(max(tallest + 1.6 * pen.pad, pen.strong[0] * 2.6), _node_limit(area.h, len(nodes), pen.gap))
    cx, cy = area.x + area.w / 2, area.y + area.h / 2
    rx, ry = (area.w - node_w) / 2, (area.h - node_h) / 2
    angles = [360 / len(nodes) * i for i in range(len(nodes))]
    if len(nodes) == 6:
        angles = [-34, 34, 90, 146, 214, 270]
    if len(nodes) == 3:
        angles = [0, 118, 242]
    if len(nodes) == 5:
        angles = [0, 78, 144, 216, 282]
    centres = [(cx + rx * sin(a * pi / 180), cy - ry * cos(a * pi / 180)) for a in angles]
    if title_inside:
        mid_w = min(area.w - 2 * node_w - 4 * pen.gap, w * 0.3)
        mid_h = min(max(pen.strong[0] * 3.2, area.h - 2 * node_h - 3.2 * pen.gap), h * 0.32)
        middle_y = area.y + area.h * (0.5 if len(nodes) != 3 else 0.46)
        items.append(
            card(
                Frame(cx - mid_w / 2, middle_y - mid_h / 2, mid_w, mid_h),
                pen,
                (strong(title, "on_fill", loop.icon),),
                fill=colour,
                part=f"loop-{number}",
                radius=mid_h / 2,
            )
        )
    elif sign:
        items.append(badge(cx, area.y + area.h * 0.5, pen, sign, colour, pen.badge * 1.5))
    boxes = [Frame(px - node_w / 2, py - node_h / 2, node_w, node_h) for px, py in centres]
    fill = "card" if not title_inside else SOFT[colour]
    for index, (box, node) in enumerate(zip(boxes, nodes, strict=True), 1):
        items.append(
            card(box, pen, (titled(node),), fill=fill, line=colour, part=f"loop-{number}-node-{index}",
                 insets=(pen.pad * 0.6, pen.pad * 0.3, pen.pad * 0.6, pen.pad * 0.3))
        )  # fmt: skip
    for index, start in enumerate(angles):
        following = (index + 1) % len(angles)
        end = angles[following] + (360 if following == 0 or angles[following] < start else 0)
        points = _between(boxes[index], boxes[following], arc(cx, cy, rx, ry, start, end, 60), pen.pad * 0.5)
        items.append(Path(points, smooth=len(points) > 2, line=colour, line_width=pen.rule * 1.3, arrow=True))
    return items


def _node_limit(room: float, count: int, gap: float) -> float:
    """The most a node may be high so that an arrow stays between it and the next row."""
    if count > 4:
        return (0.42 * room - gap) / 1.42
    return room * (0.3 if count == 4 else 0.34)


def _between(
    first: Frame, second: Frame, points: tuple[tuple[float, float], ...], clear: float
) -> tuple[tuple[float, float], ...]:
    """The stretch of the curve outside both boxes; a straight line where they nearly touch."""
    free = [p for p in points if not _inside(p, first, clear) and not _inside(p, second, clear)]
    if len(free) >= 4 and hypot(free[-1][0] - free[0][0], free[-1][1] - free[0][1]) > 3 * clear:
        step = max(1, (len(free) - 1) // 6)
        kept = free[:-1:step]
        return (*kept[:-1], free[-1]) if len(kept) > 2 else (free[0], free[-1])
    a, b = _centre(first), _centre(second)
    angle = atan2(b[1] - a[1], b[0] - a[0])
    return (_edge(first, degrees(angle)), _edge(second, degrees(angle) + 180))


def _inside(point: tuple[float, float], box: Frame, clear: float) -> bool:
    x, y = point
    return box.x - clear <= x <= box.x + box.w + clear and box.y - clear <= y <= box.y + box.h + clear


def _centre(box: Frame) -> tuple[float, float]:
    return box.x + box.w / 2, box.y + box.h / 2


def _edge(box: Frame, angle: float) -> tuple[float, float]:
    """Where a ray from the centre leaves the box (degrees clockwise from the right)."""
    dx, dy = cos(angle * pi / 180), sin(angle * pi / 180)
    reach = min((box.w / 2) / abs(dx) if abs(dx) > 1e-6 else 1e9, (box.h / 2) / abs(dy) if abs(dy) > 1e-6 else 1e9)
    cx, cy = _centre(box)
    return round(cx + dx * reach, 2), round(cy + dy * reach, 2)
