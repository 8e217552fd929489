"""Nothing of another delivery and no answer where participants read (checks P6, D18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.tree import Book, Callout, Deck, Element, Group
from deckgen.tree.dump import dump_element
from deckgen.tree.dump_runs import inline


def check_deck_leaks(course: Course, agenda: Agenda, deck: Deck) -> Iterator[Diagnostic]:
    """Names of other deliveries on slides or in their notes."""
    foreign = _foreign(course, agenda)
    for slide in deck.slides:
        texts = [inline(slide.title), slide.breadcrumb, *(inline(para.runs) for para in slide.notes)]
        texts += [line for slot in slide.slots for element in slot.content for line in dump_element(element)]
        for name in foreign:
            if any(name in text for text in texts):
                yield Diagnostic("DG418", f"slide {slide.id} names another delivery: {name}", slide.span, _HINT)


def check_workbook_leaks(course: Course, agenda: Agenda, workbook: Book) -> Iterator[Diagnostic]:
    """Names of other deliveries, answers and trainer's words in the workbook."""
    foreign = _foreign(course, agenda)
    answers = [
        (key, sheet.guide.at("key"))
        for sheet in course.sheets
        if sheet.guide
        for key in sheet.guide.key
        if len(key) > 8
    ]
    places = {record.id: record.span for record in (*course.blocks, *course.sheets)}
    for section in workbook.sections:
        for element in section.children:
            place = _place_of(element, places)
            if _has_answer(element):
                yield Diagnostic("DG417", f"section {section.id} of the workbook holds an answer", place, _HIDE)
            text = "\n".join(dump_element(element))
            for name in foreign:
                if name in text:
                    yield Diagnostic(
                        "DG418", f"workbook section {section.id} names another delivery: {name}", place, _HINT
                    )
            for answer, span in answers:
                if answer in text:
                    message = f"workbook section {section.id} prints an answer: {answer[:30]}"
                    yield Diagnostic("DG417", message, span, _HIDE)


_HINT = "keep it to its delivery with `in:` or a variant"
_HIDE = "answers stand under `guide:` of a sheet and nowhere else; word it differently where participants read"


def _place_of(element: Element, places: Mapping[str, Span | None]) -> Span | None:
    """Where the sheet or block stands that the element was made from."""
    if isinstance(element, Group):
        return places.get(element.id) or next(
            (place for child in element.children if (place := _place_of(child, places))), None
        )
    return None


def _foreign(course: Course, agenda: Agenda) -> list[str]:
    """Titles and ids of the other deliveries, unless they are part of this one's own."""
    mine = f"{agenda.delivery.id} {agenda.delivery.title} {course.title}"
    others = [item for item in course.deliveries if item.id != agenda.delivery.id]
    return sorted({name for item in others for name in (item.id, item.title) if name not in mine})


def _has_answer(element: Element) -> bool:
    if isinstance(element, Group):
        return element.role == "answer" or any(_has_answer(child) for child in element.children)
    if isinstance(element, Callout):
        return element.role == "answer" or any(_has_answer(child) for child in element.body)
    return False
