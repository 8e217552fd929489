"""A slide with one sentence to remember."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.fields import Text
from deckgen.model.slides.base import Bucket, Building, Slide


class StatementSlide(Slide):
    """One sentence, large; `who` said it or where it comes from."""

    bucket: ClassVar[Bucket] = "talk"
    speaks: ClassVar[bool] = True
    asserts: ClassVar[bool] = False
    building: ClassVar[Building] = "never"

    kind: Literal["statement"]
    statement: Text
    who: str = ""
