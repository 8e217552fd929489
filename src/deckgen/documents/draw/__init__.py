"""A diagram's data and its frame into primitive shapes in points.

One file a type, one row in the table; a type without a drawing is a bug that the tests show.
Refuses nothing: what does not fit comes back as a Misfit for `fit` to report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from deckgen.base.units import Frame
from deckgen.documents.draw.activity import draw_activity
from deckgen.documents.draw.cards import draw_cards
from deckgen.documents.draw.chevrons import draw_chevrons
from deckgen.documents.draw.course_map import draw_course_map
from deckgen.documents.draw.loop import draw_loop
from deckgen.documents.draw.rings import draw_rings
from deckgen.documents.draw.levels import draw_levels
from deckgen.documents.draw.hub import draw_hub
from deckgen.documents.draw.iceberg import draw_iceberg
from deckgen.documents.draw.dialogue import draw_dialogue
from deckgen.documents.draw.pen import Misfit, Pen, Plan, text_area
from deckgen.documents.draw.settle import settle
from deckgen.documents.tree import Diagram, Drawing

Drawer = Callable[[Mapping[str, Any], Frame, Pen], Iterator[Plan]]
"""Yields the ways to lay a diagram out, the preferred one first."""

DRAWINGS: dict[str, Drawer] = {
    "activity": draw_activity,
    "cards": draw_cards,
    "chevrons": draw_chevrons,
    "course_map": draw_course_map,
    "loop": draw_loop,
    "rings": draw_rings,
    "levels": draw_levels,
    "hub": draw_hub,
    "iceberg": draw_iceberg,
    "dialogue": draw_dialogue,
}


def draw_diagram(diagram: Diagram, frame: Frame, pen: Pen) -> tuple[Drawing, tuple[Misfit, ...]]:
    """The diagram drawn into the frame, with the texts that do not fit even at their floor."""
    plans = DRAWINGS[diagram.type](diagram.data, frame, pen)
    return settle(diagram.type, diagram.alt, frame, pen, plans)


__all__ = ["DRAWINGS", "Drawer", "Misfit", "Pen", "Plan", "draw_diagram", "text_area"]
