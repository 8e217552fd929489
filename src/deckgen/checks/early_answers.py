"""No answer before its exercise: what a key says stands on no slide, card, page or test that comes before it.

A text is compared with the key by runs of five words, without those that the sheet itself shows. What tells the case
of the sheet itself - its words and its figures - gives the exercise away, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.checks.shingles import shingles
from deckgen.model.audience import texts_of
from deckgen.model.base import Strict
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet
from deckgen.model.slides import Slide
from deckgen.text.scripts import has_cjk

ANSWER = 10  # runs of a key in another text from which on it is told
ANSWER_WORDS = 4  # the same where words are no 汉字
CASE, FIGURES = 6, 2  # runs and figures of the sheet's own case in another text
_FIGURE = re.compile(r"\d+(?:\.\d+)?%|\d{1,2}:\d{2}|\d{3,}")
_MATERIAL = ("situation", "story", "facts", "cards", "questions")
_UNSEEN = frozenset(("transition", "purpose", "cautions", "sources", "expect", "do", "if_silent", "follow_up"))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the room has heard or read: a slide, a card, a sheet or a question, and where it stands."""

    what: str
    text: str
    span: Span | None
    sheet: str = ""  # that it shows


def check_early_answers(course: Course) -> Iterator[Diagnostic]:
    """Answers, and cases, that are told before the sheet that asks for them."""
    if course.is_draft:
        return
    before: list[_Told] = [_told_by(sheet, f"sheet {sheet.id}") for sheet in _at_hand(course)]
    before += [
        _Told(f"question {question.id}", "\n".join((question.stem, *question.options)), question.span)
        for question in course.questions
        if question.form == "pre"
    ]
    for block in course.blocks:
        shown = [_of_slide(slide) for slide in block.slides]
        at = {told.sheet: number for number, told in reversed(list(enumerate(shown))) if told.sheet}
        for key in block.sheets:
            sheet = course.sheet(key)
            if sheet is not None and sheet.guide is not None and sheet.has_steps:
                earlier = [*before, *shown[: at.get(key, 0)]]
                yield from _check_sheet(sheet, [told for told in earlier if told.sheet != key])
        before += shown
        before += [_told_by(sheet, f"sheet {sheet.id}") for key in block.sheets if (sheet := course.sheet(key))]


def _at_hand(course: Course) -> list[Sheet]:
    keys = (*course.prework, *course.job_aids)
    return [sheet for key in keys if (sheet := course.sheet(key)) is not None]


def _told_by(sheet: Sheet, what: str) -> _Told:
    return _Told(what, _words(sheet), sheet.span, sheet.id)


def _of_slide(slide: Slide) -> _Told:
    heard = (item for item in texts_of(slide) if item.key not in _UNSEEN and item.owner is not slide.fallback)
    text = "\n".join(item.text for item in heard)
    return _Told(f"slide {slide.title}", text, slide.span, getattr(slide, "sheet", None) or "")


def _words(record: Strict, keys: tuple[str, ...] = ()) -> str:
    """What participants read of a record, or of some of its fields."""
    if not keys:
        return "\n".join(item.text for item in texts_of(record) if item.private is None)
    parts: list[str] = []
    for key in keys:
        value = getattr(record, key, None) or ()
        for item in (value,) if isinstance(value, str) else value:
            if isinstance(item, str):
                parts.append(item)
            elif isinstance(item, Strict):
                parts.extend(part.text for part in texts_of(item) if part.private is None)
            else:
                parts.extend(str(cell) for cell in item)
    return "\n".join(parts)


def _check_sheet(sheet: Sheet, earlier: list[_Told]) -> Iterator[Diagnostic]:
    assert sheet.guide is not None
    material = _words(sheet, _MATERIAL)
    key = "\n".join(sheet.guide.key)
    answer = shingles(key) - shingles(_words(sheet))
    most = ANSWER if has_cjk(key) else ANSWER_WORDS
    figures = _figures(material)
    for told in earlier:
        words = shingles(told.text)
        answered = answer & words
        shared = figures & _figures(told.text)
        if len(answered) >= most:
            what = f"{told.what} tells what the key of sheet {sheet.id} answers: {_longest(answered, told.text)}"
        elif len(shared) >= FIGURES and len(shingles(material) & words) >= CASE:
            what = f"{told.what} tells the case of sheet {sheet.id}: {', '.join(sorted(shared))}"
        else:
            continue
        hint = "take another case for what is shown before, or tell it in the debrief"
        yield Diagnostic("DG430", what, told.span, hint)


@lru_cache(maxsize=1 << 13)
def _figures(text: str) -> frozenset[str]:
    """Percentages, times of the clock and large numbers in a text."""
    return frozenset(_FIGURE.findall(text))


def _longest(answered: frozenset[tuple[str, ...]], text: str) -> str:
    """One of the runs as it stands in the text."""
    run = max(sorted(answered), key=lambda words: sum(map(len, words)))
    joined = "" if has_cjk(text) else " "
    return joined.join(run)
