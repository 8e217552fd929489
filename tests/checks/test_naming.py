"""Which texts name whom."""

from __future__ import annotations

import pytest

from deckgen.checks.naming import find_names

TEXTS = ("小楠和罗刚", "", "Ann and ANN", "罗刚", "小", "楠")


@pytest.mark.parametrize(
    ("name", "places"), [("小楠", [0]), ("罗刚", [0, 3]), ("ann", [2]), ("Zoe", []), ("刚", [0, 3]), ("楠", [0, 5])]
)
def test_every_text_that_holds_a_name_is_found_once(name: str, places: list[int]) -> None:
    assert find_names([name], TEXTS) == {name: places}


def test_several_names_are_found_at_once() -> None:
    assert find_names(["Ann", "罗刚"], TEXTS) == {"Ann": [2], "罗刚": [0, 3]}
    assert find_names(["Ann"], ()) == {"Ann": []}
