"""The doctor of a theme: what serves each role, and how much text it holds.

Refuses nothing: `theme.read` and `theme.templates` report what is wrong; here is told what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.base.roles import OWN_PLACE
from deckgen.theme import Theme
from deckgen.theme.backdrop import Backdrop
from deckgen.theme.colours import contrast
from deckgen.theme.geometry import DeckGeometry
from deckgen.theme.slide_text import least_size, line_height

_OBJECTS = ("canvas", OWN_PLACE)  # take no running text
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
    contrast: float  # of its text with the ground behind it, 1 to 21


def examine(geometry: DeckGeometry, theme: Theme) -> Iterator[Room]:
    """The slots of all roles that take text, in the order of the theme."""
    for role, layout in geometry.layouts.items():
        backdrop = Backdrop(layout, theme.colours)
        for slot, box in layout.slots.items():
            if slot in _OBJECTS:
                continue
            style = theme.slide_text.get(slot, theme.slide_text["body"])
            inner = box.frame.inset(*box.insets)
            floor = least_size(theme, style, box.size or style.size)
            size = max(box.size or style.size, floor)
            lines, characters = _count(inner.w, inner.h, size, line_height(theme, slot, size))
            least = _count(inner.w, inner.h, floor, line_height(theme, slot, floor))
            ground = theme.colours[backdrop.under(box.frame)]
            ratio = contrast(box.colour or theme.colours[style.colour], ground)
            yield Room(role, layout.name, slot, inner.w, inner.h, size, lines, characters, floor, *least, ratio)


def _count(width: float, height: float, size: float, line: float) -> tuple[int, int]:
    return int((height + 0.01) / line), max(0, int(width / size - _MARGIN_EM))
