"""Block kinds."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from deckgen.model.blocks.base import Block, Material
from deckgen.model.blocks.frame import FrameBlock
from deckgen.model.blocks.lesson import LessonBlock

BLOCKS: dict[str, type[Block]] = {"lesson": LessonBlock, "frame": FrameBlock}


def _kind_of(value: Any) -> Any:
    """A block without a kind is a lesson."""
    return value.get("kind", "lesson") if isinstance(value, dict) else getattr(value, "kind", None)


AnyBlock = Annotated[
    Annotated[LessonBlock, Tag("lesson")] | Annotated[FrameBlock, Tag("frame")],
    Discriminator(_kind_of),
]

__all__ = ["BLOCKS", "AnyBlock", "Block", "FrameBlock", "LessonBlock", "Material"]
