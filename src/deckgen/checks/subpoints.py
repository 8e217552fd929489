"""Sub-points of the outline: each stands where its point is taught, in what the delivery really shows.

A sub-point is a phrase, or several parted by " / ", " - " or " vs "; each is looked for letter by letter, spaces,
punctuation and case aside. It counts when it is written in a block or sheet that covers the point and stands on a
slide, in its notes, in the workbook or in the guide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.audience import texts_of
from deckgen.model.base import Strict
from deckgen.model.course import Course, CoveragePoint
from deckgen.plan import Agenda
from deckgen.tree import Book, Deck
from deckgen.tree.dump import dump_book, dump_deck

_PARTS = re.compile(r"\s+(?:/|-|vs)\s+")
_NO_WORD = re.compile(r"(?:[^\w\n]|_)+")
_INNER_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


def check_subpoints(
    course: Course, agenda: Agenda, deck: Deck, workbook: Book, guide: Book | None
) -> Iterator[Diagnostic]:
    """Parts of sub-points that are not shown.

    Without a guide it cannot be said; of a point that nobody teaches, DG402 speaks.
    """
    if guide is None or not any(point.must for point in course.coverage):
        return
    shown = _searchable((dump_deck(deck), dump_book(workbook), dump_book(guide)))
    written: dict[str, str] = {}  # by block or sheet
    for point in course.coverage:
        teaching = _teaching(course, point)
        if not teaching or not point.must:
            continue
        for name, record in teaching.items():
            if name not in written:
                written[name] = _searchable(worded.text for worded in texts_of(record))
        here = "\n".join(written[name] for name in teaching)
        for number, phrase in enumerate(point.must):
            lacking = [part for part in _PARTS.split(phrase) if not (_stands(part, here) and _stands(part, shown))]
            if lacking:
                yield Diagnostic(
                    "DG434",
                    f"point {point.id} {point.name} is taught without “{'”, “'.join(lacking)}”",
                    point.at_item("must", number),
                    f"say it in these words in {', '.join(teaching)}, or word the sub-point as the course does",
                )


def _teaching(course: Course, point: CoveragePoint) -> dict[str, Strict]:
    """The blocks and sheets that cover a point, those that such blocks use included, by what an author calls them."""
    name = f"C{point.id}"
    blocks = [block for block in course.blocks if name in block.covers]
    used = {key for block in blocks for key in block.sheets}
    records: dict[str, Strict] = {f"block {block.id}": block for block in blocks}
    return records | {f"sheet {item.id}": item for item in course.sheets if item.id in used or name in item.covers}


def _searchable(texts: Iterable[str]) -> str:
    return _letters("\n".join(texts))


def _letters(text: str) -> str:
    """Letters and digits in lower case, line by line; Latin words keep one space between them, Chinese ones none."""
    spaced = _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    return _INNER_SPACE.sub("", spaced)


def _stands(part: str, texts: str) -> bool:
    """Whether the texts have these words; Latin ones as whole words."""
    letters = _letters(part).strip()
    if not letters.isascii():
        return letters in texts
    return re.search(rf"(?<![a-z0-9]){re.escape(letters)}(?![a-z0-9])", texts) is not None
