"""`ensemble` data into tiles: people down to the chest, and shapes of quarter circles between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.people import bust
from deckgen.tree.drawing import Path, Shape

_COLUMNS, _ROWS = 2, 3
_STEPS = 24  # points of a quarter of a circle
# Tiles row by row: the ground, and the corner around which a quarter circle lies, with its colour; else a person.
_TILES: tuple[tuple[Colour, str, Colour | None], ...] = (
    ("primary_soft", "", None),
    ("accent", "top right", "primary"),
    ("secondary", "bottom left", "secondary_soft"),
    ("mark", "", None),
    ("accent_soft", "", None),
    ("positive_soft", "", None),
)


class Ensemble(Protocol):
    """Who is shown."""

    @property
    def who(self) -> Sequence[str]: ...


def draw_ensemble(record: Ensemble, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Two tiles in a row; where people are too few a tile has a disc."""
    wide, high = frame.w / _COLUMNS, frame.h / _ROWS
    names = iter(record.who)
    items: list[Item] = []
    for at, (ground, corner, fill) in enumerate(_TILES):
        tile = Frame(frame.x + at % _COLUMNS * wide, frame.y + at // _COLUMNS * high, wide, high)
        items.append(Shape("rect", tile, ground))
        if fill is not None:
            items.append(Path(_quarter(tile, corner), closed=True, fill=fill, line=None))
        elif (name := next(names, "")) != "":
            r = 0.47 * min(wide, high)
            items.append(bust(pen.look(name), tile.x + wide / 2, tile.y + high - r, r))
        else:
            side = 0.6 * min(wide, high)
            disc = Frame(tile.x + (wide - side) / 2, tile.y + (high - side) / 2, side, side)
            items.append(Shape("ellipse", disc, "card"))
    yield Plan(items)


def _quarter(tile: Frame, corner: str) -> tuple[tuple[float, float], ...]:
    """A quarter of an ellipse that fills a tile, around one of its corners."""
    right, below = "right" in corner, "bottom" in corner
    x, y = tile.x + tile.w * right, tile.y + tile.h * below
    across, down = (-tile.w if right else tile.w), (-tile.h if below else tile.h)
    turns = (pi / 2 * step / _STEPS for step in range(_STEPS + 1))
    return ((x, y), *((round(x + across * cos(turn), 2), round(y + down * sin(turn), 2)) for turn in turns))
