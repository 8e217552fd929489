"""What slides share that show text points, a visual, or both."""

from __future__ import annotations

from pydantic import model_validator

from deckgen.model.diagrams import AnyDiagram
from deckgen.model.fields import OptionalLong, Texts
from deckgen.model.picture import Pictures
from deckgen.model.slides.base import Slide, SlideTable


class ContentSlide(Slide):
    """A leading sentence over points, one visual, or both (points left, visual right)."""

    lead: str = ""
    points: Texts = ()  # `- a point: [one below it, another]` nests, on three levels at most
    diagram: AnyDiagram | None = None
    table: SlideTable | None = None
    pictures: Pictures = ()  # one, or up to six side by side

    @model_validator(mode="after")
    def _one_visual(self) -> ContentSlide:
        if self.diagram is not None and self.table is not None:
            raise ValueError("a slide shows one visual: diagram or table, not both")
        if self.pictures and (self.diagram is not None or self.table is not None):
            other = "a diagram" if self.diagram is not None else "a table"
            raise ValueError(f"a slide shows one visual: pictures or {other}, not both")
        return self

    @property
    def has_visual(self) -> bool:
        """Whether it shows a diagram, a table or pictures."""
        return self.diagram is not None or self.table is not None or bool(self.pictures)


class TextSlide(ContentSlide):
    """A slide that may hold a longer text in place of points."""

    text: OptionalLong = ""  # in place of points: paragraphs, lists, quotations, notices, code, tables

    @model_validator(mode="after")
    def _one_text(self) -> TextSlide:
        if self.text and self.points:
            raise ValueError("text and points both fill the slide: write the points as a list in the text")
        return self
