"""A theme that writes light on dark: what follows from its colours, and what an Office file says of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.base.roles import DERIVED_COLOURS
from deckgen.theme import read_theme
from deckgen.theme.colours import contrast, luminance
from deckgen.theme.office.facts import DeckFacts
from deckgen.theme.office.prepared import learn
from deckgen.theme.tints import derive_colours, is_dark
from deckgen.writers.drawingml.dress import Dress
from default_theme import FOLDER, TEMPLATES, THEME

DARK = {
    **THEME.colours, "ink": "F6F2EA", "muted": "B3C3C9", "paper": "0C1B22", "surface": "16303A", "line": "7F97A0",
    "primary": "5DB4C6", "primary_soft": "1D4755", "accent": "FFA468", "accent_soft": "54301C",
    "on_fill": "0C1B22",
}  # fmt: skip
SWAPPED = {"ink": "lt1", "paper": "dk1", "muted": "lt2", "surface": "dk2", "accent": "accent3"}
MASTER = "ppt/slideMasters/slideMaster1.xml"


def test_what_is_dark_or_light_in_every_theme_is_so_on_dark_paper() -> None:
    light, dark = (derive_colours(colours, {})[0] for colours in (THEME.colours, DARK))
    assert is_dark(DARK) and not is_dark(THEME.colours) and not is_dark({})
    for derived in (light, dark):
        assert luminance(derived["dark"]) < 0.03 < 0.7 < luminance(derived["light"])
        assert contrast(derived["dark"], derived["mark"]) >= 4.5
        assert contrast(derived["dark"], derived["disc"]) >= 4.5, "black hair is seen on its disc"
        assert luminance(derived["skin_deep_shade"]) < luminance(derived["skin_light"])
    assert contrast(DARK["ink"], dark["mark_soft"]) >= 4.5
    assert contrast(DARK["ink"], dark["wall"]) >= 4.5, "the question of a module"
    assert contrast(dark["dark"], dark["wall"]) >= 2.5, "furniture"
    assert dark["card"] == DARK["surface"] and light["card"] == THEME.colours["paper"]
    assert luminance(dark["hair_line"]) < luminance(DARK["line"]), "it parts without being looked at"
    assert set(light) == set(dark) == set(DERIVED_COLOURS)


def test_a_colour_that_a_theme_names_itself_follows_from_nothing() -> None:
    colours, places = derive_colours({**THEME.colours, "card": "FAFAFA", "mark": "FFD15C"}, THEME.scheme)
    assert not {"card", "mark"} & (colours.keys() | places.keys())


def test_text_and_ground_go_through_the_colour_map_of_a_dark_master() -> None:
    dress = Dress(replace(THEME, colours=DARK, scheme=SWAPPED), "zh-CN")
    assert 'val="tx1"' in dress.colour("ink") and 'val="bg1"' in dress.colour("paper")
    assert 'val="tx2"' in dress.colour("muted") and 'val="bg2"' in dress.colour("card")
    assert 'val="bg1"' in dress.colour("dark") and 'val="tx1"' in dress.colour("light")


def test_the_ground_of_a_master_with_a_turned_map_is_its_dark_colour() -> None:
    parts = dict(TEMPLATES.deck.parts)
    turned = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    parts[MASTER] = parts[MASTER].replace(b'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', turned.encode())
    usual, facts = TEMPLATES.deck.facts, learn("deck", parts)
    assert isinstance(facts, DeckFacts)
    for before, after in zip(usual.layouts, facts.layouts, strict=True):
        if before.name == "Visual":
            assert (before.ground, after.ground) == (THEME.colours["paper"], THEME.colours["ink"])


BOOKS = "\nbook_colours:\n" + "".join(
    f'  {role}: "{"0A0A0A" if role == "ink" else colour}"\n' for role, colour in THEME.colours.items()
)


def test_books_may_have_colours_of_their_own_since_paper_is_white() -> None:
    text = (FOLDER / "theme.yaml").read_text("utf-8") + BOOKS + "book_scheme: {ink: dk1}\nshapes: {corner: 2}\n"
    theme, diagnostics = read_theme(Path("t"), lambda _: text.encode())
    assert theme is not None, diagnostics
    assert theme.colours["ink"] == THEME.colours["ink"] and theme.corner == 2
    books = theme.for_books()
    assert books.colours["ink"] == "0A0A0A" and books.scheme == {"ink": "dk1"}
    assert THEME.for_books().colours == THEME.colours


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        ("  card: 1B2733\n", "DG607", "`ink` on `card`"),
        ("  mark: 333333\n", "DG607", "`dark` on `mark`"),
        ("  mark_soft: blue\n", "DG606", "colours.mark_soft"),
        ("  cart: FFFFFF\n", "DG604", "did you mean `card`?"),
    ],
)
def test_a_colour_that_need_not_be_named_is_held_to_the_same(change: str, code: str, told: str) -> None:
    text = (FOLDER / "theme.yaml").read_text("utf-8").replace("colours:\n", "colours:\n" + change, 1)
    theme, diagnostics = read_theme(Path("t"), lambda _: text.encode())
    assert theme is None
    assert any(item.code == code and told in f"{item.message} {item.hint}" for item in diagnostics), diagnostics


def test_colours_of_books_are_read_against_white_paper_of_their_own() -> None:
    text = (FOLDER / "theme.yaml").read_text("utf-8") + BOOKS.replace('muted: "526070"', 'muted: "C0C0C0"')
    theme, diagnostics = read_theme(Path("t"), lambda _: text.encode())
    assert theme is None
    assert {item.code for item in diagnostics} == {"DG607"}
    assert all("`muted`" in item.message and item.span is not None for item in diagnostics)


def test_who_names_layouts_is_said_in_one_of_two_words() -> None:
    text = (FOLDER / "theme.yaml").read_text("utf-8")
    theme, _ = read_theme(Path("t"), lambda _: text.encode())
    assert theme is not None and theme.names_layouts
    theme, _ = read_theme(Path("t"), lambda _: text.replace("layout_names: language\n", "").encode())
    assert theme is not None and not theme.names_layouts
    theme, (wrong,) = read_theme(Path("t"), lambda _: text.replace("names: language", "names: english").encode())
    assert theme is None
    assert (wrong.code, wrong.hint) == ("DG605", "say `template` or `language`")
