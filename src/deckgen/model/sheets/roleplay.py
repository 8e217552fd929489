"""A role-play (分组演练) with private role cards and an observer sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Private, Strict
from deckgen.model.class_size import Together
from deckgen.model.fields import LongText, Text, Texts
from deckgen.model.sheets.base import PHASES, FieldUse, Phase
from deckgen.model.sheets.turns import TurnsSheet


class RoleCard(Strict):
    """A private card, handed out cut from the guide; never printed in the workbook."""

    trainer_only: ClassVar[Mapping[str, Private]] = {
        "identity": "private", "goal": "private", "knows": "private", "hidden": "private", "limits": "private",
        "emotion": "private", "yields": "private",
    }  # fmt: skip

    finished: ClassVar[frozenset[str]] = frozenset(("identity", "goal", "knows", "hidden"))

    role: Text  # A, B, C
    name: Text
    identity: Text
    goal: Text
    knows: Text
    hidden: Text  # what only this player knows
    limits: str = ""
    emotion: str = ""
    yields: str = ""  # what makes this player give way
    resistance: Annotated[int, Field(ge=1, le=5)] | None = None


class RoleplaySheet(TurnsSheet):
    """Situation, rotation, rules and observer sheet in the workbook; the cards are the guide's."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"observe": "both"}
    phases: ClassVar[tuple[Phase, ...]] = PHASES
    trainer_only: ClassVar[Mapping[str, Private]] = {"observer_brief": "private"}

    finished: ClassVar[frozenset[str]] = TurnsSheet.finished | {
        "cards", "observe", "observer_brief", "rotation", "rules",
    }  # fmt: skip

    kind: Literal["roleplay"]
    situation: LongText
    cards: Annotated[tuple[RoleCard, ...], Field(min_length=2, max_length=3)]
    observe: Annotated[Texts, Field(min_length=5, max_length=8)]
    observer_brief: LongText
    rotation: Text
    rules: Annotated[Texts, Field(min_length=1)]

    @property
    def hides(self) -> bool:
        """Its cards are for their holders."""
        return True

    @property
    def together(self) -> Together:
        """A card each; who observes has one, too."""
        return "triad" if len(self.cards) + bool(self.observer_brief) > 2 else "pair"
