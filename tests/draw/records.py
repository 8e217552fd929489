"""Every drawer beside the model's record of its type, one row a type.

mypy reads this file (`make check`): a row whose record lacks what the drawer's Protocol states does not type-check.
`tests/test_catalogue.py` holds that no row is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from deckgen.base.units import Frame
from deckgen.draw import Pen, Plan
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
from deckgen.draw.persona import draw_persona
from deckgen.draw.pictures import draw_pictures
from deckgen.draw.questions import draw_questions
from deckgen.draw.rings import draw_rings
from deckgen.draw.slope import draw_slope
from deckgen.draw.spectrum import draw_spectrum
from deckgen.draw.timeline import draw_timeline
from deckgen.draw.timer import draw_timer
from deckgen.model.diagrams import DiagramData
from deckgen.model.diagrams.activity import Activity
from deckgen.model.diagrams.bridge import Bridge
from deckgen.model.diagrams.canvas import Canvas
from deckgen.model.diagrams.cards import Cards
from deckgen.model.diagrams.chevrons import Chevrons
from deckgen.model.diagrams.clock import Clock
from deckgen.model.diagrams.course_map import CourseMap
from deckgen.model.diagrams.dialogue import Dialogue
from deckgen.model.diagrams.ensemble import Ensemble
from deckgen.model.diagrams.factors import Factors
from deckgen.model.diagrams.formula import Formula
from deckgen.model.diagrams.gauge import Gauge
from deckgen.model.diagrams.glyph import Glyph
from deckgen.model.diagrams.hub import Hub
from deckgen.model.diagrams.iceberg import Iceberg
from deckgen.model.diagrams.journey import Journey
from deckgen.model.diagrams.kpi import Kpi
from deckgen.model.diagrams.layers import Layers
from deckgen.model.diagrams.levels import Levels
from deckgen.model.diagrams.loop import Loop
from deckgen.model.diagrams.matrix import Matrix
from deckgen.model.diagrams.opening import Opening
from deckgen.model.diagrams.pause import Pause
from deckgen.model.diagrams.persona import Persona
from deckgen.model.diagrams.pictures import Pictures
from deckgen.model.diagrams.questions import Questions
from deckgen.model.diagrams.rings import Rings
from deckgen.model.diagrams.slope import SlopeGraph
from deckgen.model.diagrams.spectrum import Spectrum
from deckgen.model.diagrams.timeline import Timeline
from deckgen.model.diagrams.timer import Timer
from deckgen.tree import Record

Kind = TypeVar("Kind", bound=DiagramData)
Plans = Callable[[Any, Frame, Pen], Iterator[Plan]]
Fit = tuple[type[Record], Plans]


def fit(record: type[Kind], drawer: Callable[[Kind, Frame, Pen], Iterator[Plan]]) -> Fit:
    return record, drawer


FITS: dict[str, Fit] = {
    "activity": fit(Activity, draw_activity),
    "bridge": fit(Bridge, draw_bridge),
    "canvas": fit(Canvas, draw_canvas),
    "cards": fit(Cards, draw_cards),
    "chevrons": fit(Chevrons, draw_chevrons),
    "clock": fit(Clock, draw_clock),
    "course_map": fit(CourseMap, draw_course_map),
    "dialogue": fit(Dialogue, draw_dialogue),
    "ensemble": fit(Ensemble, draw_ensemble),
    "factors": fit(Factors, draw_factors),
    "formula": fit(Formula, draw_formula),
    "gauge": fit(Gauge, draw_gauge),
    "glyph": fit(Glyph, draw_glyph),
    "hub": fit(Hub, draw_hub),
    "iceberg": fit(Iceberg, draw_iceberg),
    "journey": fit(Journey, draw_journey),
    "kpi": fit(Kpi, draw_kpi),
    "layers": fit(Layers, draw_layers),
    "levels": fit(Levels, draw_levels),
    "loop": fit(Loop, draw_loop),
    "matrix": fit(Matrix, draw_matrix),
    "opening": fit(Opening, draw_opening),
    "pause": fit(Pause, draw_pause),
    "persona": fit(Persona, draw_persona),
    "pictures": fit(Pictures, draw_pictures),
    "questions": fit(Questions, draw_questions),
    "rings": fit(Rings, draw_rings),
    "slope": fit(SlopeGraph, draw_slope),
    "spectrum": fit(Spectrum, draw_spectrum),
    "timeline": fit(Timeline, draw_timeline),
    "timer": fit(Timer, draw_timer),
}
