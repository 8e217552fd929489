"""Geometry of a deck template by the roles of a theme, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from deckgen.base.roles import FURTHER_LAYOUTS, Colour
from deckgen.base.units import Frame


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout in the words of DrawingML: how a slide's shape refers to it.

    `kind`, `index`, `orient` and `share` are the attributes ``type``, ``idx``, ``orient`` and ``sz``; the values here
    are what their absence means. `align` is the alignment that the layout gives its text, empty when it says nothing.
    """

    name: str = ""
    kind: str = "obj"
    index: int = 0
    orient: str = "horz"
    share: str = "full"
    align: str = ""


@dataclass(frozen=True, slots=True)
class SlotBox:
    """Where a slot lies on its layout; `insets` are left, top, right, bottom in points.

    `size` is the font size in points that the layout gives the slot (a cover's title is larger than
    a slide's); fit tries it first. 0 = the layout says nothing, the role's own size holds. `colour` is the RRGGBB that
    it gives the slot's text, empty where the role's own holds.
    """

    frame: Frame
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    size: float = 0.0
    holder: Holder = Holder()
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A shape behind the slots: its outline, in points of the slide, and its dress."""

    points: tuple[tuple[float, float], ...]
    fill: Colour | None
    line: Colour | None = None
    width: float = 0.0  # points, of the line
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template: every slot of its role (`base.roles.LAYOUTS`) and the furniture.

    `ground` and the fills of `panels` are the theme's colours nearest to those of the template.
    """

    role: str
    name: str
    slots: Mapping[str, SlotBox]
    part: str = ""  # of the template's package
    ground: Colour = "paper"
    panels: tuple[Panel, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckGeometry:
    """Slide size in points and the layouts by role."""

    width: float
    height: float
    layouts: Mapping[str, Layout]

    def stand_in(self, role: str) -> str:
        """The role whose layout serves this one: itself, or the usual one where the template has no further layout."""
        return role if role in self.layouts else FURTHER_LAYOUTS.get(role, role)
