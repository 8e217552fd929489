"""Course and agenda into the trainer deck."""

from __future__ import annotations

from deckgen.base.languages import office_tag
from deckgen.compose.anchors import deck_targets
from deckgen.compose.blocks import BLOCKS
from deckgen.compose.frame_notes import timed
from deckgen.compose.frames import (
    compose_agenda,
    compose_close,
    compose_contract,
    compose_cover,
    compose_day,
    compose_divider,
    compose_map,
    compose_objectives,
    compose_recap,
)
from deckgen.compose.kit import Kit, Sizes
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.frames import frame_times
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Deck, DeckSection, Properties


def compose_properties(kit: Kit, kind: str) -> Properties:
    """Document properties of an artefact: all from the source, none from the clock."""
    course, delivery = kit.course, kit.agenda.delivery
    return Properties(
        title=kit.plain(course.title, f" · {kit.phrase(kind)} · ", delivery.title),
        subject=kit.plain(course.subtitle or course.title),
        language=office_tag(course.language),
        version="draft" if course.is_draft else course.version,
        date=course.date,
        author=course.author,
        keywords=", ".join((course.id, delivery.id)),
    )


def compose_deck(course: Course, agenda: Agenda, pictures: Sizes | None = None) -> Deck:
    """The deck of one delivery: opening frames, a section a module, the close."""
    kit = Kit(
        course,
        agenda,
        course_phrases(course),
        "slide",
        deck_targets(course, agenda),
        pictures or {},
        course.own_notes,
    )
    opening = [compose_cover(kit), compose_map(kit)]
    opening.extend((compose_agenda(kit, agenda.days[0]), compose_day(kit, agenda.days[0])))
    if course.objectives:
        opening.append(compose_objectives(kit))
    if course.contract:
        opening.append(compose_contract(kit))
    times = frame_times(course, agenda)
    sections = [DeckSection("opening", kit.phrase("opening"), timed(kit, opening, times))]
    day = 1
    for number, module in enumerate(course.modules, start=1):
        slides = list(timed(kit, [compose_divider(kit, module, number)], times))
        for entry in agenda.of_module(module.id):
            if entry.day > day:
                day = entry.day
                frames = [compose_agenda(kit, agenda.days[day - 1]), compose_day(kit, agenda.days[day - 1])]
                slides.extend(timed(kit, frames, times))
            slides.extend(BLOCKS[entry.block.kind](kit, entry))
        if module.summary:
            slides.extend(timed(kit, [compose_recap(kit, module)], times))
        sections.append(DeckSection(module.id, kit.plain(module.title), tuple(slides)))
    sections.append(DeckSection("closing", kit.phrase("closing"), (compose_close(kit),)))
    return Deck(compose_properties(kit, "deck"), tuple(sections))
