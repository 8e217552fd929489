from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.source.excerpt import excerpt


def show(text: str, column: int, end: int = 0, line: int = 1) -> list[str]:
    span = Span("m.yaml", line, column, line, end or column + 1)
    made = excerpt(Diagnostic("DG003", "key twice", span, "keep one"), lambda path: text.encode())
    return made.splitlines()


def test_a_whole_excerpt() -> None:
    assert show("id: x\n标题: 甲\n", 1, 3, line=2) == [
        "m.yaml:2:1: error DG003: key twice",
        "    2 | 标题: 甲",
        "      | ^^^^",
        "  hint: keep one",
    ]


def test_wide_characters_take_two_cells() -> None:
    line, caret = show("标题: 甲乙", 5, 6)[1:3]
    assert caret == "      | " + " " * 6 + "^^"
    assert line.endswith("标题: 甲乙")


def test_a_long_line_is_cut_around_the_mark() -> None:
    line, caret = show("甲" * 300 + "X" + "乙" * 300, 301)[1:3]
    assert len(line) < 110
    before = line[8 : line.index("X")]
    assert len(caret) - 9 == sum(2 if unicodedata.east_asian_width(c) == "W" else 1 for c in before)


@pytest.mark.parametrize("text", ["", "\n\n", "x\n" * 2])
def test_without_a_line_only_message_and_hint(text: str) -> None:
    assert show(text, 1, line=9) == ["m.yaml:9:1: error DG003: key twice", "  hint: keep one"]


def test_unreadable_files_and_missing_places() -> None:
    def fail(path: Path) -> bytes:
        raise FileNotFoundError(path)

    assert excerpt(Diagnostic("DG003", "x", Span("m", 1, 1)), fail) == "m:1:1: error DG003: x"
    assert excerpt(Diagnostic("DG003", "x"), fail) == "error DG003: x"


@given(st.binary(max_size=80), st.integers(0, 5), st.integers(0, 90), st.integers(0, 90))
def test_never_raises(data: bytes, line: int, column: int, end: int) -> None:
    excerpt(Diagnostic("DG003", "x", Span("m", line, column, line, end)), lambda path: data)
