"""What slides share in front of which participants act."""

from __future__ import annotations

from typing import ClassVar

from deckgen.model.fields import Id
from deckgen.model.slides.base import Bucket, Slide


class BoardSlide(Slide):
    """Task, grouping, output and steps come from the sheet unless given here."""

    bucket: ClassVar[Bucket] = "activity"
    speaks: ClassVar[bool] = False
    asserts: ClassVar[bool] = False

    sheet: Id | None = None
    task: str = ""
    grouping: str = ""
    output: str = ""
