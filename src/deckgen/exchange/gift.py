"""The question bank as GIFT, the plain text that Moodle and others read.

Every question carries its id as title and its objective as tag of the category; what GIFT reads as a mark is escaped.
Refuses nothing: a question that has one right answer weighs 100 %, of several each its share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from deckgen.exchange.answers import is_right, right_letters
from deckgen.model.course import Course, Question
from deckgen.text.inline import plain_text

_MARKS = re.compile(r"([~=#{}:\\])")


def write_gift(course: Course, say: Callable[[str], str]) -> bytes:
    """The bank in UTF-8, a category a test; `say` gives the names of the tests."""
    lines: list[str] = [f"// {plain_text(course.title)}", ""]
    for form in ("pre", "post"):
        listed = [question for question in course.questions if question.form == form]
        if listed:
            lines += [f"$CATEGORY: {_path(course.id)}/{_path(say(f'{form}test'))}", ""]
            for question in listed:
                lines += [*_question(question), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _path(text: str) -> str:
    """A text as a step of the path of a category, where a slash would part it."""
    return text.replace("/", "//")


def _escape(text: str) -> str:
    return _MARKS.sub(r"\\\1", plain_text(text).replace("\n", " "))


def _question(question: Question) -> Iterator[str]:
    yield f"// {question.id}, {question.objective}"
    opening = f"::{_escape(question.id)}:: {_escape(question.stem)} {{"
    why = f"####{_escape(question.rationale)}"
    if not question.options:
        yield f"{opening}{'TRUE' if is_right(question) else 'FALSE'}{why}}}"
        return
    yield opening
    yield from _options(question.options, right_letters(question))
    yield f"{why}\n}}"


def _options(options: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    letters = [chr(65 + at) for at in range(len(options))]
    share, loss = 100 / max(len(right), 1), 100 / max(len(options) - len(right), 1)
    for letter, text in zip(letters, options, strict=True):
        if len(right) == 1:
            yield f"{'=' if letter in right else '~'}{_escape(text)}"
        else:
            weight = share if letter in right else -loss
            yield f"~%{weight:.5f}%{_escape(text)}".replace(".00000", "")
