"""A planned delivery into artefacts, stage by stage.

Compose all, paginate the workbook, resolve page references, fit the deck, compose the guide with the
placed slides, paginate it, write. Nothing is written to disk here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.suggest import count_of
from deckgen.checks import check_paper, check_trees
from deckgen.compose.clicks import tell_clicks
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.handout import compose_handout
from deckgen.compose.origins import mark_book, mark_deck, origins_of
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.papers.sheets import compose_dealt
from deckgen.compose.workbook import compose_workbook
from deckgen.fit import fit_deck
from deckgen.measure import EAST_ASIAN, LATIN, Faces, knowing, load_faces
from deckgen.paginate import height_of_table, paginate_book, resolve_pages
from deckgen.paginate.thumbnail import scale_slide
from deckgen.pipeline.album import Album
from deckgen.pipeline.composers import COMPOSERS
from deckgen.pipeline.deliverables import DELIVERABLES, Deliverable, file_name
from deckgen.pipeline.file_names import stem_of
from deckgen.pipeline.forms import has_forms, read_forms
from deckgen.pipeline.lexicon import is_chinese, terms_of
from deckgen.pipeline.planning import Planned
from deckgen.plan.sentences import course_phrases
from deckgen.text.phrases import phrase_module
from deckgen.theme import Templates, Theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.tree import Book, Deck, Drawing
from deckgen.writers.docx import write_book
from deckgen.writers.pptx import write_deck

Progress = Callable[[str], None]
THUMBNAIL_WIDTH = 88.0  # points: five in a row


@dataclass(frozen=True, slots=True)
class Trees:
    """The placed trees of one delivery."""

    deck: Deck
    workbook: Book
    guide: Book | None
    handout: Deck | None = None
    papers: Mapping[str, Mapping[str, Book | bytes]] = field(default_factory=dict)  # by deliverable and end of name


def compose_trees(
    planned: Planned,
    theme: Theme,
    geometry: DeckGeometry,
    report: Report,
    progress: Progress,
    kinds: Collection[str],
    album: Album,
    folder: Path,
) -> Trees:
    """The placed deck and the paginated books of one delivery; those made last in this process are not made anew.

    `folder` is that of the course.
    """
    if album.sizes or report or has_forms(folder, album.door):  # what more they hang on is not compared
        return _make_trees(planned, theme, geometry, report, progress, kinds, album, folder)
    key = (planned, theme, geometry, frozenset(kinds))
    known = next((item for item in _MADE if item.key[0].course is planned.course and item.key == key), None)
    if known is not None:
        for stage in known.stages:
            progress(stage)
    else:
        own, stages = Report(), list[str]()

        def note(stage: str) -> None:
            stages.append(stage)
            progress(stage)

        trees = _make_trees(planned, theme, geometry, own, note, kinds, album, folder)
        known = _Made(key, trees, tuple(own), tuple(stages))
        _MADE.append(known)
        del _MADE[:-_MOST_MADE]
    report.extend(known.told)
    return known.trees


class _Made(NamedTuple):
    """Trees, what they were made of, what was told of them and the stages they went through."""

    key: tuple[Planned, Theme, DeckGeometry, frozenset[str]]
    trees: Trees
    told: tuple[Diagnostic, ...]
    stages: tuple[str, ...]


_MADE: list[_Made] = []
_MOST_MADE = 6


def _make_trees(
    planned: Planned,
    theme: Theme,
    geometry: DeckGeometry,
    report: Report,
    progress: Progress,
    kinds: Collection[str],
    album: Album,
    folder: Path,
) -> Trees:
    course, agenda = planned.course, planned.agenda
    phrase = course_phrases(course)
    faces = load_faces(theme.fonts.latin_metrics, theme.fonts.east_asian_metrics)
    if is_chinese(course):
        faces = knowing(faces, terms_of(course))
    progress("compose")
    deck = compose_deck(course, agenda, album.sizes)
    workbook, pages, mistakes = paginate_book(compose_workbook(course, agenda, album.sizes), theme, faces)
    report.extend(mistakes)
    workbook, mistakes = resolve_pages(workbook, pages)
    report.extend(mistakes)
    deck, mistakes = resolve_pages(deck, pages)
    report.extend(mistakes)
    progress("fit")
    placed, mistakes = fit_deck(
        deck, geometry, theme, faces, lambda title, i, n: phrase("continued", title=title, i=i, n=n)
    )
    report.extend(mistakes)
    placed = tell_clicks(course, placed)
    desk = Desk(course, agenda, album.sizes, {slide.id: number for number, slide in enumerate(placed.slides, start=1)})
    guide: Book | None = None
    if "guide" in kinds and not report.has_errors:
        progress("guide")
        guide = compose_guide(course, agenda, _thumbnails(placed, geometry, theme), album.sizes)
        guide, _ = _lay_out(guide, {**pages, **_answer_pages(desk, pages, theme, faces)}, theme, faces, report)
    desk = replace(
        desk,
        forms=read_forms(desk, folder, album.door, report),
        height_of=lambda table, width: height_of_table(table, width, theme, faces),
    )
    if "sheets" not in kinds and not report.has_errors and (cards := compose_dealt(desk)) is not None:
        report.extend(paginate_book(cards, theme, faces)[2])
    papers: dict[str, dict[str, Book | bytes]] = {}
    for item in DELIVERABLES:
        if item.name in COMPOSERS and item.name in kinds and not report.has_errors:
            progress(item.name)
            papers[item.name] = _compose_papers(item, desk, pages, theme, faces, report)
    teaching = [
        paper
        for item in DELIVERABLES
        if guide is not None and item.teaches
        for paper in (papers.get(item.name) or COMPOSERS[item.name](desk)).values()
        if isinstance(paper, Book)
    ]
    report.extend(check_trees(course, agenda, placed, workbook, guide, teaching))
    report.extend(album.blown_up(placed))
    handout = compose_handout(course, agenda, placed) if "handout" in kinds else None
    return Trees(placed, workbook, guide, handout, papers)


def _answer_pages(desk: Desk, pages: Mapping[str, int], theme: Theme, faces: Faces) -> Mapping[str, int]:
    """The pages of the answer book by anchor; what is wrong with it is told where it is made."""
    numbers: dict[str, int] = {}
    for book in compose_answers(desk).values():
        numbers.update(_lay_out(book, pages, theme, faces, Report())[1])
    return numbers


def _lay_out(
    book: Book, pages: Mapping[str, int], theme: Theme, faces: Faces, report: Report
) -> tuple[Book, Mapping[str, int]]:
    """A book on its own pages, and the page of each of its anchors; `pages` are those of others that it refers to."""
    resolved, mistakes = resolve_pages(book, pages)
    report.extend(mistakes)
    placed, numbers, mistakes = paginate_book(resolved, theme, faces)
    report.extend(mistakes)
    return placed, numbers


def _compose_papers(
    item: Deliverable, desk: Desk, pages: Mapping[str, int], theme: Theme, faces: Faces, report: Report
) -> dict[str, Book | bytes]:
    """What a deliverable consists of, its books on pages and their references to the workbook resolved."""
    files: dict[str, Book | bytes] = {}
    for end, paper in COMPOSERS[item.name](desk).items():
        if isinstance(paper, Book):
            paper, _ = _lay_out(paper, pages, theme, faces, report)
            if item.is_given_away:
                report.extend(check_paper(desk.course, desk.agenda, paper, item.name))
        files[end] = paper
    return files


def merge_repeats(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is found; a title that is too long above every slide of its block is one mistake, at the first of them."""
    places: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        if item.code == "DG510":
            places.setdefault(item.message, []).append(item)
        else:
            yield item
    for message, (first, *others) in places.items():
        more = f", here and on {count_of(len(others), 'more slide')}" if others else ""
        yield replace(first, message=message + more)


def doubt_trees(planned: Planned, diagnostics: Iterable[Diagnostic], report: Report) -> Iterator[Diagnostic]:
    """Of what was found in trees that are not sound, the mistakes that are there whatever else will be mended.

    `report` has what was found before.
    """
    gaps = planned.course.gaps
    for item in diagnostics:
        # a page that may only be missing for now
        unknown = item.code == "DG504" and (not gaps.whole or any(map(report.count, ("DG203", "DG206", "DG413"))))
        if item.severity == "error" and not unknown and not gaps.hides(item):
            yield item


def ignore_theme(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of what was found in trees those mistakes that no other theme would take away."""
    return (item for item in diagnostics if item.code == "DG504" or not item.code.startswith("DG5"))


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
    album: Album,
    no_timers: bool,
    progress: Progress,
) -> tuple[dict[str, bytes], frozenset[str]]:
    """File name, with its folder -> bytes of the artefacts asked for; and the names of those that are given away."""
    stem = stem_of(planned.course, planned.delivery)
    theme = theme.for_language(planned.course.language)
    theme_of_books = theme.for_books()
    bound: dict[str, Deck | Book | None] = {
        "deck": trees.deck, "guide": trees.guide, "workbook": trees.workbook, "handout": trees.handout,
    }  # fmt: skip
    files: dict[str, bytes] = {}
    given_away: set[str] = set()
    origins = origins_of(planned.course, planned.numbers)
    for item in DELIVERABLES:
        if item.name not in kinds:
            continue
        progress(item.name)
        parts = trees.papers.get(item.name, {}) if item.name in COMPOSERS else {item.name: bound[item.name]}
        for end, tree in parts.items():
            name = file_name(item, stem, end)
            given_away |= {name} if item.is_given_away else set()
            match tree:
                case Deck():
                    shown = mark_deck(tree.without_countdowns() if no_timers else tree, planned.course, origins)
                    files[name] = write_deck(shown, theme, templates.deck, album.show(tree))
                case Book():
                    marked = mark_book(tree, planned.course, origins)
                    files[name] = write_book(marked, theme_of_books, templates.book, album.show(tree))
                case bytes():
                    files[name] = tree
    return files, frozenset(given_away)
