"""Values as the fields of a record read them: a text keeps its spelling, and every list takes a single value."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any

from pydantic import BaseModel

from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling

_WIDE_BRACKETS = "［］"  # nobody means an entry by them

Form = tuple[int, bool]
"""How deep the lists of a field go, none for a single value, and whether texts stand in them."""


def typed_by_field(model: type[BaseModel], data: Any) -> Any:
    """The data of a record with values in the form that its fields take; what fits already comes back as it is."""
    if not isinstance(data, dict):
        return data
    changed = {}
    for key, form in _forms(model).items():
        value = data.get(key)
        if (typed := _typed(value, form)) is not value:
            changed[key] = typed
    if not changed:
        return data
    made = Located({**data, **changed})
    if isinstance(data, Located):
        made.span, made.spans, made.keys_at = data.span, data.spans, data.keys_at
    return made


def _typed(value: Any, form: Form) -> Any:
    depth, of_texts = form
    if value is None or value is UNREAD or value is OPEN:
        return value
    if depth == 0:
        return spelling(value) if of_texts and isinstance(value, bool) else value
    if isinstance(value, str) and value[:1] + value[-1:] == _WIDE_BRACKETS:
        return value
    if not isinstance(value, list | tuple):
        return LocatedList([_typed(value, (depth - 1, of_texts))])
    typed = [_typed(item, (depth - 1, of_texts)) for item in value]
    return value if all(new is old for new, old in zip(typed, value, strict=True)) else typed


@cache
def _forms(model: type[BaseModel]) -> dict[str, Form]:
    """The fields of a model that hold a text or a list, by the key they are written under."""
    found = ((field.alias or name, _form(field.annotation)) for name, field in model.model_fields.items())
    return {key: form for key, form in found if form != (0, False)}


def _form(annotation: Any) -> Form:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if annotation is str or annotation == str | None:
        return 0, True
    if typing.get_origin(annotation) is not tuple:
        return 0, False
    item, *more = typing.get_args(annotation)
    if more != [Ellipsis]:
        return 0, False  # a row of so many cells
    depth, of_texts = _form(item)
    return depth + 1, of_texts
