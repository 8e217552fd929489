"""Words a key may take: the golden cases of `tests/cases` show every one, in the course or in its trees."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from catalogue.files import TABLES, kinds_of, unlisted
from deckgen.base.people import Look
from deckgen.base.roles import ALL_LAYOUTS, CALLOUTS, Colour
from deckgen.model.course import Course
from deckgen.model.diagrams import LOWERED
from deckgen.pipeline.build import Made
from deckgen.tree import Book, Deck

Word = tuple[str, str, str]
"""Class, field and word."""

# Words that writers know and no composer uses: only the tests of the writers show them.
UNUSED: frozenset[Word] = frozenset(
    {
        ("Callout", "role", "apply"),
        ("Field", "control", "choice"),
        ("Shape", "geometry", "callout"),
        ("Shape", "geometry", "diamond"),
        ("Shape", "geometry", "hexagon"),
        ("Shape", "geometry", "right_arrow"),
        ("Shape", "geometry", "trapezoid"),
    }
)


def word_gaps(cases: Sequence[Made]) -> Iterator[str]:
    """Words that no golden case shows; a new kind is among them until a case has one."""
    seen: set[Word] = set()
    for case in cases:
        _see(case.planned.course, seen)
        if case.trees is not None:
            papers = [paper for made in case.trees.papers.values() for paper in made.values()]
            for tree in (case.trees.deck, case.trees.workbook, case.trees.guide, *papers):
                _see(tree, seen)
    roots = (Course, *(kind for room in TABLES for kind in unlisted(room).values()), Deck, Book)
    wanted = {word for root in roots for word in words_of(root)} | set(_named())
    for owner, field, word in sorted(wanted - seen - UNUSED):
        yield f"no course of tests/cases has a {owner} whose {field} is {word}"
    for owner, field, word in sorted(UNUSED & seen):
        yield f"a course of tests/cases has a {owner} whose {field} is {word}: it is UNUSED no longer"
    for owner, field, word in sorted(UNUSED - wanted):
        yield f"UNUSED of tests/catalogue/words.py names the {field} {word} of {owner}, which there is not"


def _named() -> Iterator[Word]:
    """Words of tables that are no type of a field."""
    yield from (("Slide", "layout", layout) for layout in ALL_LAYOUTS)
    yield from (("Callout", "role", role) for role in CALLOUTS)
    yield from (("Drawing", "type", type_) for type_ in kinds_of("diagrams").keys() - LOWERED)


def words_of(cls: type, known: set[type] | None = None) -> Iterator[Word]:
    """Every word that a field of the class, or of a class its fields hold, may take."""
    known = set() if known is None else known
    if cls in known or cls is Look:  # the looks of a drawing are those of the course, and gone once it is drawn
        return
    known.add(cls)
    for field, hint in _hints(cls).items():
        for part in _parts(hint):
            if get_origin(part) is Literal and get_args(part) != get_args(Colour):
                yield from ((_owner(cls, field), field, str(word)) for word in get_args(part) if word != "")
            elif isinstance(part, type) and _is_record(part):
                yield from words_of(part, known)


def _owner(cls: type, field: str) -> str:
    """The class that says what the field may hold: the nearest one that annotates it."""
    return next(base.__name__ for base in cls.__mro__ if field in inspect.get_annotations(base))


def _hints(cls: type) -> dict[str, Any]:
    if issubclass(cls, BaseModel):
        return {name: field.annotation for name, field in cls.model_fields.items()}
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}


def _is_record(cls: type) -> bool:
    return dataclasses.is_dataclass(cls) or issubclass(cls, BaseModel)


def _parts(hint: Any) -> Iterator[Any]:
    """The hint without what wraps it: unions, lists, mappings, annotations."""
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _parts(get_args(hint)[0])
    elif origin in (Union, UnionType, tuple, list, dict, Sequence, Mapping):
        for inner in get_args(hint):
            yield from _parts(inner)
    else:
        yield hint


def _see(value: Any, seen: set[Word]) -> None:
    """Remember class, field and text of everything below a value."""
    if isinstance(value, BaseModel) or (dataclasses.is_dataclass(value) and not isinstance(value, type)):
        cls = type(value)
        fields = list(cls.model_fields) if issubclass(cls, BaseModel) else [f.name for f in dataclasses.fields(cls)]
        for field in fields:
            inner = getattr(value, field)
            for one in inner if isinstance(inner, tuple) else (inner,):
                if isinstance(one, str):
                    seen.add((_owner(cls, field), field, one))
                elif one is not None:
                    _see(one, seen)
    elif isinstance(value, (tuple, list)):
        for one in value:
            _see(one, seen)
    elif isinstance(value, Mapping):
        for one in value.values():
            _see(one, seen)
