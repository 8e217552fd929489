"""Course and agenda into the trainer deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from deckgen.base.languages import office_tag
from deckgen.base.roles import ALL_LAYOUTS, PROMPTED, SHAPE_KINDS
from deckgen.compose.anchors import deck_targets
from deckgen.compose.blocks import BLOCKS
from deckgen.compose.dividers import compose_divider
from deckgen.compose.frame_notes import timed
from deckgen.compose.frames import (
    MAP,
    compose_agenda,
    compose_close,
    compose_cover,
    compose_day,
    compose_map,
    compose_objectives,
)
from deckgen.compose.kit import Kit, Sizes
from deckgen.compose.pauses import compose_pause, pause_behind
from deckgen.compose.recaps import compose_contract, compose_motto, compose_recap
from deckgen.compose.reserve import at_the_back
from deckgen.compose.short_shows import with_short_shows
from deckgen.model.course import Course, Module
from deckgen.plan import Agenda
from deckgen.plan.frames import FrameTime, frame_times
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Deck, DeckSection, Properties, Slide


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
    sections = [DeckSection("opening", kit.phrase("opening"), opening_frames(kit))]
    for number, module in enumerate(course.modules, start=1):
        sections += _sections_of(kit, module, number, sections)
    sections.append(DeckSection("closing", kit.phrase("closing"), (compose_close(kit),)))
    led, shows = with_short_shows(kit, at_the_back(kit, [_with_way_back(section) for section in sections]))
    return Deck(compose_properties(kit, "deck"), led, _words(kit), shows)


def _sections_of(kit: Kit, module: Module, number: int, before: Sequence[DeckSection]) -> list[DeckSection]:
    """A module as sections: its own, parted where a day ends or begins in it, which has one of its own."""
    of_module = (module.id, kit.plain(module.title))
    parts = [(of_module, divider_of(kit, module, number))]
    entries = kit.agenda.of_module(module.id)
    earlier = (entry for other in kit.course.modules[: number - 1] for entry in kit.agenda.of_module(other.id))
    day = max((entry.day for entry in earlier), default=1)
    for entry in entries:
        named = of_module
        if entry.block.place:
            named = _day_section(kit, entry.block.place, entry.day)
        if entry.day > day:
            day = entry.day
            parts += [(_day_section(kit, "day_start", day), slide) for slide in frames_of_day(kit, day)]
        parts += [(named, slide) for slide in BLOCKS[entry.block.kind](kit, entry)]
        if pause_behind(kit, entry) and entry is not entries[-1]:
            parts.append((named, compose_pause(kit, entry)))
    if (recap := recap_of(kit, module)) is not None:
        parts.append((of_module, recap))  # the last minutes before a pause
        parts += [(of_module, compose_motto(kit, module))] if module.motto else []
    if entries and pause_behind(kit, entries[-1]):
        parts.append((of_module, compose_pause(kit, entries[-1])))
    sections: list[DeckSection] = []
    for (name, title), run in groupby(parts, key=lambda part: part[0]):
        count = sum(section.id.partition("+")[0] == name for section in (*before, *sections))
        sections.append(DeckSection(f"{name}+{count}" if count else name, title, tuple(slide for _, slide in run)))
    return sections


def _day_section(kit: Kit, place: str, day: int) -> tuple[str, str]:
    """Id and title of the section of what opens or closes a day."""
    return f"{place}-{day}", kit.phrase(f"section.{place}", n=day)


def _words(kit: Kit) -> tuple[tuple[str, str], ...]:
    """What shapes without words are called in the language of the course, and what layouts are and ask for."""
    layouts = [f"layout.{role}" for role in ALL_LAYOUTS] + [f"prompt.{slot}" for slot in PROMPTED]
    return (
        *((kind, kit.phrase(f"shape.{kind}")) for kind in SHAPE_KINDS),
        *((key, kit.phrase(key)) for key in layouts),
    )


def _with_way_back(section: DeckSection) -> DeckSection:
    """A section whose slides lead back to the course map."""
    slides = tuple(slide if slide.id == MAP else replace(slide, back=MAP) for slide in section.slides)
    return replace(section, slides=slides)


def opening_frames(kit: Kit) -> tuple[Slide, ...]:
    """What opens the course, in the order it is shown."""
    day = kit.agenda.days[0]
    opening = [compose_cover(kit), compose_map(kit), compose_agenda(kit, day), compose_day(kit, day)]
    if kit.course.objectives:
        opening.append(compose_objectives(kit))
    if kit.course.contract:
        opening.append(compose_contract(kit))
    return timed(kit, opening, _times(kit))


def frames_of_day(kit: Kit, number: int) -> tuple[Slide, ...]:
    """What opens a later day."""
    day = kit.agenda.days[number - 1]
    return timed(kit, [compose_agenda(kit, day), compose_day(kit, day)], _times(kit))


def divider_of(kit: Kit, module: Module, number: int) -> Slide:
    """What opens a module; `number` counts from 1."""
    return timed(kit, [compose_divider(kit, module, number)], _times(kit))[0]


def recap_of(kit: Kit, module: Module) -> Slide | None:
    """What closes a module, where it has a summary."""
    return timed(kit, [compose_recap(kit, module)], _times(kit))[0] if module.summary else None


def _times(kit: Kit) -> Mapping[str, FrameTime]:
    return frame_times(kit.course, kit.agenda)
