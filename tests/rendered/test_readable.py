"""Every word of finished decks has a contrast of 4.5 to 1 with what lies behind it, in every theme."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.pipeline.build import Request, build
from deckgen.theme import shipped_themes
from deckgen.theme.find import list_themes
from deckgen.tree import Deck, DeckSection, Drawing, Label, Para, Properties, Shape, Slide, Slot, TextBox
from deckgen.writers.pptx import write_deck
from default_theme import read_house
from rendered.readable import words_of
from shown import nothing

ROOT = Path(__file__).resolve().parents[2]
THEMES = [name for name, _ in list_themes([])]
PLACE = Frame(48, 140, 860, 300)


def words(theme: str, *shapes: Shape) -> dict[str, float]:
    """The words of a slide with these shapes, and the contrast of each."""
    house, templates = read_house(shipped_themes() / theme)
    slide = Slide(
        "s1", "concept", "visual", runs("Title"), (Slot("canvas", (Drawing("cards", PLACE, shapes, "A"),), PLACE),)
    )
    deck = Deck(Properties("T", "S", "en", "1", "2026-01-15"), (DeckSection("M", "M", (slide,)),))
    data = write_deck(deck, house, templates.deck, nothing)
    return {item.text: item.contrast for item in words_of(Presentation(io.BytesIO(data)))}


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_of_words_is_what_lies_uppermost_behind_them(theme: str) -> None:
    def box(x: float, word: str, fill: str | None, ink: str) -> Shape:
        text = TextBox((Label(runs(word), 18.0, ink),)) if word else None  # type: ignore[arg-type]
        return Shape("rect", Frame(x, 200, 100, 60), fill, None, text=text)  # type: ignore[arg-type]

    told = words(
        theme, box(60, "right", "primary", "on_fill"), box(180, "wrong", "primary", "primary"),
        box(300, "", "accent", "ink"), box(300, "upon", None, "accent"), box(420, "plain", None, "ink"),
    )  # fmt: skip
    assert told["Title"] >= 4.5 and told["right"] >= 4.5 and told["plain"] >= 4.5
    assert told["wrong"] == told["upon"] == 1.0


@pytest.mark.parametrize("theme", THEMES)
def test_who_said_a_sentence_is_read_on_the_ground_of_its_slide(theme: str) -> None:
    house, templates = read_house(shipped_themes() / theme)
    said = (Para(runs("One owner.")), Para(runs("Ann"), "meta"))
    slide = Slide("s1", "statement", "statement", runs("Title"), (Slot("body", said, size=44.0),), breadcrumb="Way")
    deck = Deck(Properties("T", "S", "en", "1", "2026-01-15"), (DeckSection("M", "M", (slide,)),))
    data = write_deck(deck, house, templates.deck, nothing)
    told = {item.text: item.contrast for item in words_of(Presentation(io.BytesIO(data)))}
    assert told.keys() >= {"Title", "One owner.", "Ann", "Way"}
    assert min(told.values()) >= 4.5, told


def unreadable(course: Path, theme: str, out: Path, **more: object) -> list[tuple[int, str, str, str]]:
    request = Request((str(course),), themes=shipped_themes(), theme=theme, kinds=("deck",), out=out, **more)  # type: ignore[arg-type]
    outcome = build(request)
    assert not outcome.failed
    decks = [path for made in outcome.made for path in made.files if path.suffix == ".pptx"]
    assert decks
    found = [item for path in decks for item in words_of(Presentation(str(path)))]
    assert len(found) > 90
    return [(item.slide, item.text, item.ink, item.ground) for item in found if item.contrast < 4.5]


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_every_kind_of_slide_board_and_diagram_can_be_read(theme: str, tmp_path: Path) -> None:
    assert not unreadable(ROOT / "docs" / "examples" / "gallery", theme, tmp_path)


@pytest.mark.slow
@pytest.mark.course
@pytest.mark.parametrize("theme", THEMES)
def test_the_flagship_can_be_read_in_every_theme(theme: str, tmp_path: Path) -> None:
    assert not unreadable(ROOT / "curriculum" / "cs-frontline-leadership", theme, tmp_path)
