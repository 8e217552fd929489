"""Why a block of a declared delivery is shorter than written, in the course's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.model.blocks import Block
from deckgen.model.course import Course
from deckgen.plan.agenda import Reason
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
