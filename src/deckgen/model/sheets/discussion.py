"""A group board (小组研讨)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import Sheet


class DiscussionSheet(Sheet):
    """At most three questions; `report` is the form of the 90-second report, `roles` who does what."""

    kind: Literal["discussion"]
    questions: Annotated[Texts, Field(min_length=1, max_length=3)]
    roles: Texts = ()
    report: str = ""
