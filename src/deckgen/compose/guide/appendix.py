"""Appendix of the guide: who appears in the course, and the version log."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.compose.chapters import running_head
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.tree import BookSection, Element, Heading


def compose_appendix(kit: Kit) -> BookSection | None:
    """People of cases and examples, and what changed from version to version; None when the course says neither."""
    course, phrase = kit.course, kit.phrase
    elements: list[Element] = []
    if course.people:
        elements.append(Heading(1, runs(phrase("people")), "people", new_page=True))
        cast: list[list[Content]] = [
            [
                person.name,
                phrase(f"gender.{person.gender}") if person.gender else "—",
                person.role or "—",
                person.team or "—",
            ]
            for person in course.people
        ]
        head = [phrase(key) for key in ("person", "pronoun", "person_role", "person_team")]
        elements.append(grid(kit, head, cast, (2, 1, 4, 4), phrase("people")))
    if course.changes:
        rows: list[list[Content]] = [
            [item.title, kit.prose(item.text, "cell", "cell", item.at("text"))] for item in course.changes
        ]
        elements.append(Heading(1, runs(phrase("changes")), "changes", new_page=not elements))
        elements.append(grid(kit, [phrase("version"), phrase("what_changed")], rows, (2, 8), phrase("changes")))
    if not elements:
        return None
    return BookSection(
        "appendix", phrase("appendix"), tuple(elements), header=running_head(kit, "guide", phrase("appendix"))
    )
