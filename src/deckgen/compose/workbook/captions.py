"""Captions of the figures of a chapter, with whose models they show."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.base.runs import Run
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import compose_visual
from deckgen.model.diagrams.chart import Chart as ChartData
from deckgen.model.slides import ContentSlide, Slide
from deckgen.tree import Para


@dataclass(slots=True)
class Captions:
    """Counts the figures of a chapter; those of a part without a number are counted from 1 alone."""

    chapter: int
    last: int = 0

    def next_for(self, kit: Kit, slide: Slide) -> tuple[Para, ...]:
        """The caption of what a slide shows: whose model that is. The heading above says what it is, so a figure of
        the course's own needs none; a chart has its own.
        """
        origin = origin_of(slide)
        if not origin:
            return ()
        if compose_visual(kit, slide) is None:
            return (Para(kit.inline(f"{kit.phrase('source')}{kit.phrase('colon')}", origin), "small"),)
        self.last += 1
        number = f"{self.chapter}-{self.last}" if self.chapter else f"{self.last}"
        label = Run(f"{kit.phrase('figure', n=number)}{kit.phrase('gap')}", strong=True)
        return (Para((label, *kit.inline(origin)), "caption"),)


def origin_of(slide: Slide) -> str:
    """Whose model it is, as on its slide; a chart says so itself."""
    shown = slide.diagram if isinstance(slide, ContentSlide) else None
    return slide.source or ("" if isinstance(shown, ChartData) else getattr(shown, "source", ""))
