"""Times no day can have are errors with their place, in declared, free and late plans alike."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Diagnostic, Report
from deckgen.base.units import Clock
from deckgen.model.course import Course, Lunch
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.free import plan_free
from deckgen.plan.grid import Wishes
from deckgen.plan.late import replan_day
from deckgen.plan.times import end_without_lunch, lunch_of
from small_courses import make_block, make_course


def clock(text: str) -> Clock:
    hours, minutes = text.split(":")
    return Clock(int(hours) * 60 + int(minutes))


def six_hours() -> Course:
    blocks = [make_block(f"B{number}", "10/15/5", elastic=5) for number in range(12)]
    return make_course("1-day", {"1-day": (1, 6.0)}, {"M1": blocks})


def declared(course: Course, lunch_at: str | None = None, **update: object) -> tuple[Agenda | None, list[Diagnostic]]:
    report = Report()
    delivery = course.deliveries[0].model_copy(update=update)
    agenda = plan_delivery(course, delivery, report, lunch_at=[clock(lunch_at)] if lunch_at else ())
    return agenda, list(report)


def free(lunch_at: str | None = None, start: str = "09:00") -> list[Diagnostic]:
    report = Report()
    wishes = Wishes(1, 300, clock(start), lunch_at=clock(lunch_at) if lunch_at else None)
    plan_free({"1-day": six_hours()}, wishes, "5-hours", report)
    return list(report)


def test_a_day_may_end_at_midnight_and_not_a_minute_later() -> None:
    course = six_hours()  # six hours, two breaks of 15 minutes, an hour of lunch
    assert declared(course, start=clock("16:30"))[1] == []
    (late,) = declared(course, start=clock("16:31"))[1]
    assert (late.code, late.severity) == ("DG315", "error")
    assert "day 1 begins at 16:31 and takes 450 minutes" in late.message
    assert "16:30 or earlier" in late.hint


def test_a_day_longer_than_a_day_asks_for_more_days() -> None:
    blocks = [make_block(f"B{number}", "30/60/30") for number in range(13)]
    course = make_course("d", {"d": (1, 26.0)}, {"M1": blocks})
    (found,) = declared(course, start=Clock(0), sitting=120)[1]
    assert (found.code, found.hint) == ("DG315", "spread the hours over more days")


def test_the_day_that_runs_longest_is_named_once() -> None:
    blocks = [make_block(f"B{number}", "10/15/5") for number in range(8)]
    course = make_course("d", {"d": (2, 4.0)}, {"M1": blocks})
    (found,) = declared(course, start=clock("22:30"))[1]
    assert "day 1 begins at 22:30 and takes 135 minutes" in found.message


@pytest.mark.parametrize(("start", "codes"), [("17:00", []), ("18:00", ["DG315"])])
def test_a_free_day_ends_by_midnight_too(start: str, codes: list[str]) -> None:
    assert [item.code for item in free(start=start)] == codes


@pytest.mark.parametrize("asked", ["09:00", "08:59", "00:00", "15:45", "23:59"])
def test_lunch_outside_of_the_day_is_one_error_and_leads_to_no_other(asked: str) -> None:
    (found,) = declared(six_hours(), asked)[1]
    assert found.code == "DG316"
    assert f"lunch at {asked} does not lie within the day, which runs from 09:00 to 15:45" in found.message
    assert [item.code for item in free(asked if asked != "15:45" else "14:45")] == ["DG316"]


@pytest.mark.parametrize("asked", ["09:01", "12:15", "15:44"])
def test_lunch_within_the_day_is_no_error(asked: str) -> None:
    agenda, found = declared(six_hours(), asked)
    assert agenda is not None and lunch_of(agenda.days[0]) is not None
    assert {item.code for item in found} <= {"DG310"}


@pytest.mark.parametrize(
    ("after", "codes"), [(1, []), (3, []), (4, ["DG316"]), (8, ["DG316"])], ids=["1", "3", "the last", "beyond"]
)
def test_a_declared_lunch_has_a_sitting_behind_it(after: int, codes: list[str]) -> None:
    agenda, found = declared(six_hours(), lunch=Lunch(after=after))
    assert [item.code for item in found] == codes
    assert (agenda is None) == bool(codes)
    if codes:
        assert found[0].hint == "write `after: 1` to `after: 3`, or leave `lunch:` out"


def test_lunch_between_the_blocks_of_a_day_with_one_block_is_refused() -> None:
    course = make_course("d", {"d": (1, 1.0)}, {"M1": [make_block("B", "10/40/10")]})
    report = Report()
    assert plan_delivery(course, course.deliveries[0], report, lunch_at=[clock("09:30")]) is None
    assert [(item.code, "only one" in item.message) for item in report] == [("DG316", True)]


@pytest.mark.parametrize(
    ("contact", "inclusive", "end"),
    [(90, False, "10:30"), (91, False, "10:46"), (180, False, "12:15"), (181, False, "12:31"), (181, True, "12:01")],
)
def test_breaks_of_a_day_follow_from_its_sittings(contact: int, inclusive: bool, end: str) -> None:
    assert str(end_without_lunch(clock("09:00"), contact, 90, 15, inclusive=inclusive)) == end


@pytest.mark.parametrize(
    ("late", "at", "day", "says"),
    [
        (10, "08:59", 1, "1-day: at 08:59 day 1 has not begun"),
        (10, "16:30", 1, "1-day: at 16:30 no block of day 1 is still to begin"),
        (450, "09:30", 1, "1-day: 450 minutes behind is more than the whole of day 1"),
        (10, "10:00", 2, "1-day has no day 2"),
    ],
)
def test_a_rest_that_cannot_be_planned_says_why(late: int, at: str, day: int, says: str) -> None:
    course = six_hours()
    agenda, _ = declared(course)
    assert agenda is not None
    report = Report()
    assert replan_day(course, agenda, day, late, clock(at), {}, report) is None
    assert [(item.code, item.message) for item in report] == [("DG312", says)]


def test_the_rest_of_a_day_does_not_run_past_midnight() -> None:
    blocks = [make_block(f"B{number}", "10/15/5", core_skill=True) for number in range(4)]
    course = make_course("d", {"d": (1, 2.0)}, {"M1": blocks})
    agenda, found = declared(course, start=clock("21:30"))
    assert agenda is not None and not found and str(agenda.days[0].end) == "23:45"
    assert replan_day(course, agenda, 1, 15, clock("21:40"), {}, Report()) is not None
    report = Report()
    assert replan_day(course, agenda, 1, 16, clock("21:40"), {}, report) is None
    assert [item.code for item in report] == ["DG312"] and "past midnight" in next(iter(report)).message
