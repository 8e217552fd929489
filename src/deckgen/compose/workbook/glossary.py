"""The glossary of the workbook: every term, what it means, whose it is, and the page that explains it.

Whose it is stands once: where the caption on that page says so, the glossary leaves it to that.
"""

from __future__ import annotations

import re
from collections import Counter

from deckgen.base.runs import Run, Runs, runs
from deckgen.compose.anchors import reading_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.places import where
from deckgen.compose.tables import Content, grid
from deckgen.compose.workbook.captions import origin_of
from deckgen.model.course import GlossaryEntry
from deckgen.model.slides import ContentSlide, Slide
from deckgen.tree import Para, Table

NOWHERE: Runs = runs("—")
_YEAR = re.compile(r"\d{4}")


def compose_glossary(kit: Kit) -> Table | None:
    """The terms that this delivery explains, in the order of the course; None where it explains none.

    Without any page to refer to, as in a course that ties no term to a block, all of them stand.
    """
    known = [(entry, *_place(kit, entry)) for entry in kit.course.glossary]
    paged = [(entry, page, told) for entry, page, told in known if page != NOWHERE]
    rows: list[list[Content]] = [
        [(_meaning(kit, entry, told),), (Para(page, "small"),)] for entry, page, told in paged or known
    ]
    if not rows:
        return None
    what = kit.phrase("enumeration").join((kit.phrase("term"), kit.phrase("meaning_and_origin")))
    page = kit.phrase("page")
    narrow = max(0.8, 0.4 + 0.2 * len(page))  # as wide as its head
    return grid(kit, [what, page], rows, (14.0, narrow), kit.phrase("glossary"), row_heads=False)


def _meaning(kit: Kit, entry: GlossaryEntry, told: str) -> Para:
    """A term, what it means, and whose it is, unless the caption on its page has `told` that."""
    gap = Run(kit.phrase("gap"))
    years = set(_YEAR.findall(entry.origin))
    known = bool(years) and years <= set(_YEAR.findall(told))
    origin = (gap, *kit.inline(entry.origin)) if entry.origin and not known else ()
    return Para((*kit.inline(entry.term, strong=True), gap, *kit.inline(entry.text), *origin), "small")


def _place(kit: Kit, term: GlossaryEntry) -> tuple[Runs, str]:
    """Where the workbook explains a term, and whose the caption there says it is.

    That is a reading, or else a sheet, of the block that names it; of several readings the one that has most of the
    term's words, of equal ones the first.
    """
    entry = next((entry for entry in kit.agenda if term.term in entry.block.terms), None)
    if entry is None:
        return NOWHERE, ""
    readings = [slide for slide in entry.block.slides if slide.is_read]
    if readings:
        likeness = [_likeness(f"{term.term} {term.text}", _words(kit, slide)) for slide in readings]
        at = likeness.index(max(likeness))
        return (Run("", page_of=reading_anchor(entry.block.id, at + 1)),), origin_of(readings[at])
    own = next((sheet for key in entry.block.sheets if key in entry.steps and (sheet := kit.course.sheet(key))), None)
    return (where(kit, own) if own is not None else NOWHERE), ""


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
