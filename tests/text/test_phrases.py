from __future__ import annotations

import re
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
        assert phrase.strip(" ")
        assert placeholders(phrase) == placeholders(chinese[key]), key


@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("zh-CN", "zh-CN"),
        ("zh", "zh-CN"),
        ("zh_Hans_CN", "zh-CN"),
        ("zh-Hans-HK", "zh-CN"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("zh-TW", "zh-TW"),
        ("zh-Hant", "zh-TW"),
        ("zh_hant_cn", "zh-TW"),
        ("zh-HK", "zh-TW"),
    ],
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
    ("pretest", "posttest"),
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
                "if_silent": "If nobody answers",
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
    for language in ("fr", "ja", "en-!", "", "zh-", "english"):
        assert not has_phrases(language)


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


# Words that only some courses can say: a trade, a place of work, people above and below, a day that is whole.
ASSUMED = {
    "en": re.compile(
        r"\b(calls?|shifts?|floor|agents?|service|superiors?|boss|manager|employees?|customers?|team|desk|"
        r"working day|tonight|tomorrow|half-day|whole day|morning|afternoon)\b", re.I),
    "zh-CN": re.compile(
        "接线|服务|班组|组员|团队|工位|上级|下属|管理|岗位|客户|全天|半天|今晚|明早|明天|上午|下午|一天|上班|经理"
    ),
    "zh-TW": re.compile(
        "接線|服務|班組|組員|團隊|工位|主管|上級|下屬|管理|職位|客戶|全天|半天|今晚|明早|明天|上午|下午|一天|上班|經理"
    ),
}  # fmt: skip
MAY_SAY = frozenset(("half.1", "half.2", "team"))  # where lunch parts a day; whose a book is, with its name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_assumes_a_trade_or_a_whole_day(language: str) -> None:
    told = {key: text for key, text in LANGUAGES[language].items() if ASSUMED[language].search(text)}
    assert not told.keys() - MAY_SAY, told


def test_every_language_is_looked_through_for_words_that_assume_something() -> None:
    assert ASSUMED.keys() == LANGUAGES.keys()


@pytest.mark.parametrize(("language", "codec", "signs"), [("zh-CN", "gb2312", "–—·✓✗"), ("zh-TW", "big5", "–—·✓✗")])
def test_chinese_is_written_in_the_characters_of_its_place(language: str, codec: str, signs: str) -> None:
    for key, text in LANGUAGES[language].items():
        for char in text:
            assert char in signs or char.encode(codec, "ignore"), f"{key}: {char} in {text}"


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW"])
def test_chinese_has_full_width_signs_and_quotation_marks_of_its_own(language: str) -> None:
    others = "「」" if language == "zh-CN" else "“”"
    for key, text in LANGUAGES[language].items():
        assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", text), key
        assert not set(others).intersection(text), key


def test_english_has_no_full_width_signs() -> None:
    for key, text in LANGUAGES["en"].items():
        assert not re.search(r"[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]", text), key
        assert text == text.strip() or key in ("and", "bar", "bracketed", "colon", "comma", "enumeration", "gap",
                                               "method.join", "question_number", "semicolon"), key  # fmt: skip
