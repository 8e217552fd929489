"""What a course says together: time for words, answers, other deliveries, promises, sums, people and voice."""

from __future__ import annotations

from typing import Any

import pytest

from checks.edited import codes_of, edited_course, planned
from deckgen.checks.early_answers import check_early_answers
from deckgen.checks.elsewhere import check_elsewhere
from deckgen.checks.frame_time import check_frame_time
from deckgen.checks.people import check_people
from deckgen.checks.promises import check_promises
from deckgen.checks.reserve import check_reserve
from deckgen.checks.speech import check_speech
from deckgen.checks.sums import check_sums
from deckgen.checks.voice import check_voice
from deckgen.model.course import Course, Person
from small_courses import make_block, make_course
from small_plans import schedule

HOOK = "Think of the last surprise your shift began with. What had nobody told you?"
BRIEF = "brief: Hold up one, two or three fingers on my count."
S1_KEY = "key: [Most teams skip the owner because everybody believes that it is known.]"


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(("count", "codes"), [(300, []), (301, ["DG426"])])
def test_a_course_that_budgets_no_frames_may_say_two_minutes_to_them(count: int, codes: list[str]) -> None:
    course = edited_course((HOOK, words(count)))
    assert codes_of(check_frame_time(course, planned(course))) == codes


def test_where_one_frame_has_minutes_every_word_to_others_needs_them() -> None:
    course = edited_course(
        ("minutes: 4/10/6\n", "minutes: 5/10/6\n        opening: 1\n"), ("{60-min: 2/30/8", "{60-min: 2/29/8")
    )
    course = course.model_copy(update={
        "modules": tuple(module.model_copy(update={"recap_say": "Say it."}) for module in course.modules)
    })  # fmt: skip
    found = list(check_frame_time(course, schedule(course)))
    assert [item.message for item in found] == ["2 words are said to the recap of module M1, which has no minutes"]


@pytest.mark.parametrize(("count", "codes"), [(300, []), (301, ["DG427"])])
def test_nobody_speaks_more_than_150_words_a_minute(count: int, codes: list[str]) -> None:
    say = "say: The card is not a form. It lies beside the keyboard all shift, and each open point is one line on\n"
    rest = (
        "              it. At the end you read it aloud and the next lead repeats it, so that both of you have heard"
        " the same\n"
        "              three things in the same order.\n"
    )
    course = edited_course((say + rest, f"say: {words(count)}\n"))
    assert codes_of(check_speech(course, planned(course))) == codes


@pytest.mark.parametrize(("behind", "codes"), [(10, []), (9, ["DG428"])])
def test_a_half_day_is_told_what_it_holds_behind_its_first_checkpoint(behind: int, codes: list[str]) -> None:
    gives = {1: 9, 2: behind, 3: 0, 4: 10}
    blocks = [make_block(f"B{number}", "20/60/10", elastic=gives[number]) for number in (1, 2, 3, 4)]
    agenda = schedule(make_course("d", {"d": (1, 6)}, {"M1": blocks}), sitting=90)
    found = list(check_reserve(make_course("d", {"d": (1, 6)}, {"M1": blocks}), agenda))
    assert codes_of(iter(found)) == codes
    assert all("half 1: 9 elastic minutes are left behind the checkpoint at 10:30" in item.message for item in found)


@pytest.mark.parametrize(("behind", "codes"), [(5, []), (4, ["DG428"])])
def test_a_short_half_day_need_hold_no_more_than_its_share(behind: int, codes: list[str]) -> None:
    blocks = [make_block("B1", "10/30/5"), make_block("B2", "10/30/5", elastic=behind)]
    course = make_course("d", {"d": (1, 1.5)}, {"M1": blocks})
    assert codes_of(check_reserve(course, schedule(course, sitting=45))) == codes


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (BRIEF, "brief: Look at sheet S2.", []),
        (BRIEF, "brief: Look at sheet S7.", ["DG429"]),
        ("look_for: [A name and not a department", "look_for: [Who takes Card 3", ["DG429"]),
        ("look_for: [A name and not a department", "look_for: [Who takes Card 2", []),
    ],
)
def test_cards_and_sheets_that_are_named_are_there(old: str, new: str, codes: list[str]) -> None:
    course = edited_course(
        (old, new), ("title: Lead who leaves", "title: Card 1"), ("title: Lead who comes", "title: Card 2")
    )
    assert codes_of(check_elsewhere(course)) == codes


def test_differences_may_speak_of_sheets_that_another_delivery_has() -> None:
    course = edited_course(
        ("        elastic: 9\n", "        elastic: 9\n        differences: The long one has sheet S9.\n")
    )
    assert not list(check_elsewhere(course))


def test_a_bell_has_one_time() -> None:
    said = "say: Hold up one, two or three fingers."
    for rings, codes in (("[Ring after 3 minutes]", []), ("[Ring after 3 or 6 minutes]", ["DG429"])):
        assert codes_of(check_elsewhere(edited_course((said, f"{said}\n            do: {rings}")))) == codes


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("key: [That Kim had promised to call the customer back.]", ["DG430"]),
        ("key: [That Kim had promised to call the boss.]", []),  # too little of it
        ("key: [Repeating is how we find the gap while both of us are still in the room.]", []),  # said afterwards
    ],
)
def test_what_a_key_answers_is_not_told_before(key: str, codes: list[str]) -> None:
    assert codes_of(check_early_answers(edited_course((S1_KEY, key)))) == codes


def test_the_case_of_a_sheet_is_not_shown_before() -> None:
    case = "In week 42 the refund queue had 250 open cases at 17:30."
    told = ("last week, when nobody", f"last week. {case} Nobody")
    sheet = ("    purpose: See what we skip.\n", f"    purpose: See what we skip.\n    situation: {case}\n")
    assert codes_of(check_early_answers(edited_course(sheet))) == []
    (found,) = check_early_answers(edited_course(sheet, told))
    assert found.message.endswith("tells the case of sheet S1: 17:30, 250")


def test_a_block_names_the_prework_it_is_to_use() -> None:
    sheet = (
        "sheets:\n  - kind: poll",
        "sheets:\n  - {kind: prework, id: S3, title: 'Before you come: a note', purpose: Think., deadline: soon,"
        " effort: 5, reader: me, used_in: B1}\n  - kind: poll",
    )
    prework = ("questions:\n  - id: Q1", "prework: [S3]\nquestions:\n  - id: Q1")
    assert codes_of(check_promises(edited_course(sheet, prework))) == ["DG431"]
    named = ("say: Nobody skips on purpose.", "say: Take out what you wrote before you come.")
    assert codes_of(check_promises(edited_course(sheet, prework, named))) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Five days, 8 cases in all (3, 2, 1, 1, 1).", []),
        ("Five days, 9 cases in all (3, 2, 1, 1, 1).", ["DG432"]),
        ("五天共8单（3、2、1、1、1）", []),
        ("五天共9单（3、2、1、1、1）", ["DG432"]),
    ],
)
def test_totals_are_the_sum_of_what_stands_beside_them(text: str, codes: list[str]) -> None:
    assert codes_of(check_sums(edited_course((BRIEF, f"brief: {text}")))) == codes


def test_totals_of_minutes_are_those_of_the_lines() -> None:
    lines = "      - {table: [What], first: [Calls (20 min), Lists (15 min)]}\n"
    for total, codes in ((35, []), (40, ["DG432"])):
        edits = [("      - {prompt: What I skip, lines: 3}\n", lines), (S1_KEY, f"key: [{total} minutes in all]")]
        assert codes_of(check_sums(edited_course(*edits))) == codes


def test_shares_of_a_whole_add_up() -> None:
    points = "points: [Write while you work, Read it aloud, Let the next lead repeat]"
    for last, codes in ((15, []), (17, ["DG432"]), (60, [])):
        chart = (
            f"diagram: {{type: chart, kind: column, categories: [a, b, c], series: {{now: [55, 30, {last}]}},"
            " unit: '%', source: example}"
        )
        assert codes_of(check_sums(edited_course((points, chart)))) == codes


def with_person(course: Course, **person: Any) -> Course:
    return course.model_copy(update={"people": (Person(**person),)})


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Kim counts on her fingers.", []),
        ("Kim counts on his fingers.", ["DG435"]),
        ("Kim asks the customer for his name.", []),  # may be the customer's
        ("Kim comes. He is late.", []),  # the next sentence may be about another
    ],
)
def test_a_person_keeps_her_pronoun(said: str, codes: list[str]) -> None:
    course = edited_course((BRIEF, f"brief: {said}"))
    assert codes_of(check_people(with_person(course, name="Kim", gender="f"))) == codes
    assert not list(check_people(with_person(course, name="Kim")))


@pytest.mark.parametrize(
    ("said", "codes"),
    [("When I was a lead, it went wrong.", ["DG436"]), ("“When I was a lead”, she says.", []), ("Pat was a lead.", [])],
)
def test_stories_have_a_person_of_their_own(said: str, codes: list[str]) -> None:
    assert codes_of(check_voice(edited_course((HOOK, said)))) == codes


def test_a_turn_of_phrase_may_stand_in_three_transitions_and_not_in_four() -> None:
    olds = ["One thing keeps that order for you.", "Now you.", "Let us hear why.", "Now let us do it aloud."]
    for count, codes in ((3, []), (4, ["DG436"])):
        edits = [(f"transition: {old}", f"transition: Seeing is not doing, {n}.") for n, old in enumerate(olds[:count])]
        assert codes_of(check_voice(edited_course(*edits))) == codes
