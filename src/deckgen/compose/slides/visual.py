"""Concept, demonstration and tool slides into layouts with text, a visual, or both."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import compose_visual
from deckgen.model.slides import ContentSlide, Slide, TextSlide
from deckgen.plan import Entry
from deckgen.tree import Chart, Diagram, Element, ListBlock, Para, Slot, Table


def compose_visual_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """Layout and slots: points left and visual right, or whichever of the two there is; tables have their own."""
    assert isinstance(slide, ContentSlide)
    slots = []
    if slide.lead:
        slots.append(Slot("lead", (Para(kit.inline(slide.lead), "lead"),)))
    visual = compose_visual(kit, slide)
    body = compose_body(kit, slide)
    if visual is None and len(body) == 1 and isinstance(body[0], Table):
        visual, body = body[0], ()  # a table alone has the room of a visual, and goes on on a further slide
    if body:
        slots.append(Slot("body", body))
    if visual is not None:
        slots.append(Slot("canvas", (visual,)))
    if body and visual is not None:
        return "split", tuple(slots)
    if isinstance(visual, Table | Chart):
        return "table", tuple(slots)
    if visual is None:
        return "text", tuple(slots)
    beside = isinstance(visual, Diagram) and slide.diagram is not None and slide.diagram.upright
    return ("aside" if beside else "visual"), tuple(slots)


def compose_body(kit: Kit, slide: ContentSlide) -> tuple[Element, ...]:
    """The points or the text of a slide; the sources of a text stand on its numbers."""
    if slide.points:
        items = tuple(kit.inline(point) for point in slide.points)
        return (ListBlock(items, levels=slide.depths("points")),)
    if isinstance(slide, TextSlide) and slide.text:
        return kit.content(slide.text, place=slide.at("text"))
    return ()
