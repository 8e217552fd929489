"""What the composers of single papers are given, and how a paper becomes a book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from deckgen.base.units import Margins
from deckgen.compose.deck import compose_properties
from deckgen.compose.kit import Kit, Sizes
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, BookSection, Element, Table

LOOSE = Margins(top=48.0, right=56.7, bottom=54.0, left=56.7, header=28.0, footer=28.0)
"""Of papers that are not bound: 2 cm on both sides."""


def _no_height(_table: Table, _width: float) -> float:
    """Where nobody measures, everything fits."""
    return 0.0


@dataclass(frozen=True)
class Desk:
    """A delivery with what is known once its deck is placed.

    `slides` has the number of every slide, by id; `forms` the text of every form, filled in, by name. `height_of` says
    how high a table is in a column of a width, both in points.
    """

    course: Course
    agenda: Agenda
    pictures: Sizes = field(default_factory=dict)
    slides: Mapping[str, int] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    height_of: Callable[[Table, float], float] = _no_height

    @cached_property
    def kit(self) -> Kit:
        """The means of books; links to parts of the course lead nowhere from a loose paper."""
        return Kit(self.course, self.agenda, course_phrases(self.course), "book", {}, self.pictures)

    def section(
        self, name: str, title: str, children: Sequence[Element], *, header: str = "", margins: Margins | None = LOOSE
    ) -> BookSection:
        """A portrait section of a paper."""
        return BookSection(name, title, tuple(children), header=header, margins=margins)

    def paper(self, kind: str, *sections: BookSection, title: str = "") -> Book:
        """A paper of its own: pages counted from 1, its name beside the edition of the course below every page."""
        kit = self.kit
        name = title or kit.phrase(kind)
        footer = f"{name} · {kit.footer}"
        pages = kit.phrase("page_of_pages", page="{page}", pages="{pages}")
        return Book(kind, compose_properties(kit, kind), sections, footer, pages)
