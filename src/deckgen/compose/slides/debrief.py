"""Debrief slides into questions in order and the sentence to leave behind."""

from __future__ import annotations

from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import alt_text
from deckgen.model.diagrams.questions import Question, Questions
from deckgen.model.slides import DebriefSlide, Slide
from deckgen.plan import Entry
from deckgen.tree import Diagram, Para, Slot


def compose_debrief_slide(kit: Kit, slide: Slide, entry: Entry, split: Split) -> tuple[str, tuple[Slot, ...]]:
    """The debrief layout: each question after its phase, the takeaway below."""
    assert isinstance(slide, DebriefSlide)
    rows = tuple(
        Question(phase=kit.phrase(f"debrief.{phase}") if phase else "", text=kit.plain(question), act=phase == "next")
        for phase, question in slide.questions.asked
    )
    alt = alt_text(kit, "questions", slide.title, tuple(question for _, question in slide.questions.asked))
    slots = [Slot("body", (Diagram(Questions(rows=rows), alt, slide.span),))]
    if slide.takeaway:
        slots.append(Slot("takeaway", (Para(kit.inline(slide.takeaway), "takeaway"),)))
    return "debrief", tuple(slots)
