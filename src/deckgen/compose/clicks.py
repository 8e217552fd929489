"""What the clicks of a slide show, told in its notes: known once its items have their places."""

from __future__ import annotations

from dataclasses import replace

from deckgen.base.runs import Run, runs
from deckgen.model.course import Course
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Deck, Para, Slide
from deckgen.tree.clicks import Click, clicks_of

_MOST = 14  # characters of an item
_THEN = " → "


def tell_clicks(course: Course, deck: Deck) -> Deck:
    """The placed deck with what appears click by click in the notes, behind the line that says when."""
    phrase = course_phrases(course)

    def told(slide: Slide) -> Slide:
        clicks = clicks_of(slide)
        if not clicks:
            return slide
        items = _THEN.join(map(_short, clicks))
        said = phrase("clicks_told", n=len(clicks), items=items)
        line = Para((Run(f"{phrase('clicks')}{phrase('colon')}", strong=True), *runs(said)), "plain")
        return replace(slide, notes=(*slide.notes[:1], line, *slide.notes[1:]))

    sections = (replace(section, slides=tuple(map(told, section.slides))) for section in deck.sections)
    return replace(deck, sections=tuple(sections))


def _short(click: Click) -> str:
    words = " ".join(click.said.split())
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
