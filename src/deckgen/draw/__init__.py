"""A diagram's record and its frame into primitive shapes in points.

One file a type, one row in the table; a type without a drawing is a bug that the tests show.
Refuses nothing: what does not fit comes back as a Misfit for `fit` to report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from deckgen.base.units import Frame
from deckgen.draw.activity import draw_activity
from deckgen.draw.bridge import draw_bridge
from deckgen.draw.canvas import draw_canvas
from deckgen.draw.cards import draw_cards
from deckgen.draw.chevrons import draw_chevrons
from deckgen.draw.clock import draw_clock
from deckgen.draw.course_map import draw_course_map
from deckgen.draw.dialogue import draw_dialogue
from deckgen.draw.factors import draw_factors
from deckgen.draw.formula import draw_formula
from deckgen.draw.gauge import draw_gauge
from deckgen.draw.glyph import draw_glyph
from deckgen.draw.hub import draw_hub
from deckgen.draw.iceberg import draw_iceberg
from deckgen.draw.journey import draw_journey
from deckgen.draw.layers import draw_layers
from deckgen.draw.levels import draw_levels
from deckgen.draw.loop import draw_loop
from deckgen.draw.matrix import draw_matrix
from deckgen.draw.pen import Misfit, Pen, Plan, text_area
from deckgen.draw.persona import draw_persona
from deckgen.draw.questions import draw_questions
from deckgen.draw.rings import draw_rings
from deckgen.draw.settle import Settled, reach_of, settle
from deckgen.draw.spectrum import draw_spectrum
from deckgen.draw.timeline import draw_timeline
from deckgen.tree import Diagram, Drawing

Drawer = Callable[[Any, Frame, Pen], Iterator[Plan]]
"""Yields the ways to lay a diagram out, the preferred one first.

Each drawer takes the record its file states as a Protocol; `tests/draw/records.py`, which mypy reads, holds that
the model's record of that type has that shape.
"""

DRAWINGS: dict[str, Drawer] = {
    "activity": draw_activity,
    "bridge": draw_bridge,
    "canvas": draw_canvas,
    "cards": draw_cards,
    "chevrons": draw_chevrons,
    "clock": draw_clock,
    "course_map": draw_course_map,
    "dialogue": draw_dialogue,
    "factors": draw_factors,
    "formula": draw_formula,
    "gauge": draw_gauge,
    "glyph": draw_glyph,
    "hub": draw_hub,
    "iceberg": draw_iceberg,
    "journey": draw_journey,
    "layers": draw_layers,
    "levels": draw_levels,
    "loop": draw_loop,
    "matrix": draw_matrix,
    "persona": draw_persona,
    "questions": draw_questions,
    "rings": draw_rings,
    "spectrum": draw_spectrum,
    "timeline": draw_timeline,
}

_CLOSE = 2.0  # points below the ideal reach, for which nothing is drawn tighter


def draw_diagram(diagram: Diagram, frame: Frame, pen: Pen) -> tuple[Drawing, tuple[Misfit, ...]]:
    """The diagram drawn into the frame, with the texts that do not fit even at their floor.

    Paddings, badges and gaps follow the pen's ideal sizes; where these leave too little room, they are
    drawn tighter, down to those of the floor, before a text is called a misfit.
    """
    draw = DRAWINGS[diagram.type]
    best: Settled | None = None
    for tighter in (0.0, 0.5, 1.0):
        near = pen.tightened(tighter)
        found = settle(diagram.type, diagram.alt, frame, near, draw(diagram.record, frame, near))
        if best is None or found.merit > best.merit:
            best = found
        if not best.misfits and best.reach >= reach_of(near.strong[0], near.label[0]) - _CLOSE:
            break
    assert best is not None
    return best.drawing, best.misfits


__all__ = ["DRAWINGS", "Drawer", "Misfit", "Pen", "Plan", "draw_diagram", "text_area"]
