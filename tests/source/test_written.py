"""Texts as their author wrote them: folds are marked, every line knows its place, and YAML's own reading is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.diagnostics import Span
from deckgen.base.folds import FOLD
from deckgen.source import document
from deckgen.source.reader import read_source
from deckgen.source.written import Written, place_in


def read(text: str, *, keep_folds: bool = True) -> object:
    value, found = read_source(Path("main.yaml"), Path(), lambda _: text.encode(), keep_folds=keep_folds)
    assert found == ()
    return value["x"]  # type: ignore[index]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("written", "meant", "lines"),
    [
        ("x: 甲 乙\n  丙 \r\n   丁\n", "甲 乙|丙|丁", ((1, 4), (2, 3), (3, 4))),
        ("x: 甲\n\n\n  乙\n", "甲\n\n乙", ((1, 4), (2, 1), (4, 3))),
        ("x:\n  甲\n  乙\n", "甲|乙", ((2, 3), (3, 3))),
        ("x: 'it''s\n  so '\n", "it's|so ", ((1, 5), (2, 3))),
        ('x: "甲\\n乙\n  丙\\\n  丁 \\t"\n', "甲\n乙|丙丁 \t", ((1, 5), (2, 3))),
        ("x: >-\n  甲\n  乙\n\n  丙\n", "甲|乙\n\n丙", ((2, 3), (3, 3), (4, 3), (5, 3))),
        ("x: >\n  甲\n    乙\n  丙\n", "甲\n  乙\n丙", ((2, 3), (3, 3), (4, 3))),
        ("x: >2-\n    甲\n  乙\n", "  甲\n乙", ((2, 3), (3, 3))),
        ("x: |\n  甲\n    乙\n\n  丙\n", "甲\n  乙\n\n丙\n", ((2, 3), (3, 3), (4, 3), (5, 3))),
    ],
)
def test_folds_and_places(
    written: str, meant: str, lines: tuple[tuple[int, int], ...], loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "LOADER", getattr(yaml, loader))
    text = read(written)
    assert isinstance(text, Written)
    assert text == meant.replace("|", FOLD)
    assert text.lines == lines


def test_without_the_wish_texts_are_as_yaml_folds_them() -> None:
    text = read("x: 甲\n  乙\n", keep_folds=False)
    assert text == "甲 乙"
    assert type(text) is str


@pytest.mark.parametrize(
    ("written", "sought", "place"),
    [
        ("x: 甲 <b>\n", "<b>", (1, 6)),
        ("x: '甲 <b>'\n", "<b>", (1, 7)),
        ("x: 甲\n  乙 <b>\n", "<b>", (2, 5)),
        ("x: |\n    甲\n    乙 <b>\n", "<b>", (3, 7)),
        ("x: [一, 二 <b>]\n", "<b>", (1, 10)),
    ],
)
def test_a_character_of_a_text_has_its_place(written: str, sought: str, place: tuple[int, int]) -> None:
    value, _ = read_source(Path("main.yaml"), Path(), lambda _: written.encode(), keep_folds=True)
    text, span = value["x"], value.spans["x"]
    if isinstance(text, list):
        text, span = text[1], text.items_at[1]
    found = place_in(text, text.index(sought), span)
    assert found is not None
    assert (found.line, found.column) == place
    assert place_in(text, 0, None) is None
    assert place_in("加长了的文字", 5, Span("f", 3, 4, 3, 6)) == Span("f", 3, 6)


@given(st.text("甲b1 '\"\\:#-|>，\n\t", max_size=40), st.sampled_from(["plain", "'", '"', ">", "|", ">-", "|2"]))
def test_marked_texts_are_what_yaml_reads(text: str, style: str) -> None:
    """Whatever the scalar, a fold is the one difference from YAML's own reading."""
    lines = text.replace("\t", " ").split("\n")
    indented = "\n".join(f"  {line}" if line.strip() else "" for line in lines)
    if style in ("'", '"'):
        source = f"x: {style}{indented.strip()}{style}\n"
    elif style == "plain":
        source = f"x: 甲{indented}\n"
    else:
        source = f"x: {style}\n{indented}\n"
    try:
        by_yaml = yaml.load(source, yaml.CSafeLoader)["x"]
    except (yaml.YAMLError, TypeError, KeyError):
        return
    value, found = read_source(Path("main.yaml"), Path(), lambda _: source.encode(), keep_folds=True)
    if any(item.severity == "error" for item in found) or not isinstance(by_yaml, str):
        return
    marked = value["x"]
    if style in ("|", "|2"):
        assert marked == by_yaml
    else:
        assert _loose(marked.replace(FOLD, " ")) == _loose(by_yaml)


def _loose(text: str) -> str:
    """Without trailing blanks of lines and the number of blank lines, which print alike."""
    return re.sub(r" *\n+", "\n", re.sub(" +", " ", text)).rstrip()
