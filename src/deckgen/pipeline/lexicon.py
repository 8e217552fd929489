"""The words of a course that a dictionary does not know, so that no line of a title or a label parts them."""

from __future__ import annotations

import re

from deckgen.measure import LONGEST_TERM
from deckgen.model.course import Course
from deckgen.plan.sentences import course_phrases
from deckgen.text.inline import plain_text

SEGMENTER = "rjieba"  # the library that knows the other words
_PARTS = re.compile(r"[（）()、，：/·“”\s]+")  # of an entry of the glossary


def is_chinese(course: Course) -> bool:
    """Whether words of the course are looked for, which other languages show by spaces."""
    return course.language.startswith("zh")


def terms_of(course: Course) -> frozenset[str]:
    """The terms of the glossary, the names of the people, and what the papers are called."""
    phrase = course_phrases(course)
    named = [phrase(key) for key in ("sheet", "job_aid")]
    named += [part for entry in course.glossary for part in _PARTS.split(plain_text(entry.term))]
    named += [person.name for person in course.people]
    return frozenset(name for name in named if 2 <= len(name) <= LONGEST_TERM and not name.isascii())
