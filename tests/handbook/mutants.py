"""Small changes of a course at every place: other types, other forms, keys misspelt, left out or given per delivery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]
NOTHING = object()


def places(data: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every value in the data, but for that to the whole."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield (*path, key)
        yield from places(value, (*path, key))


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def with_value(data: Any, path: Path, value: Any) -> Any:
    """The data with another value at a place, or without it; what lies beside the way there is shared."""
    step, *rest = path
    owner = data.copy()
    if rest:
        owner[step] = with_value(data[step], tuple(rest), value)
    elif value is NOTHING:
        del owner[step]
    else:
        owner[step] = value
    return owner


def mutants(data: Any, path: Path, deliveries: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The data changed at one place, each with the word for its change."""
    value = at(data, path)
    one, *others = deliveries
    for word, changed in (
        ("number", 7), ("fraction", 2.5), ("switch", True), ("digits", "7"), ("text", "Some words"), ("nothing", None),
        ("empty text", ""), ("empty list", []), ("empty mapping", {}), ("later", "TODO ask"), ("variable", "{{ v }}"),
        ("left out", NOTHING), ("list of one", [value]), ("list of two", [value, value]),
        ("split", "6/8/3"), ("yes", "yes"), ("each", dict.fromkeys(deliveries, value)),
        ("some", {one: value}), ("each in a list", [dict.fromkeys(deliveries, value)]),
    ):  # fmt: skip
        yield word, with_value(data, path, changed)
    if isinstance(value, list) and len(value) == 1:
        yield "alone", with_value(data, path, value[0])
    if isinstance(value, dict):
        yield "kept", with_value(data, path, {**value, "in": [one, *others]})
        yield "noted in one", with_value(data, path, {**value, one: {"todo": "Look it up"}})
        yield "noted", with_value(data, path, {**value, "todo": "Look it up"})
        for key, inner in value.items():
            yield f"{key} replaced", with_value(data, path, {**value, one: {key: inner}})
            rest = {name: item for name, item in value.items() if name != key}
            moved = {name: {key: inner} for name in deliveries}
            yield f"{key} under ids", with_value(data, path, {**rest, **moved})
