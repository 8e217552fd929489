"""A form between or after: one-minute card, feedback form, post-test, follow-up of behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class FollowupSheet(Sheet):
    """`items` are rated on `scale`; `open` questions get lines; `form` says which form it is."""

    has_steps: ClassVar[bool] = False
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = False
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"items": "tick", "open": "write"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["followup"]
    form: Literal["one_minute", "feedback", "posttest", "behaviour", "task"]
    scale: Texts = ()
    items: Annotated[Texts, Field(max_length=14)] = ()
    open: Texts = ()
    when: str = ""

    @model_validator(mode="after")
    def _items_have_a_scale(self) -> FollowupSheet:
        if self.items and not self.scale:
            raise ValueError("items are rated on a scale: give its words under `scale`")
        if self.scale and not self.items:
            raise ValueError("the scale has nothing to rate: give `items`, or leave it out")
        return self
