"""Primitive shapes in points: what a diagram becomes once its frame is known.

Both office writers emit these as native, editable DrawingML; nothing here is a picture of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from deckgen.base.roles import Colour
from deckgen.base.runs import Runs
from deckgen.base.units import Frame
from deckgen.tree.picture import WHOLE, Crop

Geometry = Literal[
    "rect",
    "round_rect",
    "ellipse",
    "chevron",
    "home_plate",  # a chevron with a flat left edge
    "triangle",
    "trapezoid",
    "right_arrow",
    "diamond",
    "hexagon",
    "callout",  # speech bubble, tail bottom left
]


@dataclass(frozen=True, slots=True)
class Label:
    """One paragraph inside a shape."""

    runs: Runs
    size: float  # points
    colour: Colour = "ink"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text of a shape. Lines are 1.2 x size; `insets` are left, top, right, bottom in points."""

    labels: tuple[Label, ...]
    align: Literal["left", "center", "right"] = "center"
    anchor: Literal["top", "middle", "bottom"] = "middle"
    insets: tuple[float, float, float, float] = (6.0, 4.0, 6.0, 4.0)


@dataclass(frozen=True, slots=True)
class Shape:
    """A preset shape; `fill` or `line` None = none. `adjust` are DrawingML adjust values 0-1.

    `part` names the datum it stands for (``step-3``), so that tests can count nodes. On a slide a click on it leads
    to the slide that `link` names.
    """

    geometry: Geometry
    frame: Frame
    fill: Colour | None = None
    line: Colour | None = None
    line_width: float = 1.0
    text: TextBox | None = None
    adjust: tuple[float, ...] = ()
    rotation: float = 0.0  # degrees clockwise
    part: str = ""
    link: str = ""  # ``#`` and the id of a slide


@dataclass(frozen=True, slots=True)
class Path:
    """A free-form line or area through points; smooth = a curve through them (Catmull-Rom).

    `more` are further closed outlines of one area, islands and holes alike: what lies in an odd number of them is
    filled.
    """

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    smooth: bool = False
    fill: Colour | None = None
    line: Colour | None = "line"
    line_width: float = 1.5
    dash: bool = False
    arrow: bool = False  # an arrow head at the last point
    part: str = ""
    more: tuple[tuple[tuple[float, float], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the course's folder; its frame has the aspect of what is left after the crop."""

    frame: Frame
    path: str
    alt: str
    crop: Crop = WHOLE
    part: str = ""


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of `base.icons` in a square frame, drawn with lines as wide as its outline asks for."""

    frame: Frame
    name: str
    line: Colour
    part: str = ""


CLOCK, COUNTDOWN = "clock", "countdown"
"""Parts of a drawing that run: a click on the clock wipes the countdown, the upper of its two rings."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Shapes that belong together and move together: a portrait, an item of a list; a group within the drawing.

    `name` is what it is called where objects are listed; `alt` says what a picture shows, and is empty where the
    words of its shapes say it; `source` is the id, which lasts, of what it shows. Those whose `part` is CLOCK or
    COUNTDOWN, and those that appear at a `click`, stand on a slide by themselves, since only such objects can be
    animated.
    """

    frame: Frame
    shapes: tuple[Primitive, ...]
    name: str
    alt: str = ""
    part: str = ""
    source: str = field(default="", compare=False)
    click: int = 0  # at which of the clicks of its drawing it appears, from 1; 0 = it is there from the start


Primitive = Shape | Path | Image | Icon | Bundle
"""What a drawing is made of."""


def flat(shapes: Iterable[Primitive]) -> Iterator[Shape | Path | Image | Icon]:
    """The shapes themselves, those of bundles in their places."""
    for shape in shapes:
        if isinstance(shape, Bundle):
            yield from flat(shape.shapes)
        else:
            yield shape


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn diagram: shapes in reading order, in the coordinates of `frame`'s slide or drawing."""

    type: str
    frame: Frame
    shapes: tuple[Primitive, ...]
    alt: str
