"""A slide's model into a reading of the workbook: the model redrawn, what it means, where to use it."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_in_book
from deckgen.compose.visuals import compose_visual
from deckgen.model.diagrams.chart import Chart as ChartData
from deckgen.model.slides import ContentSlide, Slide
from deckgen.text.blocks import has_blocks
from deckgen.tree import Cell, Diagram, Element, Para, Row, Table, WritingSpace

_BESIDE = 150.0  # points: height of a diagram beside its text, that of six lines and a question


def compose_reading(kit: Kit, slide: Slide) -> tuple[Element, ...]:
    """The visual, the explanation and the question of a slide, as close to each other as they fit.

    Code, tables and boxes need the width of the page.
    """
    if isinstance(slide, ContentSlide) and slide.pictures:
        return (*show_in_book(kit, slide.pictures), *kit.prose(slide.explain, "body"), *_apply(kit, slide))
    visual = compose_visual(kit, slide)
    shown = slide.diagram if isinstance(slide, ContentSlide) else None
    across = shown.reading_height if shown is not None else 0.0
    if isinstance(visual, Diagram) and not across and not has_blocks(slide.explain):
        drawn = replace(visual, height=_BESIDE)
        text = (*kit.prose(slide.explain, "plain"), *_credit(kit, slide), *_apply(kit, slide))
        row = Row((Cell((drawn,)), Cell(text)))
        return (Table((1.08, 1.0), (), (row,), kit.plain(slide.title), "columns", keep=True),)
    if isinstance(visual, Diagram):
        visual = replace(visual, height=across or _BESIDE)
    redrawn: tuple[Element, ...] = (visual,) if visual is not None else ()
    told = kit.prose(slide.explain, "body", place=slide.at("explain"))
    return (*redrawn, *told, *_credit(kit, slide), *_apply(kit, slide))


def _credit(kit: Kit, slide: Slide) -> tuple[Element, ...]:
    """Whose model it is, as on its slide; a chart says so itself."""
    shown = slide.diagram if isinstance(slide, ContentSlide) else None
    source = slide.source or ("" if isinstance(shown, ChartData) else getattr(shown, "source", ""))
    if not source:
        return ()
    return (Para(kit.inline(f"{kit.phrase('source')}{kit.phrase('colon')}", source), "small"),)


def _apply(kit: Kit, slide: Slide) -> tuple[Element, ...]:
    """The question that brings the model to one's own team, with a line to answer it."""
    if not slide.apply:
        return ()
    label = runs(f"{kit.phrase('apply')}{kit.phrase('colon')}", strong=True)
    return (WritingSpace(1, (*label, *kit.inline(slide.apply))),)
