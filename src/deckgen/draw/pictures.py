"""`pictures` data into rows of equal cells: each picture as large as its cell lets it be, its caption under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.shapes import label, plain_text, rounded, split
from deckgen.tree.drawing import Image
from deckgen.tree.picture import place_picture

_MOST_WORDS = 0.4  # of the height of a cell that a caption may take


class Shown(Protocol):
    """A picture in its natural size in points; with a `focus` it fills its cell."""

    @property
    def file(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def caption(self) -> str: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def focus(self) -> tuple[float, float] | None: ...


class Pictures(Protocol):
    """One to six pictures."""

    @property
    def shown(self) -> Sequence[Shown]: ...


def draw_pictures(record: Pictures, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """The grid that shows most of them first; a short last row is centred."""
    count = len(record.shown)
    grids = [_grid(record.shown, frame, pen, columns) for columns in range(1, count + 1)]
    yield from sorted(grids, key=_area, reverse=True)


def _area(plan: Plan) -> float:
    return sum(item.frame.w * item.frame.h for item in plan.items if isinstance(item, Image))


def _grid(pictures: Sequence[Shown], frame: Frame, pen: Pen, columns: int) -> Plan:
    x, y, w, h = frame
    gap = pen.gap
    wide = (w - gap * (columns - 1)) / columns
    items: list[Item] = []
    for row, (top, tall) in enumerate(split(y, h, -(-len(pictures) // columns), gap)):
        beside = pictures[row * columns : (row + 1) * columns]
        left = x + (w - len(beside) * wide - (len(beside) - 1) * gap) / 2
        captions = [pen.height((label(picture.caption),), wide) for picture in beside if picture.caption]
        words = min(max(captions, default=0.0), tall * _MOST_WORDS)
        room = tall - words - (pen.pad / 2 if words else 0.0)
        for column, picture in enumerate(beside):
            cell = Frame(left + column * (wide + gap), top, wide, room)
            place, crop = place_picture(picture.width, picture.height, cell, picture.focus)
            number = row * columns + column + 1
            items.append(Image(rounded(place), picture.file, picture.alt, crop, f"picture-{number}"))
            if picture.caption:
                under = Frame(cell.x, place.y + place.h + pen.pad / 2, wide, words)
                words_of = (label(picture.caption),)
                items.append(plain_text(under, words_of, align="center", anchor="top", part=f"caption-{number}"))
    return Plan(items)
