"""Appendix of the guide: the version log."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.tables import Content, grid
from deckgen.tree import BookSection, Heading


def compose_appendix(kit: Kit) -> BookSection | None:
    """What changed from version to version; None when the course does not say."""
    course, phrase = kit.course, kit.phrase
    if not course.changes:
        return None
    rows: list[list[Content]] = [
        [item.title, kit.prose(item.text, "cell", "cell", item.at("text"))] for item in course.changes
    ]
    table = grid(kit, [phrase("version"), phrase("what_changed")], rows, (2, 8), phrase("changes"))
    heading = Heading(1, runs(phrase("changes")), "changes", new_page=True)
    return BookSection("appendix", phrase("appendix"), (heading, table), header=kit.plain(course.title))
