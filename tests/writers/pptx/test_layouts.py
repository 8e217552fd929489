"""Layouts of a deck are called in the language of its course, those of a house as the house calls them."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from deckgen.base.roles import ALL_LAYOUTS, PROMPTED, SHAPE_KINDS
from deckgen.base.runs import runs
from deckgen.text.phrases import LANGUAGES
from deckgen.theme import Theme
from deckgen.tree import Deck, DeckSection, Properties, Slide
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from shown import nothing


def written(language: str, theme: Theme = THEME) -> Any:
    """A deck of one slide whose words are those that compose gives it."""
    table = LANGUAGES[language]
    words = [(kind, table[f"shape.{kind}"]) for kind in SHAPE_KINDS]
    words += [(key, phrase) for key, phrase in table.items() if key.startswith(("layout.", "prompt."))]
    slide = Slide("s1", "concept", "text", runs("Title"), (), title_size=28.0)
    properties = Properties("T", "S", language, "1", "2026-01-15")
    deck = Deck(properties, (DeckSection("M", "M", (slide,)),), tuple(words))
    return Presentation(io.BytesIO(write_deck(deck, theme, TEMPLATES.deck, nothing)))


@pytest.mark.parametrize(
    ("language", "text", "title"), [("zh-CN", "文字", "标题"), ("zh-TW", "文字", "標題"), ("en", "Text", "Title")]
)
def test_layouts_and_placeholders_are_called_in_the_language_of_the_course(
    language: str, text: str, title: str
) -> None:
    deck, table = written(language), LANGUAGES[language]
    names = [layout.name for layout in deck.slide_layouts]
    assert sorted(names) == sorted(table[f"layout.{role}"] for role in ALL_LAYOUTS)
    assert deck.slides[0].slide_layout.name == text
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            assert holder.name in {table[f"shape.{kind}"] for kind in SHAPE_KINDS}, (layout.name, holder.name)
        (head,) = (holder for holder in layout.placeholders if holder.name == title)
        assert head.text_frame.text == table["prompt.title"]


def test_no_two_layouts_of_a_language_are_called_the_same() -> None:
    for table in LANGUAGES.values():
        assert {key.removeprefix("layout.") for key in table if key.startswith("layout.")} == set(ALL_LAYOUTS)
        assert {key.removeprefix("prompt.") for key in table if key.startswith("prompt.")} == set(PROMPTED)
        names = [table[f"layout.{role}"] for role in ALL_LAYOUTS]
        assert len(set(names)) == len(names)


def test_layouts_of_a_house_keep_their_names() -> None:
    deck = written("zh-CN", replace(THEME, names_layouts=False))
    assert {layout.name for layout in deck.slide_layouts} == set(THEME.layouts.values())
    assert "标题：一句完整的论断" in {holder.text_frame.text for holder in deck.slide_layouts[0].placeholders}
