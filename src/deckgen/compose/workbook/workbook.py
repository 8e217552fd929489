"""Course and agenda into the participant workbook; no answer and no trainer's note ever enters it."""

from __future__ import annotations

from deckgen.compose.anchors import reading_anchor, workbook_targets
from deckgen.compose.chapters import name_chapter, number_chapters, running_head, tab_of
from deckgen.compose.deck import compose_properties
from deckgen.compose.kit import Kit, Sizes
from deckgen.compose.links import add_link_cards
from deckgen.compose.loose import is_loose
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.sheets.parts import tick_goals
from deckgen.compose.workbook.captions import Captions
from deckgen.compose.workbook.closing import compose_harvest
from deckgen.compose.workbook.front import compose_contract, compose_cover, compose_front
from deckgen.compose.workbook.glossary import compose_glossary
from deckgen.compose.workbook.opener import compose_opener
from deckgen.compose.workbook.reading import compose_reading
from deckgen.model.course import Course, Module
from deckgen.plan import Agenda, Entry
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, BookSection, Element, Group, Heading, Para


def compose_workbook(course: Course, agenda: Agenda, pictures: Sizes | None = None) -> Book:
    """The workbook: cover, front, a section a chapter, and terms; loose papers are not bound in."""
    kit = Kit(course, agenda, course_phrases(course), "book", workbook_targets(course, agenda), pictures or {})
    sections = [compose_cover(kit), *compose_front(kit)]
    for module in course.modules:
        sections.append(_compose_module(kit, module))
    used = {key for entry in agenda for key in entry.block.sheets}
    if left := [sheet for key in course.overnight if key not in used and (sheet := course.sheet(key))]:
        after: list[Element] = [compose_sheet(kit, sheet, None, bound=True) for sheet in left]
        sections.append(_section(kit, "overnight", kit.phrase("overnight"), after, kit.phrase("overnight_lead")))
    if (terms := compose_glossary(kit)) is not None:
        sections.append(_section(kit, "glossary", kit.phrase("glossary"), [terms]))
    book = Book(
        "workbook",
        compose_properties(kit, "workbook"),
        tuple(sections),
        kit.edition_footer,
        kit.phrase("page_of_pages", page="{page}", pages="{pages}"),
    )
    return add_link_cards(kit, book)


def _section(kit: Kit, section_id: str, title: str, children: list[Element], lead: str = "") -> BookSection:
    opening: list[Element] = [Heading(1, kit.inline(title), f"part-{section_id}", new_page=True)]
    if lead:
        opening.append(Para(kit.inline(lead), "lead"))
    header = running_head(kit, "workbook", title)
    return BookSection(section_id, title, (*opening, *children), header=header, fills=True)


def _compose_module(kit: Kit, module: Module) -> BookSection:
    """A chapter: what it says and what for, models before their sheets; in the last one the recap of them all."""
    elements: list[Element] = [*compose_opener(kit, module)]
    if module.goals:
        elements.append(tick_goals(kit, module.goals))
    first, last = (module is kit.course.modules[at] for at in (0, -1))
    if first and (contract := compose_contract(kit)) is not None:
        elements.append(contract)
    captions = Captions(number_chapters(kit.course).get(module.id, 0))
    blocks = [element for entry in kit.agenda.of_module(module.id) for element in _compose_block(kit, entry, captions)]
    harvest = compose_harvest(kit) if last else None
    if harvest is not None:
        blocks.insert(0 if len(kit.course.modules) > 1 else len(blocks), harvest)
    header = running_head(kit, "workbook", name_chapter(kit, module))
    title, tab = kit.plain(module.title), tab_of(kit, module)
    return BookSection(module.id, title, (*elements, *blocks), header=header, fills=True, tab=tab)


def _compose_block(kit: Kit, entry: Entry, captions: Captions) -> list[Element]:
    elements: list[Element] = []
    course = kit.course
    readings = [slide for slide in entry.block.slides if slide.is_read]
    for number, slide in enumerate(readings, start=1):
        anchor = reading_anchor(entry.block.id, number)
        heading = Heading(2, kit.inline(slide.title), anchor, toc=False)
        parts = (heading, *compose_reading(kit, slide, captions.next_for(kit, slide)))
        elements.append(Group(parts, f"{entry.block.id}.{number}", "reading", keep=True))
    for key in entry.block.sheets:
        sheet = course.sheet(key)
        if sheet is not None and not is_loose(course, key):
            elements.append(compose_sheet(kit, sheet, entry, bound=True))
    return elements
