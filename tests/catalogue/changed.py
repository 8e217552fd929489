"""Other values for a key: small changes of the one it has, then values made for its type."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

# Texts tried where the type says nothing: prose, then ids and names that the sample courses know, a character, a day, a
# language.
TEXTS = (
    "Something else",
    "O2",
    "B1",
    "B2",
    "S2",
    "C2",
    "F1",
    "信",
    "2026-02-16",
    "zh-CN",
    "Owner",
    "M2",
    "Open points",
    "Said back",
)
NUMBERS = (2, 1, 3, 5, 20, 60)
# What the validators of fields read, by their names.
WRITTEN: dict[str, Sequence[Any]] = {
    "_decode_clock": ("10:15",),
    "_decode_range": ("10-20-40", "30"),
    "_decode_block_minutes": ("3/11/6", "2/1/2", 20),
    "_decode_split": ("3/11/6",),
    "_decode_slide_minutes": (3, 7, "1/1/1"),
    "_check_icon": ("phone", "star"),
    "_decode_focus": ("left", "30 60", [10, 20]),
}


# Records whose keys exclude or need each other.
RECORDS: dict[str, dict[str, Any]] = {
    "Workspace": {"lines": 2},
    "Conditions": {"day": 2},
    "Picture": {"file": "a.png", "alt": "A desk"},
    "SlideTable": {"head": ["One", "Two"], "rows": [["1", "2"]]},
}


def other_values(field: FieldInfo, value: Any) -> Iterator[Any]:
    """Raw values for a field that are not its present one; most are valid, the caller leaves the others out."""
    for other in (*_near(value), *made_for(field.annotation, field.metadata)):
        if other != value:
            yield other


def _near(value: Any) -> Iterator[Any]:
    """Values one small change away."""
    if isinstance(value, str):
        yield f"{value} more"
        yield f"{value}x"
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
        yield value - 1
    elif isinstance(value, list):
        for index, item in enumerate(value):
            many = len(item) if isinstance(item, dict) else 1
            yield from ([*value[:index], near, *value[index + 1 :]] for near in islice(_near(item), many))
        yield [*value, *value[-1:]]
        yield value[:-1]
        yield value[::-1]
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ({**value, key: near} for near in islice(_near(item), 1))


def made_for(annotation: Any, metadata: Sequence[Any] = ()) -> Iterator[Any]:
    """Raw values for a type."""
    while typing.get_origin(annotation) is typing.Annotated:
        annotation, *inner = typing.get_args(annotation)
        metadata = (*inner, *metadata)
    readers = {getattr(getattr(item, "func", None), "__name__", "") for item in metadata}
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if known := readers & WRITTEN.keys():
        yield from WRITTEN[known.pop()]
    elif origin is typing.Literal:
        yield from arguments
    elif origin in (typing.Union, types.UnionType):
        for part in arguments:
            yield from (None,) if part is type(None) else made_for(part)
    elif origin is tuple:
        yield from _lists(arguments, metadata)
    elif origin is dict:
        yield {"Series": [1.0, 2.0]}
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield record_of(annotation)
        yield record_of(annotation, whole=True)
    else:
        plain = {bool: (True, False), int: NUMBERS, float: (1.5, 0.5, 30.0), str: TEXTS}
        yield from typing.cast("dict[Any, Sequence[Any]]", plain)[annotation]


def _lists(arguments: Sequence[Any], metadata: Sequence[Any]) -> Iterator[list[Any]]:
    if arguments[-1] is not Ellipsis:
        yield [next(iter(made_for(part))) for part in arguments]
        return
    parts = [part for item in metadata for part in (item, *getattr(item, "metadata", ()))]
    least = max((getattr(part, "min_length", None) or 1 for part in parts), default=1)
    items = list(islice(made_for(arguments[0]), 8))
    for start in range(len(items)):
        yield [items[(start + number) % len(items)] for number in range(least)]
    yield items[:2]
    yield []


def record_of(model: type[BaseModel], whole: bool = False) -> dict[str, Any]:
    """A raw record: the keys that must be given, or all of them."""
    if model.__name__ in RECORDS:
        return RECORDS[model.__name__]
    wanted = {
        name: field
        for name, field in model.model_fields.items()
        if whole or field.is_required() or name in ("kind", "type")
    }
    return {
        field.alias or name: next(iter(made_for(field.annotation, field.metadata))) for name, field in wanted.items()
    }
