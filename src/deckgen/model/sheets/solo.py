"""A solo worksheet (学员实操)."""

from __future__ import annotations

from typing import Literal

from deckgen.model.fields import Texts
from deckgen.model.sheets.base import Sheet


class SoloSheet(Sheet):
    """Everyone writes alone; `example` is one worked line, `checklist` lets them check themselves."""

    kind: Literal["solo"]
    example: Texts = ()
    checklist: Texts = ()
