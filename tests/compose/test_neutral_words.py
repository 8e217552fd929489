"""What decks and books say of themselves: every word comes from the course or from a phrase."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path
from string import Formatter

from catalogue.keys import read_plain
from deckgen.base.diagnostics import Report
from deckgen.base.runs import Run
from deckgen.compose.deck import compose_deck
from deckgen.compose.guide import compose_guide
from deckgen.compose.workbook import compose_workbook
from deckgen.model.course import Course
from deckgen.plan import plan_delivery
from deckgen.text.phrases.en import EN
from deckgen.tree import Book, Deck
from walk import find

KEYS = Path(__file__).resolve().parents[1] / "catalogue" / "keys.yaml"
GREEK = {ord(char): ord("α") + at % 24 for at, char in enumerate(string.ascii_lowercase)}
GREEK |= {ord(char): ord("Α") + at % 16 for at, char in enumerate(string.ascii_uppercase)}
LETTERED = re.compile(r"(?:[A-H]\. |\.s\d+\b)")  # options of a question, and numbers of slides


def greek(text: str) -> str:
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d|[a-z]+\.png", text) else text.translate(GREEK)


def greek_phrase(phrase: str) -> str:
    parts = Formatter().parse(phrase)
    return "".join(greek(before) + (f"{{{name}}}" if name is not None else "") for before, name, _, _ in parts)


@cache
def trees() -> tuple[Deck | Book, ...]:
    """A course and phrases in Greek letters, as decks and books."""
    course = Course.model_validate(read_plain(KEYS)).rewrite(greek)
    phrases = {key: greek_phrase(phrase) for key, phrase in EN.items()}
    course = course.model_copy(update={"language": "en", "phrases": phrases})
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    sizes = {"a.png": (100.0, 80.0)}
    return (
        compose_deck(course, agenda, sizes),
        compose_workbook(course, agenda, sizes),
        compose_guide(course, agenda, {}),
    )


def test_no_word_of_a_deck_or_book_is_written_into_the_program() -> None:
    words = [LETTERED.sub("", run.text) for tree in trees() for run in find(tree, Run)]
    assert len(words) > 500
    assert not [text for text in words if re.search(r"[A-Za-z\u4e00-\u9fff]", text)]


def test_no_full_width_sign_stands_in_an_english_artefact() -> None:
    words = [run.text for tree in trees() for run in find(tree, Run)]
    assert not [text for text in words if re.search(r"[\u3000-\u303f\uff00-\uffef]", text)]
