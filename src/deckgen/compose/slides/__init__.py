"""Slide kinds lowered into layouts and slots: one table row a kind."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.slides.activity import compose_activity_slide
from deckgen.compose.slides.debrief import compose_debrief_slide
from deckgen.compose.slides.statement import compose_statement_slide
from deckgen.compose.slides.visual import compose_visual_slide
from deckgen.model.slides import Slide
from deckgen.plan import Entry
from deckgen.tree import Slot

SLIDES: dict[str, Callable[[Kit, Slide, Entry, Split], tuple[str, tuple[Slot, ...]]]] = {
    "activity": compose_activity_slide,
    "case": compose_activity_slide,
    "concept": compose_visual_slide,
    "debrief": compose_debrief_slide,
    "demo": compose_visual_slide,
    "energiser": compose_activity_slide,
    "statement": compose_statement_slide,
    "test": compose_activity_slide,
    "tool": compose_visual_slide,
}
