"""A job-aid card (工具) of at most one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckgen.model.base import Strict
from deckgen.model.fields import OptionalLong, Text, Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class AidStep(Strict):
    """A step and a sentence to say or write."""

    title: Text
    say: str = ""


class JobAidSheet(Sheet):
    """When to use it, the steps, a good and a bad example, taboos, how often. Printed in the appendix."""

    has_steps: ClassVar[bool] = False
    in_appendix: ClassVar[bool] = True
    practises: ClassVar[bool] = False
    self_study: ClassVar[bool] = False
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"moves": "write"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    finished: ClassVar[frozenset[str]] = Sheet.finished | {"when"}

    kind: Literal["job_aid"]
    when: Text
    moves: Annotated[tuple[AidStep, ...], Field(min_length=2, max_length=9)]
    good: OptionalLong = ""
    bad: OptionalLong = ""
    taboo: Texts = ()
    frequency: str = ""
