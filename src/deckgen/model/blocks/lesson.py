"""A block that teaches and practises something."""

from __future__ import annotations

from typing import ClassVar, Literal

from deckgen.model.blocks.base import Block


class LessonBlock(Block):
    """The usual block: every one serves at least one objective."""

    frames: ClassVar[bool] = False

    kind: Literal["lesson"] = "lesson"
