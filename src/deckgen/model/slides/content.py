"""What slides share that show text points, a visual, or both."""

from __future__ import annotations

from pydantic import model_validator

from deckgen.model.diagrams import AnyDiagram
from deckgen.model.fields import Texts
from deckgen.model.slides.base import Slide, SlideTable


class ContentSlide(Slide):
    """A leading sentence over points, one visual, or both (points left, visual right)."""

    lead: str = ""
    points: Texts = ()
    diagram: AnyDiagram | None = None
    table: SlideTable | None = None

    @model_validator(mode="after")
    def _one_visual(self) -> ContentSlide:
        if self.diagram is not None and self.table is not None:
            raise ValueError("a slide shows one visual: diagram or table, not both")
        return self

    @property
    def has_visual(self) -> bool:
        """Whether it shows a diagram or a table."""
        return self.diagram is not None or self.table is not None
