"""What a layout looks like behind its slots: ground, shapes that can be told from it, and the ink that they ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.base.roles import Colour
from deckgen.base.units import Frame
from deckgen.theme.colours import contrast
from deckgen.theme.geometry import Layout, Panel

_READABLE = 4.5  # contrast of text and ground
_SOLID = 0.75  # share of its place that a shape fills, to be a ground for text


class Backdrop:
    """A layout without its slots, in the colours of a theme (RRGGBB by role)."""

    def __init__(self, layout: Layout | None, colours: Mapping[str, str]) -> None:
        self.colours = colours
        self.ground: Colour = layout.ground if layout is not None else "paper"
        self.panels: list[Panel] = []
        self._grounds: list[tuple[Frame, Colour]] = []  # of the panels that text may lie on
        for panel in layout.panels if layout is not None else ():
            bounds = Frame.around(panel.points)
            if panel.line is None and panel.fill == self.under(bounds):
                continue
            self.panels.append(panel)
            if panel.fill is not None and area_of(panel.points) >= _SOLID * bounds.w * bounds.h:
                self._grounds.append((bounds, panel.fill))

    def under(self, frame: Frame) -> Colour:
        """The colour behind most of a place."""
        colour = self.ground
        for bounds, fill in self._grounds:
            common = _common(bounds, frame)
            if common.w * common.h >= 0.5 * frame.w * frame.h:
                colour = fill
        return colour

    def ink(self, frame: Frame) -> Colour:
        """The colour of text that can be read in a place."""
        ground = self.colours[self.under(frame)]
        ink, on_fill = (contrast(self.colours[role], ground) for role in ("ink", "on_fill"))
        return "ink" if ink >= min(_READABLE, on_fill) else "on_fill"


def area_of(points: Sequence[tuple[float, float]]) -> float:
    """The area inside an outline, in square points."""
    around = zip(points, (*points[1:], *points[:1]), strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in around)) / 2


def _common(one: Frame, other: Frame) -> Frame:
    """What two places share; of no size where that is nothing."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.x + one.w, other.x + other.w), min(one.y + one.h, other.y + other.h)
    return Frame(x, y, max(0.0, right - x), max(0.0, bottom - y))
