"""Whose model it is: the slide that first shows a term with an origin says so, where the room can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.terms import names_of
from deckgen.model.audience import texts_of
from deckgen.model.blocks import Block
from deckgen.model.course import Course, GlossaryEntry
from deckgen.model.slides import ContentSlide, Slide

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_PARTED = re.compile(r"[与和]|\band\b")


def check_credits(course: Course) -> Iterator[Diagnostic]:
    """Terms whose origin names a year that the slide on which they first appear does not show."""
    entries = {entry.term: entry for entry in course.glossary}
    for block in course.blocks:
        for number, term in enumerate(block.terms):
            entry = entries.get(term)
            years = set(_YEAR.findall(entry.origin)) if entry else set()
            if not entry or not years:
                continue
            first = _first_of(course, block, entry)
            if first is None:
                message = f"block {block.id} explains {term} ({entry.origin}), and none of its slides shows it"
                yield Diagnostic(
                    "DG433", message, block.at_item("terms", number), "show it on a slide with its `source:`"
                )
            elif not years & set(_YEAR.findall(_credit(first))):
                message = f"slide {first.title} shows {term} first, and not whose it is: {entry.origin}"
                hint = "name originator and year in `source:` of that slide, which stands on it and on its page"
                yield Diagnostic("DG433", message, first.span, hint)


def _first_of(course: Course, block: Block, entry: GlossaryEntry) -> Slide | None:
    """The first slide that shows a term by its name; the first that explains something, where none names it."""
    names = [name.casefold() for name in names_of(entry)]
    for earlier in course.blocks:
        for slide in earlier.slides:
            shown = _visible(slide)
            if any(name in shown for name in names):
                return slide
        if earlier is block:
            break
    parts = [[part.strip() for part in _PARTED.split(name) if part.strip()] for name in names]
    content = [slide for slide in block.slides if isinstance(slide, ContentSlide)]
    for text_of in (_visible, _explained):
        for slide in content:
            if any(all(part in text_of(slide) for part in name) for name in parts):
                return slide
    return next((slide for slide in content if slide.has_visual), next(iter(content), None))


def _visible(slide: Slide) -> str:
    """What the room reads on a slide, without its source."""
    texts = [slide.title]
    if isinstance(slide, ContentSlide):
        shown = (slide.diagram, slide.table)
        texts += [slide.lead, *map(str, slide.points)]
        texts += [item.text for part in shown if part is not None for item in texts_of(part)]
    return "\n".join(texts).casefold()


def _explained(slide: Slide) -> str:
    """What is said about a slide, and read below it."""
    return "\n".join((slide.explain, slide.purpose, *slide.key_points, slide.say)).casefold()


def _credit(slide: Slide) -> str:
    diagram = getattr(slide, "diagram", None)
    return "\n".join((slide.source, getattr(diagram, "source", "") or "", _visible(slide)))
