from __future__ import annotations

import string
from importlib import import_module

import pytest

from deckgen.text.phrases import LANGUAGES, has_phrases, phrase_module, phrases


def placeholders(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    chinese = LANGUAGES["zh-CN"]
    table = LANGUAGES[language]
    assert sorted(table) == sorted(chinese)
    for key, phrase in table.items():
        assert phrase.strip()
        assert placeholders(phrase) == placeholders(chinese[key]), key


@pytest.mark.parametrize(
    ("language", "chosen"),
    [("zh-CN", "zh-CN"), ("zh", "zh-CN"), ("zh_Hans_CN", "zh-CN"), ("EN", "en"), ("en-GB", "en")],
)
def test_language_is_chosen_by_its_primary_part(language: str, chosen: str) -> None:
    assert phrases(language).language == chosen
    assert has_phrases(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_module_of_a_language_holds_its_phrases(language: str) -> None:
    assert any(value is LANGUAGES[language] for value in vars(import_module(phrase_module(language))).values())


def test_phrases_fill_in_values_and_refuse_bugs() -> None:
    say = phrases("zh-CN")
    assert say("minutes", n=5) == say.get("minutes", n=5) == "5 分钟"
    with pytest.raises(KeyError):
        say("nothing")
    with pytest.raises(KeyError):
        say("minutes")
    with pytest.raises(KeyError):
        phrases("fr")
    for language in ("fr", "zh-TW", "zh-HK", "zh-Hant", "zh_hant_cn", "en-!", "", "zh-", "english"):
        assert not has_phrases(language)
    assert has_phrases("zh-Hans-HK")
