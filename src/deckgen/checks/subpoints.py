"""Sub-points of the outline: each stands where its point is taught, in what the delivery really shows.

A sub-point is a phrase, or several parted by " / ", " - " or " vs "; each is looked for letter by letter, spaces,
punctuation and case aside. It counts when it is written in a block or sheet that covers the point and stands on a
slide, in its notes, in a book or on a paper of the delivery.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import texts_of
from deckgen.model.base import Strict
from deckgen.model.course import Course, CoveragePoint
from deckgen.plan import Agenda
from deckgen.tree import Book, Deck
from deckgen.tree.dump import dump_book, dump_deck

_PARTS = re.compile(r"\s+(?:/|-|vs)\s+")
_NO_WORD = re.compile(r"(?:[^\w\n]|_)+")
_LATIN = "[a-zA-Z0-9\uff10-\uff5a]"  # the full-width forms, too
_INNER_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


def check_subpoints(
    course: Course, agenda: Agenda, deck: Deck, workbook: Book, guide: Book | None, others: Sequence[Book]
) -> Iterator[Diagnostic]:
    """Parts of sub-points that are not shown; `others` are the loose papers that teach.

    Without a guide it cannot be said; of a point that nobody teaches, DG402 speaks.
    """
    if guide is None or not any(point.must for point in course.coverage):
        return
    shown = [_Searched((dump_deck(deck),)), *(_Searched((dump_book(book),)) for book in (workbook, guide, *others))]
    written: dict[str, _Searched] = {}  # by block or sheet
    for point in course.coverage:
        teaching = _teaching(course, point)
        if not teaching or not point.must:
            continue
        for name, record in teaching.items():
            if name not in written:
                written[name] = _Searched(worded.text for worded in texts_of(record))
        here = [written[name] for name in teaching]
        for number, phrase in enumerate(point.must):
            lacking = [part for part in _PARTS.split(phrase) if not (_have(here, part) and _have(shown, part))]
            if lacking:
                yield Diagnostic(
                    "DG434",
                    f"point {point.id} {point.name} is taught without “{'”, “'.join(lacking)}”",
                    point.at_item("must", number),
                    f"say it in these words in {', '.join(teaching)}, or word the sub-point as the course does",
                )


def _teaching(course: Course, point: CoveragePoint) -> dict[str, Strict]:
    """The blocks and sheets that cover a point, those that such blocks use included, by what an author calls them."""
    name = point.key
    blocks = [block for block in course.blocks if name in block.covers]
    used = {key for block in blocks for key in block.sheets}
    records: dict[str, Strict] = {f"block {block.id}": block for block in blocks}
    return records | {f"sheet {item.id}": item for item in course.sheets if item.id in used or name in item.covers}


class _Searched:
    """Texts in which phrases are looked for as they are, and letter by letter."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(texts)

    @cached_property
    def _lettered(self) -> str:
        return _letters(self._text)

    def has(self, part: str) -> bool:
        """Whether the texts have these words as they are written; Latin ones as whole words."""
        return _has_words(part, self._text) if _letters(part).isascii() else part in self._text

    def has_letters(self, part: str) -> bool:
        """The same, spaces, punctuation and case aside."""
        letters = _letters(part).strip()
        return _has_words(letters, self._lettered) if letters.isascii() else letters in self._lettered


def _have(texts: Sequence[_Searched], part: str) -> bool:
    """Whether one of several texts has these words; most stand there as they are, which is found at once."""
    return any(text.has(part) for text in texts) or any(text.has_letters(part) for text in texts)


def _has_words(words: str, text: str) -> bool:
    return re.search(rf"(?<!{_LATIN}){re.escape(words)}(?!{_LATIN})", text) is not None


def _letters(text: str) -> str:
    """Letters and digits in lower case, line by line; Latin words keep one space between them, Chinese ones none."""
    spaced = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    return _INNER_SPACE.sub("", spaced)
