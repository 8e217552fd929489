"""A slide for a self-test or quiz."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.fields import Id
from deckgen.model.slides.base import Bucket, Slide


class TestSlide(Slide):
    """A test; items and scoring are on its sheet."""

    __test__ = False  # not a pytest class
    bucket: ClassVar[Bucket] = "activity"

    kind: Literal["test"]
    sheet: Id | None = None
