"""A theme in the look of a house: colours that can be read and told apart, faces, logo and footer in their places."""

from __future__ import annotations

import io
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from deckgen.theme import read_theme
from deckgen.theme.brand.house import House, Worn, wear
from deckgen.theme.brand.paint import APART, paint, paint_house
from deckgen.theme.brand.signs import Logo, text_width
from deckgen.theme.brand.theme_file import write_theme_file
from deckgen.theme.colours import contrast
from deckgen.theme.office.facts import DeckFacts
from deckgen.theme.office.ground import overlap
from deckgen.theme.office.prepared import learn
from default_theme import read_house

THEME, TEMPLATES = read_house()
ONE_COLOUR = ["C8102E", "0A5FB4", "FFD400", "000000", "777777", "000080", "F5A9B8", "112233", "FFFFFF"]


def png(size: tuple[int, int] = (300, 100)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#C8102E").save(buffer, "PNG")
    return buffer.getvalue()


LOGO = Logo(png(), "png", 225, 75)


def dressed(house: House) -> Worn:
    return wear(THEME, TEMPLATES.deck.facts, TEMPLATES.deck.parts, TEMPLATES.book.parts, house)


@pytest.mark.parametrize("colour", ONE_COLOUR)
def test_one_colour_gives_a_theme_that_can_be_read_in_colour_and_in_grey(colour: str, tmp_path: Path) -> None:
    worn = dressed(House(colours={"primary": colour}))
    (tmp_path / "theme.yaml").write_bytes(write_theme_file(worn.theme))
    theme, found = read_theme(tmp_path, Path.read_bytes)
    assert theme is not None, found  # text 4.5:1, lines 3:1
    colours = theme.colours
    for one, other in combinations(("primary", "accent", "secondary"), 2):
        assert contrast(colours[one], colours[other]) >= 1.35, (one, other)
    assert contrast(colours["primary"], colours["accent"]) >= APART
    # a debrief is a light area in the day's drawing: far from both solid ones
    assert min(contrast(colours["secondary_soft"], colours[role]) for role in ("primary", "accent")) >= 3
    assert {role: colours[role] for role in ("positive", "negative")} == {
        role: THEME.colours[role] for role in ("positive", "negative")
    }


def test_a_colour_that_can_be_read_stays_what_it_is() -> None:
    done = paint_house({"primary": "C8102E", "accent": "1B3A57"}, THEME.colours)
    assert (done.colours["primary"], done.colours["accent"], done.notes) == ("C8102E", "1B3A57", [])


def test_colours_that_cannot_be_read_are_changed_with_a_word() -> None:
    done = paint_house({"primary": "FFD400", "accent": "FFDD00", "ink": "BBBBBB"}, THEME.colours)
    assert done.colours["ink"] == THEME.colours["ink"]
    assert [note.partition(":")[0] for note in done.notes] == ["ink", "primary", "accent", "colours"]
    assert contrast(done.colours["primary"], done.colours["accent"]) >= APART


def test_a_template_of_greys_gives_activities_a_shade_of_their_own() -> None:
    greys = ("DDDDDD", "B2B2B2", "969696", "808080", "5F5F5F", "4D4D4D")
    slots = {"lt1": "FFFFFF", "dk1": "000000", **{f"accent{at}": grey for at, grey in enumerate(greys, 1)}}
    done = paint(slots)
    assert contrast(done.colours["primary"], done.colours["accent"]) >= APART
    assert any("grey print" in note for note in done.notes)


def test_templates_are_recoloured_and_set_in_the_faces_of_the_house() -> None:
    worn = dressed(House(colours={"primary": "0A5FB4"}, latin="Verdana", east_asian="SimHei"))
    facts = learn("deck", worn.deck)
    assert isinstance(facts, DeckFacts)
    scheme = facts.masters[0].scheme
    assert scheme.colours["hlink"] == scheme.colours["folHlink"] == "0A5FB4"
    assert scheme.colours["accent1"] == worn.theme.colours["primary"] == "0A5FB4"
    assert (scheme.text.latin, scheme.text.east_asian, scheme.heading.latin) == ("Verdana", "SimHei", "Verdana")
    assert (worn.theme.fonts.latin, worn.theme.fonts.east_asian) == ("Verdana", "SimHei")
    assert worn.theme.fonts.latin_metrics == "latin-wide"  # letters that nobody measured may be wide


@pytest.mark.parametrize("size", [(225, 75), (60, 240), (500, 40)], ids=["usual", "upright", "long"])
def test_logo_and_footer_stand_free_on_every_layout(size: tuple[int, int]) -> None:
    house = House(logo=Logo(png(), "png", *size, svg=b"<svg/>"), footer="© North Bank, internal")
    worn = dressed(house)
    assert not worn.notes
    facts = learn("deck", worn.deck)
    assert isinstance(facts, DeckFacts)
    for role, name in THEME.layouts.items():
        layout = next(item for item in facts.layouts if item.name == name)
        xml = worn.deck[layout.part].decode()
        assert xml.count('name="Logo"') == 1, role
        assert ("North Bank" in xml) == (role not in ("cover", "close", "divider")), role
        holders = {item.holder.name: item.frame for item in layout.placeholders}
        if "breadcrumb" in THEME.slots[role]:
            before = TEMPLATES.deck.geometry.layouts[role].slots["breadcrumb"].frame
            after = holders[THEME.slots[role]["breadcrumb"]]
            assert after is not None and after[:2] == before[:2]
            taken = 0.0 if role == "divider" else text_width(house.footer, 9)
            assert 0.5 * before.w <= after.w < before.w - taken
            page = holders[THEME.slots[role]["page"]]
            assert page is not None and overlap(after, page) == 0
    assert all(name in worn.deck for name in ("ppt/media/house-logo.png", "ppt/media/house-logo.svg"))


def test_a_logo_lies_on_paper_where_the_ground_is_coloured() -> None:
    worn = dressed(House(logo=LOGO))
    cover, text = (TEMPLATES.deck.geometry.layouts[role].part for role in ("cover", "text"))
    assert b'name="Logo ground"' in worn.deck[cover]
    assert b'name="Logo ground"' not in worn.deck[text]


def test_books_have_the_logo_on_the_cover_and_beside_the_running_head() -> None:
    worn = dressed(House(logo=LOGO, footer="North Bank"))
    page = worn.theme.page
    cover, inside, footer = worn.theme.page_items
    assert (cover.pages, inside.pages, footer.text) == ("cover", "inside", "North Bank")
    assert cover.picture == inside.picture and worn.book[cover.picture] == LOGO.data
    assert inside.frame.y >= 4 and inside.frame.y + inside.frame.h <= page.header
    assert cover.frame.x + cover.frame.w <= page.width - page.right + 0.01
    assert footer.frame.y >= page.height - page.footer and footer.frame.y + footer.frame.h <= page.height


def test_a_second_logo_goes_where_the_first_is_not() -> None:
    first = dressed(House(logo=LOGO))
    second = wear(first.theme, TEMPLATES.deck.facts, first.deck, first.book, House(logo=LOGO))
    for cover in (True, False):
        one, other = (item.frame for item in second.theme.page_items if item.on(cover))
        assert overlap(one, other) == 0


def test_a_footer_that_is_too_long_is_told_once() -> None:
    worn = dressed(House(footer="North Bank " * 40))
    assert [what for what, _ in worn.notes] == ["footer"]


def test_a_theme_without_a_house_is_untouched() -> None:
    worn = dressed(House())
    assert (worn.theme, worn.deck, worn.book) == (THEME, TEMPLATES.deck.parts, TEMPLATES.book.parts)
