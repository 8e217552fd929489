"""The page that shows the themes: every kind of slide, board and diagram there is, in every theme, as they look now."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from deckgen.model.diagrams import COMPOSED, DIAGRAMS, LOWERED
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES
from deckgen.theme.find import list_themes

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import make_themes_page as page  # noqa: E402

PAGES = [ROOT / "docs" / name for name in ("gallery.md", "gallery.zh-CN.md")]
THEMES = [name for name, _ in list_themes([])]


def test_every_kind_there_is_is_shown() -> None:
    shown = page.kinds()
    assert set(shown["slides"]) == set(SLIDES)
    assert set(shown["boards"]) == set(SHEETS) - set(page._WITHOUT_BOARD)
    assert set(shown["diagrams"]) == set(DIAGRAMS) - set(COMPOSED) - set(LOWERED) | {"chart", "compare"}
    course = yaml.safe_load(page.COURSE.read_text("utf-8"))
    slides = [slide for module in course["modules"] for block in module["blocks"] for slide in block["slides"]]
    assert {slide["diagram"]["type"] for slide in slides if "diagram" in slide} == set(shown["diagrams"])
    assert {slide["sheet"]["kind"] for slide in slides if "sheet" in slide} >= set(shown["boards"])
    assert {slide.get("kind", "concept") for slide in slides} == set(shown["slides"])


def test_course_and_pages_are_what_make_gallery_makes() -> None:
    stale = [path.name for path, text in page.made_texts().items() if path.read_text("utf-8") != text]
    assert not stale, "run `make gallery`"


@pytest.mark.parametrize("path", PAGES, ids=["en", "zh-CN"])
def test_every_theme_is_shown_in_both_languages(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == THEMES
    pictures = re.findall(r"\]\((images/[^)]*)\)", text)
    assert {name.split("-")[1] for name in pictures} == set(THEMES)
    for name in pictures:
        assert re.fullmatch(r"[0-9a-f]{64}", page.sum_in(path.parent / name)), "it says what it was drawn from"
    for words in page.kinds().values():
        assert all(f"`{word}`" in text for word in words)


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_pictures_show_what_a_build_makes_now(theme: str) -> None:
    slides, report = page.draw_theme(theme)
    assert not [item for item in report if item.severity != "hint"]
    sums = {page.sum_in(path) for path in page._sheets(theme)}
    assert sums == {page.sum_of(slides)}, "run `make gallery`"
