"""Values as the fields of a record read them: a text keeps its spelling, and every list takes a single value."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from deckgen.base.diagnostics import Span
from deckgen.model.short_forms import ShortForm
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList
from deckgen.source.scalars import spelling

_WIDE_BRACKETS = "［］"  # nobody means an entry by them


class Form(NamedTuple):
    """How deep the lists of a field go, none for a single value; whether a switch is a text there; records in short."""

    depth: int
    of_texts: bool = False
    short: ShortForm | None = None

    @property
    def inner(self) -> Form:
        """The form of an entry."""
        return _inner(self)


@cache
def _inner(form: Form) -> Form:
    return form._replace(depth=form.depth - 1)


_ANYTHING = Form(0)
_TEXT = Form(0, of_texts=True)


def typed_by_field(model: type[BaseModel], raw: Any) -> Any:
    """The data of a record with values in the form that its fields take; what fits already comes back as it is."""
    if not isinstance(raw, dict):
        return raw
    places = raw.spans if isinstance(raw, Located) else {}
    texts, forms = _forms(model)
    changed = {}
    for key, value in raw.items():
        if key in texts:
            if type(value) is str:
                continue
            form = _TEXT
        elif (other := forms.get(key)) is not None:
            form = other
        else:
            continue
        if (typed := _typed(value, form, places.get(key))) is not value:
            changed[key] = typed
    if not changed:
        return raw
    typed_record = Located({**raw, **changed})
    if isinstance(raw, Located):
        typed_record.span, typed_record.spans, typed_record.keys_at = raw.span, raw.spans, raw.keys_at
    return typed_record


def _typed(value: Any, form: Form, place: Span | None) -> Any:
    if value is None or value is UNREAD or value is OPEN:
        return value
    if form.depth == 0:
        if form.short:
            return form.short.widen(value, place)
        return spelling(value) if form.of_texts and isinstance(value, bool) else value
    if isinstance(value, str) and value[:1] + value[-1:] == _WIDE_BRACKETS:
        return value
    if not isinstance(value, list | tuple):
        return LocatedList([_typed(value, form.inner, place)])
    places = value.items_at if isinstance(value, LocatedList) and value.items_at else [place] * len(value)
    typed = [_typed(item, form.inner, at) for item, at in zip(value, places, strict=True)]
    return value if all(new is old for new, old in zip(typed, value, strict=True)) else typed


@cache
def _forms(model: type[BaseModel]) -> tuple[frozenset[str], dict[str, Form]]:
    """The keys under which a text is written, and the form of what else of the fields has one, by key."""
    forms = {field.alias or name: _form(field.annotation, field.metadata) for name, field in model.model_fields.items()}
    texts = frozenset(key for key, form in forms.items() if form == _TEXT)
    return texts, {key: form for key, form in forms.items() if form != _ANYTHING and key not in texts}


def _form(annotation: Any, metadata: Sequence[Any] = ()) -> Form:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation, *more = typing.get_args(annotation)
        metadata = [*metadata, *more]
    short = next((mark for mark in metadata if isinstance(mark, ShortForm)), None)
    if short:
        return Form(0, short=short)
    if annotation in (str, int, float, str | None, int | None, float | None):
        return _TEXT  # a switch is no number: as a text it is refused
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        values = [one for one in typing.get_args(annotation) if one is not type(None)]
        return _TEXT if len(values) == 1 and _form(values[0]) == _TEXT else _ANYTHING
    if typing.get_origin(annotation) is not tuple:
        return _ANYTHING
    item, *rest = typing.get_args(annotation)
    if rest != [Ellipsis]:
        return _ANYTHING  # a row of so many cells
    inside = _form(item)
    return inside._replace(depth=inside.depth + 1)
