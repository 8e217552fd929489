"""Exercise sheets: what their numbers must agree on, and the minutes that turns take."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from adapters import read_sheet
from deckgen.model.sheets import Practice, PreworkSheet, SelftestSheet, Workspace

STEPS = [{"minutes": 5, "phase": "run", "do": "Answer"}]
SELFTEST: dict[str, Any] = {
    "kind": "selftest", "id": "S", "title": "T", "purpose": "P", "steps": STEPS, "scale": ["never", "often", "always"],
    "items": [f"Line {number}" for number in range(10)], "scoring": "Add up",
}  # fmt: skip


def bands(*edges: tuple[int, int]) -> list[dict[str, Any]]:
    return [{"low": low, "high": high, "title": "B", "advice": "A"} for low, high in edges]


def selftest(*edges: tuple[int, int]) -> SelftestSheet:
    sheet = read_sheet({**SELFTEST, "bands": bands(*edges)})
    assert isinstance(sheet, SelftestSheet)
    return sheet


def test_bands_cover_every_score_once() -> None:
    assert [band.low for band in selftest((10, 16), (17, 24), (25, 30)).bands] == [10, 17, 25]


@pytest.mark.parametrize(
    "edges",
    [
        ((10, 16), (16, 24), (25, 30)),
        ((10, 16), (18, 24), (25, 30)),
        ((9, 16), (17, 24), (25, 30)),
        ((10, 16), (17, 24), (25, 29)),
        ((10, 16), (17, 24), (25, 31)),
        ((10, 16), (17, 15), (16, 30)),
    ],
)
def test_bands_with_a_gap_or_a_score_too_many_are_refused(edges: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValidationError, match="band"):
        selftest(*edges)


@pytest.mark.parametrize(
    ("rounds", "seconds", "swaps", "minutes"), [(4, 180, 3, 13.5), (1, 60, 0, 1.0), (3, 200, 2, 11.0)]
)
def test_turns_take_their_seconds_and_half_a_minute_a_swap(
    rounds: int, seconds: int, swaps: int, minutes: float
) -> None:
    assert Practice(rounds=rounds, seconds=seconds, swaps=swaps).minutes == minutes


@pytest.mark.parametrize(
    "room", [{}, {"lines": 3, "checks": ["a"]}, {"table": ["A"], "fields": ["b"]}, {"table": ["A", "B"], "widths": [1]}]
)
def test_room_to_write_has_one_form(room: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Workspace.model_validate(room)


def test_a_sheet_that_runs_needs_steps_and_its_minutes_are_theirs() -> None:
    sheet = selftest((10, 16), (17, 24), (25, 30))
    assert sheet.minutes == 5
    with pytest.raises(ValidationError, match="steps"):
        read_sheet({**SELFTEST, "bands": bands((10, 30)), "steps": []})


def test_what_is_sent_before_the_course_is_not_handed_out_in_it() -> None:
    sheet = {
        "kind": "prework", "id": "P1", "title": "Remember", "purpose": "Bring cases.", "deadline": "Before",
        "effort": 5, "reader": "You", "used_in": "B1",
    }  # fmt: skip
    assert PreworkSheet.model_validate(sheet).handed_out is None
    with pytest.raises(ValidationError, match="it is sent before the course"):
        PreworkSheet.model_validate({**sheet, "handed_out": "sheet"})
