"""Statement slides into one large sentence and its origin."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.model.slides import Slide, StatementSlide
from deckgen.plan import Entry
from deckgen.tree import Para, Slot


def compose_statement_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """The statement layout."""
    assert isinstance(slide, StatementSlide)
    body = [Para(kit.inline(slide.statement), "body")]
    if slide.who:
        body.append(Para(kit.inline(kit.phrase("said_by", who=""), slide.who), "meta"))
    return "statement", (Slot("body", tuple(body)),)
