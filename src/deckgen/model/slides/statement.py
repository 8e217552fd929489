"""A slide with one sentence to remember."""

from __future__ import annotations

from typing import Literal

from deckgen.model.fields import Text
from deckgen.model.slides.base import Slide


class StatementSlide(Slide):
    """One sentence, large; `who` said it or where it comes from."""

    kind: Literal["statement"]
    statement: Text
    who: str = ""
