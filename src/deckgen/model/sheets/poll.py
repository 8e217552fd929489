"""A pair share, poll or line-up (学员互动)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import Text, Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class PollSheet(Sheet):
    """A question with options to vote on; `first` says who speaks first."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"options": "tick"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["poll"]
    question: Text
    options: Annotated[Texts, Field(min_length=2, max_length=8)]
    first: str = ""
