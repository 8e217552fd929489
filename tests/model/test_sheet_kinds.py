"""What a sheet takes and what it refuses, so that nothing written on it is dropped without a word."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from deckgen.model.sheets import AnySheet, Sheet, Workspace

ADAPTER: TypeAdapter[Sheet] = TypeAdapter(AnySheet)


@pytest.mark.parametrize(
    ("space", "message"),
    [
        ({"table": ["A", "B"], "first": ["One"], "rows": 3}, "leave `rows` out, or `first`"),
        ({"lines": 2, "rows": 3}, "belong to a table"),
        ({"checks": ["Seen"], "first": ["One"]}, "belong to a table"),
        ({"lines": 2, "widths": [1, 2]}, "2 widths for 0 columns"),
        ({"lines": 2, "checks": ["Seen"]}, "exactly one of"),
        ({}, "exactly one of"),
    ],
)
def test_room_to_write_has_one_form_and_nothing_of_another(space: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Workspace.model_validate(space)


def test_a_table_to_write_in_says_its_rows_once() -> None:
    assert Workspace.model_validate({"table": ["A"], "rows": 3}).rows == 3
    assert Workspace.model_validate({"table": ["A"], "first": ["One"]}).first == ("One",)


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"items": ["I know"]}, "items are rated on a scale"), ({"scale": ["No", "Yes"]}, "nothing to rate")],
)
def test_items_and_their_scale_come_together(fields: dict[str, Any], message: str) -> None:
    sheet = {"kind": "followup", "id": "F1", "title": "Card", "purpose": "Tell.", "form": "feedback"}
    assert ADAPTER.validate_python(sheet)
    with pytest.raises(ValidationError, match=message):
        ADAPTER.validate_python({**sheet, **fields})


HANDED = {
    "solo": {"steps": [{"minutes": 3, "phase": "run", "do": "Write."}]},
    "job_aid": {"when": "At night", "situation": "It is late.", "moves": [{"title": "One"}, {"title": "Two"}]},
}


@pytest.mark.parametrize(
    ("kind", "what", "message"),
    [("solo", "material", "no material to hand out"), ("job_aid", "material", "leave `handed_out` out")],
)
def test_what_is_handed_out_is_there_and_is_no_card(kind: str, what: str, message: str) -> None:
    data = {"kind": kind, "id": "S", "title": "Mine", "purpose": "Do it.", **HANDED[kind]}
    assert ADAPTER.validate_python(data).handed_out is None
    with pytest.raises(ValidationError, match=message):
        ADAPTER.validate_python({**data, "handed_out": what})
