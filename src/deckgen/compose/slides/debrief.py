"""Debrief slides into questions in order and the sentence to leave behind."""

from __future__ import annotations

from deckgen.base.roles import OWN_PLACE
from deckgen.base.units import Split
from deckgen.compose.kit import Kit
from deckgen.compose.visuals import alt_text
from deckgen.model.diagrams.questions import Question, Questions
from deckgen.model.diagrams.timer import Timer, TimerLabels
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
    if split.total:
        slots.append(Slot(OWN_PLACE, (_timer(kit, slide.title, split.total),), spare=True))
    return "debrief", tuple(slots)


def _timer(kit: Kit, title: str, minutes: int) -> Diagram:
    phrase = kit.phrase
    labels = TimerLabels(unit=phrase("minute_unit"), minutes=phrase("time"), countdown=phrase("countdown"))
    record = Timer(word=phrase("debrief"), minutes=minutes, labels=labels)
    return Diagram(record, alt_text(kit, "timer", title, (phrase("minutes", n=minutes),)))
