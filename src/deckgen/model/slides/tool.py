"""A slide that hands over a tool or sentence pattern."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.fields import Id
from deckgen.model.slides.base import Bucket, Building
from deckgen.model.slides.content import TextSlide


class ToolSlide(TextSlide):
    """A tool; `sheet` is its job-aid card in the workbook."""

    bucket: ClassVar[Bucket] = "talk"
    speaks: ClassVar[bool] = True
    asserts: ClassVar[bool] = False
    building: ClassVar[Building] = "usual"

    kind: Literal["tool"]
    sheet: Id | None = None
