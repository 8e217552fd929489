"""A slide that puts a case in front of the group."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.fields import Id
from deckgen.model.slides.base import Bucket, Slide


class CaseSlide(Slide):
    """The facts and the question of a case; the story is on its sheet."""

    bucket: ClassVar[Bucket] = "activity"

    kind: Literal["case"]
    sheet: Id
