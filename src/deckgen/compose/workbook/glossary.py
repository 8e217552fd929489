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
from deckgen.tree import Element, Para, Table

NOWHERE = "—"


def compose_glossary(kit: Kit) -> Table | None:
    """The terms that this delivery explains, in the order of the course; None where it explains none.

    Without any page to refer to, as in a course that ties no term to a block, all of them stand.
    """
    known = [(entry, _page_of(kit, entry)) for entry in kit.course.glossary]
    paged = [(entry, page) for entry, page in known if page != NOWHERE]
    rows: list[list[Content]] = [
        [_dense(kit, entry.term, strong=True), (*_meaning(kit, entry),), page] for entry, page in paged or known
    ]
    if not rows:
        return None
    head = [kit.phrase(key) for key in ("term", "meaning_and_origin", "page")]
    return grid(kit, head, rows, (2.4, 11.4, 0.9), kit.phrase("glossary"), row_heads=False)


def _meaning(kit: Kit, entry: GlossaryEntry) -> tuple[Element, ...]:
    """What a term means, and behind it in small whose it is."""
    origin = (Run(kit.phrase("gap")), *kit.inline(entry.origin)) if entry.origin else ()
    return (Para((*kit.inline(entry.text), *origin), "small"),)


def _dense(kit: Kit, text: str, *, strong: bool) -> tuple[Element, ...]:
    return (Para(kit.inline(text, strong=strong), "small"),)


def _page_of(kit: Kit, term: GlossaryEntry) -> Content:
    """Where the workbook explains a term: a reading, or else a sheet, of the block that names it.

    Of several readings the one that has most of the term's words, of equal ones the first.
    """
    entry = next((entry for entry in kit.agenda if term.term in entry.block.terms), None)
    if entry is None:
        return NOWHERE
    readings = [slide for slide in entry.block.slides if slide.is_read]
    if readings:
        likeness = [_likeness(f"{term.term} {term.text}", _words(kit, slide)) for slide in readings]
        number = likeness.index(max(likeness)) + 1
        return (Run("", page_of=reading_anchor(entry.block.id, number)),)
    own = next((sheet for key in entry.block.sheets if key in entry.steps and (sheet := kit.course.sheet(key))), None)
    return where(kit, own) if own is not None else NOWHERE


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
