"""Kinsoku, mark by mark: what may begin a line and what may end one, beside 汉字, letters and digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from deckgen.measure import break_lines, load_faces
from deckgen.measure.classes import CHINESE, WESTERN, may_break

FACES = load_faces("latin-sans", "cjk-sans")

# Written down once more, not taken from the code: GB/T 15834, JIS X 4051 and what Latin writing adds to both.
NEVER_FIRST = {
    "stops": "，。、；：？！．｡､",
    "closing brackets": "）］｝〉》」』】〕〗〙〛｠｣",
    "closing quotes": "”’〞〟",
    "dashes and dots": "—―…‥·･•～〜",
    "units": "％‰℃℉￠",
    "marks that repeat or lengthen": "々ーゝゞヽヾ",
    "small kana": "ぁぃぅぇぉっゃゅょァィゥェォッャュョ",
    "Latin stops": ",.:;!?",
    "Latin closing brackets": ")]}",
    "Latin units": "%°",
}
NEVER_LAST = {
    "opening brackets": "（［｛〈《「『【〔〖〘〚｟｢",
    "opening quotes": "“‘〝",
    "currency": "＄￥￡$£¥€",
    "Latin opening brackets": "([{¿¡",
}
AROUND = ("字", "a", "7", "字 ", "a ")
ASSIGNED = [
    chr(code) for code in (*range(0x3000, 0x3040), *range(0xFF00, 0xFFF0)) if unicodedata.category(chr(code)) != "Cn"
]


def _texts(mark: str) -> Iterator[str]:
    """The mark between neighbours of every kind, within Chinese writing, so far from its start that it comes to stand
    before, at and behind the end of a line of five em."""
    for count in (2, 3, 4, 5):
        for before in AROUND:
            for after in ("字", "a", "7"):
                yield f"{'字' * count}{before}{mark}{after}字字字"


def _lines(text: str) -> Iterator[tuple[str, ...]]:
    """The text in columns of five em and more; in narrower ones a chain may be longer than a line."""
    for ems in (6, 7):
        yield break_lines(text, 10, 10 * ems, FACES)


def test_texts_put_a_character_on_both_sides_of_a_line_end() -> None:
    """Else the tests below would see nothing: were the mark an ideograph, it would begin a line, and end one."""
    tried = [lines for text in _texts("汉") for lines in _lines(text)]
    assert any(line.startswith("汉") for lines in tried for line in lines[1:])
    assert any(line.endswith("汉") for lines in tried for line in lines[:-1])


@pytest.mark.parametrize("kind", NEVER_FIRST)
def test_no_line_begins_with_it(kind: str) -> None:
    wrong = [
        f"{mark} begins a line of {lines}"
        for mark in NEVER_FIRST[kind]
        for text in _texts(mark)
        if not text.partition(mark)[0].endswith(" ")  # behind a typed space it is no closing mark
        for lines in _lines(text)
        if any(line.startswith(mark) for line in lines[1:])
    ]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("kind", NEVER_LAST)
def test_no_line_ends_with_it(kind: str) -> None:
    wrong = [
        f"{mark} ends a line of {lines}"
        for mark in NEVER_LAST[kind]
        for text in _texts(mark)
        for lines in _lines(text)
        if any(line.endswith(mark) for line in lines[:-1])
    ]
    assert not wrong, wrong[:5]


def test_every_full_width_bracket_there_is_keeps_to_its_side() -> None:
    """Unicode says which are brackets; none is forgotten."""
    opening = {mark for mark in ASSIGNED if unicodedata.category(mark) == "Ps"} - {"〝"}
    closing = {mark for mark in ASSIGNED if unicodedata.category(mark) in ("Pe", "Pf")} - {"〞", "〟"}
    assert opening <= set("".join(NEVER_LAST.values())), opening - set("".join(NEVER_LAST.values()))
    assert closing <= set("".join(NEVER_FIRST.values())), closing - set("".join(NEVER_FIRST.values()))


def test_the_tables_hold_nothing_that_is_not_told_here() -> None:
    told = {"X": "".join(NEVER_FIRST.values()) + "\u3000", "O": "".join(NEVER_LAST.values())}
    for letter, marks in told.items():
        held = {chr(code) for code, found in CHINESE.items() if found == letter}
        assert held <= set(marks), held - set(marks)


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("字字", [1]),
        ("字a", [1]),
        ("a字", [1]),
        ("ab", []),
        ("a7", []),
        ("7字", [1]),
        ("字7", [1]),
        ("7%字", [2]),
        ("字，字", [2]),
        ("字（字）字", [1, 4]),
        ("字“字”字", [1, 4]),
        ("字—字", [2]),
        ("字……字", [3]),
        ("字 字", [2]),
        ("（ 字", []),
        ("( a", []),
        ("a-b", [2]),
        ("a-7", []),
        ('字"a"字', []),
        ("a\u00a0b", []),
    ],
)
def test_where_a_line_may_break(text: str, breaks: list[int]) -> None:
    classes = text.translate(CHINESE)
    assert [at for at in range(1, len(text)) if may_break(classes, at)] == breaks


@pytest.mark.parametrize(
    ("text", "breaks"),
    [("don’t stop", [6]), ("a “b” c", [2, 6]), ("5 % of", [4]), ("one—two", []), ("e.g. this", [5])],
)
def test_where_an_english_line_may_break(text: str, breaks: list[int]) -> None:
    classes = text.translate(WESTERN)
    assert [at for at in range(1, len(text)) if may_break(classes, at)] == breaks
