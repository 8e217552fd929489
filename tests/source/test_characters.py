"""Characters that nobody sees are named; those that belong to the one before them are left alone."""

from __future__ import annotations

import pytest

from deckgen.source.characters import find_hidden


@pytest.mark.parametrize(
    "text",
    ["👨\u200d👩\u200d👧", "❤\ufe0f", "☎\ufe0e", "1\ufe0f\u20e3", "👍🏽", "🇨🇳", "e\u0301", "A\u030a", "葛\U000e0101",
     "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "עברית", "a\u00a0b", "甲\u3000乙"],
)  # fmt: skip
def test_what_belongs_to_the_character_before_it_is_left_alone(text: str) -> None:
    assert list(find_hidden(text)) == []


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a\u200db", 1, "zero width joiner"),
        ("\ufe0f甲", 0, "variation selector"),
        ("甲\u200b", 1, "zero width space"),
        ("a\u200fb", 1, "turns the direction"),
        ("a\u2800b", 1, "braille pattern blank"),
        ("\U000e0041", 0, "tag latin"),
        ("\uf0b7 甲", 0, "one font, there shown as •"),
        ("甲\ufffd", 1, "was lost"),
        ("甲\ufffc", 1, "not copied"),
    ],
)
def test_what_nobody_sees_is_named_at_its_place(text: str, at: int, words: str) -> None:
    ((offset, message, hint, _),) = find_hidden(text)
    assert (offset, words in message, bool(hint)) == (at, True, True), message
