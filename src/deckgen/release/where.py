"""A slide of a deck, as it comes back from a trainer, into the places where it and what its shapes show are written.

Every slide carries its id as the name that PowerPoint keeps, wherever it is moved to, and every shape that shows
something of the course an id made of what that has there; the deck says course and delivery among its properties. A
slide that has lost its name is known by its title.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.names import shape_id
from deckgen.base.runs import on_one_line, plain
from deckgen.base.suggest import count_of, shorten
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.choose import COURSE_FILE, UsageError
from deckgen.pipeline.door import read_file
from deckgen.pipeline.origins import Origins, bare, origins_in, text_at
from deckgen.release.office import look_at
from deckgen.release.places import Place, course_named, made_for
from deckgen.tree import Slide

_KINDS = ("deck", "workbook")  # slides name pages of the workbook
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CREATED = "{http://schemas.microsoft.com/office/drawing/2014/main}creationId"
_UP = 5  # ext, extLst, cNvPr, nvSpPr, and the shape
_HALF = 19  # characters of the id of a shape that say what it shows; the others count those that show the same


@dataclass(frozen=True, slots=True)
class _Asked:
    """A slide as the file has it; `shapes` are the first halves of their ids, and their paragraphs."""

    number: int
    name: str
    title: str
    shapes: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class OnSlide:
    """Where a slide is written, and what its shapes show, in their order."""

    place: Place
    shapes: tuple[Place, ...]


def where(path: Path, number: int, report: Report) -> list[OnSlide] | None:
    """The place of the slide of this number, from 1, and of its shapes, or of all slides for 0; None, and the mistakes
    of the course, when it has some.

    Raises UsageError for what is no deck of deckgen, or of no course here; OSError as `open` does.
    """
    made_of, asked = _read(path, number)
    folder = course_named(made_of[0])
    request = Request(courses=(folder.as_posix(),), delivery=made_of[1], kinds=_KINDS)
    composed = compose_request(request, report)
    if not composed or report.has_errors:
        return None
    (product,) = composed
    origins = origins_in(product.planned)
    known = {shape_id(name)[:_HALF]: name for name in origins.places}
    file = Span(f"{folder.as_posix()}/{COURSE_FILE}", 1, 1)
    places = []
    for item in asked:
        slide = _find(product, item)
        if slide is None:
            told = f"{path} slide {item.number}: the course has no slide {item.name or shorten(item.title)} any more"
            raise UsageError(f"{told}; look for its title in the course: {shorten(item.title) or 'it has none'}")
        title = _on_one_line(plain(on_one_line(slide.title)))
        then = title if bare(item.title) == bare(title) else item.title
        own = Place(slide.span or file, slide.id, title, then)
        places.append(OnSlide(own, tuple(_shapes(origins, known, item, file))))
    return places


def _shapes(origins: Origins, known: Mapping[str, str], asked: _Asked, file: Span) -> Iterator[Place]:
    """What shapes show, each once; of a text that has moved on, ids being counted, where it stands now.

    `known` are the ids of what shapes can show by the first halves of theirs.
    """
    told = set[str]()
    for half, paragraphs in asked.shapes:
        name = known.get(half)
        if name is None:
            continue
        said = origins.said.get(name, "")
        saying = [text for text in paragraphs if bare(said) in bare(text)] or [max(paragraphs, key=len, default="")]
        text = saying[0] if said else ""
        now = text_at(origins, name, text)
        if now not in told:
            told.add(now)
            title = origins.said.get(now, "")
            yield Place(origins.places.get(now) or file, now, title, title if bare(title) in bare(text) else text)


def _read(path: Path, number: int) -> tuple[tuple[str, str], list[_Asked]]:
    """The ids of course and delivery, and the slides that are meant."""
    from pptx import Presentation

    content = read_file(path)
    fault = look_at(".pptx", content)
    if fault:
        raise UsageError(f"{path} cannot be read as a deck: {fault}; name a .pptx file that deckgen made")
    deck = Presentation(io.BytesIO(content))
    slides = list(deck.slides)
    if number > len(slides):
        raise UsageError(f"{path} has {count_of(len(slides), 'slide')}, and none of the number {number}")
    named = made_for(deck.core_properties.keywords or "")
    if named is None:
        raise UsageError(
            f"{path} does not say what course it is of; decks that deckgen made do, among their properties"
        )
    meant = enumerate(slides, start=1) if not number else [(number, slides[number - 1])]
    return named, [_asked(at, slide) for at, slide in meant]


def _asked(number: int, slide: Any) -> _Asked:
    title = slide.shapes.title
    said = _on_one_line(title.text_frame.text) if title is not None else ""
    return _Asked(number, slide.name, said, tuple(_ids(slide.shapes._spTree)))


def _ids(tree: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The first half of the id of every shape that has one, and what its paragraphs say, of a group all in it."""
    for created in tree.iter(_CREATED):
        *_, shape = islice(created.iterancestors(), _UP)
        said = (
            _on_one_line("".join(text.text or "" for text in paragraph.iter(f"{_DRAWING}t")))
            for paragraph in shape.iter(f"{_DRAWING}p")
        )
        yield created.get("id", "").strip("{}")[:_HALF], tuple(filter(None, said))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _find(product: Made, asked: _Asked) -> Slide | None:
    """The slide by its id, unless one of the same title is likelier: ids that are counted shift."""
    slides = product.trees.deck.slides if product.trees else ()
    by_name = [slide for slide in slides if slide.id == asked.name]
    by_title = [slide for slide in slides if asked.title and bare(plain(slide.title)) == bare(asked.title)]
    both = [slide for slide in by_name if slide in by_title]
    return next(iter((*both, *(by_title if len(by_title) == 1 else ()), *by_name)), None)
