"""`canvas` data into labelled fields with room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import badge, card, label, leader, panel, plain_text, split, titled


class Field(Protocol):
    """A field to write in."""

    @property
    def title(self) -> str: ...
    @property
    def hint(self) -> str: ...
    @property
    def icon(self) -> str: ...


class Canvas(Protocol):
    """Four to six fields."""

    @property
    def fields(self) -> Sequence[Field]: ...


def draw_canvas(record: Canvas, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Fields in even rows; a shorter first row takes the whole width."""
    fields = record.fields
    narrow = frame.w < frame.h * 1.2
    layouts = {4: (2, 2), 5: (2, 3), 6: (3, 3)}
    yield _fields(fields, frame, pen, (2,) * -(-len(fields) // 2) if narrow else layouts[len(fields)])


def _fields(fields: Sequence[Field], frame: Frame, pen: Pen, rows: tuple[int, ...]) -> Plan:
    x, y, w, h = frame
    items: list[Item] = []
    number = 0
    bar = pen.strong[0] * 1.8
    for (top, tall), count in zip(split(y, h, len(rows), pen.gap), rows, strict=True):
        chosen = fields[number : number + count]
        inner = (w - pen.gap * (count - 1)) / count - 2 * pen.pad
        hints = [pen.height((label(field.hint),), inner) for field in chosen if field.hint]
        hint_h = min(max(hints, default=0.0), tall - bar - pen.pad)  # so that the rules of a row stand level
        for field, (at, wide) in zip(chosen, split(x, w, len(chosen), pen.gap), strict=True):
            number += 1
            items.append(panel(Frame(at, top, wide, tall), pen, "card", "primary"))
            items.append(card(Frame(at, top, wide, bar), pen, fill="primary_soft"))
            centre = at + pen.pad * 0.6 + pen.badge / 2
            items.append(badge(centre, top + bar / 2, pen, str(number)))
            title_x = centre + pen.badge / 2 + pen.pad * 0.8
            items.append(
                plain_text(
                    Frame(title_x, top, at + wide - title_x - pen.pad * 0.4, bar),
                    (titled(field),),
                    part=f"field-{number}",
                )
            )
            under = top + bar + pen.pad * 0.5
            if field.hint:
                items.append(
                    plain_text(Frame(at + pen.pad, under, inner, hint_h), (label(field.hint, "muted"),), anchor="top")
                )
            under += hint_h
            pitch = max(23.0, pen.label[0] * 1.9)
            line = under + pitch
            while line < top + tall - pen.pad:
                items.append(leader(pen, (at + pen.pad, line), (at + wide - pen.pad, line)))
                line += pitch
    return Plan(items, boost=1.0)
