"""Concept, demonstration and tool slides into layouts with text, a visual, or both."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import compose_visual
from deckgen.model.slides import ContentSlide, Slide
from deckgen.plan import Entry
from deckgen.tree import Chart, Para, Slot, Table


def compose_visual_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """Layout and slots: points left and visual right, or whichever of the two there is; tables have their own."""
    assert isinstance(slide, ContentSlide)
    slots = []
    if slide.lead:
        slots.append(Slot("lead", (Para(kit.inline(slide.lead), "lead"),)))
    visual = compose_visual(kit, slide)
    if slide.points:
        slots.append(Slot("body", (kit.bullets(slide.points),)))
    if visual is not None:
        slots.append(Slot("canvas", (visual,)))
    if slide.points and visual is not None:
        return "split", tuple(slots)
    if isinstance(visual, Table | Chart):
        return "table", tuple(slots)
    return ("visual" if visual is not None else "text"), tuple(slots)
