"""No sentence of the facilitator's stands in a text that participants read (check P6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.base.diagnostics import Diagnostic
from deckgen.checks.private_words import LEAST_WHOLE, PrivateWords, Sentence, letters
from deckgen.model.audience import texts_of
from deckgen.model.course import Course

HINT = "say it in other words where participants read, or take it out there"
_SHOWN = 24  # characters of a sentence in a message


def check_private_texts(course: Course) -> Iterator[Diagnostic]:
    """Every text for participants that repeats what only the facilitator is to read."""
    words = PrivateWords.of(course)
    for item in texts_of(course):
        if item.private is None and len(item.text) >= LEAST_WHOLE:
            for sentence in words.found_in(item.text):
                yield Diagnostic("DG417", f"{item.key}: participants would read {told(sentence)}", item.span, HINT)


def check_printed(course: Course, printed: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The same of finished files for participants: name -> all that the file says."""
    words = PrivateWords.of(course)
    for name, text in printed.items():
        for sentence in words.found_in_letters(letters(text)):
            yield Diagnostic("DG417", f"{name} would print {told(sentence)}", sentence.source.span, HINT)


def told(sentence: Sentence) -> str:
    """A sentence by its first words and its home."""
    text = sentence.text if len(sentence.text) <= _SHOWN else f"{sentence.text[:_SHOWN]}…"
    home = f"`{sentence.source.key}`"
    return f"what only the facilitator reads, {home} at {sentence.source.span}: {text}"
