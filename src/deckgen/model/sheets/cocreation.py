"""A co-creation wall (团队共创与头脑风暴)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import Text
from deckgen.model.sheets.base import PHASES, FieldUse, Phase, Sheet


class CocreationSheet(Sheet):
    """A challenge ("how might we"), silent writing, posting, clustering and voting; the chosen few get an owner."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"chosen": "write"}
    phases: ClassVar[tuple[Phase, ...]] = PHASES

    kind: Literal["cocreation"]
    challenge: Text
    votes: Annotated[int, Field(ge=0, le=9)] = 3
    chosen: Annotated[int, Field(ge=1, le=9)] = 3
