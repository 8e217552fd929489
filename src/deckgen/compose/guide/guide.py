"""Course, agenda and placed slides into the facilitator guide: what a trainer prepares with and teaches from.

`thumbnails` maps a slide id to its number in the deck and its small drawing, so that the guide and the
deck tell one story.
"""

from __future__ import annotations

from deckgen.compose.anchors import guide_targets
from deckgen.compose.deck import compose_properties
from deckgen.compose.guide.back import compose_back
from deckgen.compose.guide.front import compose_front
from deckgen.compose.guide.modules import compose_module
from deckgen.compose.guide.slides import Numbers, Thumbnails
from deckgen.compose.kit import Kit, Sizes
from deckgen.compose.links import add_link_cards
from deckgen.compose.workbook.front import cover_lines
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, BookSection


def compose_guide(course: Course, agenda: Agenda, thumbnails: Thumbnails, pictures: Sizes | None = None) -> Book:
    """The guide: cover, front, a section a module, what is looked up; answers and cards are papers apart."""
    targets = guide_targets(course, agenda)
    kit = Kit(course, agenda, course_phrases(course), "book", targets, pictures or {}, course.own_notes)
    numbers = Numbers(thumbnails)
    cover = BookSection("cover", kit.phrase("guide"), tuple(cover_lines(kit, "guide")), cover=True)
    sections = [cover, compose_front(kit)]
    for number, module in enumerate(course.modules, start=1):
        sections.append(compose_module(kit, module, number, numbers))
    sections.extend(part for part in (compose_back(kit, numbers),) if part is not None)
    book = Book(
        "guide",
        compose_properties(kit, "guide"),
        tuple(sections),
        kit.edition_footer,
        kit.phrase("page_of_pages", page="{page}", pages="{pages}"),
    )
    return add_link_cards(kit, book)
