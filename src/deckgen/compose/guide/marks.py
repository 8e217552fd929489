"""Signs of the guide: what to say, do and ask, told apart by their form; and the number of a slide in its screen."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from deckgen.base.roles import Colour
from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.text.scripts import has_cjk
from deckgen.tree import Drawing, Label, Shape, TextBox
from deckgen.tree.drawing import Geometry

Sign = Literal["say", "do", "ask"]

SCREEN = Frame(0.0, 0.0, 42.5, 25.5)  # 1.5 x 0.9 cm
_SIDE = 20.5  # points of a sign with one character
_WIDE = 34.0  # of one with a short word
_FLAT = (0.0, 0.0, 0.0, 0.0)
_LOOKS: dict[Sign, tuple[Geometry, Colour | None, Colour, Colour]] = {
    "say": ("rect", "ink", "ink", "paper"),
    "do": ("rect", None, "ink", "ink"),
    "ask": ("ellipse", None, "accent", "accent"),
}


@lru_cache(maxsize=64)
def draw_sign(sign: Sign, word: str) -> Drawing:
    """A black square, a white square or a circle with its word."""
    geometry, fill, line, ink = _LOOKS[sign]
    one = has_cjk(word) and len(word) == 1
    frame = Frame(0.0, 0.0, _SIDE if one else _WIDE, _SIDE)
    text = TextBox((Label(runs(word), 13.0 if one else 10.0, ink, strong=True),), insets=_FLAT)
    return Drawing("sign", frame, (Shape(geometry, frame, fill, line, 1.5, text, part=sign),), word)


@lru_cache(maxsize=1024)
def draw_screen(number: str, alt: str) -> Drawing:
    """The number of a slide in the frame of a screen."""
    size = 14.0 if len(number) <= 4 else 11.0
    text = TextBox((Label(runs(number), size, "ink", strong=True),), insets=_FLAT)
    return Drawing("screen", SCREEN, (Shape("rect", SCREEN, "paper", "ink", 1.5, text, part="screen"),), alt)
