"""The reference of the format says what the models say."""

from __future__ import annotations

import re

import pytest

from deckgen.handbook.reference import Examples, make_reference, split_examples
from deckgen.model.diagrams import COMPOSED, DIAGRAMS
from deckgen.model.sheets import SHEETS
from deckgen.model.slides import SLIDES

KINDS = {"slides": SLIDES, "sheets": SHEETS, "diagrams": DIAGRAMS.keys() - COMPOSED}


@pytest.fixture(scope="module")
def examples() -> Examples:
    return {key: {word: f"example: of {word}" for word in words} for key, words in KINDS.items()}


@pytest.fixture(scope="module")
def page(examples: Examples) -> str:
    return make_reference(examples)


@pytest.mark.parametrize(
    "row",
    [
        "| `title` * | text |",  # must be given
        "| `elastic` | whole number, at least 0, at most 60 | `0` |",  # a default and limits
        "| `breaks` | one of `exclusive`, `inclusive` | `exclusive` |",
        "| `goals` * | list of texts, 1 to 4 |",
    ],
)
def test_rows_say_what_a_key_takes(page: str, row: str) -> None:
    assert row in page


def test_every_kind_is_there_once_with_its_example(page: str) -> None:
    for words in KINDS.values():
        for word in words:
            assert len(re.findall(rf"^### `{word}`$", page, re.MULTILINE)) >= 1
            assert f"```yaml\nexample: of {word}\n```" in page


def test_links_lead_to_headings(page: str) -> None:
    anchors = {
        re.sub(r"[^a-z _-]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors


def test_a_kind_without_an_example_is_refused(examples: Examples) -> None:
    some = {word: text for word, text in examples["slides"].items() if word != "concept"}
    with pytest.raises(KeyError, match="concept"):
        make_reference({**examples, "slides": some})


def test_examples_are_split_by_kind_as_they_are_written() -> None:
    text = "# About\none:\n  kind: one\n  list:\n    - a\n\ntwo:\n  kind: two\n"
    assert split_examples(text) == {"one": "kind: one\nlist:\n  - a", "two": "kind: two"}
