"""Artefacts with the trees they were written from, and their pages as LibreOffice draws them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from deckgen.tree import Book, Deck
from rendered.pages import Page, read_pages
from tools import soffice, to_pdf

ROOT = Path(__file__).resolve().parents[2]
COURSES = {
    ROOT / "curriculum" / "cs-frontline-leadership": ("1-day", "2-day"),
    ROOT / "tests" / "cases" / "shift-handover": ("90-min",),
}
DELIVERIES = tuple(name for names in COURSES.values() for name in names)


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
    """All artefacts by delivery and kind; rendered two at a time when the first page is asked for."""

    artefacts: dict[tuple[str, str], Artefact]
    _done: bool = field(default=False, repr=False)

    def __getitem__(self, key: tuple[str, str]) -> Artefact:
        return self.artefacts[key]

    def pages(self, delivery: str, kind: str) -> tuple[Page, ...]:
        """The pages of an artefact."""
        if not self._done:
            soffice()
            longest = sorted(self.artefacts.values(), key=lambda item: item.path.stat().st_size, reverse=True)
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(lambda item: item.pages, longest))
            self._done = True
        return self.artefacts[delivery, kind].pages
