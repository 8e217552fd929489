"""A pair or triad drill (现场演练)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Private, Strict
from deckgen.model.fields import OptionalLong, Text, Texts
from deckgen.model.sheets.base import FieldUse, Phase
from deckgen.model.sheets.turns import TurnsSheet


class TaskCard(Strict):
    """A task card both partners may see; `play` is for the one who plays it, on a card to cut out."""

    trainer_only: ClassVar[Mapping[str, Private]] = {"play": "private"}

    title: Text
    text: Text
    play: OptionalLong = ""  # how to play it: printed on a card of its own, not in the workbook


class DrillSheet(TurnsSheet):
    """Task cards, sentence patterns (`hints`), turns with swap, and a tick list for the partner."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"observe": "tick"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    finished: ClassVar[frozenset[str]] = TurnsSheet.finished | {"cards", "observe"}

    kind: Literal["drill"]
    cards: Annotated[tuple[TaskCard, ...], Field(min_length=2, max_length=4)]
    actors: Annotated[Texts, Field(max_length=2)] = ()  # who acts, and who is talked to
    hints: Texts = ()
    observe: Annotated[Texts, Field(min_length=3, max_length=8)]

    @property
    def hides(self) -> bool:
        """Cards that tell their holder nothing stand in everybody's workbook."""
        return any(card.play for card in self.cards)
