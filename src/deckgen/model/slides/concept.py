"""A slide that teaches one idea or model; its title is an assertion."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.slides.base import Bucket, Building
from deckgen.model.slides.content import TextSlide


class ConceptSlide(TextSlide):
    """One idea, shown by a diagram, a table or a few points."""

    bucket: ClassVar[Bucket] = "talk"
    speaks: ClassVar[bool] = True
    asserts: ClassVar[bool] = True
    building: ClassVar[Building] = "usual"

    kind: Literal["concept"]
