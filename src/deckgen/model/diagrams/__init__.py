"""Diagram data by type: one file a type, one row in the union below."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from deckgen.model.diagrams.activity import Activity
from deckgen.model.diagrams.base import DiagramData
from deckgen.model.diagrams.bridge import Bridge
from deckgen.model.diagrams.canvas import Canvas
from deckgen.model.diagrams.cards import Cards
from deckgen.model.diagrams.chart import Chart
from deckgen.model.diagrams.chevrons import Chevrons
from deckgen.model.diagrams.clock import Clock
from deckgen.model.diagrams.compare import Compare
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

_Written = (
    Bridge
    | Canvas
    | Cards
    | Chart
    | Chevrons
    | Compare
    | Dialogue
    | Factors
    | Formula
    | Gauge
    | Glyph
    | Hub
    | Iceberg
    | Journey
    | Kpi
    | Layers
    | Levels
    | Loop
    | Matrix
    | Persona
    | Rings
    | SlopeGraph
    | Spectrum
    | Timeline
)

_Composed = Activity | Clock | CourseMap | Ensemble | Opening | Pause | Pictures | Questions | Timer

AnyDiagram = Annotated[_Written, Field(discriminator="type")]
"""A diagram as authored: its `type` decides which fields it has."""

DIAGRAMS: dict[str, type[DiagramData]] = {cls.words()[0]: cls for cls in (*get_args(_Written), *get_args(_Composed))}
"""Every diagram type by its word."""

COMPOSED = frozenset(cls.words()[0] for cls in get_args(_Composed))
"""Types that compose makes from the agenda; nobody writes them."""

LOWERED = frozenset(word for word, cls in DIAGRAMS.items() if cls.lowered)
"""Types that compose turns into native tables and charts; nobody draws them."""

__all__ = ["COMPOSED", "DIAGRAMS", "LOWERED", "AnyDiagram", "DiagramData"]
