"""The glossary of the workbook: every term, what it means, whose it is, and the page that explains it."""

from __future__ import annotations

from collections import Counter

from deckgen.base.runs import Run
from deckgen.compose.anchors import reading_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.places import where
from deckgen.compose.tables import Content, grid
from deckgen.model.course import GlossaryEntry
from deckgen.model.slides import ContentSlide, Slide
from deckgen.tree import Table


def compose_glossary(kit: Kit) -> Table:
    """The terms of the course in its order."""
    rows: list[list[Content]] = [
        [entry.term, entry.text, entry.origin or "—", _page_of(kit, entry)] for entry in kit.course.glossary
    ]
    head = [kit.phrase(key) for key in ("term", "meaning", "origin", "page")]
    return grid(kit, head, rows, (2.2, 5.6, 2.8, 0.8), kit.phrase("glossary"))


def _page_of(kit: Kit, term: GlossaryEntry) -> Content:
    """Where the workbook explains a term: a reading, or else a sheet, of the block that names it.

    Of several readings the one that has most of the term's words, of equal ones the first.
    """
    entry = next((entry for entry in kit.agenda if term.term in entry.block.terms), None)
    if entry is None:
        return "—"
    readings = [slide for slide in entry.block.slides if slide.is_read]
    if readings:
        likeness = [_likeness(f"{term.term} {term.text}", _words(kit, slide)) for slide in readings]
        number = likeness.index(max(likeness)) + 1
        return (Run("", page_of=reading_anchor(entry.block.id, number)),)
    own = next((sheet for key in entry.block.sheets if key in entry.steps and (sheet := kit.course.sheet(key))), None)
    return where(kit, own) if own is not None else "—"


def _words(kit: Kit, slide: Slide) -> str:
    """What a reading says."""
    shown = slide.diagram.parts() if isinstance(slide, ContentSlide) and slide.diagram is not None else ()
    return " ".join(kit.plain(text) for text in (slide.title, slide.explain, *shown))


def _likeness(text: str, other: str) -> int:
    """How many pairs of neighbouring letters two texts share; words of any script are found by them."""
    return (_pairs(text) & _pairs(other)).total()


def _pairs(text: str) -> Counter[str]:
    letters = text.casefold()
    pairs = (letters[at : at + 2] for at in range(len(letters) - 1))
    return Counter(pair for pair in pairs if pair.isalnum())
