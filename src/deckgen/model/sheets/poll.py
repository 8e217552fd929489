"""A pair share, poll or line-up (学员互动)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckgen.model.fields import Text, Texts
from deckgen.model.sheets.base import Sheet


class PollSheet(Sheet):
    """A question with options to vote on; `first` says who speaks first."""

    kind: Literal["poll"]
    question: Text
    options: Annotated[Texts, Field(min_length=2, max_length=8)]
    first: str = ""
