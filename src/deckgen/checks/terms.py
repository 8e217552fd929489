"""Terms: what the glossary explains occurs, and what a sheet uses is explained where its readers find it.

A term of a sheet is an abbreviation, or a sub-point of the outline in so many words. It is explained by the glossary,
by the text below a model, by the reading before the course, or where the sheet itself opens a bracket behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import texts_of
from deckgen.model.course import Course, GlossaryEntry
from deckgen.model.sheets import Sheet
from deckgen.model.slides import ContentSlide

SHORT = 8  # characters of a sub-point up to which it is a term

_BRACKETED = re.compile(r"[（(]([^）)]*)[）)]")
_PARTED = re.compile(r"[与和、/]|\band\b")
_STORIES = ("case", "案例")  # kinds of points of an outline whose sub-points are facts of a story
_CJK = re.compile(r"[\u4e00-\u9fff]")
_ABBREVIATION = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Z]{1,5}s?(?![A-Za-z\d])")
_KNOWN = frozenset(("OK", "ID", "PDF", "PPT", "TV", "AM", "PM", "USB", "SMS", "FAQ", "URL", "QR"))
_PARTS = re.compile(r"\s+(?:/|-|vs)\s+|[ 、]")


def check_terms(course: Course) -> Iterator[Diagnostic]:
    """Entries of the glossary that nobody meets, and terms of sheets that nobody explains."""
    if course.is_draft:
        return
    told = "\n".join(_told(course)).casefold()
    for entry in course.glossary:
        if not any(_occurs(name, told) for name in names_of(entry)):
            message = f"the glossary explains {entry.term}, and nothing in this delivery speaks of it"
            yield Diagnostic(
                "DG444", message, entry.at("term"), "use the term where it is taught, or take the entry out"
            )
    yield from _check_sheets(course)


def names_of(entry: GlossaryEntry) -> tuple[str, ...]:
    """What a term is called: with and without what stands in brackets."""
    plain = _BRACKETED.sub("", entry.term).strip()
    return (entry.term, plain, *(name.strip() for name in _BRACKETED.findall(entry.term)))


def _occurs(name: str, text: str) -> bool:
    """Whether a text without case has a name, or all parts of a name of several."""
    return name.casefold() in text or all(
        part.strip().casefold() in text for part in _PARTED.split(name) if part.strip()
    )


def _told(course: Course) -> Iterator[str]:
    records = (
        *course.modules,
        *course.sheets,
        *course.objectives,
        *course.letters,
        *course.indicators,
        *course.checklist,
    )
    yield from (item.text for record in records for item in texts_of(record))
    yield from (
        text for texts in (course.background, course.benefits, course.methods, course.guide_use) for text in texts
    )


def _check_sheets(course: Course) -> Iterator[Diagnostic]:
    used = {key for block in course.blocks for key in block.sheets}
    used.update((*course.prework, *course.overnight, *course.postwork, *course.job_aids))
    sheets = [sheet for sheet in course.sheets if sheet.id in used]
    explained = "\n".join(_explained(course, sheets)).casefold()
    outline = {
        part.strip()
        for point in course.coverage
        if point.kind not in _STORIES
        for phrase in point.must
        for part in _PARTS.split(phrase)
        if 2 <= len(part.strip()) <= SHORT and _CJK.search(part)
    }
    missing: dict[str, Diagnostic] = {}
    for sheet in sheets:
        for item in texts_of(sheet):
            if item.private is not None or item.key in ("covers", "objectives", "origin"):
                continue
            abbreviations = {name.rstrip("s") for name in _ABBREVIATION.findall(item.text)} - _KNOWN
            for term in sorted(chain(abbreviations, (part for part in outline if part in item.text))):
                if term in missing or term.casefold() in explained or _is_opened(term, item.text):
                    continue
                message = f"sheet {sheet.id} uses {term}, which the workbook explains nowhere"
                hint = "add it to the glossary, explain it in `explain:` where it is taught, or say it in plain words"
                missing[term] = Diagnostic("DG444", message, item.span, hint)
    yield from missing.values()


def _explained(course: Course, sheets: Sequence[Sheet]) -> Iterator[str]:
    for entry in course.glossary:
        yield from (entry.term, entry.text)
    for block in course.blocks:
        for slide in block.slides:
            if isinstance(slide, ContentSlide) and slide.explain:  # a page of the workbook, with its picture
                yield slide.explain
                shown = (slide.diagram, slide.table)
                yield from (item.text for part in shown if part is not None for item in texts_of(part))
    for sheet in sheets:
        yield getattr(sheet, "reading", "") or ""
        if sheet.in_appendix:  # a card explains what it is called after
            yield from (sheet.title, *(item.text for item in texts_of(sheet) if item.key == "title"))


def _is_opened(term: str, text: str) -> bool:
    """Whether the text itself says what the term is, in brackets or behind a colon."""
    at = text.find(term)
    behind = text[at + len(term) :].lstrip('”"» ')
    before = text[:at].rstrip('“"« ')
    return behind.startswith(("（", "(", "：", ":", "＝", "=")) or before.endswith(("（", "("))
