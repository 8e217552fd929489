"""A diagram's record and its frame into primitive shapes in points.

One file a type, one row in the table; a type without a drawing is a bug that the tests show.
Refuses nothing: what does not fit comes back as a Misfit for `fit` to report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
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
from deckgen.draw.ensemble import draw_ensemble
from deckgen.draw.factors import draw_factors
from deckgen.draw.formula import draw_formula
from deckgen.draw.gauge import draw_gauge
from deckgen.draw.glyph import draw_glyph
from deckgen.draw.hub import draw_hub
from deckgen.draw.iceberg import draw_iceberg
from deckgen.draw.journey import draw_journey
from deckgen.draw.kpi import draw_kpi
from deckgen.draw.layers import draw_layers
from deckgen.draw.levels import draw_levels
from deckgen.draw.loop import draw_loop
from deckgen.draw.matrix import draw_matrix
from deckgen.draw.opening import draw_opening
from deckgen.draw.pause import draw_pause
from deckgen.draw.pen import Misfit, Pen, Plan, text_area
from deckgen.draw.persona import draw_persona
from deckgen.draw.pictures import draw_pictures
from deckgen.draw.questions import draw_questions
from deckgen.draw.rings import draw_rings
from deckgen.draw.settle import Settled, reach_of, settle
from deckgen.draw.slope import draw_slope
from deckgen.draw.spectrum import draw_spectrum
from deckgen.draw.timeline import draw_timeline
from deckgen.draw.timer import draw_timer
from deckgen.tree import Diagram, Drawing


@dataclass(frozen=True, slots=True)
class Drawer:
    """How a type is drawn: `plans` yields the ways to lay it out, the preferred one first; `height` suits it in a book.

    Each generator takes the record its file states as a Protocol; in `tests/draw/records.py` mypy holds that the
    model's record of that type has that shape. The height is in points, at the full width of a page.
    """

    plans: Callable[[Any, Frame, Pen], Iterator[Plan]]
    height: float


DRAWINGS: dict[str, Drawer] = {
    "activity": Drawer(draw_activity, 140.0),
    "bridge": Drawer(draw_bridge, 140.0),
    "canvas": Drawer(draw_canvas, 140.0),
    "cards": Drawer(draw_cards, 140.0),
    "chevrons": Drawer(draw_chevrons, 120.0),
    "clock": Drawer(draw_clock, 140.0),
    "course_map": Drawer(draw_course_map, 50.0),
    "dialogue": Drawer(draw_dialogue, 140.0),
    "ensemble": Drawer(draw_ensemble, 200.0),
    "factors": Drawer(draw_factors, 140.0),
    "formula": Drawer(draw_formula, 100.0),
    "gauge": Drawer(draw_gauge, 140.0),
    "glyph": Drawer(draw_glyph, 140.0),
    "hub": Drawer(draw_hub, 165.0),
    "iceberg": Drawer(draw_iceberg, 175.0),
    "journey": Drawer(draw_journey, 170.0),
    "kpi": Drawer(draw_kpi, 150.0),
    "layers": Drawer(draw_layers, 140.0),
    "levels": Drawer(draw_levels, 130.0),
    "loop": Drawer(draw_loop, 160.0),
    "matrix": Drawer(draw_matrix, 165.0),
    "opening": Drawer(draw_opening, 200.0),
    "pause": Drawer(draw_pause, 140.0),
    "persona": Drawer(draw_persona, 140.0),
    "pictures": Drawer(draw_pictures, 180.0),
    "questions": Drawer(draw_questions, 140.0),
    "rings": Drawer(draw_rings, 160.0),
    "slope": Drawer(draw_slope, 160.0),
    "spectrum": Drawer(draw_spectrum, 100.0),
    "timeline": Drawer(draw_timeline, 120.0),
    "timer": Drawer(draw_timer, 90.0),
}

_CLOSE = 2.0  # points below the ideal reach, for which nothing is drawn tighter
_KEPT = 512  # drawings that are not made anew while a course is worked on


class Sketch:
    """A diagram with the sizes and places that its texts take in a frame; its shapes are made when they are asked for.

    `misfits` are the texts that do not fit even at their floor.
    """

    def __init__(self, diagram: Diagram, frame: Frame, settled: Settled) -> None:
        self._diagram, self._frame, self._settled = diagram, frame, settled
        self.misfits = settled.misfits

    @cached_property
    def drawing(self) -> Drawing:
        """The diagram drawn into its frame."""
        return self._settled.draw(self._diagram.type, self._diagram.alt, self._frame)


def draw_diagram(diagram: Diagram, frame: Frame, pen: Pen) -> tuple[Drawing, tuple[Misfit, ...]]:
    """The diagram drawn into the frame, with the texts that do not fit even at their floor."""
    sketch = sketch_diagram(diagram, frame, pen)
    return sketch.drawing, sketch.misfits


@lru_cache(maxsize=_KEPT)
def sketch_diagram(diagram: Diagram, frame: Frame, pen: Pen) -> Sketch:
    """How the diagram lies in the frame.

    Paddings, badges and gaps follow the pen's ideal sizes; where these leave too little room, they are
    drawn tighter, down to those of the floor, before a text is called a misfit.
    """
    plans = DRAWINGS[diagram.type].plans
    pen = replace(pen, cast=diagram.cast)
    best: Settled | None = None
    for tighter in (0.0, 0.5, 1.0):
        near = pen.tightened(tighter)
        settled = settle(diagram.type, near, plans(diagram.record, frame, near))
        if best is None or settled.merit > best.merit:
            best = settled
        if not best.misfits and best.reach >= reach_of(near.strong[0], near.label[0]) - _CLOSE:
            break
    assert best is not None
    return Sketch(diagram, frame, best)


__all__ = ["DRAWINGS", "Drawer", "Misfit", "Pen", "Plan", "Sketch", "draw_diagram", "sketch_diagram", "text_area"]
