"""Pictures of a course into what Office shows: looked at, upright, in sRGB, as large as their place needs them.

Refuses what is no picture, animated, damaged, or larger than a build has memory for (`RefusedError`).
"""

from deckgen.pictures.look import Look, clean_drawing, look_at, make_ready
from deckgen.pictures.needs import widths_in
from deckgen.pictures.refused import RefusedError

__all__ = ["Look", "RefusedError", "clean_drawing", "look_at", "make_ready", "widths_in"]
