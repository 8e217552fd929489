"""The doctor of a theme: what serves each role, and how much text it holds.

Refuses nothing: `theme.read` and `theme.templates` report what is wrong; here is told what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.base.roles import OWN_PLACE
from deckgen.base.units import Frame
from deckgen.theme import Theme
from deckgen.theme.colours import contrast
from deckgen.theme.geometry import DeckGeometry, Layout
from deckgen.theme.slide_text import line_height

_OBJECTS = ("canvas", OWN_PLACE)  # take no running text
_OWN_COLOUR = ("title", "subtitle", "meta", "number", "kicker")
_MARGIN_EM = 1.0  # what a line of full-width text leaves free


@dataclass(frozen=True, slots=True)
class Room:
    """A slot of a role: its layout, its place in points, and full-width characters and lines at size and at floor."""

    role: str
    layout: str
    slot: str
    width: float
    height: float
    size: float
    lines: int
    characters: int  # of one line
    floor: float
    floor_lines: int
    floor_characters: int
    contrast: (
        float  # of its text with the ground behind it, 1 to 21; 0 where the layout gives the text a colour of its own
    )


def examine(geometry: DeckGeometry, theme: Theme) -> Iterator[Room]:
    """The slots of all roles that take text, in the order of the theme."""
    for role, layout in geometry.layouts.items():
        for slot, box in layout.slots.items():
            if slot in _OBJECTS:
                continue
            style = theme.slide_text.get(slot, theme.slide_text["body"])
            inner = box.frame.inset(*box.insets)
            floor = style.floor
            size = max(box.size or style.size, floor)
            lines, characters = _count(inner.w, inner.h, size, line_height(theme, slot, size))
            least = _count(inner.w, inner.h, floor, line_height(theme, slot, floor))
            ratio = (
                0.0
                if slot in _OWN_COLOUR or role == "divider"
                else contrast(theme.colours[style.colour], _ground(layout, box.frame, theme))
            )
            yield Room(role, layout.name, slot, inner.w, inner.h, size, lines, characters, floor, *least, ratio)


def _ground(layout: Layout, frame: Frame, theme: Theme) -> str:
    """The colour behind most of a place."""
    colour = layout.ground
    for panel in layout.panels:
        across, down = ([point[at] for point in panel.points] for at in (0, 1))
        w = min(max(across), frame.x + frame.w) - max(min(across), frame.x)
        h = min(max(down), frame.y + frame.h) - max(min(down), frame.y)
        if panel.fill and w > 0 and h > 0 and w * h >= 0.5 * frame.w * frame.h:
            colour = panel.fill
    return theme.colours[colour]


def _count(width: float, height: float, size: float, line: float) -> tuple[int, int]:
    return int((height + 0.01) / line), max(0, int(width / size - _MARGIN_EM))
