"""Each rule of a plan speaks where it should and stays silent at its very limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.edited import codes_of, edited_course, edited_day, planned, resplit
from deckgen.base.diagnostics import Diagnostic
from deckgen.base.units import Split
from deckgen.checks.after_lunch import check_after_lunch
from deckgen.checks.day_end import check_day_end
from deckgen.checks.debrief import check_debrief
from deckgen.checks.elastic import check_elastic
from deckgen.checks.sittings import check_sittings
from deckgen.checks.talk import check_talk
from deckgen.checks.talk_runs import check_talk_runs
from deckgen.checks.variety import check_variety
from deckgen.model.course import Course
from deckgen.plan import Agenda


def check_shares(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    for rule in (check_talk, check_debrief, check_talk_runs, check_elastic):
        yield from rule(course, agenda)


def check_rhythm(course: Course, agenda: Agenda) -> Iterator[Diagnostic]:
    for rule in (check_sittings, check_after_lunch, check_day_end, check_variety):
        yield from rule(course, agenda)


def test_shares_speak_beyond_their_limits_and_not_at_them() -> None:
    course = edited_course()
    agenda = planned(course)
    at_limit = resplit(agenda, Split(10, 4, 6), Split(10, 25, 5))  # debrief 11 of 60: just above 18 %
    assert codes_of(check_shares(course, at_limit)) == []
    assert codes_of(check_shares(course, resplit(agenda, Split(10, 4, 6), Split(12, 23, 5)))) == ["DG407", "DG409"]
    assert codes_of(check_shares(course, resplit(agenda, Split(10, 5, 5), Split(10, 25, 5)))) == ["DG408"]


def test_elastic_minutes_are_not_asked_of_a_day_that_spent_them_on_breaks() -> None:
    course = edited_course(("elastic: 9", "elastic: 0"))
    agenda = planned(course)
    assert set(codes_of(check_shares(course, agenda))) == {"DG410"}
    inclusive = replace(agenda, delivery=agenda.delivery.model_copy(update={"breaks": "inclusive"}))
    assert codes_of(check_shares(course, inclusive)) == []


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
        course = edited_course(longer, block, *edits)
        agenda = replace(planned(course))
        assert [code for code in codes_of(check_shares(course, agenda)) if code == "DG409"] == codes


def test_a_sitting_beyond_its_limit_is_noticed() -> None:
    course = edited_course()
    agenda = planned(course)
    tight = replace(agenda, delivery=agenda.delivery.model_copy(update={"sitting": 59}))
    (found,) = check_rhythm(course, tight)
    assert found.code == "DG414" and "60 minutes" in found.message
    assert found.code in {"DG414"} and found.span is not None


def test_the_block_after_lunch_has_more_to_do_than_to_hear() -> None:
    course, agenda = edited_day()
    first, _ = (entry.split for entry in agenda.entries)
    assert codes_of(check_rhythm(course, resplit(agenda, first, Split(31, 31, 25)))) == []
    assert codes_of(check_rhythm(course, resplit(agenda, first, Split(32, 31, 24)))) == ["DG411"]
    assert codes_of(check_rhythm(course, resplit(agenda, first, Split(44, 20, 23)))) == ["DG411", "DG412"]


def test_what_stands_at_the_end_of_the_afternoon_does_not_follow_lunch() -> None:
    course, agenda = edited_day()
    day = agenda.days[0]
    morning, afternoon = day.halves[0], day.halves[1]
    talk = replace(afternoon[-1].entries[-1], split=Split(44, 20, 23))
    longer = replace(afternoon[-1], entries=(*afternoon[-1].entries, talk))
    later = replace(agenda, days=(replace(day, sittings=(*morning, *afternoon[:-1], longer)),))
    assert "DG411" not in [item.code for item in check_after_lunch(course, later)]


def test_a_long_half_uses_three_kinds_of_activity() -> None:
    course, agenda = edited_day((", lunch: {after: 1, minutes: 45}", ""))
    assert codes_of(check_rhythm(course, agenda)) == ["DG419"]
