from __future__ import annotations

import re
from dataclasses import replace

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.checks import check_course
from deckgen.model.course import Course
from deckgen.plan.free import FreePlan, plan_free
from deckgen.plan.grid import Wishes
from small_courses import make_block, make_course, two_forms

NINE = Wishes(2, 540, Clock(540))
FOUR = Wishes(1, 240, Clock(540))


def planned(wishes: Wishes, courses: dict[str, Course] | None = None) -> FreePlan:
    report = Report()
    made = plan_free(courses or two_forms(), wishes, f"{wishes.minutes / 60:g}-hours", report)
    assert made is not None, [item.message + item.hint for item in report]
    return made


def refused(wishes: Wishes, courses: dict[str, Course] | None = None) -> str:
    report = Report()
    assert plan_free(courses or two_forms(), wishes, "x-hours", report) is None
    assert [item.code for item in report] == ["DG311"]
    return next(iter(report)).hint


def test_nine_hours_take_fuller_forms_for_core_skills_first() -> None:
    agenda = planned(NINE).agenda
    assert agenda.split.total == 540
    assert [day.minutes for day in agenda.days] == [270, 270]
    assert all(entry.split.total >= 30 for entry in agenda if entry.block.core_skill)
    assert agenda.entry("M1d") is not None


def test_day_close_and_opening_move_to_the_day_boundary() -> None:
    plan = planned(NINE)
    first, second = plan.agenda.days
    assert first.entries[-1].block.id == "Z1"
    assert second.entries[0].block.id == "Z2"
    assert first.entries[-1].module == first.entries[-2].module
    assert [block.id for block in plan.course.blocks] == [entry.block.id for entry in plan.agenda]


def test_core_skills_stay_when_time_is_short_and_the_least_goes_first() -> None:
    agenda = planned(Wishes(1, 120, Clock(540))).agenda
    running = {entry.block.id for entry in agenda}
    assert {"M1a", "M2a", "M3a"} <= running
    dropped = {reason.block: reason.text for reason in agenda.reasons if reason.kind == "dropped"}
    assert {"M1d", "M2d", "M3d"} <= set(dropped)
    assert "priority 1" in dropped["M1d"]
    assert set(dropped).isdisjoint(running)


def test_a_block_leaves_with_the_one_it_needs() -> None:
    courses = two_forms()
    for name, course in courses.items():
        blocks = [
            block.model_copy(update={"priority": 1 if block.id.endswith("b") else block.priority})
            for block in course.modules[0].blocks
        ]
        blocks = [block.model_copy(update={"priority": 4}) if block.id == "M1d" else block for block in blocks]
        first = course.modules[0].model_copy(update={"blocks": tuple(blocks)})
        courses[name] = course.model_copy(update={"modules": (first, *course.modules[1:])})
    agenda = planned(Wishes(1, 200, Clock(540)), courses).agenda
    running = {entry.block.id for entry in agenda}
    assert "M1d" not in running or "M1b" in running


def test_slides_and_steps_of_the_merged_course_have_the_planned_minutes() -> None:
    plan = planned(FOUR)
    for block in plan.course.blocks:
        entry = plan.agenda.entry(block.id)
        assert entry is not None
        assert block.split == entry.split == sum((slide.split for slide in block.slides), Split())
    rules = {item.code for item in check_course(plan.course, plan.agenda) if item.severity == "error"}
    assert rules <= {"DG401", "DG413"}  # the sample has no notes and no sheets


def test_the_same_wishes_give_the_same_plan() -> None:
    assert planned(NINE).agenda == planned(NINE).agenda


def test_lunch_comes_at_the_time_asked_for() -> None:
    wishes = Wishes(1, 360, Clock(510), lunch_at=Clock(700), lunch_minutes=50)
    agenda = planned(wishes).agenda
    pause = next(
        sitting.pause for sitting in agenda.days[0].sittings if sitting.pause and sitting.pause.kind == "lunch"
    )
    assert Clock(685) <= pause.start <= Clock(700)
    assert pause.end.minutes - pause.start.minutes == 50


def test_breaks_inside_the_hours_are_taken_off() -> None:
    agenda = planned(replace(NINE, inclusive=True)).agenda
    breaks = sum(
        sitting.pause is not None and sitting.pause.kind == "break" for day in agenda.days for sitting in day.sittings
    )
    assert agenda.split.total + 15 * breaks == 540


def test_short_sittings_are_kept() -> None:
    agenda = planned(replace(NINE, sitting=60)).agenda
    assert max(sitting.minutes for day in agenda.days for sitting in day.sittings) <= 60


def test_impossible_lengths_name_the_bound_and_the_nearest() -> None:
    assert "take at least 30 minutes" in refused(Wishes(1, 20, Clock(540)))
    too_long = Wishes(3, 1500, Clock(540))
    hint = refused(too_long)
    assert "fill at most 899 minutes" in hint
    nearest = re.search(r"works: (\d+) minutes", hint)
    assert nearest is not None
    assert planned(replace(too_long, minutes=int(nearest[1]))).agenda.split.total == int(nearest[1])


def test_the_smallest_relaxation_is_named_and_works() -> None:
    courses = {"2-day": two_forms()["2-day"]}
    tight = replace(FOUR, sitting=17, break_minutes=1, minutes=238)
    hint = refused(tight, courses)
    assert "it would work with sittings of up to 47 minutes" in hint
    assert planned(replace(tight, sitting=47), courses).agenda.split.total == 238


def test_a_day_condition_and_its_relaxation() -> None:
    blocks = [make_block("A", "5/20/5", conditions={"day": 2}, core_skill=True), make_block("B", "5/20/5")]
    course = make_course("1-day", {"1-day": (1, 1.0)}, {"M1": blocks})
    hint = refused(Wishes(2, 60, Clock(540)), {"1-day": course})
    assert "it would work with blocks without their conditions" in hint


def test_what_a_condition_names_must_be_there() -> None:
    blocks = [make_block("A", "5/20/5"), make_block("B", "5/20/5", conditions={"same_sitting": "C"})]
    report = Report()
    course = make_course("1-day", {"1-day": (1, 1.0)}, {"M1": blocks})
    assert plan_free({"1-day": course}, Wishes(1, 60, Clock(540)), "1-hours", report) is None
    assert [item.code for item in report] == ["DG308"]


@pytest.mark.parametrize(
    ("minutes", "typical"), [("6/18/6", 30), (30, 30), (None, 6)], ids=["split", "lump", "from the slides"]
)
def test_minutes_are_never_silently_zero(minutes: str | int | None, typical: int) -> None:
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [make_block("A", minutes)]})
    agenda = planned(Wishes(1, typical, Clock(540)), {"d": course}).agenda
    assert agenda.split.total == typical
    assert agenda.split.activity > 0


def test_a_block_without_any_minutes_is_refused() -> None:
    block = make_block("A", None)
    block["slides"] = [{**slide, "minutes": 0} for slide in block["slides"]]
    report = Report()
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [block]})
    assert plan_free({"d": course}, Wishes(1, 30, Clock(540)), "30-min", report) is None
    assert [item.code for item in report] == ["DG303"]


@pytest.mark.parametrize(("text", "minutes"), [("15-25-40", 40), ("15-40", 15), ("20", 24)])
def test_ranges_bound_a_block(text: str, minutes: int) -> None:
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [make_block("A", None, range=text)]})
    assert planned(Wishes(1, minutes, Clock(540)), {"d": course}).agenda.split.total == minutes
    report = Report()
    assert plan_free({"d": course}, Wishes(1, 41, Clock(540)), "41-min", report) is None


def test_forty_blocks_of_lumps_plan_without_further_words() -> None:
    blocks = [make_block(f"B{number}", 5 + number % 9) for number in range(40)]
    course = make_course("d", {"d": (1, 6.0)}, {"M1": blocks[:20], "M2": blocks[20:]})
    for hours in (2, 3, 5, 7):
        assert planned(Wishes(1, hours * 60, Clock(540)), {"d": course}).agenda.split.total == hours * 60


def test_english_and_chinese_say_why() -> None:
    for language, word in (("en", "does not run"), ("zh-CN", "不安排")):
        courses = {key: course.model_copy(update={"language": language}) for key, course in two_forms().items()}
        reasons = planned(Wishes(1, 120, Clock(540)), courses).agenda.reasons
        assert any(word in reason.text for reason in reasons)
