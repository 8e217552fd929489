"""Debrief slides into questions in order and the sentence to leave behind."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.documents.compose.kit import Kit
from deckgen.documents.tree import ListBlock, Para, Slot
from deckgen.model.slides import DebriefSlide, Slide
from deckgen.plan import Entry


def compose_debrief_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """The debrief layout: numbered questions, takeaway below."""
    assert isinstance(slide, DebriefSlide)
    questions = ListBlock(tuple(kit.inline(question) for _, question in slide.questions.asked), "number")
    slots = [Slot("body", (questions,))]
    if slide.takeaway:
        slots.append(Slot("takeaway", (Para(kit.inline(slide.takeaway), "takeaway"),)))
    return "debrief", tuple(slots)
