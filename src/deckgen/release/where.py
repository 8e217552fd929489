"""A slide of a deck, as it comes back from a trainer, into the place of the course where it is written.

Every slide carries its id as the name that PowerPoint keeps, wherever it is moved to; the deck says course and delivery
among its properties. A slide that has lost its name is known by its title.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report, Span
from deckgen.base.runs import plain
from deckgen.base.suggest import count_of, shorten
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.choose import COURSE_FILE, UsageError
from deckgen.pipeline.door import read_file
from deckgen.release.office import look_at
from deckgen.release.places import Place, course_named, made_for
from deckgen.tree import Slide

_KINDS = ("deck", "workbook")  # slides name pages of the workbook


@dataclass(frozen=True, slots=True)
class _Asked:
    """A slide as the file has it."""

    course: str
    delivery: str
    name: str
    title: str


def where(path: Path, number: int, report: Report) -> Place | None:
    """The place of the slide of this number, from 1; None, and the mistakes of the course, when it has some.

    Raises UsageError for what is no deck of deckgen, or of no course here; OSError as `open` does.
    """
    asked = _read(path, number)
    folder = course_named(asked.course)
    request = Request(courses=(folder.as_posix(),), delivery=asked.delivery, kinds=_KINDS)
    composed = compose_request(request, report)
    if not composed or report.has_errors:
        return None
    (product,) = composed
    slide = _find(product, asked)
    if slide is None:
        told = f"{path} slide {number}: the course has no slide {asked.name or shorten(asked.title)} any more"
        raise UsageError(f"{told}; look for its title in the course: {shorten(asked.title) or 'it has none'}")
    span = slide.span or Span(f"{folder.as_posix()}/{COURSE_FILE}", 1, 1)
    return Place(span, slide.id, plain(slide.title), asked.title)


def _read(path: Path, number: int) -> _Asked:
    from pptx import Presentation

    content = read_file(path)
    fault = look_at(".pptx", content)
    if fault:
        raise UsageError(f"{path} cannot be read as a deck: {fault}; name a .pptx file that deckgen made")
    deck = Presentation(io.BytesIO(content))
    slides = list(deck.slides)
    if not 1 <= number <= len(slides):
        raise UsageError(f"{path} has {count_of(len(slides), 'slide')}, and none of the number {number}")
    named = made_for(deck.core_properties.keywords or "")
    if named is None:
        raise UsageError(
            f"{path} does not say what course it is of; decks that deckgen made do, among their properties"
        )
    slide = slides[number - 1]
    title = slide.shapes.title
    return _Asked(*named, slide.name, " ".join(title.text_frame.text.split()) if title is not None else "")


def _find(product: Made, asked: _Asked) -> Slide | None:
    """The slide by its id, unless one of the same title is likelier: ids that are counted shift."""
    slides = product.trees.deck.slides if product.trees else ()
    by_name = [slide for slide in slides if slide.id == asked.name]
    by_title = [slide for slide in slides if asked.title and plain(slide.title) == asked.title]
    both = [slide for slide in by_name if slide in by_title]
    return next(iter((*both, *(by_title if len(by_title) == 1 else ()), *by_name)), None)
