"""Why a block of a declared delivery is missing, lighter or shorter, in the course's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.model.blocks import Block
from deckgen.model.course import Course, Delivery
from deckgen.plan.agenda import Agenda, Reason
from deckgen.plan.clock import Portion
from deckgen.text.inline import plain_text
from deckgen.text.phrases import Phrases, phrases


def course_phrases(course: Course) -> Phrases:
    """The phrases of the course's language, in the course's own words where it has some."""
    return phrases(course.language).reworded(course.phrases)


def name_sheets(say: Phrases, course: Course, keys: Iterable[str]) -> str:
    """Sheets by their titles, since their ids stand on no paper."""
    titles = (sheet.title if (sheet := course.sheet(key)) is not None else key for key in keys)
    return say("enumeration").join(say("quoted", text=plain_text(title)) for title in titles)


def explain_shorter(course: Course, portions: Iterable[Portion]) -> tuple[Reason, ...]:
    """One sentence for each block that gave elastic minutes to the breaks."""
    say = course_phrases(course)
    reasons = []
    for portion in portions:
        block, minutes = portion.block, portion.split.total
        usual = block.split.total if block.split else minutes
        if minutes < usual:
            values = {"block": block.id, "title": plain_text(block.title), "minutes": minutes, "usual": usual}
            reasons.append(Reason(block.id, "shortened", say("reason.shortened", **values, saved=usual - minutes)))
    return tuple(reasons)


def explain_declared(agenda: Agenda, course: Course, others: Mapping[str, Course]) -> tuple[Reason, ...]:
    """One sentence for each block that the next longer declared delivery has more of; none for the longest.

    `others` has the course as the other declared deliveries see it.
    """
    longer = [item for item in course.deliveries if item.id in others and item.minutes > agenda.delivery.minutes]
    if not longer:
        return ()
    compared = min(longer, key=lambda item: (item.minutes, item.id))
    reasons = (
        _explain_less(block, agenda, course, others[compared.id], compared) for block in others[compared.id].blocks
    )
    return tuple(reason for reason in reasons if reason is not None)


def _explain_less(block: Block, agenda: Agenda, course: Course, fuller: Course, longer: Delivery) -> Reason | None:
    """Why this agenda has less of a block than the longer delivery; None when it has not."""
    say = course_phrases(course)
    entry = agenda.entry(block.id)
    usual = block.split.total if block.split else 0
    values = {"block": block.id, "title": plain_text(block.title), "usual": usual, "longer": plain_text(longer.title)}
    if entry is None and block.place and len(agenda.days) < longer.days:
        return Reason(block.id, "dropped", say("reason.no_day_boundary", **values, days=len(agenda.days)))
    if entry is None:
        text = say("reason.declared_without", **values, differences=block.differences)
        return Reason(block.id, "dropped", text.strip())
    own = entry.block.split
    if own is None or own.total >= usual:
        return None
    values["minutes"] = own.total
    moved = [key for key in entry.block.sheets if key in course.prework and key not in fuller.prework]
    if moved:
        sheets = name_sheets(say, course, moved)
        return Reason(block.id, "prework", say("reason.declared_prework", **values, sheets=sheets))
    text = say("reason.declared_lighter", **values, differences=entry.block.differences)
    return Reason(block.id, "lighter", text.strip())
