"""Nothing of another delivery, and nothing in a role of the facilitator's, where participants read (checks P6, D18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.base.roles import TRAINER_ROLES
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.text.inline import plain_text
from deckgen.tree import Book, Callout, Deck, Element, Group, Para, Table
from deckgen.tree.dump import dump_element
from deckgen.tree.dump_runs import inline


def check_deck_leaks(course: Course, agenda: Agenda, deck: Deck) -> Iterator[Diagnostic]:
    """Names of other deliveries on slides or in their notes, and elements of the facilitator on slides."""
    foreign = _foreign(course, agenda)
    for slide in deck.slides:
        held = [item for slot in slide.slots for item in slot.content] if not slide.hidden else []
        for role in sorted(set().union(*map(_trainer_roles, held))):
            message = f"slide {slide.id} shows what is the facilitator's ({role})"
            yield Diagnostic("DG417", message, slide.span, _HIDE)
        texts = [inline(slide.title), slide.breadcrumb, *(line for note in slide.notes for line in dump_element(note))]
        texts += [line for slot in slide.slots for element in slot.content for line in dump_element(element)]
        for name in foreign:
            if any(name in text for text in texts):
                yield Diagnostic("DG418", f"slide {slide.id} names another delivery: {name}", slide.span, _HINT)


def check_workbook_leaks(course: Course, agenda: Agenda, workbook: Book) -> Iterator[Diagnostic]:
    """Names of other deliveries, and elements of the facilitator, in the workbook."""
    yield from check_given_away(course, agenda, workbook, "workbook")


def check_given_away(course: Course, agenda: Agenda, book: Book, name: str) -> Iterator[Diagnostic]:
    """The same in any paper that participants or their managers get; `name` says which."""
    foreign = _foreign(course, agenda)
    places = {record.id: record.span for record in (*course.blocks, *course.sheets)}
    for section in book.sections:
        for element in section.children:
            place = _place_of(element, places)
            for role in sorted(_trainer_roles(element)):
                message = f"section {section.id} of the {name} holds what is the facilitator's ({role})"
                yield Diagnostic("DG417", message, place, _HIDE)
            text = "\n".join(dump_element(element))
            for title in foreign:
                if title in text:
                    message = f"{name} section {section.id} names another delivery: {title}"
                    yield Diagnostic("DG418", message, place, _HINT)


_HINT = "keep it to its delivery with `in:` or a variant"
_HIDE = "answers and the words of the facilitator stand in the guide only"


def _place_of(element: Element, places: Mapping[str, Span | None]) -> Span | None:
    """Where the sheet or block stands that the element was made from."""
    if isinstance(element, Group):
        return places.get(element.id) or next(
            (place for child in element.children if (place := _place_of(child, places))), None
        )
    return None


def _foreign(course: Course, agenda: Agenda) -> list[str]:
    """Titles and ids of the other deliveries, unless they are part of this one's own."""
    own = f"{agenda.delivery.id} {plain_text(agenda.delivery.title)} {plain_text(course.title)}"
    others = [item for item in course.deliveries if item.id != agenda.delivery.id]
    return sorted({name for item in others for name in (item.id, plain_text(item.title)) if name not in own})


def _trainer_roles(element: Element) -> set[str]:
    """Roles of the facilitator in an element and below."""
    own = {element.role} if isinstance(element, Para | Callout | Group) and element.role in TRAINER_ROLES else set()
    inner: tuple[Element, ...] = ()
    if isinstance(element, Group):
        inner = element.children
    elif isinstance(element, Callout):
        inner = element.body
    elif isinstance(element, Table):
        cells = [cell for row in (*element.head, *element.rows) for cell in row.cells]
        inner = tuple(child for cell in cells for child in cell.content)
    return own.union(*map(_trainer_roles, inner))
