"""A single value is a list of one, under every key that takes a list."""

from __future__ import annotations

from deckgen.handbook.meanings import described
from deckgen.handbook.shapes import Shape, shapes_of
from deckgen.model.keys import all_models
from deckgen.model.typed import typed_by_field

LISTS = [
    (model, key, shape)
    for model in sorted(all_models(), key=described)
    for key, shape in shapes_of(model).items()
    if shape.what == "list"
]


def depth(shape: Shape) -> int:
    return 1 + depth(shape.items[0]) if shape.what == "list" else 0


def test_every_key_that_takes_a_list_takes_a_single_value() -> None:
    assert len(LISTS) > 100
    for model, key, shape in LISTS:
        for single in ("O1", 7, {"title": "A"}):
            value = typed_by_field(model, {key: single})[key]
            for _ in range(depth(shape)):
                assert isinstance(value, list) and len(value) == 1, f"{described(model)}.{key}: {single}"
                (value,) = value
