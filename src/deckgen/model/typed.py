"""Values as the fields of a record read them: a text keeps its spelling, and every list takes a single value."""

from __future__ import annotations

import typing
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling

_WIDE_BRACKETS = "［］"  # nobody means an entry by them

Form = Literal["text", "texts", "list"]


def typed_by_field(model: type[BaseModel], data: Any) -> Any:
    """The data of a record with values in the form that its fields take; what fits already comes back as it is."""
    if not isinstance(data, dict):
        return data
    changed = {}
    for key, form in _forms(model).items():
        value = data.get(key)
        if value is not None and value is not UNREAD and (typed := _typed(value, form)) is not value:
            changed[key] = typed
    if not changed:
        return data
    made = Located({**data, **changed})
    if isinstance(data, Located):
        made.span, made.spans, made.keys_at = data.span, data.spans, data.keys_at
    return made


def _typed(value: Any, form: Form) -> Any:
    if form == "text":
        return spelling(value) if isinstance(value, bool) else value
    if isinstance(value, list | tuple):
        if form == "texts" and any(isinstance(item, bool) for item in value):
            return [spelling(item) if isinstance(item, bool) else item for item in value]
        return value
    if isinstance(value, str) and value[:1] + value[-1:] == _WIDE_BRACKETS:
        return value
    return LocatedList([_typed(value, "text") if form == "texts" else value])


@cache
def _forms(model: type[BaseModel]) -> dict[str, Form]:
    """The fields of a model that hold a text or a list, by the key they are written under."""
    found = ((field.alias or name, _form(field.annotation)) for name, field in model.model_fields.items())
    return {key: form for key, form in found if form is not None}


def _form(annotation: Any) -> Form | None:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if annotation is str or annotation == str | None:
        return "text"
    if typing.get_origin(annotation) is not tuple:
        return None
    item, *more = typing.get_args(annotation)
    if more != [Ellipsis]:
        return None  # a row of so many cells
    return "texts" if _form(item) == "text" else "list"
