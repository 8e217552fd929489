"""Raw curriculum data into a Course for one delivery, or diagnostics for every mistake in it."""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from deckgen.base.diagnostics import Report, Span
from deckgen.model.course import Course
from deckgen.model.variants import specialise
from deckgen.source.node import UNREAD, Located, LocatedList, is_unread, locate
from deckgen.text.phrases import LANGUAGES, has_phrases
from deckgen.text.variables import render

# Top-level lists that may be put together from several included files.
_SPLICED = ("sheets", "modules", "questions", "glossary", "coverage", "materials")


def delivery_ids(raw: Any) -> tuple[str, ...]:
    """Ids of the deliveries a course declares, as far as they can be read."""
    listed = raw.get("deliveries") if isinstance(raw, dict) else None
    if not isinstance(listed, list):
        return ()
    return tuple(item["id"] for item in listed if isinstance(item, dict) and isinstance(item.get("id"), str))


def decode_course(raw: Any, delivery: str, values: Mapping[str, str], report: Report) -> Course | None:
    """The course as one delivery sees it; None when something is wrong, and the report says what.

    `report` holds the mistakes of this course alone, so that none of them leads to others.
    `values` are the variables that ``{{ name }}`` in any text stands for; the course's own
    ``variables:`` are their defaults.
    """
    if raw is UNREAD:
        return None
    if not isinstance(raw, Located):
        report.add("DG103", "a course is a mapping of keys to values", None, "start with `id: my-course`")
        return None
    _check_delivery_ids(raw, report)
    if delivery in format_keys() or any(item.code == "DG206" for item in report):
        return None
    ids = [name for name in delivery_ids(raw) if name not in format_keys()]
    special = specialise(raw, delivery, ids, report, format_keys())
    declared = special.pop("variables", None) or {}
    if not isinstance(declared, dict):
        report.add(
            "DG103",
            "variables: a mapping of names to texts is expected here",
            raw.spans.get("variables"),
            "for example `variables: {client: Example Ltd}`",
        )
        declared = {}
    merged = {**{name: str(value) for name, value in declared.items()}, **values}
    _splice(special)
    filled = _fill(special, merged, report, special.span)
    try:
        course = Course.model_validate(filled)
    except ValidationError as error:
        details = error.errors(include_url=False)
        meant = _misspelt(details)
        for detail in details:
            if detail["type"] != "missing" or detail["loc"] not in meant:
                _report_error(detail, filled, report)
        return None
    if not has_phrases(course.language):
        report.add(
            "DG104",
            f"language: there are no phrases for {course.language}",
            course.at("language"),
            f"allowed: {', '.join(LANGUAGES)}",
        )
    # A course of which something is doubtful is not worth a second opinion.
    return None if report.has_errors else course


def _check_delivery_ids(raw: Located, report: Report) -> None:
    """A delivery id stands where keys stand, so it must be no key itself, and no other delivery's id."""
    listed = raw.get("deliveries")
    seen: dict[str, Span | None] = {}
    for item in listed if isinstance(listed, list) else ():
        name = item.get("id") if isinstance(item, Located) else None
        if isinstance(name, str) and name in format_keys():
            report.add(
                "DG108",
                f"a delivery cannot be called {name}: that is a key of the format",
                item.spans.get("id"),
                "choose an id such as 1-day or 90-min",
            )
        if isinstance(name, str):
            if name in seen:
                message = f"delivery id {name} is used twice, first at {seen[name]}"
                report.add("DG206", message, item.spans.get("id"), "give one of them another id")
            seen.setdefault(name, item.spans.get("id"))


def _splice(course: Located) -> None:
    """Lists made of included lists (`sheets`, `questions`, ...) become one list each."""
    for key in _SPLICED:
        listed = course.get(key)
        if not isinstance(listed, LocatedList):
            continue
        flat = LocatedList()
        flat.span = listed.span
        for item, span in zip(listed, listed.items_at, strict=True):
            inner = isinstance(item, LocatedList)
            flat.extend(item if inner else [item])
            flat.items_at.extend(item.items_at if inner else [span])
        course[key] = flat


def _fill(data: Any, values: Mapping[str, str], report: Report, place: Span | None) -> Any:
    """Replace variables in every text below `data`."""
    if isinstance(data, str):
        text, problem = render(data, values)
        if problem:
            report.add("DG107", problem, place, f"known variables: {', '.join(sorted(values)) or 'none'}")
        return text
    if isinstance(data, LocatedList):
        for index, (item, span) in enumerate(zip(data, data.items_at, strict=True)):
            data[index] = _fill(item, values, report, span)
    elif isinstance(data, Located):
        for key, value in data.items():
            data[key] = _fill(value, values, report, data.spans.get(key, place))
    return data


def _misspelt(details: Sequence[ErrorDetails]) -> set[tuple[int | str, ...]]:
    """Where a key is missing only because it was misspelt: the unknown key says so already."""
    made: set[tuple[int | str, ...]] = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *owner, key = detail["loc"]
            near = difflib.get_close_matches(str(key), _known_keys(tuple(owner)), n=1, cutoff=0.6)
            made.update((*owner, name) for name in near)
    return made


def _report_error(detail: ErrorDetails, data: Any, report: Report) -> None:
    kind = detail["type"]
    location = detail["loc"]
    path = _path(data, location)
    if is_unread(data, path) or _is_follow_on(detail):
        return
    place = locate(data, path)
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    where = f"{name}: " if name else ""
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        _report_unknown_key(path, location, detail["input"], data, report)
    elif kind == "missing" and isinstance(location[-1], int):
        report.add("DG105", f"{where}value number {location[-1] + 1} is missing", place, "write all its values")
    elif kind == "missing":
        report.add("DG102", f"{location[-1]} is missing", place, f"add `{location[-1]}: …`")
    elif kind in ("union_tag_invalid", "literal_error"):
        if kind == "union_tag_invalid":
            tag = str(context.get("discriminator", "kind")).strip("'").removesuffix("()")
            place = locate(data, (*path, tag if tag in ("kind", "type") else "kind"))
        _report_unknown_word(detail, where, place, report)
    elif kind == "union_tag_not_found":
        key = str(context.get("discriminator", "kind")).strip("'")
        words = sorted({word for model in _models_at(location) if (word := _tag_of(model))})
        report.add("DG102", f"{where}{key} is missing", place, f"add `{key}: …`, one of {', '.join(words)}")
    elif kind == "value_error":
        # A validator of one value says how it is written, one of a whole record what does not agree in it.
        code = "DG106" if isinstance(detail["input"], Located) else "DG103"
        hint = "make the values agree" if code == "DG106" else "write it in the form the message shows"
        report.add(code, where + str(context["error"]), place, hint)
    elif kind in ("too_short", "too_long", "string_too_short", "string_too_long") or "than" in kind:
        report.add("DG105", where + _limit(detail), place, _limit_hint(kind))
    elif kind == "string_pattern_mismatch":
        report.add(
            "DG105",
            f"{where}an id has Latin letters, digits, dots, dashes and underscores",
            place,
            "for example B2.2 or 1-day",
        )
    else:
        report.add("DG103", where + _expected(detail), place, _expected_hint(detail))


def _is_follow_on(detail: ErrorDetails) -> bool:
    """Whether a list is too short only because its wrong entries, reported by themselves, are not counted."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _report_unknown_key(
    path: tuple[str | int, ...],
    location: tuple[int | str, ...],
    detail_input: Any,
    data: Any,
    report: Report,
) -> None:
    key = str(location[-1])
    known = _known_keys(location[:-1])
    if " " in key and detail_input is None:
        report.add(
            "DG101",
            f"unknown key {key}",
            locate(data, path, key=True),
            "a comma inside { } begins a new key: put the text before it in quotes",
        )
        return
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f"did you mean `{near[0]}`?" if near else f"keys here are {', '.join(sorted(known))}"
    report.add("DG101", f"unknown key {key}", locate(data, path, key=True), hint)


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
            return f"{_entries(len(detail['input']))}, at least {context['min_length']} are needed"
        case "too_long":
            return f"{_entries(len(detail['input']))}, at most {context['max_length']} are allowed"
        case "string_too_short":
            return "the text is empty"
        case "string_too_long":
            return f"the text is longer than {context['max_length']} characters"
        case _:
            limits = {"ge": "at least {}", "gt": "more than {}", "le": "at most {}", "lt": "less than {}"}
            wanted = next(words.format(f"{context[key]:g}") for key, words in limits.items() if key in context)
            return f"{detail['input']} is out of range, it is {wanted}"


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _limit_hint(kind: str) -> str:
    if "than" in kind:
        return "choose a number within the range"
    if kind == "string_too_short":
        return "write the text, or leave the key out"
    return {"too_short": "add what is missing", "too_long": "leave some out, or split it over two"}.get(
        kind, "shorten it"
    )


_NUMBERS = {"finite_number": "a plain number", "int_parsing_size": "a smaller number"}
_EXPECTED = _NUMBERS | {
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
    shown = {Located: "a mapping", LocatedList: "a list", type(None): "nothing"}.get(type(given))
    what = _EXPECTED.get(detail["type"], detail["msg"])
    return f"{what} is expected here, found {shown or repr(given)[:60]}"


def _expected_hint(detail: ErrorDetails) -> str:
    given, what = detail["input"], _EXPECTED.get(detail["type"], "")
    if given is None:
        return "write a value after the colon, or leave the key out"
    if what == "a text":
        plain = isinstance(given, bool | int | float)
        return f'put it in quotes: "{given}"' if plain else "write one text; if it holds a colon, put it in quotes"
    if what == "a list":
        return "write [one, two], or each item on a line of its own after a dash"
    if what == "a mapping":
        return "write keys with values, for example {key: value}"
    return f"write {what or 'a value of that form'}, without quotes"


def _path(data: Any, location: tuple[int | str, ...]) -> tuple[str | int, ...]:
    """A pydantic location without the tags of unions, which stand for no step in the data."""
    made: list[str | int] = []
    for step in location:
        known = (isinstance(data, dict) and step in data) or (
            isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if known:
            made.append(step)
            data = data[step]
    return tuple(made)


def _known_keys(location: tuple[int | str, ...]) -> frozenset[str]:
    """Keys allowed at a pydantic location, as they are written."""
    return frozenset(field.alias or key for model in _models_at(location) for key, field in model.model_fields.items())


@cache
def _models_at(location: tuple[int | str, ...]) -> tuple[type[BaseModel], ...]:
    """The models that may stand at a pydantic location."""
    models: list[type[BaseModel]] = [Course]
    for step in location:
        if isinstance(step, int):
            continue
        nested = [m for model in models if step in model.model_fields
                  for m in _models_in(model.model_fields[step].annotation)]  # fmt: skip
        tagged = [model for model in models if _tag_of(model) == step]
        models = tagged or nested or models
    return tuple(models)


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


@cache
def format_keys() -> frozenset[str]:
    """Every key of the format, at any depth."""
    seen: set[type[BaseModel]] = set()
    queue: list[type[BaseModel]] = [Course]
    while queue:
        model = queue.pop()
        if model not in seen:
            seen.add(model)
            queue.extend(found for field in model.model_fields.values() for found in _models_in(field.annotation))
    keys = {field.alias or key for model in seen for key, field in model.model_fields.items()}
    return frozenset(keys) | {"in", "variables"}
