"""What every diagram type shares."""

from __future__ import annotations

from deckgen.model.base import Strict


class DiagramData(Strict):
    """A typed diagram: data, never coordinates. Each subclass narrows `type` to its own word."""

    type: str
    alt: str = ""

    def parts(self) -> tuple[str, ...]:
        """The texts that say what the model states, in reading order; the alternative text is made of them."""
        raise NotImplementedError
