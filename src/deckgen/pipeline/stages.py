"""Course folder and delivery into artefacts, stage by stage.

Compose all, paginate the workbook, resolve page references, fit the deck, compose the guide with the
placed slides, paginate it, write. Nothing is written to disk here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Report
from deckgen.checks import check_course, check_trees
from deckgen.documents.compose.deck import compose_deck
from deckgen.documents.compose.guide import compose_guide
from deckgen.documents.compose.workbook import compose_workbook
from deckgen.documents.fit import fit_deck
from deckgen.documents.measure import load_faces
from deckgen.documents.paginate import paginate_book, resolve_pages
from deckgen.documents.paginate.thumbnail import scale_slide
from deckgen.documents.tree import Book, Deck, Drawing
from deckgen.model.course import Course, Delivery
from deckgen.model.decode import decode_course, delivery_ids
from deckgen.plan import Agenda, plan_delivery
from deckgen.source.reader import read_source
from deckgen.text.phrases import phrases
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.writers.docx import write_book
from deckgen.writers.pptx import write_deck

Progress = Callable[[str], None]
THUMBNAIL_WIDTH = 190.0  # points


@dataclass(frozen=True, slots=True)
class Loaded:
    """A course file as read: raw data, and which deliveries it declares."""

    folder: Path
    raw: object
    deliveries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A course as one delivery sees it, and its agenda."""

    course: Course
    delivery: Delivery
    agenda: Agenda


@dataclass(frozen=True, slots=True)
class Trees:
    """The placed trees of one delivery."""

    deck: Deck
    workbook: Book
    guide: Book | None


def load_course(folder: Path, read_bytes: Callable[[Path], bytes], report: Report) -> Loaded:
    """Read ``course.yaml`` of a course folder with everything it includes."""
    raw, diagnostics = read_source(folder / "course.yaml", folder, read_bytes)
    report.extend(diagnostics)
    return Loaded(folder, raw, delivery_ids(raw))


def plan_course(
    loaded: Loaded, delivery: str, values: Mapping[str, str], report: Report, adjust: Callable[[Delivery], Delivery]
) -> Planned | None:
    """Decode, check and plan one delivery; None when something must be mended first."""
    mine = Report()
    course = decode_course(loaded.raw, delivery, values, mine)
    planned: Planned | None = None
    if course is not None:
        chosen = adjust(next(item for item in course.deliveries if item.id == delivery))
        agenda = plan_delivery(course, chosen, mine)
        mine.extend(check_course(course, agenda))
        if agenda is not None:
            planned = Planned(course, chosen, agenda)
    report.extend(mine)
    return None if mine.has_errors else planned


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
    return Trees(placed, workbook, guide)


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
    kinds: Collection[str],
    read_asset: Callable[[str], bytes],
    progress: Progress,
) -> dict[str, bytes]:
    """File name -> bytes of the artefacts asked for."""
    course, delivery = planned.course, planned.delivery
    stem = f"{course.id}-{delivery.id}-v{course.version}"
    made: dict[str, bytes] = {}
    if "deck" in kinds:
        progress("deck")
        made[f"{stem}-deck.pptx"] = write_deck(trees.deck, theme, lambda path: read_asset(str(path)))
    if "workbook" in kinds:
        progress("workbook")
        made[f"{stem}-workbook.docx"] = write_book(trees.workbook, theme, read_asset)
    if "guide" in kinds and trees.guide is not None:
        progress("guide")
        made[f"{stem}-guide.docx"] = write_book(trees.guide, theme, read_asset)
    return made
