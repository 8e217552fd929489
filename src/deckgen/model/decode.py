"""Raw curriculum data into a Course for one delivery, or diagnostics for every mistake in it."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from deckgen.base.diagnostics import Report, Span
from deckgen.model.course import Course
from deckgen.model.variants import specialise
from deckgen.source.node import Located
from deckgen.text.variables import render


def delivery_ids(raw: Any) -> tuple[str, ...]:
    """Ids of the deliveries a course declares, as far as they can be read."""
    listed = raw.get("deliveries") if isinstance(raw, dict) else None
    if not isinstance(listed, list):
        return ()
    return tuple(
        item["id"] for item in listed if isinstance(item, dict) and isinstance(item.get("id"), str)
    )


def decode_course(raw: Any, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
    """The course as one delivery sees it; None when something is wrong, and the report says what.

    `values` are the variables that ``{{ name }}`` in any text stands for; the course's own
    ``variables:`` are their defaults.
    """
    if not isinstance(raw, Located):
        report.add("DG103", "a course is a mapping of keys to values", None, "start with `id: my-course`")
        return None
    special = specialise(raw, delivery, delivery_ids(raw), report)
    declared = special.pop("variables", None) or {}
    if not isinstance(declared, dict):
        report.add("DG103", "variables is a mapping of names to texts", raw.spans.get("variables"))
        declared = {}
    merged = {**{name: str(value) for name, value in declared.items()}, **values}
    filled = _fill(special, merged, report, special.span)
    try:
        return Course.model_validate(filled)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report_error(detail, filled, report)
        return None


def _fill(data: Any, values: Mapping[str, str], report: Report, place: Span | None) -> Any:
    """Replace variables in every text below `data`."""
    if isinstance(data, str):
        text, problem = render(data, values)
        if problem:
            report.add("DG107", problem, place, f"known variables: {', '.join(sorted(values)) or 'none'}")
        return text
    if isinstance(data, list):
        return [_fill(item, values, report, place) for item in data]
    if isinstance(data, Located):
        for key, value in data.items():
            at = data.spans.get(key, place)
            spans = data.items_at.get(key)
            if isinstance(value, list) and spans and len(spans) == len(value):
                data[key] = [_fill(item, values, report, span) for item, span in zip(value, spans, strict=True)]
            else:
                data[key] = _fill(value, values, report, at)
    return data


def _report_error(detail: ErrorDetails, data: Any, report: Report) -> None:
    kind = detail["type"]
    location = detail["loc"]
    place, name = _find(data, location)
    where = f"{name}: " if name else ""
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        _report_unknown_key(location, data, report)
    elif kind == "missing":
        report.add("DG102", f"{location[-1]} is missing", place, f"add `{location[-1]}: …`")
    elif kind in ("union_tag_invalid", "literal_error"):
        _report_unknown_word(detail, where, place, report)
    elif kind == "union_tag_not_found":
        key = str(context.get("discriminator", "kind")).strip("'")
        report.add("DG102", f"{where}{key} is missing", place, f"add `{key}: …`")
    elif kind == "value_error":
        report.add("DG106", where + str(context.get("error", detail["msg"])), place)
    elif kind in ("too_short", "too_long", "string_too_short") or kind.startswith(("greater", "less")):
        report.add("DG105", where + _limit(detail), place)
    elif kind == "string_pattern_mismatch":
        report.add(
            "DG105",
            f"{where}an id has Latin letters, digits, dots, dashes and underscores",
            place,
            "for example B2.2 or 1-day",
        )
    else:
        report.add("DG103", where + _expected(detail), place)


def _report_unknown_key(location: tuple[int | str, ...], data: Any, report: Report) -> None:
    key = str(location[-1])
    owner = _walk(data, location[:-1])
    place = owner.keys_at.get(key, owner.span) if isinstance(owner, Located) else None
    near = difflib.get_close_matches(key, _known_keys(location[:-1]), n=1, cutoff=0.6)
    allowed = ", ".join(sorted(_known_keys(location[:-1])))
    hint = f"did you mean `{near[0]}`?" if near else f"keys here are {allowed}"
    report.add("DG101", f"unknown key {key}", place, hint)


def _report_unknown_word(detail: ErrorDetails, where: str, place: Span | None, report: Report) -> None:
    context = detail.get("ctx", {})
    words = [word.strip(" '\"") for word in str(context.get("expected_tags") or context.get("expected", ""))
             .replace(" or ", ", ").split(",")]  # fmt: skip
    given = context.get("tag") or detail["input"]
    near = difflib.get_close_matches(str(given), words, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"allowed: {', '.join(words)}"
    report.add("DG104", f"{where}{given!s:.60} is not known here", place, hint)


def _limit(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "too_short":
            return f"{context['actual_length']} entries, at least {context['min_length']} are needed"
        case "too_long":
            return f"{context.get('actual_length', 'too many')} entries, at most {context['max_length']} are allowed"
        case "string_too_short":
            return "the text is empty"
        case _:
            given = detail["input"]
            return f"{given} is out of range: {detail['msg'].removeprefix('Input ').lower()}"


_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def _expected(detail: ErrorDetails) -> str:
    given = detail["input"]
    shown = {dict: "a mapping", Located: "a mapping", list: "a list", type(None): "nothing"}.get(type(given))
    what = _EXPECTED.get(detail["type"], detail["msg"])
    return f"{what} is expected here, found {shown or repr(given)[:60]}"


def _walk(data: Any, location: tuple[int | str, ...]) -> Any:
    """The datum at a pydantic location; tags of unions in the location stand for no step."""
    for step in location:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif isinstance(data, dict) and step in data:
            data = data[step]
    return data


def _find(data: Any, location: tuple[int | str, ...]) -> tuple[Span | None, str]:
    """The place of a pydantic location and the name of the last key on the way."""
    place = data.span if isinstance(data, Located) else None
    name = ""
    items: list[Span] | None = None
    for step in location:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            if items and step < len(items):
                place = items[step]
            items = None
        elif isinstance(data, Located) and step in data:
            name = str(step)
            place = data.spans.get(name, place)
            items = data.items_at.get(name)
            data = data[name]
        if isinstance(data, Located) and data.span is not None:
            place = data.span
    return place, name


@cache
def _known_keys(location: tuple[int | str, ...]) -> frozenset[str]:
    """Keys allowed at a pydantic location: those of the model that stands there."""
    models: list[type[BaseModel]] = [Course]
    for step in location:
        if isinstance(step, int):
            continue
        nested = [m for model in models if step in model.model_fields
                  for m in _models_in(model.model_fields[step].annotation)]  # fmt: skip
        tagged = [model for model in models if _tag_of(model) == step]
        models = tagged or nested or models
    return frozenset(key for model in models for key in model.model_fields)


def _tag_of(model: type[BaseModel]) -> str | None:
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
