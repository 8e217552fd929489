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


# Words that must not be taken for one another, with what is told apart by them.
TOLD_APART = (
    ("talk", "activity", "debrief"),
    ("say", "do", "ask", "expect", "follow_up", "if_silent", "transition", "takeaway"),
    ("fallback.late", "fallback.short_of_people", "fallback.no_projector"),
    ("break", "lunch"),
    ("phase.setup", "phase.prepare", "phase.run", "phase.share", "phase.debrief"),
    ("debrief.feel", "debrief.happened", "debrief.learned", "debrief.relate", "debrief.what_if", "debrief.next"),
    ("bank.pre", "bank.post"),
    ("card.goal", "card.knows", "card.hidden", "card.limits", "card.emotion", "card.yields"),
    ("good", "bad"),
    ("deck", "workbook", "guide"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", TOLD_APART, ids="/".join)
def test_what_is_told_apart_has_words_of_its_own(language: str, keys: tuple[str, ...]) -> None:
    words = [LANGUAGES[language][key] for key in keys]
    assert len(set(words)) == len(words), words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-CN", {"talk": "讲授", "debrief": "讲评", "follow_up": "追问", "if_silent": "没人回答时", "lunch": "午餐"}),
        (
            "en",
            {
                "talk": "Talk",
                "debrief": "Debrief",
                "follow_up": "Follow up",
                "if_silent": "If silent",
                "lunch": "Lunch",
            },
        ),
    ],
)
def test_words_mean_what_their_keys_say(language: str, words: dict[str, str]) -> None:
    assert {key: LANGUAGES[language][key] for key in words} == words


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


def _texts_of(tag: str) -> dict[str, str]:
    (texts,) = (
        value
        for name, value in vars(import_module(phrase_module(tag))).items()
        if name.isupper() and isinstance(value, dict)
    )
    return texts


def test_no_phrase_has_marks_that_a_text_between_them_would_leave_open() -> None:
    for tag in LANGUAGES:
        for key, phrase in _texts_of(tag).items():
            assert not ("{" in phrase and ("*" in phrase or "`" in phrase)), key
