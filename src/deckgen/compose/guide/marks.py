"""Signs of the guide: what to say, do and ask, told apart by their form; and the number of a slide in its screen.

They are words in the dress of a style: a black box, a white one, one with a double frame. So they are read aloud as
they stand, and a book of hundreds of them is laid out as fast as any other.
"""

from __future__ import annotations

from typing import Literal

from deckgen.base.runs import runs
from deckgen.tree import Para

Sign = Literal["say", "do", "ask"]

_SHORT, _LONGEST = 3, 5  # signs of the number of a slide: “36–37” fills its frame
_PAD = "\u00a0"  # on both sides of what is framed


def sign(kind: Sign, word: str) -> Para:
    """What is to do, in its box."""
    return Para(runs(f"{_PAD}{word}{_PAD}"), f"sign_{kind}")


def screen(number: str) -> Para:
    """The number of a slide in the frame of a screen; of several that the frame has no room for the first."""
    number = number if len(number) <= _LONGEST else number.partition("–")[0]
    pad = _PAD * 2 if len(number) <= _SHORT else ""
    return Para(runs(f"{pad}{number}{pad}"), "slide_number")
