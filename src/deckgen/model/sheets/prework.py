"""Pre-work: a questionnaire, reading or task before the course."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Private, Strict
from deckgen.model.fields import OptionalLong, Text
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class PreQuestion(Strict):
    """A question and what the course does with the answer."""

    trainer_only: ClassVar[Mapping[str, Private]] = {"use": "private"}

    q: Text
    use: Text


class PreworkSheet(Sheet):
    """`effort` minutes before the course; used in class in the block named by `used_in`."""

    has_steps: ClassVar[bool] = False
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = False
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"questions": "write"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    finished: ClassVar[frozenset[str]] = Sheet.finished | {"deadline", "reader", "used_in"}

    kind: Literal["prework"]
    deadline: Text
    effort: Annotated[int, Field(ge=1, le=40)]
    reader: Text  # who sees the answers
    used_in: Text
    reading: OptionalLong = ""
    questions: Annotated[tuple[PreQuestion, ...], Field(max_length=10)] = ()

    @model_validator(mode="after")
    def _is_not_handed_out(self) -> PreworkSheet:
        if self.handed_out:
            raise ValueError("it is sent before the course: leave `handed_out` out")
        return self
