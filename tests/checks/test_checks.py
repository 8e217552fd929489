"""Each rule speaks where it should and stays silent at its very limit.

That each rule reports its code through the whole build is shown by the cases of `tests/diagnostics`; here the rules
are called by themselves on small edits of the same courses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Diagnostic, Report, Span
from deckgen.base.runs import runs
from deckgen.base.units import Clock, Split
from deckgen.checks import AGENDA_RULES, COURSE_RULES, WHOLE_RULES
from deckgen.checks.after_lunch import check_after_lunch
from deckgen.checks.coverage import check_coverage
from deckgen.checks.day_end import check_day_end
from deckgen.checks.debrief import check_debrief
from deckgen.checks.elastic import check_elastic
from deckgen.checks.exemptions import check_exemptions
from deckgen.checks.leaks import check_deck_leaks, check_workbook_leaks
from deckgen.checks.length import check_slide_count
from deckgen.checks.limits import limit
from deckgen.checks.minutes import check_minutes
from deckgen.checks.notes import check_notes
from deckgen.checks.practice import check_practice
from deckgen.checks.references import check_references
from deckgen.checks.sheets import check_sheets
from deckgen.checks.sittings import check_sittings
from deckgen.checks.size import count_text, say_range, say_size
from deckgen.checks.slides import check_modules, check_slides
from deckgen.checks.spare import check_spare
from deckgen.checks.talk import check_talk
from deckgen.checks.talk_runs import check_talk_runs
from deckgen.checks.variety import check_variety
from deckgen.decode.course import decode_course
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.source.reader import read_source
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Deck,
    DeckSection,
    Group,
    Para,
    Properties,
    Row,
    Slide,
    Slot,
    Table,
)

BASE = Path(__file__).resolve().parents[1] / "diagnostics" / "base"
PROPERTIES = Properties("A course", "", "en", "1.0", "2026-01-15")


def _course(*edits: tuple[str, str], base: str = "course.yaml", delivery: str = "60-min") -> Course:
    """A base course with edits, each of which stands exactly once in it."""
    text = (BASE / base).read_text("utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    raw, found = read_source(Path("course.yaml"), Path(), lambda _: text.encode())
    report = Report.of(found)
    course = decode_course(raw, delivery, {}, report)
    assert course is not None, list(report)
    return course


def _agenda(course: Course, delivery: str = "60-min") -> Agenda:
    report = Report()
    agenda = plan_delivery(course, next(item for item in course.deliveries if item.id == delivery), report)
    assert agenda is not None, list(report)
    return agenda


def _day(*edits: tuple[str, str]) -> tuple[Course, Agenda]:
    course = _course(*edits, base="day.yaml", delivery="3-hours")
    return course, _agenda(course, "3-hours")


def _resplit(agenda: Agenda, *splits: Split) -> Agenda:
    """The agenda whose blocks have these splits, their slides in proportion left as they are."""
    entries = iter([replace(entry, split=split) for entry, split in zip(agenda.entries, splits, strict=True)])
    days = tuple(
        replace(day, sittings=tuple(
            replace(sitting, entries=tuple(next(entries) for _ in sitting.entries)) for sitting in day.sittings
        ))
        for day in agenda.days
    )  # fmt: skip
    return replace(agenda, days=days)


def _codes(found: Iterator[Diagnostic]) -> list[str]:
    return [item.code for item in found]


# -- the table --------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [*COURSE_RULES, *WHOLE_RULES], ids=lambda rule: rule.__name__)
def test_rules_of_the_source_are_silent_on_a_good_course(rule: Callable[[Course], Iterator[Diagnostic]]) -> None:
    assert list(rule(_course())) == []


@pytest.mark.parametrize("rule", AGENDA_RULES, ids=lambda rule: rule.__name__)
def test_rules_of_a_plan_are_silent_on_a_good_plan(rule: Callable[[Course, Agenda], Iterator[Diagnostic]]) -> None:
    course = _course()
    assert list(rule(course, _agenda(course))) == []
    assert list(rule(*_day())) == []


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
    course = _course(("  - kind: drill\n    id: S2", "  - in: 90-min\n    kind: drill\n    id: S2"))
    found = list(check_references(course))
    assert [item.code for item in found] == ["DG203"]  # of the block and of its slide
    assert "no sheet S2 in this delivery, here and in 1 more place" in found[0].message and found[0].span is not None


def test_points_are_checked_only_where_a_course_lists_them() -> None:
    text = ('coverage:\n  - {id: "1", kind: topic, name: The three questions of a handover}\n', "")
    assert _codes(check_references(_course(text, ("covers: [C1]", "covers: [C9]")))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: B2", "id: B1"),
        ("  - id: Q1\n", "  - {id: Q1, module: M1, objective: O1, form: pre, type: judgement, stem: A, answer: right,"
                         " rationale: B}\n  - id: Q1\n"),
    ],
)  # fmt: skip
def test_ids_are_used_once(old: str, new: str) -> None:
    assert "DG206" in _codes(check_references(_course((old, new))))


def test_slides_that_are_one_minute_off_are_named_with_their_bucket() -> None:
    (found,) = check_minutes(_course(("            minutes: 10\n", "            minutes: 11\n")))
    assert found.code == "DG304" and "activity +1" in found.message


def test_a_block_without_minutes_is_left_to_the_plan() -> None:
    assert list(check_minutes(_course(("        minutes: 4/10/6\n", "")))) == []


@pytest.mark.parametrize(("elastic", "codes"), [(0, []), (16, []), (17, ["DG318"]), (20, ["DG318"])])
def test_a_block_keeps_a_minute_for_each_slide(elastic: int, codes: list[str]) -> None:
    """It has 20 minutes and four slides with minutes."""
    found = list(check_spare(_course(("elastic: 9", f"elastic: {elastic}"))))
    assert [item.code for item in found] == codes
    assert all(item.hint == "write `elastic: 16` at most" for item in found)


@pytest.mark.parametrize(
    ("span", "codes"), [("4-20-30", []), ("3-20-30", ["DG318"]), ("4-30", []), ("3-30", ["DG318"]), ("3", ["DG318"])]
)
def test_a_range_begins_where_a_block_can_still_be_given(span: str, codes: list[str]) -> None:
    course = _course(("elastic: 9\n", f'elastic: 9\n        range: "{span}"\n'))
    assert _codes(check_spare(course)) == codes


def test_a_block_whose_slides_do_not_agree_keeps_one_minute() -> None:
    course = _course(("minutes: 4/10/6", "minutes: 1/1/1"), ("elastic: 9", "elastic: 3"))
    assert [item.message for item in check_spare(course)] == [
        "block B1 has 3 minutes, 3 of them elastic, and it needs one"
    ]


def test_the_last_slide_needs_no_transition_and_any_other_does() -> None:
    assert _codes(check_notes(_course(("            transition: Let us hear what was hard.\n", "")))) == ["DG401"]


@pytest.mark.parametrize(
    ("key_points", "codes"),
    [("[One]", ["DG406"]), ("[One, Two]", []), ("[1a, 2a, 3a, 4a, 5a]", []), ("[1a, 2a, 3a, 4a, 5a, 6a]", ["DG406"])],
)
def test_two_to_five_key_points(key_points: str, codes: list[str]) -> None:
    course = _course(("key_points: [Written during the shift, Repeated aloud]", f"key_points: {key_points}"))
    assert _codes(check_notes(course)) == codes


@pytest.mark.parametrize(("words", "codes"), [(39, ["DG406"]), (40, []), (200, []), (201, ["DG406"])])
def test_a_note_has_its_least_and_its_most_words(words: int, codes: list[str]) -> None:
    old = (BASE / "course.yaml").read_text("utf-8")
    start = old.index("            say: Watch the two of us.")
    end = old.index("            transition: Your turn.")
    course = _course((old[start:end], f"            say: {' '.join(['word'] * words)}\n"))
    assert _codes(check_notes(course)) == codes


def test_a_point_may_be_taught_by_a_sheet_that_is_used_but_not_by_a_loose_one() -> None:
    covers = [("        covers: [C1]\n", ""), ("    question: Which", "    covers: [C1]\n    question: Which")]
    loose = [*covers, ("        sheets: [S1]\n", ""), ("            sheet: S1\n", "")]
    assert _codes(check_coverage(_course(*covers))) == []
    assert "DG402" in _codes(check_coverage(_course(*loose)))
    assert "DG402" not in _codes(check_coverage(_course(*loose, ("variables:", "postwork: [S1]\nvariables:"))))


def test_frame_blocks_need_no_objective() -> None:
    without = ("        objectives: [O1]\n        covers", "        covers")
    assert _codes(check_coverage(_course(without))) == ["DG403"]
    assert _codes(check_coverage(_course(without, ("      - id: B1", "      - kind: frame\n        id: B1")))) == []


def test_an_objective_without_practice_is_named() -> None:
    edits = [(f"sheets: [{name}]", "sheets: []") for name in ("S1", "S2")]
    edits += [(f"sheet: {name}\n            title", "title") for name in ("S1", "S2")]
    (found,) = check_coverage(_course(*edits))
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
    assert _codes(check_slides(_course(("A handover answers three questions in one order", title)))) == codes


@pytest.mark.parametrize(("count", "codes"), [(6, []), (7, ["DG405"])])
def test_at_most_six_points(count: int, codes: list[str]) -> None:
    points = ", ".join(f"Point {number}" for number in range(count))
    course = _course(("[Write while you work, Read it aloud, Let the next lead repeat]", f"[{points}]"))
    assert _codes(check_slides(course)) == codes


def test_a_module_of_frames_needs_no_parts() -> None:
    without = ("    summary: [Open points first, One owner each, A time for every promise]\n", "")
    frames = [
        ("      - id: B1", "      - kind: frame\n        id: B1"),
        ("      - id: B2", "      - kind: frame\n        id: B2"),
    ]
    assert _codes(check_modules(_course(without))) == ["DG421"]
    assert _codes(check_modules(_course(without, *frames))) == []


@pytest.mark.parametrize(("seconds", "codes"), [(427, []), (428, ["DG413"])])
def test_everybody_gets_a_turn_at_a_core_skill(seconds: int, codes: list[str]) -> None:
    # 4 turns and 3 swaps of half a minute in 30 minutes of activity: 427.5 seconds a turn
    assert _codes(check_practice(_course(("seconds: 180", f"seconds: {seconds}")))) == codes


@pytest.mark.parametrize(("swaps", "codes"), [(4, []), (5, ["DG413"])])
def test_turns_may_take_all_of_the_activity(swaps: int, codes: list[str]) -> None:
    # 4 turns of 7 minutes and 4 swaps are 30 minutes to the second
    turns = ("rounds: 4, seconds: 180, swaps: 3", f"rounds: 4, seconds: 420, swaps: {swaps}")
    assert _codes(check_practice(_course(turns))) == codes


def test_a_sheet_lacks_what_it_needs_to_work_alone() -> None:
    course = _course(("    grouping: Everybody\n", ""), ("    output: One vote each\n", ""))
    (found,) = check_sheets(course)
    assert found.code == "DG422" and "output" in found.message and "grouping" in found.message


# -- rules of a plan --------------------------------------------------------------------------


def check_shares(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    for rule in (check_talk, check_debrief, check_talk_runs, check_elastic):
        yield from rule(course, agenda)


def check_rhythm(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    for rule in (check_sittings, check_after_lunch, check_day_end, check_variety):
        yield from rule(course, agenda)


def test_shares_speak_beyond_their_limits_and_not_at_them() -> None:
    course = _course()
    agenda = _agenda(course)
    at_limit = _resplit(agenda, Split(10, 4, 6), Split(10, 25, 5))  # debrief 11 of 60: just above 18 %
    assert _codes(check_shares(course, at_limit)) == []
    assert _codes(check_shares(course, _resplit(agenda, Split(10, 4, 6), Split(12, 23, 5)))) == ["DG407", "DG409"]
    assert _codes(check_shares(course, _resplit(agenda, Split(10, 5, 5), Split(10, 25, 5)))) == ["DG408"]


def test_elastic_minutes_are_not_asked_of_a_day_that_spent_them_on_breaks() -> None:
    course = _course(("elastic: 9", "elastic: 0"))
    agenda = _agenda(course)
    assert set(_codes(check_shares(course, agenda))) == {"DG410"}
    inclusive = replace(agenda, delivery=agenda.delivery.model_copy(update={"breaks": "inclusive"}))
    assert _codes(check_shares(course, inclusive)) == []


def test_a_question_ends_a_run_of_talk() -> None:
    longer = (
        "            minutes: 2\n            points: [Write",
        "            minutes: 12\n            points: [Write",
    )
    ask = "            ask:\n              - {q: Why?, expect: [Tired, Late], follow_up: Since?, if_silent: Wait.}\n"
    block = ("minutes: 4/10/6", "minutes: 14/0/6")
    for edits, codes in (
        ([], ["DG409", "DG409"]),
        ([("            purpose: Show the tool.", f"{ask}            purpose: Show the tool.")], ["DG409"]),
    ):
        course = _course(longer, block, *edits)
        agenda = replace(_agenda(course))
        assert [code for code in _codes(check_shares(course, agenda)) if code == "DG409"] == codes


def test_a_sitting_beyond_its_limit_is_noticed() -> None:
    course = _course()
    agenda = _agenda(course)
    tight = replace(agenda, delivery=agenda.delivery.model_copy(update={"sitting": 59}))
    (found,) = check_rhythm(course, tight)
    assert found.code == "DG414" and "60 minutes" in found.message
    assert found.code in {"DG414"} and found.span is not None


def test_the_block_after_lunch_has_more_to_do_than_to_hear() -> None:
    course, agenda = _day()
    first, _ = (entry.split for entry in agenda.entries)
    assert _codes(check_rhythm(course, _resplit(agenda, first, Split(31, 31, 25)))) == []
    assert _codes(check_rhythm(course, _resplit(agenda, first, Split(32, 31, 24)))) == ["DG411"]
    assert _codes(check_rhythm(course, _resplit(agenda, first, Split(44, 20, 23)))) == ["DG411", "DG412"]


def test_a_long_half_uses_three_kinds_of_activity() -> None:
    course, agenda = _day((", lunch: {after: 1, minutes: 45}", ""))
    assert _codes(check_rhythm(course, agenda)) == ["DG419"]


# -- rules of the trees -----------------------------------------------------------------------


def _slide(text: str, number: int = 1) -> Slide:
    para = Para(runs(text))
    return Slide(
        f"s{number}", "concept", "text", runs("Title"), (Slot("body", (para,)),), span=Span("course.yaml", 3, 1)
    )


def _deck(*slides: Slide) -> Deck:
    return Deck(PROPERTIES, (DeckSection("M1", "Module", slides),))


def _workbook(*children: object) -> Book:
    section = BookSection("M1", "Module", tuple(children))  # type: ignore[arg-type]
    return Book("workbook", PROPERTIES, (section,))


def test_names_of_other_deliveries_are_found_on_slides_and_their_own_are_not() -> None:
    course = _course()
    agenda = _agenda(course)
    assert list(check_deck_leaks(course, agenda, _deck(_slide("Sixty minutes are enough")))) == []
    (found,) = check_deck_leaks(course, agenda, _deck(_slide("See you in the Ninety minutes course")))
    assert found.code == "DG418" and str(found.span) == "course.yaml:3:1"


def test_what_is_the_facilitators_is_found_by_its_role() -> None:
    course = _course()
    agenda = _agenda(course)
    quiet = Group((Para(runs("What I skip")),), "S1", "sheet")
    assert list(check_workbook_leaks(course, agenda, _workbook(quiet))) == []
    celled = Table((1.0,), (), (Row((Cell((Para(runs("Yes"), "say"),)),)),), "A table")
    boxed = Callout("info", (), (Callout("answer", (), (Para(runs("Yes")),)),))
    for theirs in (Para(runs("Yes"), "transition"), celled, boxed, Group((), "S1", "answer")):
        (found,) = check_workbook_leaks(course, agenda, _workbook(Group((theirs,), "S1", "sheet")))
        assert found.code == "DG417" and found.span == course.sheets[0].span
    shown = replace(_slide("Yes"), slots=(Slot("body", (Para(runs("Yes"), "answer"),)),))
    (found,) = check_deck_leaks(course, agenda, _deck(shown))
    assert found.code == "DG417" and found.span == shown.span


@pytest.mark.parametrize(("slides", "codes"), [(20, ["DG416"]), (21, []), (39, []), (40, ["DG416"])])
def test_seven_to_thirteen_slides_an_hour(slides: int, codes: list[str]) -> None:
    course, agenda = _day()
    three_hours = _resplit(agenda, Split(4, 63, 23), Split(2, 64, 24))
    deck = _deck(*(_slide("Text", number) for number in range(slides)))
    assert _codes(check_slide_count(course, three_hours, deck)) == codes


def test_short_deliveries_may_have_as_many_slides_as_they_like() -> None:
    course = _course()
    agenda = _agenda(course)
    assert agenda.days[0].start == Clock(14 * 60)
    assert list(check_slide_count(course, agenda, _deck(*(_slide("Text", n) for n in range(60))))) == []


def test_only_warnings_that_there_are_can_be_exempted() -> None:
    text = "exempt: [{code: DG406, reason: Fine}, {code: DG401, reason: Fine}, {code: DG999, reason: Fine}]\n"
    found = list(check_exemptions(_course(("language: en\n", f"language: en\n{text}"))))
    assert [item.code for item in found] == ["DG111", "DG104"]
