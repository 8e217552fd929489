"""Whose model it is: where a block explains a term with an origin, a slide of it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.model.slides import ContentSlide

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")


def check_credits(course: Course) -> Iterator[Diagnostic]:
    """Terms whose origin names a year that no source of the block which explains them names."""
    origins = {entry.term: entry.origin for entry in course.glossary}
    for block in course.blocks:
        named = set(_YEAR.findall(_sources(block)))
        for number, term in enumerate(block.terms):
            years = _YEAR.findall(origins.get(term, ""))
            if years and not named & set(years):
                message = f"block {block.id} explains {term} ({origins[term]}), and none of its slides says whose it is"
                hint = "name the originator and the year in `sources:` of the slide that shows it first"
                yield Diagnostic("DG433", message, block.at_item("terms", number), hint)


def _sources(block: Block) -> str:
    texts: list[str] = []
    for slide in block.slides:
        texts += [slide.source, *slide.sources]
        if isinstance(slide, ContentSlide) and slide.diagram is not None:
            texts.append(getattr(slide.diagram, "source", ""))
    return "\n".join(texts)
