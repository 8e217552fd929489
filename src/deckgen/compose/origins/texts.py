"""Every text of a course under an id that lasts: the part that has an id, and the way of keys from there.

``B2.2/slides.3/say`` is what is said to the third slide of a block. Items of lists are numbered as the source has them,
so that the id is the same in every delivery, whatever a delivery leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, plain
from deckgen.model.base import Strict, words_of
from deckgen.model.course import Course
from deckgen.text.content import parse_text
from deckgen.text.inline import parse_inline

Numbers = Mapping[tuple[str, int, int], int]
"""The number, from 1, of every item of a list in the source, by its file, line and column."""

_UNSEEN = re.compile(r"[\s\u00a0\u2009\u202f\u200b\u2060\ufeff]+")
_NAMES = frozenset(
    {"covers", "job_aids", "module", "objective", "objectives", "overnight", "postwork", "prework", "sheet", "sheets"}
)  # where they hold texts, these are ids of other parts
_OWNERS = ("modules", "blocks", "sheets")  # records of these lists are called by their own id, wherever they stand


def bare(text: str) -> str:
    """A text without its spaces, which differ between media."""
    return _UNSEEN.sub("", text)


@dataclass(slots=True)
class Origins:
    """Where each id is written; ids by what their texts say, without spaces, in the order of the source."""

    places: dict[str, Span | None] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)  # how each begins
    by_text: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)  # of each part with an id, what its texts say
    slides: dict[str, str] = field(default_factory=dict)  # ids of slides as decks have them, to ids here

    def note(self, name: str, text: str, place: Span | None) -> None:
        """One text; of a long one each paragraph and item is known."""
        self.places.setdefault(name, place)
        owner = name.partition("/")[0]
        for piece in _pieces(text):
            self.said.setdefault(name, piece)
            if any(map(str.isalpha, known := bare(piece))):  # a number says nothing of where it comes from
                names = self.by_text.setdefault(known, [])
                if not names or all(other.partition("/")[0] != owner for other in names):
                    self.texts.setdefault(owner, []).append(known)
                if name not in names:
                    names.append(name)


def origins_of(course: Course, numbers: Numbers) -> Origins:
    """All texts of a course as one delivery sees it."""
    origins = Origins()
    _walk(course, "", origins, numbers)
    return origins


def _walk(record: Strict, name: str, origins: Origins, numbers: Numbers) -> None:
    words = words_of(type(record))
    origins.places.setdefault(name, record.span)
    for key, value in record:
        place = record.at(key)
        if key in words or key == "id" or value in (None, "", ()):
            continue
        own = f"{name}/{key}"
        if isinstance(value, str):
            if key not in _NAMES:
                origins.note(own, value, place)
        elif isinstance(value, Strict):
            _walk(value, own, origins, numbers)
        elif isinstance(value, tuple):
            origins.places.setdefault(own, place)
            _walk_list(record, key, value, own, origins, numbers)
    if slides := getattr(record, "slide_ids", ()):
        names = (f"{name}/slides.{_number(record, 'slides', at, numbers)}" for at in range(len(slides)))
        origins.slides |= dict(zip(slides, names, strict=True))


def _walk_list(record: Strict, key: str, items: tuple[Any, ...], own: str, origins: Origins, numbers: Numbers) -> None:
    for at, item in enumerate(items):
        name = f"{own}.{_number(record, key, at, numbers)}"
        if isinstance(item, str):
            if key not in _NAMES:
                origins.note(name, item, record.at_item(key, at))
        elif isinstance(item, Strict):
            called = str(getattr(item, "id", "") or "")
            _walk(item, called if called and key in _OWNERS else name, origins, numbers)


def _number(record: Strict, key: str, at: int, numbers: Numbers) -> int:
    """The number of an item where it is written; where that is not known, among those of this delivery."""
    place = record.at_item(key, at)
    return numbers.get((place.file, place.line, place.column), at + 1) if place is not None else at + 1


def _pieces(text: str) -> Iterator[str]:
    """What a text becomes on a page: itself, or its paragraphs, items and cells."""
    if "\n" not in text:
        yield plain(parse_inline(text))
        return
    for block in parse_text(text):
        yield from _texts_in(block)


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        if value and all(isinstance(item, Run) for item in value):
            yield plain(value)
        else:
            for item in value:
                yield from _texts_in(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _texts_in(getattr(value, each.name))
