"""A slide that teaches one idea or model; its title is an assertion."""

from __future__ import annotations

from typing import Literal

from deckgen.model.slides.base import Slide


class ConceptSlide(Slide):
    """One idea, shown by a diagram, a table or a few points."""

    kind: Literal["concept"]
