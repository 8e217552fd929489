"""`ensemble` data into tiles: people down to the chest, and shapes of quarter circles between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Protocol

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.draw.pen import Item, Pen, Plan
from deckgen.draw.people import bust, portrait
from deckgen.tree.drawing import Path, Shape

_COLUMNS, _ROWS = 2, 3
_STEPS = 24  # points of a quarter of a circle
# Tiles row by row: the ground, and the corner around which a quarter circle lies, with its colour; else a person.
_TILES: tuple[tuple[Colour, str, Colour | None], ...] = (
    ("disc", "", None),
    ("accent", "top right", "primary"),
    ("secondary", "bottom left", "secondary_soft"),
    ("mark", "", None),
    ("glow", "", None),
    ("disc", "", None),
)
_ROUND, _SHARP = 10.0, 4.0  # points: corners of themes in which people stand on discs, or side by side under lamps
_LAMPS: tuple[Colour, ...] = ("disc", "mark", "glow", "disc")


class Ensemble(Protocol):
    """Who is shown."""

    @property
    def who(self) -> Sequence[str]: ...


def draw_ensemble(record: Ensemble, frame: Frame, pen: Pen) -> Iterator[Plan]:
    """Two tiles in a row; where people are too few a tile has a disc. Round and sharp themes have ways of their own."""
    if pen.corner >= _ROUND:
        yield Plan(list(_on_discs(record.who, frame, pen)))
        return
    if 0 < pen.corner <= _SHARP:
        yield Plan(list(_under_lamps(record.who, frame, pen)))
        return
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


def _on_discs(names: Sequence[str], frame: Frame, pen: Pen) -> Iterator[Item]:
    """Discs two by two, each second row moved by half, whose people look out of them."""
    r = min(frame.w / 4.3, frame.h / 6.4)
    across, down = frame.w / 4, (frame.h - 2 * r) / 2.2
    places = [(1, 0), (3, 0.2), (1, 1), (3, 1.2), (1, 2), (3, 2.2)]
    fills: tuple[Colour, ...] = ("accent", "disc", "mark", "glow", "disc", "secondary")
    seats = [1, 2, 3, 4]
    for at, (column, row) in enumerate(places):
        cx, cy = frame.x + across * column, frame.y + r + down * row
        if at in seats and seats.index(at) < len(names):
            yield portrait(pen.look(names[seats.index(at)]), cx, cy, r, "eased", fills[at])
        else:
            yield Shape("ellipse", Frame(*(round(value, 2) for value in (cx - r, cy - r, 2 * r, 2 * r))), fills[at])


def _under_lamps(names: Sequence[str], frame: Frame, pen: Pen) -> Iterator[Item]:
    """Light falls on people who stand in rows, those behind higher."""
    shown = names[: len(_LAMPS)]
    wide = frame.w / 2
    for at, name in enumerate(shown):
        x = frame.x + at % 2 * wide
        foot = frame.y + frame.h * (0.5 if at < 2 and len(shown) > 2 else 1.0)
        top = foot - frame.h * (0.5 if len(shown) > 2 else 1.0)
        lit = ((x + wide * 0.36, top), (x + wide * 0.64, top), (x + wide * 0.97, foot), (x + wide * 0.03, foot))
        yield Path(tuple((round(px, 2), round(py, 2)) for px, py in lit), closed=True, fill=_LAMPS[at], line=None)
        r = min(wide * 0.44, (foot - top) * 0.36)
        yield bust(pen.look(name), x + wide / 2, foot - r, r)


def _quarter(tile: Frame, corner: str) -> tuple[tuple[float, float], ...]:
    """A quarter of an ellipse that fills a tile, around one of its corners."""
    right, below = "right" in corner, "bottom" in corner
    x, y = tile.x + tile.w * right, tile.y + tile.h * below
    across, down = (-tile.w if right else tile.w), (-tile.h if below else tile.h)
    turns = (pi / 2 * step / _STEPS for step in range(_STEPS + 1))
    return ((x, y), *((round(x + across * cos(turn), 2), round(y + down * sin(turn), 2)) for turn in turns))
