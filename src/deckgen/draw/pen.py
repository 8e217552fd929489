"""Text measured for a drawing: what the pen writes, how large, and what does not fit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from deckgen.base.people import Look, guess_look
from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.measure import LINE, Faces, balance_lines, break_lines, breaks_words, count_lines, text_width
from deckgen.tree.drawing import Geometry, Icon, Primitive

_HAIR = 0.01  # points
_BESIDE_ICON = 0.3  # of its side, between an icon and its text
_LARGEST_ICON = 44.0  # points
_SHARP = 4.0  # points: a smaller radius is that of a theme whose corners are sharp
_ROOMY = 160.0  # points: the side of a box in which an icon may be that large
_FLAT = 4.0  # times as wide as high: such a box has its icon beside its text
CORNER = 0.29289  # share of a corner radius that DrawingML keeps free of text

Role = Literal["strong", "label", "display"]


@dataclass(frozen=True, slots=True)
class Pen:
    """Faces and the (ideal, floor) sizes in points of plain and strong labels.

    Texts have sizes of the `scale`, in rising order; where there is none, any. Corners of cards have the radius
    `corner` in points; where it is 0, one that suits the text.
    """

    faces: Faces
    label: tuple[float, float]
    strong: tuple[float, float]
    cast: tuple[Look, ...] = ()  # how the people of the drawing look
    scale: tuple[float, ...] = ()
    corner: float = 0.0

    def tightened(self, share: float) -> Pen:
        """The pen with its ideal sizes drawn towards the floor by a share from 0 to 1."""
        if share == 0.0:
            return self
        label, strong = (ideal - (ideal - floor) * share for ideal, floor in (self.label, self.strong))
        return replace(self, label=(label, self.label[1]), strong=(strong, self.strong[1]))

    def down(self, size: float) -> float:
        """The size of the scale that is no larger; the size itself where none is."""
        return max((step for step in self.scale if step <= size + _HAIR), default=size)

    def steps(self, bounds: tuple[float, float]) -> tuple[float, ...]:
        """Sizes to try, from the ideal down to the floor."""
        ideal, floor = bounds
        if self.scale:
            ideal = max(floor, self.down(ideal))
            return (ideal, *(step for step in self.scale[::-1] if floor < step < ideal), *([floor] * (floor < ideal)))
        return (*(ideal - less for less in range(int(-(-(ideal - floor) // 1)))), floor)

    def look(self, name: str) -> Look:
        """How somebody looks: as the cast says, or as the name makes one guess."""
        return next((look for look in self.cast if look.name == name), None) or guess_look(name)

    @property
    def gap(self) -> float:
        """Space between neighbouring shapes in points."""
        return round(self.strong[0] * 0.6, 1)

    @property
    def pad(self) -> float:
        """Space between a shape's edge and its text in points."""
        return round(self.label[0] * 0.5, 1)

    @property
    def radius(self) -> float:
        """Corner radius of cards in points."""
        return self.corner or round(self.strong[0] * 0.35, 1)

    def rounding(self, high: float) -> float:
        """Corner radius in points of a tag so high: as round as can be, unless the theme has sharp corners."""
        return min(high / 2, self.corner) if 0 < self.corner < _SHARP else high / 2

    @property
    def badge(self) -> float:
        """Diameter of a number badge in points."""
        return round(self.label[0] * 1.8, 1)

    @property
    def rule(self) -> float:
        """Width of a connecting line in points."""
        return round(self.label[0] / 8, 1)

    def lines(self, text: str, size: float, width: float, strong: bool = False) -> int:
        """How many lines the text takes at this width, measured safely."""
        return count_lines(text, size, width, self.faces, strong)

    def ends_short(self, text: str, size: float, width: float, strong: bool = False) -> bool:
        """True when the last of several lines holds one or two characters."""
        lines = break_lines(text, size, width, self.faces, strong)
        return len(lines) > 1 and len(lines[-1]) <= 2

    def tears(self, text: str, size: float, width: float, strong: bool = False) -> bool:
        """True when the lines of the text would part a Chinese word."""
        return breaks_words(text, size, width, self.faces, strong)

    def balanced(self, text: str, size: float, width: float, strong: bool = False) -> str:
        """The text in lines of even length."""
        return balance_lines(text, size, width, self.faces, strong)

    def width(self, text: str, size: float, strong: bool = False) -> float:
        """Width of the text on one line, with the room that keeps it there."""
        return text_width(text, size, self.faces, strong) + size * 1.1

    def height(self, words: tuple[Words, ...], width: float, floor: bool = False) -> float:
        """Height of the words at this text width, at ideal or at floor sizes."""
        pick = 1 if floor else 0
        return self.tall(words, width, self.strong[pick], self.label[pick])

    def tall(self, words: tuple[Words, ...], width: float, strong: float, label: float) -> float:
        """Height of the words at this text width and these sizes."""
        total = 0.0
        for word in words:
            size = word.size(strong, label)
            total += self.lines(word.text, size, width, word.bold) * size * LINE
        return total


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph of a box: `display` words have their own size, `scale` times the strong ideal."""

    text: str
    role: Role = "label"
    colour: Colour = "ink"
    scale: float = 1.0
    icon: str = ""  # stands beside the box's text, or above it where that is centred in a box that is no flat one

    @property
    def bold(self) -> bool:
        """True for headings."""
        return self.role != "label"

    def size(self, strong: float, label: float) -> float:
        """The size in points, given the sizes chosen for the diagram."""
        return label if self.role == "label" else strong * self.scale


@dataclass(frozen=True)  # no slots: its room is measured once
class Box:
    """A shape with text whose size is still open; all boxes of a plan settle on common sizes."""

    frame: Frame
    words: tuple[Words, ...]
    part: str = ""
    geometry: Geometry = "rect"
    fill: Colour | None = None
    line: Colour | None = None
    line_width: float = 1.0
    align: Literal["left", "center", "right"] = "center"
    anchor: Literal["top", "middle", "bottom"] = "middle"
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    adjust: tuple[float, ...] = ()
    link: str = ""

    @cached_property
    def room(self) -> Frame:
        """Where the text may stand."""
        return text_area(self.geometry, self.frame, self.adjust).inset(*self.inner)

    @property
    def inner(self) -> tuple[float, float, float, float]:
        """The insets of the text, past the icon."""
        left, top, right, bottom = self.insets
        if not self._icon:
            return self.insets
        taken = self._icon_side * (1 + _BESIDE_ICON)
        if not self._is_beside:
            return (left, top + taken, right, bottom)
        return (left, top, right + taken, bottom) if self.align == "right" else (left + taken, top, right, bottom)

    @property
    def _icon(self) -> Words | None:
        return next((word for word in self.words if word.icon), None)

    @property
    def _is_beside(self) -> bool:
        """Whether the icon stands beside the text; centred text has it above, unless there is no height for that."""
        return self.align != "center" or self.frame.w >= _FLAT * self.frame.h

    @property
    def _icon_side(self) -> float:
        w, h = text_area(self.geometry, self.frame, self.adjust).inset(*self.insets)[2:]
        wide, high = (0.22, 0.8) if self._is_beside else (0.5, 0.36)
        most = _LARGEST_ICON * min(1.0, math.sqrt(max(0.0, w * h)) / _ROOMY)
        return round(max(1.0, min(w * wide, h * high, most)), 2)

    def icon(self, wide: float, tall: float) -> Icon | None:
        """The icon of the box, close to its words, which are so wide and tall: where they begin, or above them."""
        word = self._icon
        if word is None:
            return None
        x, y, w, h = text_area(self.geometry, self.frame, self.adjust).inset(*self.insets)
        side, room = self._icon_side, self.room
        if self._is_beside:
            across = {"left": 0.0, "center": max(0.0, (room.w - wide) / 2), "right": w - side}[self.align]
            place = Frame(x + across, y if self.anchor == "top" else y + (h - side) / 2, side, side)
        else:
            down = max(0.0, room.h - tall) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.anchor]
            place = Frame(x + (w - side) / 2, y + down, side, side)
        return Icon(Frame(*(round(value, 2) for value in place)), word.icon, word.colour)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items that become one group of the drawing: what belongs to one step, one person, one line of talk."""

    items: tuple[Item, ...]
    name: str
    alt: str = ""
    part: str = ""


Item = Box | Primitive | Cluster


def boxes_in(items: Iterable[Item]) -> Iterator[Box]:
    """The boxes among items, those of clusters in their places."""
    for item in items:
        if isinstance(item, Box):
            yield item
        elif isinstance(item, Cluster):
            yield from boxes_in(item.items)


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to lay a diagram out; `boost` is how far its text may grow where the canvas has room.

    `tolerance` is the loss (points below the ideal, lonely characters) up to which no other plan is tried.
    `modest` draws the sizes of this plan towards the floor by a share from 0 to 1, for a picture of many words.
    """

    items: list[Item] = field(default_factory=list)
    boost: float = 1.25
    tolerance: float = 1.0
    modest: float = 0.0


@dataclass(frozen=True, slots=True)
class Misfit:
    """A part whose text does not fit even at the floor size; the hint says what would."""

    part: str
    text: str
    hint: str


def text_area(geometry: Geometry, frame: Frame, adjust: tuple[float, ...] = ()) -> Frame:
    """The rectangle DrawingML gives the text of a preset shape, before its insets."""
    w, h = frame.w, frame.h
    short = min(w, h)
    first = adjust[0] if adjust else None
    if geometry == "round_rect":
        edge = short * (first if first is not None else 0.16667) * CORNER
        return frame.inset(edge, edge, edge, edge)
    if geometry == "ellipse":
        return frame.inset(w * 0.14645, h * 0.14645, w * 0.14645, h * 0.14645)
    if geometry == "chevron":
        point = min(w, short * (first if first is not None else 0.5))
        return frame.inset(point, 0, point, 0) if w > 2 * point else frame
    if geometry == "home_plate":
        point = min(w, short * (first if first is not None else 0.5))
        return frame.inset(0, 0, point / 2, 0)
    if geometry == "diamond":
        return frame.inset(w / 4, h / 4, w / 4, h / 4)
    if geometry == "rect":
        return frame
    raise ValueError(f"no text is written into a {geometry}")
