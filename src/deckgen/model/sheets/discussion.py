"""A group board (小组研讨)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class DiscussionSheet(Sheet):
    """At most three questions; `report` is the form of the 90-second report, `roles` who does what."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {}
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["discussion"]
    questions: Annotated[Texts, Field(min_length=1, max_length=3)]
    roles: Texts = ()
    report: str = ""
