"""Which keys may stand where: asked of the models, so that messages and variants know the format."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

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
    return _models_along(tuple(step for step in location if not isinstance(step, int)))


@cache
def _models_along(steps: tuple[str, ...]) -> tuple[type[BaseModel], ...]:
    models: list[type[BaseModel]] = [Course]
    for step in steps:
        nested = [m for model in models if step in model.model_fields
                  for m in _models_in(model.model_fields[step].annotation)]  # fmt: skip
        tagged = [model for model in models if tag_of(model) == step]
        models = tagged or nested or models
    return tuple(models)


def tag_of(model: type[BaseModel]) -> str | None:
    """The word that stands under `kind` or `type` for this model, where it is one of several."""
    for key in ("kind", "type"):
        field = model.model_fields.get(key)
        if field is not None:
            words = typing.get_args(field.annotation)
            if words:
                return str(words[0])
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model class inside a type annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _models_in(part)


@cache
def _all_models() -> frozenset[type[BaseModel]]:
    """Every model of the format."""
    seen: set[type[BaseModel]] = set()
    queue: list[type[BaseModel]] = [Course]
    while queue:
        model = queue.pop()
        if model not in seen:
            seen.add(model)
            queue.extend(found for field in model.model_fields.values() for found in _models_in(field.annotation))
    return frozenset(seen)


@cache
def format_keys() -> frozenset[str]:
    """Every key of the format, at any depth."""
    keys = {field.alias or key for model in _all_models() for key, field in model.model_fields.items()}
    return frozenset(keys) | {"in", "variables"}


@cache
def long_keys() -> frozenset[str]:
    """The keys that hold long texts, which may have lists and several paragraphs."""
    return frozenset(
        field.alias or key
        for model in _all_models()
        for key, field in model.model_fields.items()
        if LONG in field.metadata or _holds_long(field.annotation)
    )


def _holds_long(annotation: Any) -> bool:
    """Whether a long text stands somewhere inside a type annotation."""
    inside = typing.get_args(annotation)
    return LONG in inside or any(_holds_long(part) for part in inside)
