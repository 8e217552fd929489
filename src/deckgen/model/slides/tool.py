"""A slide that hands over a tool or sentence pattern."""

from __future__ import annotations

from typing import Literal

from deckgen.model.fields import Id
from deckgen.model.slides.base import Slide


class ToolSlide(Slide):
    """A tool; `sheet` is its job-aid card in the workbook."""

    kind: Literal["tool"]
    sheet: Id | None = None
