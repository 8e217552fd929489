"""Which keys may stand where: asked of the models, so that messages and variants know the format."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deckgen.model.course import Course
from deckgen.model.fields import LONG


def known_keys(location: tuple[int | str, ...]) -> frozenset[str]:
    """Keys allowed at a pydantic location, as they are written."""
    return _keys_of(models_at(location))


@cache
def _keys_of(models: tuple[type[BaseModel], ...]) -> frozenset[str]:
    return frozenset(field.alias or key for model in models for key, field in model.model_fields.items())


def models_at(location: tuple[int | str, ...]) -> tuple[type[BaseModel], ...]:
    """The models that may stand at a pydantic location."""
    return _follow(tuple(step for step in location if not isinstance(step, int)))[0]


def path_of(raw: Any, location: tuple[int | str, ...]) -> tuple[str | int, ...]:
    """The way in `raw` that a pydantic location goes: without the tags of unions and the steps of validators."""
    path: list[str | int] = []
    tags = iter(_follow(tuple(step for step in location if not isinstance(step, int)))[1])
    for step in location:
        if isinstance(step, str):
            known = not next(tags) and isinstance(raw, dict) and step in raw
        else:
            known = isinstance(raw, list) and step < len(raw)
        if known:
            path.append(step)
            raw = raw[step]
    return tuple(path)


@cache
def _follow(steps: tuple[str, ...]) -> tuple[tuple[type[BaseModel], ...], tuple[bool, ...]]:
    """The models at the end of the words of a location, and which of the words are tags that choose one of several."""
    models: tuple[type[BaseModel], ...] = (Course,)
    tags = []
    for step in steps:
        chosen = tuple(model for model in models if tag_of(model) == step) if len(models) > 1 else ()
        nested = tuple(
            inner
            for model in models
            if (field := field_of(model, step)) is not None
            for inner in _models_in(field.annotation)
        )
        tags.append(bool(chosen))
        models = chosen or nested or models
    return models, tuple(tags)


def field_of(model: type[BaseModel], key: str) -> FieldInfo | None:
    """The field of a model that is written under a key."""
    named = model.model_fields.get(key)
    if named is not None and named.alias in (None, key):
        return named
    return next((field for field in model.model_fields.values() if field.alias == key), named)


def tag_of(model: type[BaseModel]) -> str | None:
    """The word that stands under `kind` or `type` for this model, where it is one of several."""
    for key in ("kind", "type"):
        field = model.model_fields.get(key)
        if field is not None:
            words = typing.get_args(field.annotation)
            if words:
                return str(words[0])
    return None


def records_in(field: FieldInfo) -> tuple[type[BaseModel], ...]:
    """The models that a field holds, alone or in a list."""
    return tuple(_models_in(field.annotation))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model class inside a type annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _models_in(part)


@cache
def all_models() -> frozenset[type[BaseModel]]:
    """Every model of the format."""
    seen: set[type[BaseModel]] = set()
    queue: list[type[BaseModel]] = [Course]
    while queue:
        model = queue.pop()
        if model not in seen:
            seen.add(model)
            queue.extend(inner for field in model.model_fields.values() for inner in _models_in(field.annotation))
    return frozenset(seen)


@cache
def format_keys() -> frozenset[str]:
    """Every key of the format, at any depth."""
    keys = {field.alias or key for model in all_models() for key, field in model.model_fields.items()}
    return frozenset(keys) | {"in", "variables"}


@cache
def long_places() -> frozenset[tuple[str, str]]:
    """Where long texts stand, which may have lists, blocks and several paragraphs: the key of the record, and its own.

    The same key is long in one record and short in another: `text` of a slide, and of a card.
    """
    within: dict[type[BaseModel], set[str]] = {Course: {""}}
    for model in all_models():
        for key, field in model.model_fields.items():
            for record in _models_in(field.annotation):
                within.setdefault(record, set()).add(field.alias or key)
    return frozenset(
        (parent, field.alias or key)
        for model, parents in within.items()
        for key, field in model.model_fields.items()
        if is_long(field)
        for parent in parents
    )


def is_long(field: FieldInfo) -> bool:
    """Whether a field holds long texts, alone or in a list."""
    return LONG in field.metadata or _holds_long(field.annotation)


def _holds_long(annotation: Any) -> bool:
    """Whether a long text stands somewhere inside a type annotation."""
    inside = typing.get_args(annotation)
    return LONG in inside or any(_holds_long(part) for part in inside)
