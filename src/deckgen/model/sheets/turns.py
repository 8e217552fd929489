"""What sheets share on which everyone gets a turn."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from deckgen.model.base import Strict
from deckgen.model.class_size import Together
from deckgen.model.sheets.base import Sheet


class Practice(Strict):
    """How everyone gets a turn: `rounds` turns of `seconds` each, `swaps` role changes between them.

    The activity minutes of the block must be at least rounds x seconds plus half a minute a swap.
    """

    rounds: Annotated[int, Field(ge=1, le=9)]
    seconds: Annotated[int, Field(ge=30, le=1200)]
    swaps: Annotated[int, Field(ge=0, le=9)]

    @property
    def people(self) -> int:
        """How many practise together: three turns with a swap between each are those of three people."""
        return 3 if (self.rounds, self.swaps) == (3, 2) else 2

    @property
    def minutes(self) -> float:
        """Least activity minutes that give everyone their turn."""
        return (self.rounds * self.seconds + self.swaps * 30) / 60


class TurnsSheet(Sheet):
    """Everyone does it aloud, in turns."""

    finished: ClassVar[frozenset[str]] = Sheet.finished | {"practice"}

    practice: Practice
    cards_per: Together | None = None  # for whom a set of its cards is; left out, for those who practise together

    @property
    def hides(self) -> bool:
        """Whether its cards tell their holder something that nobody else reads; such cards are cut out and dealt."""
        raise NotImplementedError

    @property
    def together(self) -> Together:
        """Those who practise together."""
        return "triad" if self.practice.people > 2 else "pair"

    @property
    def dealt(self) -> Together | None:
        """For whom a set of cards is cut out; None where no card is."""
        return (self.cards_per or self.together) if self.hides else None

    @model_validator(mode="after")
    def _deals_what_there_is(self) -> TurnsSheet:
        if self.cards_per is not None and not self.hides:
            raise ValueError("no card tells its holder anything: write `play` under a card, or leave `cards_per` out")
        return self
