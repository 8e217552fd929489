from __future__ import annotations

import pytest

from deckgen.base.languages import is_traditional, office_tag


@pytest.mark.parametrize(
    ("language", "traditional", "tag"),
    [
        ("zh-CN", False, "zh-CN"),
        ("zh", False, "zh-CN"),
        ("zh_Hans_CN", False, "zh-CN"),
        ("zh-Hans-HK", False, "zh-CN"),
        ("zh-SG", False, "zh-SG"),
        ("zh-TW", True, "zh-TW"),
        ("zh-Hant", True, "zh-TW"),
        ("zh-hant-hk", True, "zh-HK"),
        ("zh_MO", True, "zh-MO"),
        ("en", False, "en"),
        ("en-GB", False, "en-GB"),
    ],
)
def test_characters_and_office_tag_of_a_language(language: str, traditional: bool, tag: str) -> None:
    assert is_traditional(language) is traditional
    assert office_tag(language) == tag
