"""An opening or closing block into its slides."""

from __future__ import annotations

from dataclasses import replace

from deckgen.compose.blocks.lesson import compose_lesson
from deckgen.compose.kit import Kit
from deckgen.plan import Entry
from deckgen.tree import Slide


def compose_frame(kit: Kit, entry: Entry) -> tuple[Slide, ...]:
    """The slides of a frame block; they stand outside the modules' path, so the breadcrumb is the block's own."""
    return tuple(replace(slide, breadcrumb=kit.breadcrumb(entry.block.title)) for slide in compose_lesson(kit, entry))
