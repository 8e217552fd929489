"""A slide that is to be built has something to build."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.tree import Deck
from deckgen.tree.clicks import clicks_of


def check_builds(course: Course, agenda: Agenda, deck: Deck) -> Iterator[Diagnostic]:
    """Slides that ask for it themselves and have no paragraph, item or object that could appear at a click."""
    built = {slide.id.partition("+")[0] for slide in deck.slides if clicks_of(slide)}
    for entry in agenda:
        for slide, key in zip(entry.block.slides, entry.block.slide_ids, strict=True):
            if slide.build and key not in built:
                why = "it is one sentence" if slide.building == "never" else "it has no items"
                hint = "take `build` away, or give the slide points, a diagram with items, or steps"
                yield Diagnostic("DG446", f"nothing can appear item by item here: {why}", slide.at("build"), hint)
