"""Facilitator notes of a slide into the paragraphs of the notes pane.

The pane gets what a trainer can use while presenting: clock, glance, key points, words, questions,
takeaway and transition; the facilitator guide carries everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.runs import Runs
from deckgen.base.units import Clock, Split
from deckgen.compose.kit import Kit
from deckgen.model.slides import Ask, Slide
from deckgen.tree import Element


def compose_notes(kit: Kit, slide: Slide, start: Clock, split: Split) -> tuple[Element, ...]:
    """The notes pane of a slide that begins at `start` and takes `split` minutes."""
    phrase = kit.phrase
    end = start.later(split.total)
    paras: list[Element] = [kit.labelled(phrase("time"), phrase("clock_minutes", start=start, end=end, n=split.total))]
    if slide.glance:
        paras.append(kit.labelled(phrase("glance"), slide.glance))
    if slide.purpose:
        paras.append(kit.labelled(phrase("purpose"), slide.purpose))
    for number, point in enumerate(slide.key_points, start=1):
        paras.append(kit.labelled(f"{phrase('key_point')} {number}", point))
    if slide.say:
        paras.extend(kit.told(phrase("say"), slide.say))
    for action in slide.do:
        paras.extend(kit.told(phrase("do"), action))
    for ask in slide.ask:
        paras.append(kit.labelled(phrase("ask"), ask.q))
        paras.extend(kit.labelled(phrase(key), text) for key, text in answers_to(kit, ask))
    if slide.fallback is not None and slide.fallback.late:
        paras.append(kit.labelled(phrase("behind"), slide.fallback.late))
    if slide.takeaway:
        paras.append(kit.labelled(phrase("takeaway"), slide.takeaway))
    if slide.transition:
        paras.append(kit.labelled(phrase("transition"), slide.transition))
    return tuple(paras)


def answers_to(kit: Kit, ask: Ask) -> Iterator[tuple[str, str | Runs]]:
    """What to expect of a question and how to go on, each after its phrase; a draft may lack any of it."""
    if ask.expect:
        yield "expect", kit.join(ask.expect)
    for key in ("follow_up", "if_silent"):
        if text := getattr(ask, key):
            yield key, text
