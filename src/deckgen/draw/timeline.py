"""`timeline` data into stages on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.records import Node
from deckgen.draw.shapes import card, dot, icon_height, label, leader, plain_text, split, strong, titled, words
from deckgen.tree.drawing import Path


class Stage(Node, Protocol):
    """A stage; `when` is its date as it shall be read."""

    @property
    def when(self) -> str: ...


class Timeline(Protocol):
    """Three to six stages."""

    @property
    def stages(self) -> Sequence[Stage]: ...


def draw_timeline(record: Timeline, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Dates over an arrow of time, cards beneath; down the page where the canvas is narrow."""
    if frame.w >= frame.h * 1.2:
        yield _across(record.stages, frame, pen)
    yield _down(record.stages, frame, pen)


def _across(stages: Sequence[Stage], frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    bare = not any(stage.text for stage in stages)
    columns = split(x, w, len(stages), pen.gap)
    wide = columns[0][1]
    when_h = max(pen.height((strong(s.when),), wide) for s in stages) * 1.3 + pen.pad * 0.5
    line_h = pen.badge * 1.1
    need = max(pen.height(words(strong(s.title), label(s.text)), wide - 2 * pen.pad) for s in stages)
    need += icon_height(stages, pen)
    room = h - when_h - line_h - pen.gap
    tall = min(room, max(need * 1.7 + 2 * pen.pad, room * (0.4 if bare else 0.86)))
    top = y + (room - tall) / 2
    line = top + when_h + line_h / 2
    items: list[Item] = [Path(((x, line), (x + w, line)), line="primary", line_width=pen.rule * 2.2, arrow=True)]
    for number, (stage, (at, length)) in enumerate(zip(stages, columns, strict=True), 1):
        centre = at + length / 2
        last = number == len(stages)
        items.append(plain_text(Frame(at, top, length, when_h), (strong(stage.when, "primary"),), align="center"))
        card_y = top + when_h + line_h + pen.gap
        items.append(leader(pen, (centre, line), (centre, card_y), colour="accent" if last else "primary"))
        items.append(dot(centre, line, pen.badge * 0.62, "accent" if last else "primary", "paper", pen.rule))
        items.append(
            card(Frame(at, card_y, length, tall), pen, words(titled(stage), label(stage.text)),
                 part=f"stage-{number}", fill="accent_soft" if last else "primary_soft",
                 insets=(pen.pad, pen.pad, pen.pad, pen.pad))
        )  # fmt: skip
    return Plan(items, boost=1.35)


def _down(stages: Sequence[Stage], frame: Frame, pen: Pen) -> Plan:
    x, y, w, h = frame
    rows = split(y, h, len(stages), pen.gap * 0.6)
    when_w = min(max(pen.width(s.when, pen.strong[0], True) for s in stages) + pen.pad, w * 0.24)
    line = x + when_w + pen.badge / 2
    left = line + pen.badge / 2 + pen.gap * 0.6
    items: list[Item] = [Path(((line, y), (line, y + h)), line="primary", line_width=pen.rule * 2.2, arrow=True)]
    for number, (stage, (at, tall)) in enumerate(zip(stages, rows, strict=True), 1):
        last = number == len(stages)
        items.append(
            plain_text(Frame(x, at, when_w - pen.pad * 0.4, tall), (strong(stage.when, "primary"),), align="right")
        )
        items.append(dot(line, at + tall / 2, pen.badge * 0.62, "accent" if last else "primary", "paper", pen.rule))
        items.append(
            card(Frame(left, at, x + w - left, tall), pen,
                 words(titled(stage), label(stage.text)),
                 part=f"stage-{number}", fill="accent_soft" if last else "primary_soft", align="left",
                 insets=(pen.pad, pen.pad * 0.3, pen.pad, pen.pad * 0.3))
        )  # fmt: skip
    return Plan(items)
