"""Block kinds lowered into slides: one table row a kind."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.documents.compose.blocks.frame import compose_frame
from deckgen.documents.compose.blocks.lesson import compose_lesson
from deckgen.documents.compose.kit import Kit
from deckgen.documents.tree import Slide
from deckgen.plan import Entry

BLOCKS: dict[str, Callable[[Kit, Entry], tuple[Slide, ...]]] = {
    "frame": compose_frame,
    "lesson": compose_lesson,
}
