"""Every record in the data of a course with its model, and the shortest example of every key in a set of courses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from deckgen.handbook.shapes import Shape, shapes_of
from deckgen.model.blocks import BLOCKS, Block
from deckgen.model.course import Course
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES, Slide

Way = tuple[str | int, ...]
Found = tuple[Way, type[BaseModel], Mapping[str, Any]]
"""The way to a record, its model, and the record."""

LONGEST = 70  # characters of an example that stands in a row of a table
COURSE = Shape("record", models=(Course,))
SHEET = Shape("record", models=tuple(SHEETS.values()))


def records_in(raw: Any, shape: Shape = COURSE, path: Way = ()) -> Iterator[Found]:
    """Every record in data that a key of this shape holds; what stands under the id of a delivery is part of it."""
    if isinstance(raw, list):
        inner = shape.items[0] if shape.what == "list" else shape
        for number, item in enumerate(raw):
            yield from records_in(item, inner, (*path, number))
    elif isinstance(raw, dict):
        while shape.what == "list":
            (shape,) = shape.items
        if shape.what == "record":
            yield from _in_mapping(raw, shape, path)


def _in_mapping(raw: Mapping[str, Any], shape: Shape, path: Way) -> Iterator[Found]:
    model = model_of(raw, shape)
    shapes = shapes_of(model)
    known = {*shapes, "in", "todo", "variables"}
    if known.isdisjoint(raw):  # one for each delivery
        for name, item in raw.items():
            yield from records_in(item, shape, (*path, name))
        return
    yield path, model, raw
    for key, value in raw.items():
        if key in shapes:
            in_place = key in ("sheet", "sheets") and issubclass(model, Slide | Block)
            yield from records_in(value, SHEET if in_place else shapes[key], (*path, key))
        elif key not in known and isinstance(value, dict):
            for inner, item in value.items():
                yield from records_in(item, shapes[inner], (*path, key, inner)) if inner in shapes else ()


def model_of(raw: Mapping[str, Any], shape: Shape) -> type[BaseModel]:
    """The model of a record: by its kind or type, or by what follows where it is left out."""
    if len(shape.models) == 1:
        return shape.models[0]
    words = {shapes_of(model)[tag].words[0]: model for model in shape.models for tag in (tag_of(model),)}
    word = raw.get(tag_of(shape.models[0]))
    if isinstance(word, str) and word in words:
        return words[word]
    usual = BLOCKS["lesson"] if issubclass(shape.models[0], Block) else shape.models[0]
    return SLIDES["activity" if "sheet" in raw else "concept"] if issubclass(shape.models[0], Slide) else usual


def tag_of(model: type[BaseModel]) -> str:
    """The key that says which of several kinds a record is."""
    return "type" if "type" in model.model_fields and "kind" not in _kinds(model) else "kind"


def _kinds(model: type[BaseModel]) -> set[str]:
    """Keys of a model that hold its own word."""
    return {key for key, shape in shapes_of(model).items() if len(shape.words) == 1}


def examples_of(courses: Iterable[Any], shape: Shape = COURSE) -> dict[tuple[type[BaseModel], str], str]:
    """The shortest example of every key of every model in these courses, as YAML on one line where it is that short.

    A key counts for the model that brings it; one that is only there in longer form has an empty example.
    """
    shortest: dict[tuple[type[BaseModel], str], str] = {}
    for course in courses:
        for _, model, record in records_in(course, shape):
            for key, value in record.items():
                if key not in shapes_of(model):
                    continue
                owner, written = owner_of(model, key), _line(key, value)
                known = shortest.get((owner, key), "")
                if (owner, key) not in shortest or (written and (not known or len(written) < len(known))):
                    shortest[owner, key] = written
    return shortest


def owner_of(model: type[BaseModel], key: str) -> type[BaseModel]:
    """The model that brings a key: the last of its line of descent that has it."""
    return next(
        base for base in reversed(model.__mro__) if key in getattr(base, "model_fields", ()) or key in _aliases(base)
    )


def _aliases(model: type) -> set[str]:
    return {info.alias for info in getattr(model, "model_fields", {}).values() if info.alias}


def _line(key: str, value: Any) -> str:
    """A key and its value as one line of YAML; empty when that is long, or a record that has a table of its own."""
    text = f"{key}: {_flow(value)}"
    return text if len(text) <= LONGEST else ""


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        plain = (
            value and value.strip() == value and not set(value) & set(":#,[]{}&*!|>'\"%@`\n") and value[0] not in "-?"
        )
        return value if plain and not _reads_as_other(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if not isinstance(value, int | float) or isinstance(value, bool) else str(value)


def _reads_as_other(text: str) -> bool:
    """Whether YAML may take a plain text for a number, a switch or nothing."""
    return text[0] in "0123456789.+~" or text.lower() in ("true", "false", "null", "yes", "no", "on", "off")
