from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.model.course import Course
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.cuts import cut_list
from deckgen.plan.floors import floor_of
from deckgen.plan.forms import spend
from deckgen.plan.late import Recovery, replan_day
from deckgen.plan.regroup import even_sittings, regroup_day
from deckgen.plan.rescale import rescale_splits
from small_courses import SLIDES, make_block, make_course


def day(**others: object) -> Course:
    """Six hours in blocks of 30 minutes; six of them have five elastic minutes."""
    blocks = [make_block("Open", "5/20/5", kind="frame")]
    for n in range(1, 11):
        elastic = 5 if n in (1, 3, 5, 7, 8, 9) else 0
        blocks.append(make_block(f"B{n}", "10/15/5", elastic=elastic, core_skill=n == 4, priority=1 + n % 3))
    blocks.append(make_block("Close", "5/20/5", kind="frame"))
    return make_course("1-day", {"1-day": (1, 6.0)}, {"M1": blocks}, **others)


def planned(course: Course, report: Report | None = None, **options: object) -> Agenda | None:
    delivery = course.deliveries[0].model_copy(update=options.pop("update", {}))  # type: ignore[call-overload]
    return plan_delivery(course, delivery, Report() if report is None else report, **options)  # type: ignore[arg-type]


def test_a_declared_day_runs_by_the_clock() -> None:
    agenda = planned(day())
    assert agenda is not None
    assert [(str(one.start), str(one.end), one.minutes) for one in agenda.days[0].sittings] == [
        ("09:00", "10:30", 90), ("10:45", "12:15", 90), ("13:15", "14:45", 90), ("15:00", "16:30", 90),
    ]  # fmt: skip
    assert agenda.reasons == ()


def test_inclusive_breaks_come_out_of_elastic_minutes_top_down_and_say_so() -> None:
    agenda = planned(day(), update={"breaks": "inclusive"})
    assert agenda is not None
    assert agenda.split.total == 330
    shortened = [(key, "shortened") for key in ("B1", "B3", "B5", "B7", "B8", "B9")]
    assert [(reason.block, reason.kind) for reason in agenda.reasons] == shortened
    assert [half[0].minutes + half[1].minutes for half in agenda.days[0].halves] == [165, 165]


def test_a_shorter_sitting_regroups_a_declared_day() -> None:
    agenda = planned(day(), update={"sitting": 75}, regroups=True)
    assert agenda is not None
    assert max(one.minutes for one in agenda.days[0].sittings) <= 75
    assert agenda.split.total == 360


@pytest.mark.parametrize(("asked", "found", "codes"), [("12:15", "12:15", []), ("12:05", "11:45", ["DG310"])])
def test_lunch_is_the_last_pause_up_to_the_clock(asked: str, found: str, codes: list[str]) -> None:
    report = Report()
    hours, minutes = asked.split(":")
    agenda = planned(day(), report, lunch_at=[Clock(int(hours) * 60 + int(minutes))])
    assert agenda is not None
    lunch = next(one.pause for one in agenda.days[0].sittings if one.pause and one.pause.kind == "lunch")
    assert (str(lunch.start), [item.code for item in report]) == (found, codes)


def test_minutes_that_do_not_sum_are_refused_with_moves() -> None:
    report = Report()
    assert planned(day(), report, update={"hours": 5.5}) is None
    assert [item.code for item in report] == ["DG301"]
    assert "B1 -5" in next(iter(report)).hint


def test_a_block_too_long_for_the_sitting_is_named() -> None:
    report = Report()
    assert planned(day(), report, update={"sitting": 29}, regroups=True) is None
    assert [item.code for item in report] == ["DG302"]


@pytest.mark.parametrize(
    ("minutes", "limit", "sizes"),
    [([30] * 6, 90, [3, 3]), ([50, 40, 30, 30], 90, [2, 2]), ([91], 90, []), ([], 90, []), ([60, 60, 20], 80, [1, 2])],
)
def test_sittings_are_few_and_even(minutes: list[int], limit: int, sizes: list[int]) -> None:
    assert even_sittings(minutes, limit) == sizes


def test_lunch_without_a_time_lies_nearest_the_middle() -> None:
    assert regroup_day([30] * 6, 90, 15, None, True) == ([3, 3], 1)
    assert regroup_day([30], 90, 15, None, True) is None
    assert regroup_day([30, 30], 90, 15, 10, True) == ([1, 1], 1)


@pytest.mark.parametrize(
    ("minutes", "left"), [(1, Split(1, 3, 1)), (2, Split(0, 3, 1)), (4, Split(0, 1, 1)), (6, Split(0, 0, 0))]
)
def test_time_is_given_up_from_talk_then_activity_then_debrief(minutes: int, left: Split) -> None:
    assert spend(Split(2, 3, 1), minutes, Split()) == left


@pytest.mark.parametrize(
    ("minutes", "left"),
    [(1, Split(2, 3, 1)), (2, Split(2, 2, 1)), (3, Split(2, 1, 1)), (4, Split(1, 1, 1)), (9, Split(0, 0, 0))],
)
def test_time_above_the_floor_goes_first(minutes: int, left: Split) -> None:
    assert spend(Split(3, 3, 1), minutes, Split(2, 1, 1)) == left


def test_what_gives_time_back_keeps_a_minute_for_every_slide_and_step() -> None:
    slides = [{**SLIDES["talk"], "title": f"Claim {number}", "minutes": number} for number in (1, 1, 4)]
    block = make_block("B1", "6/3/1", elastic=5)
    block["slides"] = [*slides, *block["slides"][1:]]
    course = make_course("1-day", {"1-day": (1, 3.0)}, {"M1": [block, make_block("B2", "50/100/20")]})
    (short,) = [slides_of(course, "B1", Split(*split)) for split in ((3, 1, 1),)]
    assert short == [1, 1, 1, 1, 1]
    assert floor_of(course.blocks[0], course) == Split(3, 1, 1)


def slides_of(course: Course, key: str, split: Split) -> list[int]:
    block = next(block for block in course.blocks if block.id == key)
    return [part.total for part in rescale_splits([slide.split for slide in block.slides], split)]


def test_elastic_minutes_that_a_block_has_not_are_not_spent() -> None:
    """Breaks take 15 minutes of a half-day; the blocks have 10, whatever they say."""
    blocks = [
        make_block(key, "1/2/2" if key[0] == "B" else "10/50/25", elastic=60 * (key[0] == "B"))
        for key in ("B1", "C1", "C2", "B2")
    ]
    report = Report()
    course = make_course("d", {"d": (1, 3.0)}, {"M1": blocks})
    assert planned(course, report, update={"breaks": "inclusive", "lunch": None}) is None
    assert [item.message for item in report] == [
        "d: breaks count as contact time, 11 elastic minutes are missing in a half-day"
    ]


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_block_of_no_minutes_is_refused_wherever_it_stands(place: int) -> None:
    blocks = [make_block(f"B{number}", "10/15/5") for number in range(6)]
    blocks.insert(place, {**make_block("Z", "1/0/0"), "minutes": "0/0/0"})
    report = Report()
    assert planned(make_course("d", {"d": (1, 3.0)}, {"M1": blocks}), report) is None
    assert [(item.code, item.message) for item in report] == [
        ("DG303", "block Z Block Z has 0 minutes in this delivery")
    ]


def test_cut_lists_name_elastic_minutes_first_and_never_core_or_close() -> None:
    course = day()
    agenda = planned(course)
    assert agenda is not None
    morning, afternoon = cut_list(course, agenda.days[0])
    assert [cut.kind for cut in morning.cuts][:3] == ["elastic"] * 3
    assert [cut.saved for cut in morning.cuts][:3] == [5, 10, 15]
    named = {cut.block for half in (morning, afternoon) for cut in half.cuts if cut.kind == "drop"}
    assert named.isdisjoint({"Open", "Close", "B4"})
    assert next(cut.block for cut in morning.cuts if cut.kind == "drop") == "B3"


def test_a_block_that_its_author_counts_as_important_is_not_offered_to_a_trainer_who_is_late() -> None:
    blocks = [make_block(f"B{n}", "10/15/5", priority=n) for n in range(1, 6)]
    course = make_course("d", {"d": (1, 3.0)}, {"M1": [*blocks, make_block("Close", "5/20/5", kind="frame")]})
    agenda = planned(course)
    assert agenda is not None
    dropped = [cut.block for half in cut_list(course, agenda.days[0]) for cut in half.cuts if cut.kind == "drop"]
    assert sorted(dropped) == ["B1", "B2", "B3"]


def recover(late: int, at: str, lighter: dict[str, Split] | None = None) -> Recovery:
    course = day()
    agenda = planned(course)
    assert agenda is not None
    hours, minutes = at.split(":")
    found = replan_day(course, agenda, 1, late, Clock(int(hours) * 60 + int(minutes)), lighter or {}, Report())
    assert found is not None
    return found


def test_a_small_delay_is_met_from_elastic_minutes() -> None:
    found = recover(10, "13:20")
    assert [(cut.block, cut.saves) for cut in found.cuts] == [("B7", 5), ("B8", 5)]
    assert str(found.rest.end) == "16:30"
    assert found.overrun == 0


@pytest.mark.parametrize(("at", "first"), [("09:39", "B1"), ("09:40", "B2"), ("10:09", "B2"), ("10:10", "B3")])
def test_what_has_begun_is_no_part_of_the_rest(at: str, first: str) -> None:
    """Ten minutes late, blocks of half an hour begin at 09:40 and 10:10; what begins now runs already."""
    assert recover(10, at).rest.entries[0].block.id == first


def test_a_larger_delay_takes_lighter_forms_then_drops_the_least() -> None:
    found = recover(20, "13:20", {"B10": Split(4, 10, 4)})
    assert [cut.kind for cut in found.cuts] == ["elastic", "elastic", "elastic", "lighter"]
    found = recover(40, "13:20")
    assert [(cut.kind, cut.block) for cut in found.cuts][3] == ("drop", "B9")


def test_what_cannot_be_saved_is_an_overrun_with_a_time() -> None:
    found = recover(90, "16:50")
    assert found.overrun == 60
    assert str(found.rest.end) in found.text
    assert found.rest.entries[-1].block.id == "Close"


@pytest.mark.parametrize(("number", "at"), [(2, 600), (1, 1300), (1, 500)])
def test_a_day_that_is_not_running_cannot_be_replanned(number: int, at: int) -> None:
    course = day()
    agenda = planned(course)
    assert agenda is not None
    report = Report()
    assert replan_day(course, agenda, number, 10, Clock(at), {}, report) is None
    assert [item.code for item in report] == ["DG312"]
