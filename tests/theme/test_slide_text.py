from pathlib import Path

import pytest

from deckgen.theme import read_theme, shipped_themes
from deckgen.theme.slide_text import line_height, list_indent, paragraph_size

THEME = read_theme(shipped_themes() / "default", Path.read_bytes)[0]


@pytest.mark.parametrize(
    ("slot", "role", "size", "expected"),
    [
        ("body", "body", 22.0, 22.0),
        ("body", "", 22.0, 22.0),
        ("takeaway", "body", 22.0, 22.0),  # the neutral role follows its slot
        ("body", "lead", 24.0, 18.0),  # a role of its own has its own size
        ("body", "takeaway", 20.0, 20.0),  # but is never larger than the slot's text
        ("body", "nobody", 24.0, 24.0),
    ],
)
def test_size_of_a_paragraph_in_a_slot(slot: str, role: str, size: float, expected: float) -> None:
    assert THEME is not None
    assert paragraph_size(THEME, slot, role, size) == expected


def test_lists_hang_by_1_2_em_a_level() -> None:
    assert list_indent(20) == pytest.approx(24.0)
    assert list_indent(20, 1) == pytest.approx(48.0)


def test_lines_are_1_2_em_times_the_spacing_of_the_role() -> None:
    assert THEME is not None
    assert line_height(THEME, "lead", 20) == pytest.approx(24.0)
    assert line_height(THEME, "body", 20) == pytest.approx(24.0 * THEME.slide_text["body"].spacing)
    assert line_height(THEME, "nobody", 20) == pytest.approx(24.0)
