"""What a run sheet draws: minutes of a block as a bar in three shades, how warm the room is as strokes, and the key."""

from __future__ import annotations

from deckgen.base.roles import Colour
from deckgen.base.runs import runs
from deckgen.base.units import Frame, Split
from deckgen.compose.kit import Kit
from deckgen.tree import Drawing, Element, Label, Shape, TextBox

MINUTE = 2.8  # points of a minute
BAR_ROOM = 64.0  # points of the longest bar; the minutes of a day with a longer block are shorter
_BAR = 10.0
_STROKE, _STROKE_GAP, _MOST = 3.6, 2.0, 5
_SWATCH = 9.0
_KEY_SIZE, _LETTER = 9.0, 5.2  # points of the words of the key, and of a letter of them
_FILLS: tuple[tuple[str, Colour], ...] = (("talk", "paper"), ("activity", "primary"), ("debrief", "primary_soft"))


def draw_bar(kit: Kit, split: Split, minute: float) -> tuple[Element, ...]:
    """Minutes of talk, activity and debrief as a bar, each with its own fill; `minute` is its length in points."""
    shapes: list[Shape] = []
    left = 0.0
    for name, fill in _FILLS:
        width = getattr(split, name) * minute
        if width:
            shapes.append(Shape("rect", Frame(left, 0.0, width, _BAR), fill, "ink", 0.5, part=name))
            left += width
    if not shapes:
        return ()
    alt = kit.phrase("split_value", split=split)
    return (Drawing("minutes", Frame(0.0, 0.0, left, _BAR), tuple(shapes), alt),)


def draw_heat(kit: Kit, energy: int) -> tuple[Element, ...]:
    """How warm the room should be, as one to five strokes."""
    strokes = tuple(
        Shape("rect", Frame(at * (_STROKE + _STROKE_GAP), 0.0, _STROKE, _BAR), "muted", None, part=f"stroke-{at + 1}")
        for at in range(min(energy, _MOST))
    )
    if not strokes:
        return ()
    width = len(strokes) * (_STROKE + _STROKE_GAP) - _STROKE_GAP
    return (Drawing("heat", Frame(0.0, 0.0, width, _BAR), strokes, kit.phrase("mood_value", n=len(strokes))),)


def draw_key(kit: Kit) -> Drawing:
    """What the shades of the bars are."""
    shapes: list[Shape] = []
    left = 0.0
    for name, fill in _FILLS:
        shapes.append(Shape("rect", Frame(left, 1.0, _SWATCH, _SWATCH), fill, "ink", 0.5, part=name))
        told = kit.phrase(f"{name}_short")
        width = len(told) * (_LETTER if told.isascii() else _KEY_SIZE) + 4.0
        box = TextBox((Label(runs(told), _KEY_SIZE),), "left", insets=(2.0, 0.0, 0.0, 0.0))
        shapes.append(Shape("rect", Frame(left + _SWATCH, 0.0, width, 11.0), text=box, part=f"{name}-word"))
        left += _SWATCH + width + 2.0
    return Drawing("key", Frame(0.0, 0.0, left - 2.0, 11.0), tuple(shapes), kit.phrase("minutes_bar"))
