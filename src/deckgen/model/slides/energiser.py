"""A slide that wakes the room with something tied to the content."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.slides.base import Bucket, Slide


class EnergiserSlide(Slide):
    """An energiser of 1-5 minutes."""

    bucket: ClassVar[Bucket] = "activity"

    kind: Literal["energiser"]
