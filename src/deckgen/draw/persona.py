"""`persona` data into a portrait and four lists: what they are like, what they need, what to avoid and try."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw import records
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.people import portrait
from deckgen.draw.shapes import card, labelled, panel, plain_text, rounded, share, split, strong
from deckgen.tree.drawing import Icon, Shape

_LISTS: tuple[tuple[str, Colour, Colour, str], ...] = (
    ("traits", "primary", "primary_soft", ""),
    ("needs", "secondary", "secondary_soft", ""),
    ("avoid", "negative", "negative_soft", "✗"),
    ("try", "positive", "positive_soft", "✓"),
)


class Labels(Protocol):
    """Headings of the lists."""

    @property
    def traits(self) -> str: ...
    @property
    def needs(self) -> str: ...
    @property
    def avoid(self) -> str: ...
    @property
    def try_(self) -> str: ...


class Persona(Protocol):
    """A name and four lists; an icon, where there is one, in place of the portrait."""

    @property
    def icon(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def traits(self) -> Sequence[records.Item]: ...
    @property
    def needs(self) -> Sequence[records.Item]: ...
    @property
    def avoid(self) -> Sequence[records.Item]: ...
    @property
    def try_(self) -> Sequence[records.Item]: ...
    @property
    def labels(self) -> Labels: ...


def draw_persona(record: Persona, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The portrait on the left, the lists as quarters of a grid on the right."""
    for wide in (0.2, 0.16):
        yield _quarters(record, frame, pen, wide)


def _quarters(record: Persona, frame: Frame, pen: Pen, wide: float) -> Plan:
    x, y, w, h = frame
    side = w * wide
    items: list[Item] = [card(Frame(x, y, side, h), pen, fill="primary")]
    name_h = h * 0.36
    face = min(side * 0.62, (h - name_h) * 0.78)
    cx, top = x + side / 2, y + (h - name_h - face) / 2 + pen.pad
    items += (
        [Icon(rounded(Frame(cx - face / 2, top, face, face)), record.icon, "on_fill")]
        if record.icon
        else [portrait(pen.look(record.name), cx, top + face / 2, face / 2, part="portrait")]
    )
    items.append(
        plain_text(
            Frame(x + pen.pad, y + h - name_h, side - 2 * pen.pad, name_h - pen.pad),
            (strong(record.name, "on_fill"),),
            part="name",
            align="center",
        )
    )
    left = x + side + pen.gap
    columns = split(left, x + w - left, 2, pen.gap)
    upper = max(len(record.traits), len(record.needs))
    lower = max(len(record.avoid), len(record.try_))
    rows = share(y, h, [upper + 1.3, lower + 1.3], pen.gap)
    titles = (record.labels.traits, record.labels.needs, record.labels.avoid, record.labels.try_)
    lists = (record.traits, record.needs, record.avoid, record.try_)
    shown = zip(_LISTS, titles, lists, strict=True)
    for index, ((key, colour, soft, sign), name, texts) in enumerate(shown):
        row, column = divmod(index, 2)
        box = Frame(columns[column][0], rows[row][0], columns[column][1], rows[row][1])
        items.append(panel(box, pen, soft))
        bar = pen.strong[0] * 1.9
        title = f"{sign} {name}".strip()
        items.append(
            card(Frame(box.x, box.y, box.w, bar), pen, (strong(title, "on_fill"),), fill=colour, align="left",
                 insets=(pen.pad, 0.0, pen.pad, 0.0))
        )  # fmt: skip
        lines = split(box.y + bar + pen.pad * 0.4, box.h - bar - pen.pad * 0.8, len(texts), 0.0)
        for number, (item, (at, tall)) in enumerate(zip(texts, lines, strict=True), 1):
            mark = pen.label[0] * 0.36
            text_x = box.x + pen.pad
            if not item.icon:
                items.append(Shape("ellipse", Frame(text_x, at + tall / 2 - mark / 2, mark, mark), colour))
                text_x += mark * 2.2
            items.append(
                plain_text(
                    Frame(text_x, at, box.x + box.w - pen.pad * 0.5 - text_x, tall),
                    (labelled(item),),
                    part=f"{key}-{number}",
                )
            )  # fmt: skip
    return Plan(items)
