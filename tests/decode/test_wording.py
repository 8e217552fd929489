"""A course and a profile may say any fixed phrase in words of their own; what is wrong is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.base.diagnostics import Report
from deckgen.decode.course import salvage_course
from deckgen.decode.settings import Settings
from deckgen.plan.sentences import course_phrases
from deckgen.source.reader import read_source
from deckgen.text.phrases import LANGUAGES, longest_phrase, names_of_phrase, placeholders_of, width_of
from deckgen.text.phrases.en import EN

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base" / "course.yaml"


def read(wording: str, profile: str = "", delivery: str = "60-min") -> tuple[dict[str, str], list[tuple[int, str]]]:
    """The phrases that are not those of the language, and line below `phrases:` and words of what was found."""
    text = BASE.read_text("utf-8")
    top = text.count("\n") + 1
    raw, found = read_source(
        Path("course.yaml"), Path(), lambda _: f"{text}phrases:\n{wording}".encode(), keep_folds=True
    )
    assert not found
    other, found = read_source(Path("profile.yaml"), Path(), lambda _: f"phrases:\n{profile or '  {}'}".encode())
    assert not found
    report = Report()
    values = Settings({}, phrases=other["phrases"], phrases_at=other.spans["phrases"])
    course = salvage_course(raw, delivery, values, report)
    assert course is not None, list(report)
    table = course_phrases(course).table
    told = [(item.span.line - (top if "course" in item.span.file else 0), f"{item.code} {item.message} {item.hint}")
            for item in report if item.span]  # fmt: skip
    return {key: words for key, words in table.items() if EN[key] != words}, told


def test_words_of_a_course_stand_in_place_of_those_of_its_language_with_their_spaces() -> None:
    words, told = read('  apply: Back at work\n  colon: " ~ "\n  minutes: "{n} {{ desk }}"\n')
    assert not told
    assert words == {"apply": "Back at work", "colon": " ~ ", "minutes": "{n} the front desk"}


def test_words_of_a_profile_win_over_those_of_the_course() -> None:
    words, told = read("  apply: Back at work\n  glossary: Terms\n", "  apply: At North Bank\n")
    assert not told
    assert words == {"apply": "At North Bank", "glossary": "Terms"}


def test_a_delivery_may_have_words_of_its_own() -> None:
    wording = "  apply: {60-min: Tonight, 90-min: Tomorrow}\n  90-min: {glossary: Terms}\n"
    assert read(wording)[0] == {"apply": "Tonight"}
    assert read(wording, delivery="90-min")[0] == {"apply": "Tomorrow", "glossary": "Terms"}


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("  aply: x\n", "DG101 there is no phrase aply did you mean apply?"),
        ("  xyzzy: x\n", "DG101 there is no phrase xyzzy `deckgen docs phrases` lists the keys"),
        ('  minutes: "{m} min"\n', "DG129 minutes: there is nothing to fill in for {m} it takes {n}"),
        (
            '  footer: "{title} {versoin} {date}"\n',
            "DG129 footer: there is nothing to fill in for {versoin} did you mean {version}?",
        ),
        ('  apply: "{n}"\n', "DG129 apply: there is nothing to fill in for {n} it takes no value"),
        ('  minutes: "{n!r}"\n', "DG129 minutes: {n!r} is no placeholder it takes {n}"),
        ('  minutes: "{n:>9}"\n', "DG129 minutes: {n:>9} is no placeholder it takes {n}"),
        ('  minutes: "{n.real}"\n', "DG129 minutes: {n.real} is no placeholder it takes {n}"),
        ('  minutes: "{} min"\n', "DG129 minutes: {} is no placeholder it takes {n}"),
        ('  minutes: "{n min"\n', "DG129 minutes: "),
        ('  minutes: "n} min"\n', "DG129 minutes: "),
        ('  minutes: "｛n｝ min"\n', "DG129 minutes: “｛” is a full-width character"),
        ("  minutes: some minutes\n", "DG130 minutes: the phrase leaves {n} out put {n} in: {n} min"),
        ("  apply: [a, b]\n", 'DG103 the phrase apply is one text write for example apply: "How I will use it"'),
        ("  apply: {x: y}\n", "DG103 the phrase apply is one text"),
        ('  apply: ""\n', "DG127 apply: the phrase is empty"),
        ('  apply: "  "\n', "DG127 apply: the text is blank"),
        ("  apply: '**now**'\n", "DG121 apply: phrases are plain words"),
        ("  apply: '[now](https://example.com/)'\n", "DG121 apply: phrases are plain words"),
        ("  apply: |\n    one\n    two\n", "DG129 apply: a phrase has one line"),
        (f"  apply: {'long ' * 9}\n", "DG125 apply: the phrase is 44 wide, and its places hold 40"),
        (f"  apply: {'长' * 21}\n", "DG125 apply: the phrase is 42 wide, and its places hold 40"),
    ],
)
def test_what_is_wrong_with_a_phrase_is_told_once_at_its_line(wording: str, words: str) -> None:
    kept, told = read(wording)
    assert len(told) == 1, told
    assert told[0][0] == 1 and told[0][1].startswith(words)
    assert not kept or "DG130" in words


def test_every_mistake_is_told_at_once_and_those_of_a_profile_at_its_line() -> None:
    kept, told = read("  aply: x\n  apply: ''\n  glossary: Terms\n", "  apply: At work\n  minuts: x\n")
    assert kept == {"apply": "At work", "glossary": "Terms"}
    assert sorted(line for line, _ in told) == [1, 2, 3]


@pytest.mark.parametrize("written", ["word", "[a, b]", "3"])
def test_phrases_that_are_no_mapping_are_one_mistake(written: str) -> None:
    kept, told = read(f"  {written}\n")
    assert not kept
    assert [words for _, words in told if words.startswith("DG103 phrases: a mapping of keys to texts")]
    assert len(told) == 1


def test_the_words_of_every_language_may_be_written_in_a_course() -> None:
    for table in LANGUAGES.values():
        for key, phrase in table.items():
            assert set(names_of_phrase(phrase)) == set(placeholders_of(key))
            assert width_of(phrase) <= longest_phrase(key)
    wording = "".join(
        f"  {key}: {phrase!r}\n" for key, phrase in EN.items() if "'" not in phrase and "\\" not in phrase
    )
    kept, told = read(wording)
    assert not kept and not told
