"""What opens a module: its number, its goals, the question it asks over a scene, and where we are on the course map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from deckgen.base.people import ScenePlace
from deckgen.base.roles import OWN_PLACE
from deckgen.base.runs import runs
from deckgen.compose.cast import cast_of
from deckgen.compose.chapters import number_chapters
from deckgen.compose.frames import course_map, frame_slide
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import compose_picture, credits_of
from deckgen.compose.visuals import alt_text
from deckgen.model.course import Course, Module
from deckgen.model.diagrams.opening import Opening
from deckgen.model.scene import Scene
from deckgen.tree import Diagram, Para, Slide, Slot

_PLACES: tuple[ScenePlace, ...] = get_args(ScenePlace)
_MOST = 3  # people of a scene


def compose_divider(kit: Kit, module: Module, number: int) -> Slide:
    """The opening of a module, the `number`-th of the course."""
    minutes = sum(entry.split.total for entry in kit.agenda.of_module(module.id))
    kicker = " · ".join(part for part in (kit.plain(module.part), kit.phrase("minutes", n=minutes)) if part)
    slots = [
        Slot("number", (Para(runs(_sign(kit, module, number)), "body"),), spare=True),
        Slot("kicker", (Para(kit.inline(kicker), "kicker"),)),
        Slot("canvas", (course_map(kit, number),)),
    ]
    if module.goals:
        slots.insert(2, Slot("body", (kit.bullets(module.goals),)))
    if module.picture is not None:
        slots.append(Slot(OWN_PLACE, (compose_picture(kit, module.picture),)))
    else:
        slots.append(Slot(OWN_PLACE, (compose_scene(kit, module),), spare=True))
    slide = frame_slide(kit, module.id, "divider", "divider", module.title, slots, "frame.divider", module, key="")
    asked = (kit.labelled(kit.phrase("ask"), module.question),) if module.question else ()
    said = kit.told(kit.phrase("say"), module.hook) if module.hook else ()
    notes = (*slide.notes, *asked, *said, *kit.own_notes(module.id))
    credit = credits_of(kit, (module.picture,)) if module.picture is not None else ()
    return replace(slide, notes=notes, source=credit)


def _sign(kit: Kit, module: Module, number: int) -> str:
    """The number of a chapter; of what opens or closes the course a word."""
    chapter = number_chapters(kit.course).get(module.id)
    return str(chapter) if chapter else kit.phrase("divider_first" if number == 1 else "divider_last")


def compose_scene(kit: Kit, module: Module, spoken: bool = True) -> Diagram:
    """The question of a module over its scene, or over one that no neighbour has, with what is said there."""
    number = kit.course.modules.index(module) + 1
    scene = module.scene or Scene(place=_place(kit.course, number))
    people = scene.people or _some(kit.course, number)
    record = Opening(
        place=scene.place,
        question=kit.plain(module.question),
        says=kit.plain(scene.says) if spoken else "",
        who=tuple(kit.plain(name) for name in people),
    ).rewrite(kit.words)
    alt = alt_text(kit, "opening", module.title, record.parts())
    return Diagram(record, alt, scene.at("says") if module.scene else module.at("question"), cast=cast_of(kit, record))


def compose_meeting(kit: Kit) -> Diagram:
    """People of the course with one another, and nothing said."""
    record = Opening(place="coaching", who=tuple(kit.plain(name) for name in _some(kit.course, 1)))
    return Diagram(record, alt_text(kit, "opening", kit.phrase("contract"), record.who), cast=cast_of(kit, record))


def _place(course: Course, number: int) -> ScenePlace:
    if number == 1:
        return _PLACES[0]
    between = _PLACES[1:-1]
    return _PLACES[-1] if number == len(course.modules) else between[(number - 2) % len(between)]


def _some(course: Course, number: int) -> Sequence[str]:
    """People of the course, others than those of the module before."""
    names = [person.name for person in course.people]
    first = (number - 1) * 2 % max(1, len(names))
    return (names[first:] + names[:first])[:_MOST]
