"""Block kinds lowered into slides: one table row a kind."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.compose.blocks.frame import compose_frame
from deckgen.compose.blocks.lesson import compose_lesson
from deckgen.compose.kit import Kit
from deckgen.plan import Entry
from deckgen.tree import Slide

BLOCKS: dict[str, Callable[[Kit, Entry], tuple[Slide, ...]]] = {
    "frame": compose_frame,
    "lesson": compose_lesson,
}
