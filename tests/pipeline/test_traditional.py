"""A course in traditional Chinese: its faces, its tags and its quotation marks, as Office files have them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.pipeline.build import Request, build
from deckgen.theme.theme import Fonts
from default_theme import THEME

CASE = Path(__file__).resolve().parents[1] / "cases" / "traditional"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The parts of deck, workbook and guide, as text."""
    out = tmp_path_factory.mktemp("traditional")
    outcome = build(Request(courses=(str(CASE),), out=out))
    assert not outcome.diagnostics, outcome.diagnostics
    made = {}
    for path in out.rglob("*.*x"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml")}
        made[path.stem.rpartition("-")[2]] = parts
    return made


def test_the_deck_is_set_in_a_face_that_has_the_characters(files: dict[str, dict[str, str]]) -> None:
    themes = [part for name, part in files["deck"].items() if name.startswith("ppt/theme/")]
    assert themes
    for part in themes:
        assert set(re.findall(r'<a:ea typeface="([^"]*)"', part)) == {"Microsoft JhengHei"}
    slides = "".join(part for name, part in files["deck"].items() if "/slides/slide" in name)
    assert 'lang="zh-TW"' in slides and "zh-Hant" not in slides and "YaHei" not in slides
    assert "「報表十點才寄到」" in slides and "“" not in slides


@pytest.mark.parametrize("book", ["workbook", "guide"])
def test_books_are_set_in_it_and_break_lines_by_its_rules(files: dict[str, dict[str, str]], book: str) -> None:
    styles = files[book]["word/styles.xml"]
    assert 'w:eastAsia="Microsoft JhengHei"' in styles and 'w:eastAsia="zh-TW"' in styles and "<w:kinsoku/>" in styles
    assert 'w:eastAsia="zh-TW"' in files[book]["word/settings.xml"]
    assert "YaHei" not in files[book]["word/document.xml"]
    assert "學員手冊" in files["workbook"]["word/document.xml"]
    assert "講師手冊" in files["guide"]["word/document.xml"]


def test_other_courses_keep_the_faces_of_their_theme_and_unknown_faces_are_kept() -> None:
    assert THEME.for_language("zh-CN") is THEME
    own = replace(THEME, fonts=Fonts("Calibri", "House Gothic", "latin-sans", "cjk-sans"), book_fonts=None)
    assert own.for_language("zh-TW").fonts.east_asian == "House Gothic"
    books = replace(THEME, book_fonts=Fonts("Calibri", "SimSun", "latin-sans", "cjk-sans")).for_language("zh-HK")
    assert books.book_fonts is not None and books.book_fonts.east_asian == "PMingLiU"
