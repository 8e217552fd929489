"""A form between or after: one-minute card, feedback form, post-test, follow-up of behaviour."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import Phase, Sheet


class FollowupSheet(Sheet):
    """`items` are rated on `scale`; `open` questions get lines; `form` says which form it is."""

    has_steps: ClassVar[bool] = False
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = False
    self_study: ClassVar[bool] = False
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["followup"]
    form: Literal["one_minute", "feedback", "posttest", "behaviour", "task"]
    scale: Texts = ()
    items: Annotated[Texts, Field(max_length=14)] = ()
    open: Texts = ()
    when: str = ""
