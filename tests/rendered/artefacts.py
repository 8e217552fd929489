"""Artefacts with the trees they were written from, and their pages as LibreOffice draws them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest

from deckgen.pipeline.build import KINDS, Request, build
from deckgen.tree import Book, Deck
from rendered.pages import Page, read_pages
from tools import soffice, to_pdf, to_pdf_as_word

ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "curriculum" / "cs-frontline-leadership"
COURSES = {
    "1-day": FLAGSHIP,
    "2-day": FLAGSHIP,
    "90-min": ROOT / "tests" / "cases" / "shift-handover",
}
"""The course of every delivery that is looked at."""


def _marked(*values: str) -> object:
    marks = (pytest.mark.course,) if COURSES[values[0]] == FLAGSHIP else ()
    return pytest.param(values if len(values) > 1 else values[0], marks=marks, id="-".join(values))


DELIVERIES = tuple(_marked(delivery) for delivery in COURSES)
BOOKS = tuple(_marked(delivery, kind) for delivery in COURSES for kind in ("workbook", "guide"))


@dataclass(frozen=True)
class Artefact:
    """A file, the tree it was written from, and what LibreOffice makes of it."""

    delivery: str
    kind: str
    path: Path
    tree: Deck | Book
    folder: Path  # for the rendering

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages as LibreOffice draws them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return read_pages(to_pdf(self.path, self.folder))

    @cached_property
    def pages_as_word(self) -> tuple[Page, ...]:
        """The pages of a book as an engine with Word's table model draws them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return read_pages(to_pdf_as_word(self.path, self.folder))

    @property
    def deck(self) -> Deck:
        assert isinstance(self.tree, Deck)
        return self.tree

    @property
    def book(self) -> Book:
        assert isinstance(self.tree, Book)
        return self.tree


@dataclass
class Rendered:
    """Artefacts by delivery and kind; a course is built, and its artefacts drawn, when one of them is asked for."""

    folder: Path
    artefacts: dict[tuple[str, str], Artefact] = field(default_factory=dict)
    _drawn: set[tuple[Path, type]] = field(default_factory=set, repr=False)

    def __getitem__(self, key: tuple[str, str]) -> Artefact:
        if key not in self.artefacts:
            self._build(COURSES[key[0]])
        return self.artefacts[key]

    def pages(self, delivery: str, kind: str) -> tuple[Page, ...]:
        """The pages of an artefact; the decks of its course, or the books, are drawn two at a time."""
        wanted, course = self[delivery, kind], COURSES[delivery]
        sort = type(wanted.tree)
        if (course, sort) not in self._drawn:
            soffice()
            same = [item for item in self.artefacts.values() if COURSES[item.delivery] == course]
            same = [item for item in same if isinstance(item.tree, sort)]
            longest = sorted(same, key=lambda item: item.path.stat().st_size, reverse=True)
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda item: item.pages, longest))
            self._drawn.add((course, sort))
        return wanted.pages

    def _build(self, course: Path) -> None:
        kinds = (*KINDS, "handout")  # which is the deck again: validated, not drawn
        outcome = build(Request(courses=(str(course),), kinds=kinds, themes=ROOT / "themes", out=self.folder / "build"))
        assert not outcome.failed, [
            f"{d.span}: {d.code} {d.message}" for d in outcome.diagnostics if d.severity == "error"
        ]
        for item in outcome.made:
            assert item.trees is not None and item.trees.guide is not None
            delivery = item.planned.delivery.id
            trees = {"deck": item.trees.deck, "workbook": item.trees.workbook, "guide": item.trees.guide}
            for kind, tree in trees.items():
                (path,) = (file for file in item.files if file.stem.endswith(kind))
                drawn = self.folder / f"{delivery}-{kind}"
                self.artefacts[delivery, kind] = Artefact(delivery, kind, path, tree, drawn)
