"""`questions` data into rows: the phase of the debrief as a tag, its question beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import label, pill, plain_text, split
from deckgen.tree.drawing import Path

_LARGEST = 1.3  # times the ideal size: a question is read aloud by the whole room
_MOST = 3.6  # ems of a heading that a row is high; more would tear the questions apart


class Row(Protocol):
    """A question after its phase; `act` marks the one that looks ahead."""

    @property
    def text(self) -> str: ...
    @property
    def phase(self) -> str: ...
    @property
    def act(self) -> bool: ...


class Questions(Protocol):
    """One to six questions."""

    @property
    def rows(self) -> Sequence[Row]: ...


def draw_questions(record: Questions, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Rows of equal height with a rule between them; the question that looks ahead in the warm colour."""
    x, y, w, h = frame
    rows = record.rows
    wide = max((pen.width(row.phase, pen.label[0] * _LARGEST) for row in rows if row.phase), default=0)
    tag = wide + pen.pad if wide else 0.0
    tall = min(h / len(rows), pen.strong[0] * _MOST)
    top = y + (h - tall * len(rows)) / 2
    items: list[Item] = []
    for number, (row, (at, height)) in enumerate(
        zip(rows, split(top, tall * len(rows), len(rows), 0.0), strict=True), 1
    ):
        if number > 1:
            items.append(Path(((x, at), (x + w, at)), line="line", line_width=pen.rule / 4))
        if tag:
            high = min(height - pen.pad * 0.6, pen.label[0] * _LARGEST * 1.5)
            colour: Colour = "accent" if row.act else "secondary"
            place = Frame(x, at + (height - high) / 2, tag, high)
            items.append(pill(place, pen, (label(row.phase or str(number), "on_fill"),), colour))
        left = x + tag + (pen.pad * 2 if tag else 0.0)
        items.append(plain_text(Frame(left, at, x + w - left, height), (label(row.text),), part=f"row-{number}"))
    yield Plan(items, boost=_LARGEST)
