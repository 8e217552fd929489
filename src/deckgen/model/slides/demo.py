"""A slide on which the trainer shows how it is done."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.slides.base import Bucket, Building
from deckgen.model.slides.content import TextSlide


class DemoSlide(TextSlide):
    """A demonstration, usually a dialogue that names the step of the model used."""

    bucket: ClassVar[Bucket] = "talk"
    speaks: ClassVar[bool] = True
    asserts: ClassVar[bool] = False
    building: ClassVar[Building] = "usual"

    kind: Literal["demo"]
