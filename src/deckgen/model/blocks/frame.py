"""A block that opens or closes a course or a day."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.blocks.base import Block


class FrameBlock(Block):
    """Opening, day close, day opening, closing ritual: outside the objective matrix (check P4)."""

    frames: ClassVar[bool] = True

    kind: Literal["frame"]
