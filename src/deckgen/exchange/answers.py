"""Which answers of a question are right, as the bank writes them."""

from __future__ import annotations

from deckgen.model.course import Question
from deckgen.text.phrases import LANGUAGES

_RIGHT = frozenset({"true", "yes", "√", "✓"})


def right_letters(question: Question) -> tuple[str, ...]:
    """The letters of the right options, in their order."""
    known = [chr(65 + at) for at in range(len(question.options))]
    return tuple(letter for letter in known if letter in question.answer.upper())


def is_right(question: Question) -> bool:
    """Whether a statement to judge is true; written in any language of deckgen."""
    said = question.answer.strip().casefold()
    words = _RIGHT | {table["right"].casefold() for table in LANGUAGES.values() if "right" in table}
    return said in words
