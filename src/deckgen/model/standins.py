"""Values that stand in for wrong or missing ones, so that the rest of a course can be read; they are never printed."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deckgen.base.diagnostics import Span
from deckgen.base.units import Clock, Split
from deckgen.source.node import OPEN, Located, LocatedList

TEXT = "…"
NOWHERE = Span("", 0, 0)  # the place of what was made up
_PLAIN: dict[Any, Any] = {bool: False, Split: "1/0/0", Clock: "09:00", Any: TEXT, type(None): None}


class NoStandInError(Exception):
    """Nothing can be made up for a type."""


def stand_in(field: FieldInfo, number: int) -> Any:
    """A value that is valid for a field; `number` makes ids differ."""
    return field.examples[0] if field.examples else _value(field.annotation, field.metadata, number)


def fill_open(model: type[BaseModel], raw: Any) -> tuple[Any, dict[str, Any]]:
    """Data of a record that can be validated although a draft leaves fields open, and what they hold after that."""
    if not (isinstance(raw, dict) and OPEN in raw.values()):
        return raw, {}
    assert isinstance(raw, Located)  # only what was read can be left open
    left_open = {key for key, value in raw.items() if value is OPEN}
    filled, empty = Located(raw), {}
    filled.span, filled.spans, filled.keys_at = raw.span, raw.spans, raw.keys_at
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in left_open:
            continue
        if field.is_required():
            filled[key] = stand_in(field, 0)
            empty[name] = _empty(field.annotation)
        else:
            del filled[key]
    return filled, empty


def _empty(annotation: Any) -> Any:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return _empty(typing.get_args(annotation)[0])
    if annotation is str or origin is Literal:
        return ""
    return () if origin is tuple else None


def _value(annotation: Any, limits: Iterable[Any], number: int) -> Any:
    limits = list(limits)
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *more = typing.get_args(annotation)
        limits += [limit for part in more for limit in (part.metadata if isinstance(part, FieldInfo) else [part])]
        return _value(inner, limits, number)
    if origin is Literal:
        return typing.get_args(annotation)[0]
    if origin in (typing.Union, types.UnionType):
        return _value(typing.get_args(annotation)[0], limits, number)
    if origin is tuple:
        return _list(typing.get_args(annotation), limits, number)
    if origin is dict:
        return Located()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _record(annotation, number)
    if annotation is str:
        return f"gap-{number}" if any(hasattr(limit, "pattern") and limit.pattern for limit in limits) else TEXT
    if annotation in (int, float):
        least = max((getattr(limit, "ge", None) or 0 for limit in limits), default=0)
        return annotation(max(least, 1))
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    raise NoStandInError(str(annotation))


def _list(parts: tuple[Any, ...], limits: list[Any], number: int) -> LocatedList:
    if len(parts) == 2 and parts[1] is Ellipsis:
        parts = (parts[0],) * max((getattr(limit, "min_length", None) or 0 for limit in limits), default=0)
    items = LocatedList(_value(part, (), number * 10 + index) for index, part in enumerate(parts))
    items.items_at = [NOWHERE] * len(items)
    return items


def _record(model: type[BaseModel], number: int) -> Located:
    record = Located()
    for name, field in model.model_fields.items():
        if field.is_required():
            record[field.alias or name] = stand_in(field, number)
    return record
