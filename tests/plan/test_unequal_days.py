"""Days of different length, each by its own clock: an evening before a day, sessions a week apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock
from deckgen.model.course import Course, Delivery
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.free import plan_free
from deckgen.plan.grid import DayWish, Wishes, make_grid
from deckgen.timetable.calendar import agenda_ics
from deckgen.timetable.views import agenda_json
from small_courses import make_block, make_course


def course(blocks: int, **delivery: Any) -> Course:
    """A course of blocks of 30 minutes with 5 elastic ones, and one delivery of several days."""
    listed = [make_block(f"B{number}", "10/15/5", elastic=5) for number in range(1, blocks + 1)]
    made = make_course("d", {"d": (1, blocks / 2)}, {"M1": listed})
    data = {"id": "d", "title": "D", "start": "09:00", "days": 1, "hours": blocks / 2, **delivery}
    return made.model_copy(update={"deliveries": (Delivery.model_validate(data),)})


def planned(made: Course, report: Report | None = None, **options: Any) -> Agenda | None:
    return plan_delivery(made, made.deliveries[0], Report() if report is None else report, **options)


EVENING_AND_DAY: dict[str, Any] = {
    "days": 2,
    "day_minutes": [120, 360],
    "lunch": {"after": 2, "minutes": 45},
    "each_day": [{"start": "18:30", "sitting": 60, "break_minutes": 10}, {}],
    "dates": ["2026-03-05", "2026-03-07"],
}


def test_an_evening_and_a_full_day_run_by_their_own_clocks() -> None:
    report = Report()
    agenda = planned(course(16, **EVENING_AND_DAY), report)
    assert agenda is not None and not len(report), list(report)
    assert [(day.minutes, str(day.start), str(day.end), day.on) for day in agenda.days] == [
        (120, "18:30", "20:40", date(2026, 3, 5)), (360, "09:00", "16:15", date(2026, 3, 7)),
    ]  # fmt: skip
    pauses = [[(sitting.pause.kind, sitting.pause.end.minutes - sitting.pause.start.minutes)
               for sitting in day.sittings if sitting.pause] for day in agenda.days]  # fmt: skip
    assert pauses == [[("break", 10)], [("break", 15), ("lunch", 45), ("break", 15)]]


def test_inclusive_breaks_are_those_of_each_day() -> None:
    agenda = planned(course(16, **EVENING_AND_DAY, breaks="inclusive"))
    assert agenda is not None
    assert [day.minutes for day in agenda.days] == [110, 330]


def test_a_shorter_sitting_regroups_each_day_and_lunch_comes_where_there_is_one() -> None:
    report = Report()
    agenda = planned(course(16, **EVENING_AND_DAY), report, regroups=True, lunch_at=[Clock(12 * 60 + 15)])
    assert agenda is not None and not report.has_errors
    lunches = [[str(one.pause.start) for one in day.sittings if one.pause and one.pause.kind == "lunch"]
               for day in agenda.days]  # fmt: skip
    assert lunches == [[], ["12:15"]]


@pytest.mark.parametrize(("minutes", "lunch"), [([240, 240], False), ([180, 300], True)])
def test_of_days_of_different_length_those_beyond_four_hours_have_lunch(minutes: list[int], lunch: bool) -> None:
    made = course(16, days=2, day_minutes=minutes, lunch={"after": 1})
    assert [made.deliveries[0].of_day(day).lunch is not None for day in (1, 2)] == [False, lunch]


def test_dates_reach_the_calendar_and_the_data() -> None:
    made = course(16, **EVENING_AND_DAY)
    agenda = planned(made)
    assert agenda is not None
    days = {line[8:16] for line in agenda_ics(made, agenda, date(2026, 4, 1)).split("\r\n") if line[:7] == "DTSTART"}
    assert days == {"20260401", "20260403"}
    assert [day["date"] for day in agenda_json(made, agenda)["days"]] == ["2026-03-05", "2026-03-07"]


def test_a_free_length_takes_the_days_as_they_are_asked_for() -> None:
    made = course(16, days=2)
    wishes = Wishes(2, 450, Clock(540), day_minutes=(120, 330), each=(DayWish(Clock(1110)), DayWish(Clock(540))))
    report = Report()
    plan = plan_free({"d": made}, wishes, "120-330-min", report)
    assert plan is not None, list(report)
    assert [(day.minutes, str(day.start)) for day in plan.agenda.days] == [(120, "18:30"), (330, "09:00")]
    kinds = [[one.pause.kind for one in day.sittings if one.pause] for day in plan.agenda.days]
    assert "lunch" not in kinds[0] and "lunch" in kinds[1]


def test_the_grid_of_unequal_days_is_theirs() -> None:
    grid = make_grid(Wishes(2, 300, Clock(540), day_minutes=(60, 240), sitting=120))
    assert [(one.day, one.minutes) for one in grid] == [(1, 60), (2, 120), (2, 120)]
