"""The page of phrases: every key, its words in each language, and the artefacts whose code prints it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import deckgen
from deckgen.handbook.phrase_page import PLACES, make_phrase_page, places_of
from deckgen.text.phrases import LANGUAGES
from deckgen.text.phrases.en import EN

PACKAGE = Path(deckgen.__file__).parent
SOURCES = {file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8") for file in PACKAGE.rglob("*.py")}


def test_every_phrase_is_printed_somewhere_and_stands_on_the_page_in_each_language() -> None:
    rows = {row.split("|")[1].strip(" `"): row for row in make_phrase_page(SOURCES).splitlines() if row.startswith("|")}
    for key in EN:
        for table in LANGUAGES.values():
            assert table[key].strip().replace("|", "\\|") in rows[key]
    assert "␣" in rows["comma"]


@cache
def _places() -> dict[str, list[str]]:
    """Where every phrase appears: the whole source is read for it."""
    return {key: list(places) for key, places in places_of(SOURCES).items()}


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("apply", "workbook"),
        ("run_sheet_spare", "run sheet"),
        ("kind.drill", "exercise sheets"),
        ("overnight_lead", "workbook"),
        ("journey.peak", "diagrams"),
        ("frame.cover", "notes of slides"),
        ("fallback.late", "guide"),
        ("reason.dropped", "plan and guide"),
    ],
)
def test_the_page_says_where_a_phrase_appears(key: str, place: str) -> None:
    assert place in _places()[key]


def test_a_phrase_that_nobody_prints_is_no_row_without_a_place() -> None:
    without = {path: text for path, text in SOURCES.items() if not path.startswith("compose/workbook")}
    with pytest.raises(KeyError):
        make_phrase_page(without)


def test_every_path_that_is_told_apart_exists() -> None:
    for start, _ in PLACES:
        assert any(path.startswith(start) for path in SOURCES), start
