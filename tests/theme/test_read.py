import re
from pathlib import Path

import pytest

from deckgen.base.roles import (
    ALL_LAYOUTS,
    BOOK_TEXT,
    CALLOUTS,
    COLOURS,
    FURTHER_LAYOUTS,
    LAYOUTS,
    SLIDE_TEXT,
    TYPE_SCALE,
)
from deckgen.theme import Theme, find_theme, read_theme, shipped_themes
from deckgen.theme.colours import contrast, read_scheme_colour, tint

DEFAULT = (shipped_themes() / "default" / "theme.yaml").read_text("utf-8")


def read(text: str) -> tuple[Theme | None, list[tuple[str, str]]]:
    theme, diagnostics = read_theme(Path("t"), lambda _: text.encode())
    return theme, [(d.code, d.message) for d in diagnostics]


def test_default_theme_answers_every_role() -> None:
    theme, diagnostics = read(DEFAULT)
    assert diagnostics == []
    assert theme is not None
    assert set(theme.colours) == set(COLOURS)
    assert set(theme.slide_text) == set(SLIDE_TEXT)
    assert set(theme.book_text) == set(BOOK_TEXT)
    assert set(theme.callouts) == set(CALLOUTS)
    assert set(theme.layouts) == set(theme.slots) == set(ALL_LAYOUTS)


def test_default_theme_keeps_the_floors_of_slides_and_pages() -> None:
    theme, _ = read(DEFAULT)
    assert theme is not None
    text = theme.slide_text
    assert text["title"].floor >= 28
    assert all(text[role].floor == text[role].size == 22 for role in ("body", "takeaway"))
    assert all(text[role].floor >= 18 for role in ("lead", "label", "label_strong", "cell", "cell_head"))
    assert {size for style in text.values() for size in (style.size, style.floor)} <= set(TYPE_SCALE)
    assert all(text[role].floor >= 12 for role in ("source", "breadcrumb", "page"))
    book = theme.book_text
    assert 10.5 <= book["body"].size <= 12
    assert 1.5 <= book["body"].line / book["body"].size <= 2.0
    assert book["cell"].size >= 10.5
    assert min(book[role].size for role in ("plain", "number", "bullet", "prompt")) >= 10.5
    assert min(style.size for style in book.values()) >= 9
    page = theme.page
    assert page.mirrored and page.gutter == 0
    assert [round(length / 28.3465, 2) for length in (page.left, page.right, page.top, page.bottom)] == [
        2.5,
        1.8,
        2.2,
        1.9,
    ]


def test_default_tints_are_what_office_computes_from_the_scheme() -> None:
    theme, _ = read(DEFAULT)
    assert theme is not None
    slots = {slot: role for role, slot in theme.scheme.items() if " " not in slot and role != "on_fill"}
    for role, text in theme.scheme.items():
        scheme = read_scheme_colour(text)
        assert scheme is not None
        assert tint(theme.colours[slots[scheme.slot]], scheme.mod, scheme.off) == theme.colours[role]


def test_lengths_take_units() -> None:
    theme, _ = read(DEFAULT.replace("top: 2.2 cm", "top: 25 mm").replace("bottom: 1.9 cm", "bottom: 60"))
    assert theme is not None
    assert (round(theme.page.top, 2), theme.page.bottom) == (70.87, 60.0)


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("  ink: 1B2733\n", "", "DG601", "colours lacks `ink`"),
        ("  ink: 1B2733\n", "  ink: 1B2733\n  inc: '000000'\n", "DG604", "`inc`"),
        ("  ink: 1B2733\n", "  ink: navy\n", "DG606", "colours.ink"),
        ("  ink: 1B2733\n", "  ink: CCCCCC\n", "DG607", "`ink` on `paper`"),
        ("  line: 8593A1\n", "  line: C0C8D0\n", "DG607", "`line` on `paper`"),
        ("  on_fill: FFFFFF", "  on_fill: '888888'", "DG607", "`on_fill` on `primary`"),
        ("title: {size: 28, floor: 28", "title: {size: 28, floor: 30", "DG605", "floor 30"),
        ("title: {size: 28,", "title: {size: big,", "DG605", "slide_text.title.size"),
        ("title: {size: 28,", "title: {sise: 28,", "DG604", "`sise`"),
        ("  recap: Recap\n", "", "DG601", "layouts lacks `recap`"),
        ("kicker: Kicker, ", "", "DG601", "slots.divider lacks `kicker`"),
        ("colour: positive, bar", "colour: green, bar", "DG606", "`green`"),
        ("  muted: dk2\n", "  muted: dark2\n", "DG606", "scheme.muted"),
        ("  top: 2.2 cm\n", "  top: 2.2 feet\n", "DG605", "page.top"),
        ("colour: accent, frame: double", "colour: accent, frame: dotted", "DG605", "dotted"),
        ("  mirrored: true\n", "  mirrored: perhaps\n", "DG605", "page.mirrored"),
        ("  info: {fill: surface", "  info: {fill: line", "DG607", "`primary` on `line`"),
        ("  info: {fill: surface, line: line, title: primary}", "  info: blue", "DG605", "callouts.info"),
    ],
)
def test_mistakes_are_named(old: str, new: str, code: str, words: str) -> None:
    assert old in DEFAULT
    theme, diagnostics = read(DEFAULT.replace(old, new, 1))
    assert theme is None
    assert any(found == code and words in message for found, message in diagnostics), diagnostics


def test_all_mistakes_are_named_at_once_with_their_lines() -> None:
    text = DEFAULT.replace("  ink: 1B2733", "  ink: navy").replace("  recap: Recap\n", "")
    _, diagnostics = read_theme(Path("t"), lambda _: text.encode())
    assert [d.code for d in diagnostics] == ["DG606", "DG601"]
    assert all(d.span is not None and d.span.line > 1 for d in diagnostics)
    assert diagnostics[0].span is not None
    assert text.splitlines()[diagnostics[0].span.line - 1].strip() == "ink: navy"


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "just words\n"])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    theme, diagnostics = read(text)
    assert theme is None and diagnostics


def test_themes_are_found_in_the_given_places_first(tmp_path: Path) -> None:
    assert find_theme("default", [])[0] == shipped_themes() / "default"
    (tmp_path / "default").mkdir()
    (tmp_path / "default" / "theme.yaml").write_text("")
    assert find_theme("default", [tmp_path])[0] == tmp_path / "default"


def test_a_theme_that_is_nowhere_is_named() -> None:
    folder, diagnostics = find_theme("defualt", [])
    assert folder is None
    assert [(d.code, d.hint) for d in diagnostics] == [("DG608", "did you mean `default`?")]


def test_contrast_of_black_and_white() -> None:
    assert round(contrast("000000", "FFFFFF"), 1) == 21.0
    assert round(contrast("777777", "FFFFFF"), 2) == 4.48


def test_a_theme_may_do_without_further_layouts() -> None:
    text = DEFAULT
    for role in FURTHER_LAYOUTS:
        text = re.sub(rf"^  {role}: .*\n", "", text, flags=re.MULTILINE)
    theme, diagnostics = read(text)
    assert theme is not None and diagnostics == []
    assert set(theme.layouts) == set(theme.slots) == set(LAYOUTS)


@pytest.mark.parametrize(("lacking", "line"), [("slots", r"  aside: \{.*\n"), ("layouts", "  aside: Aside\n")])
def test_a_further_layout_has_a_name_and_its_slots_or_neither(lacking: str, line: str) -> None:
    (found,) = read(re.sub(line, "", DEFAULT, count=1))[1]
    assert found == ("DG601", f"{lacking} lacks `aside`")
