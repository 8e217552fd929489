"""A course as a page shows it while it is written: slides as pictures, their notes, the blocks, what is wrong.

One course and one delivery in one theme. Pictures of slides that did not change are not drawn anew; everything else
hangs on what `remembered` keeps. Where nothing can be made of the course as it is, only what is wrong is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.runs import on_one_line, plain
from deckgen.compose.origins import Origins, origins_of
from deckgen.pipeline.beside import shelf_of
from deckgen.pipeline.build import Made, Request, compose_request
from deckgen.pipeline.choose import find_courses
from deckgen.pipeline.door import read_file
from deckgen.pipeline.live_notes import Note, notes_of
from deckgen.pipeline.live_pictures import Pictures
from deckgen.pipeline.planning import load_course
from deckgen.pipeline.profile import FOLDER as PROFILES
from deckgen.pipeline.trainer import FOLDER as NOTES
from deckgen.text.inline import plain_text
from deckgen.theme.find import list_themes
from deckgen.tree import Slide

Progress = Callable[[str], None]
"""Called with each stage; it may raise to give the work up."""


@dataclass(frozen=True, slots=True)
class LiveSlide:
    """A slide as it is shown. `sum` is that of its picture, `block` is empty where it is a frame."""

    id: str
    sum: str
    title: str
    kind: str
    minutes: int
    section: str
    block: str
    place: Span | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LiveBlock:
    """A block of the plan with its minutes and its clock."""

    id: str
    title: str
    minutes: int
    talk: int
    activity: int
    debrief: int
    day: int
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Live:
    """What there is to show; without slides where the course cannot be composed as it is."""

    title: str = ""
    language: str = ""
    delivery: str = ""
    deliveries: tuple[tuple[str, str], ...] = ()
    sections: tuple[tuple[str, str], ...] = ()
    blocks: tuple[LiveBlock, ...] = ()
    slides: tuple[LiveSlide, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: frozenset[str] = frozenset()  # those of the course, as places name them
    origins: Callable[[], Origins] = field(default=Origins, repr=False, compare=False)  # asked when somebody points


@dataclass(slots=True)
class LiveCourse:
    """One course that is shown; `choose` says what there is to choose from, `look` what one delivery looks like."""

    folder: Path
    request: Request
    pictures: Pictures = field(default_factory=Pictures)
    _usual: str = ""  # the delivery that is shown where none is chosen

    @classmethod
    def open(cls, named: str | None, request: Request) -> LiveCourse:
        """The course of that name, else the first there is. Raises UsageError when there is none."""
        folder = find_courses((named,) if named else (), request.curriculum)[0]
        return cls(folder, replace(request, courses=(folder.as_posix(),), kinds=("deck",)))

    def themes(self) -> list[str]:
        """Names of the themes there are."""
        return [name for name, _ in list_themes([self.request.themes])]

    def profiles(self) -> list[str]:
        """Names of the profiles that this course may choose from."""
        return shelf_of(PROFILES, self.folder, self.request.curriculum).names

    def watched(self) -> list[Path]:
        """The folders whose files can change what is shown."""
        return watched_folders(self.folder, self.request)

    def look(self, delivery: str, theme: str, profile: str, progress: Progress) -> Live:
        """The course as it is on the disk now; where no delivery is named, the first of it.

        Raises UsageError for a profile or delivery that is not there.
        """
        report = Report()
        request = replace(
            self.request,
            delivery=delivery or self.request.delivery or self._first(),
            theme=theme or self.request.theme,
            profile=profile or self.request.profile,
        )
        products = compose_request(request, report, lambda _course, _delivery, stage: progress(stage), whole=True)
        product = next((item for item in products if item.trees is not None and item.album is not None), None)
        if product is None:
            return Live(delivery=delivery, diagnostics=tuple(report))
        return self._shown(product, tuple(report), progress)

    def _first(self) -> str | None:
        """The delivery that is shown where none is chosen: the first that the course declares."""
        if not self._usual:
            self._usual = next(iter(load_course(self.folder, read_file, Report()).ids), "")
        return self._usual or None

    def _shown(self, product: Made, diagnostics: tuple[Diagnostic, ...], progress: Progress) -> Live:
        assert product.trees is not None
        course, agenda = product.planned.course, product.planned.agenda
        sums = self.pictures.sums(product, progress)
        blocks = tuple(
            LiveBlock(
                entry.block.id, plain_text(entry.block.title), entry.split.total, entry.split.talk,
                entry.split.activity, entry.split.debrief, day.number, str(entry.start), str(entry.end),
            )
            for day in agenda.days
            for sitting in day.sittings
            for entry in sitting.entries
        )  # fmt: skip
        ids = {block.id for block in blocks}
        sections = product.trees.deck.sections
        self._usual = self._usual if self._usual in {item.id for item in course.deliveries} else ""
        return Live(
            title=plain_text(course.title),
            language=course.language,
            delivery=product.planned.delivery.id,
            deliveries=tuple((item.id, plain_text(item.title)) for item in course.deliveries),
            sections=tuple((section.id, section.title) for section in sections),
            blocks=blocks,
            slides=tuple(
                _slide(slide, sums[slide.id], section.id, ids) for section in sections for slide in section.slides
            ),
            diagnostics=diagnostics,
            files=frozenset(path.as_posix() for path in product.read.seen),
            origins=cache(lambda: origins_of(course, product.planned.numbers)),
        )


def watched_folders(folder: Path, request: Request) -> list[Path]:
    """The folders whose files can change what is made of the course in a folder."""
    shelves = [shelf_of(kind, folder, request.curriculum) for kind in (PROFILES, NOTES)]
    places = dict.fromkeys((*(place for shelf in shelves for place in shelf.places), request.themes))
    return [folder, *(place for place in places if place.is_dir() and not place.is_relative_to(folder))]


def _slide(slide: Slide, known: str, section: str, blocks: set[str]) -> LiveSlide:
    owner = slide.id.partition("+")[0].rpartition(".")[0]
    return LiveSlide(
        slide.id, known, plain(on_one_line(slide.title)), slide.kind, slide.minutes, section,
        owner if owner in blocks else "",
        slide.span, tuple(notes_of(slide.notes)),
    )  # fmt: skip
