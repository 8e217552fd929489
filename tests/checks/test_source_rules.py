"""Each rule of the source speaks where it should and stays silent at its very limit.

That each reports its code through the whole build is shown by the cases of `tests/diagnostics`; here the rules are
called by themselves on small edits of the same courses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from checks.edited import BASE, codes_of, edited_course, edited_day, planned
from deckgen.base.diagnostics import Diagnostic
from deckgen.checks import AGENDA_RULES, COURSE_RULES, WHOLE_RULES
from deckgen.checks.coverage import check_coverage
from deckgen.checks.limits import limit
from deckgen.checks.minutes import check_minutes
from deckgen.checks.notes import check_notes
from deckgen.checks.practice import check_practice
from deckgen.checks.references import check_references
from deckgen.checks.reserves import check_reserves
from deckgen.checks.sheets import check_sheets
from deckgen.checks.size import count_text, say_range, say_size
from deckgen.checks.slides import check_modules, check_slides
from deckgen.checks.spare import check_spare
from deckgen.model.course import Course
from deckgen.plan import Agenda


@pytest.mark.parametrize("rule", [*COURSE_RULES, *WHOLE_RULES], ids=lambda rule: rule.__name__)
def test_rules_of_the_source_are_silent_on_a_good_course(rule: Callable[[Course], Iterator[Diagnostic]]) -> None:
    assert list(rule(edited_course())) == []


@pytest.mark.parametrize("rule", AGENDA_RULES, ids=lambda rule: rule.__name__)
def test_rules_of_a_plan_are_silent_on_a_good_plan(rule: Callable[[Course, Agenda], Iterator[Diagnostic]]) -> None:
    course = edited_course()
    assert list(rule(course, planned(course))) == []
    assert list(rule(*edited_day())) == []


# -- sizes ------------------------------------------------------------------------------------


def test_text_is_counted_in_characters_of_chinese_and_in_words_elsewhere() -> None:
    assert count_text("先听情绪，再听事实", "zh-CN") == 9
    assert count_text("用 SMART 写目标", "zh-CN") == 5
    assert count_text("Write it down", "en") == 6
    assert (say_size(1, "zh-CN"), say_size(6, "en"), say_range(8, 26, "en")) == (
        "1 character",
        "3 words",
        "4 to 13 words",
    )


def test_limits_lie_on_a_line_between_six_and_twelve_hours() -> None:
    assert [round(limit(0.35, 0.25, minutes), 3) for minutes in (60, 360, 540, 720, 900)] == [
        0.35, 0.35, 0.3, 0.25, 0.25,
    ]  # fmt: skip


# -- rules of the source ----------------------------------------------------------------------


def test_references_are_closed_in_each_delivery() -> None:
    course = edited_course(("  - kind: drill\n    id: S2", "  - in: 90-min\n    kind: drill\n    id: S2"))
    found = list(check_references(course))
    assert [item.code for item in found] == ["DG203"]  # of the block and of its slide
    assert "no sheet S2 in this delivery, here and in 1 more place" in found[0].message and found[0].span is not None


def test_points_are_checked_only_where_a_course_lists_them() -> None:
    text = ('coverage:\n  - {id: "1", kind: topic, name: The three questions of a handover}\n', "")
    assert codes_of(check_references(edited_course(text, ("covers: [C1]", "covers: [C9]")))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: B2", "id: B1"),
        ("  - id: Q1\n", "  - {id: Q1, module: M1, objective: O1, form: pre, type: judgement, stem: A, answer: right,"
                         " rationale: B}\n  - id: Q1\n"),
    ],
)  # fmt: skip
def test_ids_are_used_once(old: str, new: str) -> None:
    assert "DG206" in codes_of(check_references(edited_course((old, new))))


def test_slides_that_are_one_minute_off_are_named_with_their_bucket() -> None:
    (found,) = check_minutes(edited_course(("            minutes: 10\n", "            minutes: 11\n")))
    assert found.code == "DG304" and "activity +1" in found.message


def test_a_block_without_minutes_is_left_to_the_plan() -> None:
    assert list(check_minutes(edited_course(("        minutes: 4/10/6\n", "")))) == []


@pytest.mark.parametrize(("elastic", "codes"), [(0, []), (16, []), (17, ["DG318"]), (20, ["DG318"])])
def test_a_block_keeps_a_minute_for_each_slide(elastic: int, codes: list[str]) -> None:
    """It has 20 minutes and four slides with minutes."""
    found = list(check_spare(edited_course(("elastic: 9", f"elastic: {elastic}"))))
    assert [item.code for item in found] == codes
    assert all(item.hint == "write `elastic: 16` at most" for item in found)


@pytest.mark.parametrize(
    ("span", "codes"), [("4-20-30", []), ("3-20-30", ["DG318"]), ("4-30", []), ("3-30", ["DG318"]), ("3", ["DG318"])]
)
def test_a_range_begins_where_a_block_can_still_be_given(span: str, codes: list[str]) -> None:
    course = edited_course(("elastic: 9\n", f'elastic: 9\n        range: "{span}"\n'))
    assert codes_of(check_spare(course)) == codes


def test_a_block_whose_slides_do_not_agree_keeps_one_minute() -> None:
    course = edited_course(("minutes: 4/10/6", "minutes: 1/1/1"), ("elastic: 9", "elastic: 3"))
    assert [item.message for item in check_spare(course)] == [
        "block B1 has 3 minutes, 3 of them elastic, and it needs one"
    ]


def test_the_last_slide_needs_no_transition_and_any_other_does() -> None:
    assert codes_of(check_notes(edited_course(("            transition: Let us hear what was hard.\n", "")))) == [
        "DG401"
    ]


@pytest.mark.parametrize(
    ("key_points", "codes"),
    [("[One]", ["DG406"]), ("[One, Two]", []), ("[1a, 2a, 3a, 4a, 5a]", []), ("[1a, 2a, 3a, 4a, 5a, 6a]", ["DG406"])],
)
def test_two_to_five_key_points(key_points: str, codes: list[str]) -> None:
    course = edited_course(("key_points: [Written during the shift, Repeated aloud]", f"key_points: {key_points}"))
    assert codes_of(check_notes(course)) == codes


@pytest.mark.parametrize(("words", "codes"), [(39, ["DG406"]), (40, []), (600, [])])
def test_a_note_has_its_least_words(words: int, codes: list[str]) -> None:
    old = (BASE / "course.yaml").read_text("utf-8")
    start = old.index("            say: Watch the two of us.")
    end = old.index("            transition: Your turn.")
    course = edited_course((old[start:end], f"            say: {' '.join(['word'] * words)}\n"))
    assert codes_of(check_notes(course)) == codes


def test_a_point_may_be_taught_by_a_sheet_that_is_used_but_not_by_a_loose_one() -> None:
    covers = [("        covers: [C1]\n", ""), ("    question: Which", "    covers: [C1]\n    question: Which")]
    loose = [*covers, ("        sheets: [S1]\n", ""), ("            sheet: S1\n", "")]
    assert codes_of(check_coverage(edited_course(*covers))) == []
    assert "DG402" in codes_of(check_coverage(edited_course(*loose)))
    assert "DG402" not in codes_of(check_coverage(edited_course(*loose, ("variables:", "postwork: [S1]\nvariables:"))))


def test_frame_blocks_need_no_objective() -> None:
    without = ("        objectives: [O1]\n        covers", "        covers")
    assert codes_of(check_coverage(edited_course(without))) == ["DG403"]
    assert (
        codes_of(check_coverage(edited_course(without, ("      - id: B1", "      - kind: frame\n        id: B1"))))
        == []
    )


def test_an_objective_without_practice_is_named() -> None:
    edits = [(f"sheets: [{name}]", "sheets: []") for name in ("S1", "S2")]
    edits += [(f"sheet: {name}\n            title", "title") for name in ("S1", "S2")]
    (found,) = check_coverage(edited_course(*edits))
    assert found.code == "DG403" and "practice sheet" in found.message


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Three questions always", ["DG404"]),
        ("Three questions always help", []),
        ("What does a handover answer?", ["DG404"]),
        (" ".join(["word"] * 13), []),
        (" ".join(["word"] * 14), ["DG404"]),
    ],
)
def test_titles_of_concepts_are_assertions(title: str, codes: list[str]) -> None:
    assert codes_of(check_slides(edited_course(("A handover answers three questions in one order", title)))) == codes


@pytest.mark.parametrize(("count", "codes"), [(6, []), (7, ["DG405"])])
def test_at_most_six_points(count: int, codes: list[str]) -> None:
    points = ", ".join(f"Point {number}" for number in range(count))
    course = edited_course(("[Write while you work, Read it aloud, Let the next lead repeat]", f"[{points}]"))
    assert codes_of(check_slides(course)) == codes


def test_a_module_of_frames_needs_no_parts() -> None:
    without = ("    summary: [Open points first, One owner each, A time for every promise]\n", "")
    frames = [
        ("      - id: B1", "      - kind: frame\n        id: B1"),
        ("      - id: B2", "      - kind: frame\n        id: B2"),
    ]
    assert codes_of(check_modules(edited_course(without))) == ["DG421"]
    assert codes_of(check_modules(edited_course(without, *frames))) == []


@pytest.mark.parametrize(("seconds", "codes"), [(427, []), (428, ["DG413"])])
def test_everybody_gets_a_turn_at_a_core_skill(seconds: int, codes: list[str]) -> None:
    # 4 turns and 3 swaps of half a minute in 30 minutes of activity: 427.5 seconds a turn
    assert codes_of(check_practice(edited_course(("seconds: 180", f"seconds: {seconds}")))) == codes


@pytest.mark.parametrize(("swaps", "codes"), [(4, []), (5, ["DG413"])])
def test_turns_may_take_all_of_the_activity(swaps: int, codes: list[str]) -> None:
    # 4 turns of 7 minutes and 4 swaps are 30 minutes to the second
    turns = ("rounds: 4, seconds: 180, swaps: 3", f"rounds: 4, seconds: 420, swaps: {swaps}")
    assert codes_of(check_practice(edited_course(turns))) == codes


def test_a_sheet_lacks_what_it_needs_to_work_alone() -> None:
    course = edited_course(("    grouping: Everybody\n", ""), ("    output: One vote each\n", ""))
    (found,) = check_sheets(course)
    assert found.code == "DG422" and "output" in found.message and "grouping" in found.message


@pytest.mark.parametrize(
    ("reserve", "codes"),
    [("key", []), ("text", ["DG447"]), ("[text, key]", ["DG447"]), ("[text, text]", ["DG447"] * 2)],
)
def test_a_board_keeps_in_reserve_what_its_sheet_has(reserve: str, codes: list[str]) -> None:
    before, vote = "            sheet: S1\n", "            title: Vote"
    edit = (f"{before}{vote}", f"{before}            reserve: {reserve}\n{vote}")
    assert codes_of(check_reserves(edited_course(edit))) == codes


def test_a_board_without_a_sheet_has_nothing_in_reserve() -> None:
    edit = ("            sheet: S1\n            title: Vote", "            reserve: key\n            title: Vote")
    (found,) = check_reserves(edited_course(edit))
    assert "names no sheet" in found.message and found.hint == "name its `sheet`"
