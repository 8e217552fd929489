"""Why a block of a declared delivery is missing, lighter or shorter, in the course's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan.agenda import Agenda, Reason
from deckgen.text.phrases import Phrases, has_phrases, phrases


def course_phrases(course: Course) -> Phrases:
    """The phrases of the course's language; English when there are none."""
    return phrases(course.language if has_phrases(course.language) else "en")


def explain_shorter(course: Course, runs: Iterable[tuple[Block, int]], before: Mapping[str, int]) -> tuple[Reason, ...]:
    """One sentence for each block that gave elastic minutes to the breaks."""
    say = course_phrases(course)
    made = []
    for block, minutes in runs:
        usual = before[block.id]
        if minutes < usual:
            values = {"block": block.id, "title": block.title, "minutes": minutes, "usual": usual}
            made.append(Reason(block.id, "shortened", say("reason.shortened", **values, saved=usual - minutes)))
    return tuple(made)


def explain_declared(agenda: Agenda, course: Course, others: Mapping[str, Course]) -> tuple[Reason, ...]:
    """One sentence for each block that the next longer declared delivery has more of; none for the longest.

    `others` has the course as the other declared deliveries see it.
    """
    found = [item for item in course.deliveries if item.id in others and item.minutes > agenda.delivery.minutes]
    if not found:
        return ()
    delivery = min(found, key=lambda item: (item.minutes, item.id))
    fuller = others[delivery.id]
    say = course_phrases(course)
    made = []
    for block in fuller.blocks:
        entry = agenda.entry(block.id)
        usual = split.total if (split := block.split) else 0
        values = {"block": block.id, "title": block.title, "usual": usual, "longer": delivery.title}
        if entry is None and block.place and len(agenda.days) < delivery.days:
            text = say("reason.no_day_boundary", **values, days=len(agenda.days))
            made.append(Reason(block.id, "dropped", text))
        elif entry is None:
            text = say("reason.declared_without", **values, differences=block.differences)
            made.append(Reason(block.id, "dropped", text.strip()))
        elif (split := entry.block.split) and split.total < usual:
            moved = [key for key in entry.block.sheets if key in course.prework and key not in fuller.prework]
            values["minutes"] = split.total
            if moved:
                text = say("reason.declared_prework", **values, sheets=", ".join(moved))
                made.append(Reason(block.id, "prework", text))
            else:
                text = say("reason.declared_lighter", **values, differences=entry.block.differences)
                made.append(Reason(block.id, "lighter", text.strip()))
    return tuple(made)
