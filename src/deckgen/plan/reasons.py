"""A choice into sentences, in the course's language: why a block does not run, is shorter, lighter or at home."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.model.course import Course
from deckgen.plan.agenda import Reason
from deckgen.plan.choice import Choice
from deckgen.plan.forms import Candidate
from deckgen.plan.merge import Merged
from deckgen.plan.sentences import course_phrases, name_sheets
from deckgen.text.inline import plain_text
from deckgen.text.phrases import Phrases


def explain_choice(courses: Mapping[str, Course], choice: Choice, merged: Merged) -> tuple[Reason, ...]:
    """One sentence for each block that is not as in the next longer declared delivery, in teaching order."""
    say = course_phrases(merged.course)
    wishes = choice.setup.wishes
    longer = [item for item in merged.course.deliveries if item.id in courses and item.minutes >= wishes.minutes]
    compared = min(longer, key=lambda item: (item.minutes, item.id)).id if longer else None
    titles = {item.id: plain_text(item.title) for item in merged.course.deliveries}
    reasons = [
        _explain_dropped(say, item, choice, merged) for item in choice.dropped if _belongs(item, compared, courses)
    ]
    for placed in choice.placed:
        item, form = placed.candidate, placed.form
        values = {"block": item.id, "title": plain_text(item.block.title), "minutes": placed.minutes}
        usual = _minutes_in(item, compared)
        if form.rank and usual > form.typical:
            text = say("reason.lighter", **values, usual=usual, form=titles[form.delivery], priority=item.priority)
            reasons.append(Reason(item.id, "lighter", text))
        elif placed.minutes < form.typical:
            saved = form.typical - placed.minutes
            reasons.append(
                Reason(item.id, "shortened", say("reason.shortened", **values, usual=form.typical, saved=saved))
            )
    order = {item: number for number, item in enumerate(_order(courses))}
    return tuple(sorted(reasons, key=lambda reason: order.get(reason.block, len(order))))


def _order(courses: Mapping[str, Course]) -> list[str]:
    longest = max(courses.values(), key=lambda course: len(course.blocks))
    return [block.id for block in longest.blocks]


def _belongs(item: Candidate, compared: str | None, courses: Mapping[str, Course]) -> bool:
    """Whether the block runs in the delivery compared with, or in any when there is none longer."""
    return compared is None or item.is_day_frame or any(block.id == item.id for block in courses[compared].blocks)


def _minutes_in(item: Candidate, delivery: str | None) -> int:
    """Typical minutes of the block in a delivery; in its fullest form when the delivery is not named or has it not."""
    return next((form.typical for form in item.forms if form.delivery == delivery), item.forms[0].typical)


def _explain_dropped(say: Phrases, item: Candidate, choice: Choice, merged: Merged) -> Reason:
    minutes = item.forms[-1].typical
    values = {
        "block": item.id,
        "title": plain_text(item.block.title),
        "minutes": minutes,
        "total": choice.setup.wishes.minutes,
    }
    if item.is_day_frame:
        return Reason(item.id, "dropped", say("reason.no_day_boundary", **values, days=choice.setup.wishes.days))
    sheets = merged.moved.get(item.id)
    if sheets:
        named = name_sheets(say, merged.course, sheets)
        return Reason(item.id, "prework", say("reason.prework", **values, sheets=named))
    gone = {other.id: other.priority for other in choice.dropped}
    missing = [other for other in item.needs if gone.get(other, item.priority) < item.priority]
    if missing:
        return Reason(item.id, "dropped", say("reason.needs", **values, other=missing[0]))
    return Reason(item.id, "dropped", say("reason.dropped", **values, priority=item.priority))
