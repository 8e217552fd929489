"""A slide in front of which the participants work."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.fields import Id
from deckgen.model.slides.base import Bucket, Slide


class ActivitySlide(Slide):
    """An activity; task, grouping, output and steps come from its sheet unless given here."""

    bucket: ClassVar[Bucket] = "activity"

    kind: Literal["activity"]
    sheet: Id | None = None
    task: str = ""
    grouping: str = ""
    output: str = ""
