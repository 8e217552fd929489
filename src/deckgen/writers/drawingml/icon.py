"""An icon into what DrawingML says of a shape: its place, its outline as a free form, and its line.

It has no fill, so that it can be recoloured by its line alone. Refuses a name that there is no icon of (KeyError, a bug
of the model).
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.base.icons import ICONS, SIDE, STROKE
from deckgen.base.markup import Markup, Template, join
from deckgen.tree import Icon
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.lengths import edges
from deckgen.writers.drawingml.shape import CLOSE, CURVE_TO, FREE, LINE_TO, MOVE, UNFILLED, write_line

_UNITS = 100  # of a step of the outline: two decimals
_STEP = re.compile(r"([MLC])([^MLCZ]*)|Z")
_LOOK = Template('<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>{outline}<a:noFill/>{line}')
_FORMS = {"M": (MOVE, 2), "L": (LINE_TO, 2), "C": (CURVE_TO, 6)}


def write_icon(icon: Icon, dress: Dress) -> Markup:
    """Place, outline and line of an icon."""
    line = write_line(icon.line, icon.frame.w / SIDE * STROKE, dress)
    return _LOOK(*edges(icon.frame), _write_outline(icon.name), line)


@lru_cache(maxsize=256)
def _write_outline(name: str) -> Markup:
    side = round(SIDE * _UNITS)
    return FREE(side, side, UNFILLED, join(_steps(ICONS[name])))


def _steps(outline: str) -> list[Markup]:
    steps = []
    for match in _STEP.finditer(outline):
        if not match[1]:
            steps.append(CLOSE)
            continue
        form, count = _FORMS[match[1]]
        numbers = [round(float(number) * _UNITS) for number in match[2].replace(",", " ").split()]
        steps.append(form(tuple(numbers[at : at + count]) for at in range(0, len(numbers), count)))
    return steps
