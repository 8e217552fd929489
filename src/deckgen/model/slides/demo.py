"""A slide on which the trainer shows how it is done."""

from __future__ import annotations

from typing import Literal

from deckgen.model.slides.base import Slide


class DemoSlide(Slide):
    """A demonstration, usually a dialogue that names the step of the model used."""

    kind: Literal["demo"]
