"""An action plan in trigger form (if-then plans after Gollwitzer)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class ActionPlanSheet(Sheet):
    """`plans` blank if-then plans, follow-up dates in days, partner and superior sign."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"plans": "write"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["action_plan"]
    plans: Annotated[int, Field(ge=1, le=5)] = 3
    follow_up: tuple[int, ...] = (30, 60, 90)
    example: Texts = ()
