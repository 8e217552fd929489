"""Colours: contrast after WCAG 2, tints as Office shows them, places in the colour scheme."""

from __future__ import annotations

import pytest

from deckgen.theme.colours import SchemeColour, contrast, nearest_fill, read_scheme_colour, tint
from default_theme import THEME


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "000000", 21.0),
        ("777777", "FFFFFF", 4.48),
        ("FF0000", "FFFFFF", 4.0),
        ("123456", "123456", 1.0),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "mod", "off", "shown"),
    [
        ("1B4B5C", 100, 0, "1B4B5C"),
        ("000000", 15, 85, "D9D9D9"),
        ("FFFFFF", 50, 0, "808080"),
        ("808080", 100, 50, "FFFFFF"),
    ],
)
def test_a_tint_is_what_office_shows(colour: str, mod: int, off: int, shown: str) -> None:
    made = tint(colour, mod, off)
    assert all(abs(int(made[at : at + 2], 16) - int(shown[at : at + 2], 16)) <= 1 for at in (0, 2, 4)), made


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("accent1", SchemeColour("accent1")),
        ("accent3 15/85", SchemeColour("accent3", 15, 85)),
        ("dk1", SchemeColour("dk1")),
        ("accent7", None),
        ("accent1 15", None),
        ("", None),
    ],
)
def test_a_place_in_the_scheme_is_read(text: str, place: SchemeColour | None) -> None:
    assert read_scheme_colour(text) == place


@pytest.mark.parametrize(
    ("colour", "role"),
    [("FFFFFF", "paper"), ("1B4B5C", "primary"), ("B54010", "accent"), ("000000", "ink")],
)
def test_a_colour_of_a_template_is_the_nearest_one_of_the_theme(colour: str, role: str) -> None:
    assert nearest_fill(colour, THEME.colours) == role
