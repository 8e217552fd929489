"""Course folder and delivery into artefacts, stage by stage.

Compose all, paginate the workbook, resolve page references, fit the deck, compose the guide with the
placed slides, paginate it, write. Nothing is written to disk here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.reading import ReadBytes
from deckgen.base.suggest import count_of
from deckgen.checks import check_course, check_trees
from deckgen.compose.deck import compose_deck
from deckgen.compose.guide import compose_guide
from deckgen.compose.handout import compose_handout
from deckgen.compose.workbook import compose_workbook
from deckgen.decode.course import decode_course, salvage_course
from deckgen.decode.declared import Declared, declared_deliveries
from deckgen.fit import fit_deck
from deckgen.measure import EAST_ASIAN, LATIN, load_faces
from deckgen.model.course import Course, Delivery
from deckgen.model.gaps import NO_GAPS
from deckgen.paginate import paginate_book, resolve_pages
from deckgen.paginate.thumbnail import scale_slide
from deckgen.pipeline.file_names import check_file_names, stem_of
from deckgen.pipeline.lengths import FreeLength
from deckgen.pipeline.timing import Timing
from deckgen.plan import Agenda, plan_delivery, sketch_agenda
from deckgen.plan.sentences import explain_declared
from deckgen.source.node import Located
from deckgen.source.reader import read_source
from deckgen.text.phrases import phrase_module, phrases
from deckgen.theme import Templates, Theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.tree import Book, Deck, Drawing
from deckgen.writers.docx import write_book
from deckgen.writers.pptx import write_deck

Progress = Callable[[str], None]
THUMBNAIL_WIDTH = 190.0  # points


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course file as read: raw data, and which deliveries it declares."""

    folder: Path
    raw: object
    declared: tuple[Declared, ...]

    @property
    def id(self) -> tuple[str, Span | None] | None:
        """The id of the course and its place, if it can be read."""
        name = self.raw.get("id") if isinstance(self.raw, Located) else None
        return (name, self.raw.spans.get("id")) if isinstance(self.raw, Located) and isinstance(name, str) else None

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the declared deliveries."""
        return tuple(declared.id for declared in self.declared)


@dataclass(frozen=True, slots=True)
class Planned:
    """A course as one delivery sees it, and its agenda."""

    course: Course
    delivery: Delivery
    agenda: Agenda
    by: str  # the module that planned it; what it imports took part
    sound: bool = True  # otherwise it is only good for finding further mistakes


@dataclass(frozen=True, slots=True)
class Trees:
    """The placed trees of one delivery."""

    deck: Deck
    workbook: Book
    guide: Book | None
    handout: Deck | None = None


def load_course(folder: Path, read_bytes: ReadBytes, report: Report) -> Loaded:
    """Read ``course.yaml`` of a course folder with everything it includes."""
    raw, diagnostics = read_source(folder / "course.yaml", folder, read_bytes, keep_folds=True)
    report.extend(diagnostics)
    return Loaded(folder, raw, declared_deliveries(raw))


def plan_course(
    loaded: Loaded, target: str | FreeLength, values: Mapping[str, str], report: Report, timing: Timing
) -> Planned | None:
    """Decode, check and plan one delivery or a free length; what comes of a course with mistakes is not sound.

    None when no trees can be made.
    """
    if isinstance(target, FreeLength):
        return _plan_free(loaded, target, values, report, timing)
    return _plan_declared(loaded, target, values, report, timing)


def _plan_declared(
    loaded: Loaded, delivery: str, values: Mapping[str, str], report: Report, timing: Timing
) -> Planned | None:
    course = salvage_course(loaded.raw, delivery, values, report)
    declared = next((item for item in course.deliveries if item.id == delivery), None) if course else None
    if course is None or declared is None:
        return None
    chosen = timing.adjust(declared)
    agenda, plan = None, Report()
    if course.gaps.timed:
        agenda = plan_delivery(course, chosen, plan, regroups=timing.regroups(declared), lunch_at=timing.lunch_at)
    if _slides_sum(course, chosen):
        plan = Report.of(item for item in plan if item.code != "DG301")
    report.extend(item for item in plan if not course.gaps.hides(item))
    report.extend(check_course(course, agenda))
    report.extend(check_file_names(course, chosen))
    planner = plan_delivery.__module__
    if agenda is None or report.has_errors or course.gaps != NO_GAPS:
        return Planned(course, chosen, agenda or sketch_agenda(course, chosen), planner, sound=False)
    others = {key: decode_course(loaded.raw, key, values, Report()) for key in loaded.ids if key != delivery}
    told = explain_declared(agenda, course, {key: other for key, other in others.items() if other is not None})
    return Planned(course, chosen, replace(agenda, reasons=(*agenda.reasons, *told)), planner)


def _slides_sum(course: Course, delivery: Delivery) -> bool:
    """Whether the slides fill the delivery: then blocks that do not are wrong by themselves, which is said of each."""
    return sum(slide.split.total for block in course.blocks for slide in block.slides) == delivery.minutes


def _plan_free(
    loaded: Loaded, target: FreeLength, values: Mapping[str, str], report: Report, timing: Timing
) -> Planned | None:
    from deckgen.plan.free import plan_free  # numpy takes a tenth of a second that declared lengths do not need

    courses = decode_deliveries(loaded, values, report)
    if courses is None:
        return None
    made = plan_free(courses, timing.wish(target, next(iter(courses.values())).deliveries), target.id, report)
    if made is None:
        return None
    report.extend(check_course(made.course, made.agenda))
    report.extend(check_file_names(made.course, made.agenda.delivery))
    return Planned(made.course, made.agenda.delivery, made.agenda, plan_free.__module__, sound=not report.has_errors)


def decode_deliveries(loaded: Loaded, values: Mapping[str, str], report: Report) -> dict[str, Course] | None:
    """The course as every declared delivery sees it; None when one of them must be mended first.

    Then the report has all that is wrong with each of them by itself.
    """
    salvaged = {}
    for key in loaded.ids:
        mine = Report()
        salvaged[key] = salvage_course(loaded.raw, key, values, mine)
        report.extend(mine)
    sound = {key: course for key, course in salvaged.items() if course is not None and course.gaps == NO_GAPS}
    if not report.has_errors and sound and len(sound) == len(salvaged):
        return sound
    for course in salvaged.values():
        report.extend(check_course(course, None) if course is not None else ())
    return None


def compose_trees(
    planned: Planned,
    theme: Theme,
    geometry: DeckGeometry,
    report: Report,
    progress: Progress,
    kinds: Collection[str],
) -> Trees:
    """The placed deck and the paginated books of one delivery."""
    course, agenda = planned.course, planned.agenda
    phrase = phrases(course.language)
    faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
    progress("compose")
    deck = compose_deck(course, agenda)
    workbook, pages, found = paginate_book(compose_workbook(course, agenda), theme, faces)
    report.extend(found)
    workbook, found = resolve_pages(workbook, pages)
    report.extend(found)
    deck, found = resolve_pages(deck, pages)
    report.extend(found)
    progress("fit")
    placed, found = fit_deck(
        deck, geometry, theme, faces, lambda title, i, n: phrase("continued", title=title, i=i, n=n)
    )
    report.extend(found)
    guide: Book | None = None
    if "guide" in kinds and not report.has_errors:
        progress("guide")
        guide = compose_guide(course, agenda, _thumbnails(placed, geometry, theme))
        guide, found = resolve_pages(guide, pages)
        report.extend(found)
        guide, _, found = paginate_book(guide, theme, faces)
        report.extend(found)
    report.extend(check_trees(course, agenda, placed, workbook, guide))
    handout = compose_handout(course, agenda, placed) if "handout" in kinds else None
    return Trees(placed, workbook, guide, handout)


def merge_repeats(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is found; a title that is too long above every slide of its block is one mistake, at the first of them."""
    places: dict[str, list[Diagnostic]] = {}
    for item in found:
        if item.code == "DG510":
            places.setdefault(item.message, []).append(item)
        else:
            yield item
    for message, (first, *others) in places.items():
        more = f", here and on {count_of(len(others), 'more slide')}" if others else ""
        yield replace(first, message=message + more)


def doubt_trees(planned: Planned, found: Iterable[Diagnostic], report: Report) -> Iterator[Diagnostic]:
    """Of what was found in trees that are not sound, the mistakes that are there whatever else will be mended.

    `report` has what was found before.
    """
    gaps = planned.course.gaps
    for item in found:
        # a page that may only be missing for now
        unknown = item.code == "DG504" and (not gaps.whole or any(map(report.count, ("DG203", "DG206", "DG413"))))
        if item.severity == "error" and not unknown and not gaps.hides(item):
            yield item


def name_data_modules(planned: Planned, theme: Theme) -> tuple[str, ...]:
    """Names of the package's own modules whose data an artefact shows: phrases and metric tables."""
    faces = (LATIN[theme.fonts.latin_metrics], EAST_ASIAN[theme.fonts.east_asian_metrics])
    return (phrase_module(planned.course.language), *(module.__name__ for module in faces))


def _thumbnails(deck: Deck, geometry: DeckGeometry, theme: Theme) -> dict[str, tuple[int, Drawing]]:
    """Number and small drawing of every slide, by id."""
    return {
        slide.id: (number, scale_slide(slide, geometry, theme, THUMBNAIL_WIDTH))
        for number, slide in enumerate(deck.slides, start=1)
    }


def write_artefacts(
    planned: Planned,
    trees: Trees,
    theme: Theme,
    templates: Templates,
    kinds: Collection[str],
    read_asset: ReadBytes,
    progress: Progress,
) -> dict[str, bytes]:
    """File name -> bytes of the artefacts asked for."""
    course, delivery = planned.course, planned.delivery
    stem = stem_of(course, delivery)
    made: dict[str, bytes] = {}
    if "deck" in kinds:
        progress("deck")
        made[f"{stem}-deck.pptx"] = write_deck(trees.deck, theme, templates.deck, read_asset)
    if "workbook" in kinds:
        progress("workbook")
        made[f"{stem}-workbook.docx"] = write_book(trees.workbook, theme.for_books(), templates.book, read_asset)
    if "guide" in kinds and trees.guide is not None:
        progress("guide")
        made[f"{stem}-guide.docx"] = write_book(trees.guide, theme.for_books(), templates.book, read_asset)
    if trees.handout is not None:
        progress("handout")
        made[f"{stem}-handout.pptx"] = write_deck(trees.handout, theme, templates.deck, read_asset)
    return made
