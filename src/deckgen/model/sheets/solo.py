"""A solo worksheet (学员实操)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import FieldUse, Phase, Sheet


class SoloSheet(Sheet):
    """Everyone writes alone; `example` is one worked line, `checklist` lets them check themselves."""

    has_steps: ClassVar[bool] = True
    in_appendix: ClassVar[bool] = False
    practises: ClassVar[bool] = True
    self_study: ClassVar[bool] = True
    fields_of: ClassVar[Mapping[str, FieldUse]] = {"checklist": "tick"}
    phases: ClassVar[tuple[Phase, ...]] = ()

    kind: Literal["solo"]
    example: Texts = ()
    checklist: Texts = ()
