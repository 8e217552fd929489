"""Course and agenda into the participant workbook; no answer and no trainer's note ever enters it."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.base.runs import Runs, plain
from deckgen.compose.anchors import module_anchor, reading_anchor, workbook_targets
from deckgen.compose.chapters import name_chapter, running_head, tab_of
from deckgen.compose.deck import compose_properties
from deckgen.compose.frames import course_map
from deckgen.compose.kit import Kit, Sizes
from deckgen.compose.links import add_link_cards
from deckgen.compose.loose import is_loose
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.tables import Content, grid
from deckgen.compose.workbook.front import compose_cover, compose_front
from deckgen.compose.workbook.glossary import compose_glossary
from deckgen.compose.workbook.reading import compose_reading
from deckgen.model.course import Course, Module
from deckgen.plan import Agenda, Entry
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, BookSection, Callout, Element, Group, Heading, Para, Table


def compose_workbook(course: Course, agenda: Agenda, pictures: Sizes | None = None) -> Book:
    """The workbook: cover, front, a section a module, what is done overnight, terms; loose papers are not bound in."""
    kit = Kit(course, agenda, course_phrases(course), "book", workbook_targets(course, agenda), pictures or {})
    sections = [compose_cover(kit), compose_front(kit)]
    for number, module in enumerate(course.modules, start=1):
        sections.append(_compose_module(kit, module, number))
    if course.overnight:
        after = _sheets(kit, course.overnight)
        sections.append(
            _section(kit, "overnight", kit.phrase("overnight"), after, kit.phrase("overnight_lead"), notes=True)
        )
    if course.glossary:
        sections.append(_section(kit, "glossary", kit.phrase("glossary"), [compose_glossary(kit)]))
    book = Book(
        "workbook",
        compose_properties(kit, "workbook"),
        tuple(sections),
        kit.edition_footer,
        kit.phrase("page_of_pages", page="{page}", pages="{pages}"),
    )
    return add_link_cards(kit, book)


def _sheets(kit: Kit, listed: Iterable[str]) -> list[Element]:
    sheets = [sheet for sheet_id in listed if (sheet := kit.course.sheet(sheet_id))]
    return [compose_sheet(kit, sheet, None) for sheet in sheets]


def _section(
    kit: Kit, section_id: str, title: str, children: list[Element], lead: str = "", *, notes: bool = False
) -> BookSection:
    opening: list[Element] = [Heading(1, kit.inline(title), f"part-{section_id}", new_page=True)]
    if lead:
        opening.append(Para(kit.inline(lead), "lead"))
    ruled = _notes(kit) if notes else ()
    return BookSection(
        section_id, title, (*opening, *children), header=running_head(kit, "workbook", title), notes=ruled
    )


def _compose_module(kit: Kit, module: Module, number: int) -> BookSection:
    elements: list[Element] = [Heading(1, kit.inline(module.title), module_anchor(module.id), new_page=True)]
    if module.key_message:
        elements.append(Para(kit.inline(module.key_message), "lead"))
    elements.append(course_map(kit, number))
    if module.goals:
        goals = kit.join(goal.rstrip("。.") for goal in module.goals)
        elements.append(Callout("info", (), (kit.labelled(kit.phrase("goals"), goals),)))
    for entry in kit.agenda.of_module(module.id):
        elements.extend(_compose_block(kit, entry))
    if module.summary:
        elements.append(Group((_recap(kit, module),), module.id, "recap", keep=True))
    header = running_head(kit, "workbook", name_chapter(kit, module))
    title, tab = kit.plain(module.title), tab_of(kit, module)
    return BookSection(module.id, title, tuple(elements), header=header, notes=_notes(kit), tab=tab)


def _notes(kit: Kit) -> Runs:
    return kit.inline(kit.phrase("my_notes"))


def _recap(kit: Kit, module: Module) -> Table:
    """What to keep of a module, beside what to do first."""
    rows: list[list[Content]] = [[(kit.bullets(module.summary, "cell"),), ""]]
    head = [kit.phrase("recap"), kit.phrase("my_next_step").rstrip(kit.phrase("colon"))]
    alt = plain(kit.fill("recap_of", title=module.title))
    return grid(kit, head, rows, (1, 1), alt, row_heads=False, keep=True)


def _compose_block(kit: Kit, entry: Entry) -> list[Element]:
    elements: list[Element] = []
    readings = [slide for slide in entry.block.slides if slide.is_read]
    course = kit.course
    sheets = [
        sheet
        for key in entry.block.sheets
        if key not in course.overnight and not is_loose(course, key) and (sheet := course.sheet(key))
    ]
    for number, slide in enumerate(readings, start=1):
        anchor = reading_anchor(entry.block.id, number)
        parts = (Heading(2, kit.inline(slide.title), anchor, toc=False), *compose_reading(kit, slide))
        elements.append(Group(parts, f"{entry.block.id}.{number}", "reading", keep=True))
    for sheet in sheets:
        elements.append(compose_sheet(kit, sheet, entry))
    return elements
