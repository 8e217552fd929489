"""A pair or triad drill (现场演练)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.fields import Text, Texts
from deckgen.model.sheets.base import Sheet


class TaskCard(Strict):
    """A task card both partners may see."""

    title: Text
    text: Text


class Practice(Strict):
    """How everyone gets a turn: `rounds` turns of `seconds` each, `swaps` role changes between them.

    The activity minutes of the block must be at least rounds x seconds plus half a minute a swap.
    """

    rounds: Annotated[int, Field(ge=1, le=9)]
    seconds: Annotated[int, Field(ge=30, le=1200)]
    swaps: Annotated[int, Field(ge=0, le=9)]

    @property
    def minutes(self) -> float:
        """Least activity minutes that give everyone their turn."""
        return (self.rounds * self.seconds + self.swaps * 30) / 60


class DrillSheet(Sheet):
    """Task cards, sentence patterns (`hints`), turns with swap, and a tick list for the partner."""

    kind: Literal["drill"]
    cards: Annotated[tuple[TaskCard, ...], Field(min_length=2, max_length=4)]
    hints: Texts = ()
    practice: Practice
    observe: Annotated[Texts, Field(min_length=3, max_length=8)]
