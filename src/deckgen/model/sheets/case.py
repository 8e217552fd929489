"""A case (案例研讨与分析)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import LongText, Texts
from deckgen.model.sheets.base import PHASES, FieldUse, Phase, Sheet


class CaseSheet(Sheet):
    """`story` is 250-600 characters with an unresolved end; `facts` are rows of label and value.

    `questions` rise from facts to decision; `decision` names the columns of the decision table.
    """

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"decision": "write"}
    phases: ClassVar[tuple[Phase, ...]] = PHASES

    kind: Literal["case"]
    story: LongText
    facts: tuple[Annotated[Texts, Field(min_length=2, max_length=2)], ...] = ()
    questions: Annotated[Texts, Field(min_length=3, max_length=5)]
    decision: Texts = ()
