"""The placed trainer deck into one that can be given away: what the room saw, without what is the trainer's.

No notes, no hidden slides, none of the pauses, nothing in a role of the trainer (answers among them). The takeaway of
a debrief stays: the room has drawn it by then. Links to slides that are not given away lead nowhere, so they become
plain text.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.base.roles import TRAINER_ROLES
from deckgen.base.runs import Run
from deckgen.base.units import Frame
from deckgen.compose.deck import compose_properties
from deckgen.compose.kit import Kit
from deckgen.model.course import Course
from deckgen.plan import Agenda
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Callout, Deck, DeckSection, Group, Para, Shape, Slide

_PLAIN = frozenset({str, int, float, bool, type(None), Frame, Span})  # in which nothing of a tree can be


def compose_handout(course: Course, agenda: Agenda, deck: Deck) -> Deck:
    """The hand-out of a deck, slide by slide in its places."""
    kit = Kit(course, agenda, course_phrases(course), "slide")
    gone = {slide.id for slide in deck.slides if _stays(slide)}
    sections = []
    for section in deck.sections:
        slides = tuple(
            replace(_given(slide, gone), notes=(), build=False) for slide in section.slides if not _stays(slide)
        )
        if slides:
            sections.append(DeckSection(section.id, section.title, slides))
    return Deck(compose_properties(kit, "handout"), tuple(sections)).without_countdowns()


def _stays(slide: Slide) -> bool:
    """Whether a slide is for the room only: hidden, or shown while everybody is out."""
    return slide.hidden or slide.kind == "interval"


def _given(value: Any, gone: Set[str]) -> Any:
    """A part of a tree without what is the trainer's, and without links to slides that are gone."""
    if isinstance(value, Run):
        return replace(value, href="") if value.href.removeprefix("#") in gone and value.href[:1] == "#" else value
    if isinstance(value, Slide) and value.back in gone:
        value = replace(value, back="")
    if isinstance(value, Shape) and value.link[:1] == "#" and value.link[1:] in gone:
        value = replace(value, link="")  # and what stands in it is looked at, too
    if isinstance(value, tuple):
        kept = [_given(item, gone) for item in value if not _is_trainers(item)]
        same = len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True))
        return value if same else tuple(kept)
    changes = {}
    for name in _names_of(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        if type(old) not in _PLAIN and (new := _given(old, gone)) is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a record of the tree; none of anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _is_trainers(value: object) -> bool:
    return isinstance(value, Para | Callout | Group) and value.role in TRAINER_ROLES
