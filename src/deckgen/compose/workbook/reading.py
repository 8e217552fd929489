"""A slide's model into a reading of the workbook: what it means, the model redrawn, where to use it."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_in_book
from deckgen.compose.visuals import compose_visual
from deckgen.model.slides import ContentSlide, Slide
from deckgen.tree import Diagram, Element, Para, WritingSpace

_LOW = 84.0  # points: a diagram is as low as its words allow, and from there up as high as they need
_LINES = 1  # to write on below a model; more where its page has room


def compose_reading(kit: Kit, slide: Slide, caption: tuple[Para, ...] = ()) -> tuple[Element, ...]:
    """The explanation, the visual over the whole width with its caption, and the question that leads to one's team."""
    told = kit.prose(slide.explain, "plain", place=slide.at("explain"))
    if isinstance(slide, ContentSlide) and slide.pictures:
        return (*told, *show_in_book(kit, slide.pictures), *caption, *_apply(kit, slide))
    visual = compose_visual(kit, slide)
    if isinstance(visual, Diagram):
        own = slide.diagram.reading_height if isinstance(slide, ContentSlide) and slide.diagram is not None else 0.0
        visual = replace(visual, height=own or _LOW)
    redrawn: tuple[Element, ...] = (visual,) if visual is not None else ()
    return (*told, *redrawn, *caption, *_apply(kit, slide))


def _apply(kit: Kit, slide: Slide) -> tuple[Element, ...]:
    """The question that brings the model to one's own team, with lines to answer it."""
    if not slide.apply:
        return ()
    label = runs(f"{kit.phrase('apply')}{kit.phrase('colon')}", strong=True)
    return (WritingSpace(_LINES, (*label, *kit.inline(slide.apply))),)
