"""Blocks along the clock, on both days: what begins when."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.units import Clock, Split
from deckgen.model.course import Course, Lunch
from deckgen.plan import Agenda, plan_delivery
from deckgen.plan.clock import Rest, rest_of
from deckgen.plan.floors import floor_of
from deckgen.plan.late import Recovery, replan_day
from small_courses import make_block, make_course

SPLITS = ("3/5/2", "5/20/5", "4/12/4", "10/25/5", "2/6/2", "5/20/5", "5/10/5", "8/25/7")
"""10, 30, 20, 40, 10, 30, 20 and 40 minutes: two sittings of 100, or four of 40, 60, 40 and 60."""


def two_days(**delivery: object) -> tuple[Course, Agenda]:
    """Two days from 09:00, each with the eight blocks of SPLITS: two sittings of 100 minutes, lunch between them."""
    blocks = [
        make_block(f"B{day}{number}", minutes, elastic=4 if number in (3, 7) else 0)
        for day in (1, 2)
        for number, minutes in enumerate(SPLITS, start=1)
    ]
    course = make_course("2-day", {"2-day": (2, 400 / 60)}, {"M1": blocks[:8], "M2": blocks[8:]})
    lunch = course.deliveries[0].lunch
    assert lunch is not None
    update = {"sitting": 100, "lunch": lunch.model_copy(update={"after": 1, "minutes": 50}), "break_minutes": 10}
    report = Report()
    agenda = plan_delivery(course, course.deliveries[0].model_copy(update={**update, **delivery}), report)
    assert agenda is not None and not len(report), list(report)
    return course, agenda


def lines(agenda: Agenda, day: int) -> list[str]:
    """One line a block and a pause of a day: sitting, clock, name."""
    made = []
    for sitting in agenda.days[day - 1].sittings:
        assert sitting.day == day
        for entry in sitting.entries:
            assert (entry.day, entry.sitting) == (day, sitting.number)
            made.append(f"{sitting.number} {entry.start}-{entry.end} {entry.block.id}")
        if sitting.pause:
            made.append(f"{sitting.number} {sitting.pause.start}-{sitting.pause.end} {sitting.pause.kind}")
    return made


def test_the_second_day_begins_anew_and_keeps_lunch_behind_its_first_sitting() -> None:
    _, agenda = two_days()
    for day in (1, 2):
        assert lines(agenda, day) == [
            f"1 09:00-09:10 B{day}1", f"1 09:10-09:40 B{day}2", f"1 09:40-10:00 B{day}3", f"1 10:00-10:40 B{day}4",
            "1 10:40-11:30 lunch",
            f"2 11:30-11:40 B{day}5", f"2 11:40-12:10 B{day}6", f"2 12:10-12:30 B{day}7", f"2 12:30-13:10 B{day}8",
        ]  # fmt: skip
    assert [(day.number, str(day.start), str(day.end), day.minutes) for day in agenda.days] == [
        (1, "09:00", "13:10", 200), (2, "09:00", "13:10", 200),
    ]  # fmt: skip


def test_breaks_follow_every_sitting_but_the_lunch_and_the_last_of_each_day() -> None:
    """A sitting of 40 minutes ends exactly with its block: the pause comes there and not a block sooner or later."""
    blocks = [make_block(f"B{number}", "5/10/5") for number in range(1, 21)]
    course = make_course("2-day", {"2-day": (2, 400 / 60)}, {"M1": blocks})
    delivery = course.deliveries[0].model_copy(update={"sitting": 40, "break_minutes": 5})
    agenda = plan_delivery(course, delivery, Report())
    assert agenda is not None
    assert lines(agenda, 2) == [
        "1 09:00-09:20 B11", "1 09:20-09:40 B12", "1 09:40-09:45 break",
        "2 09:45-10:05 B13", "2 10:05-10:25 B14", "2 10:25-11:25 lunch",
        "3 11:25-11:45 B15", "3 11:45-12:05 B16", "3 12:05-12:10 break",
        "4 12:10-12:30 B17", "4 12:30-12:50 B18", "4 12:50-12:55 break",
        "5 12:55-13:15 B19", "5 13:15-13:35 B20",
    ]  # fmt: skip
    assert [[len(half) for half in day.halves] for day in agenda.days] == [[2, 3], [2, 3]]


def test_slides_and_steps_of_the_second_day_follow_its_clock() -> None:
    _, agenda = two_days()
    entry = agenda.entry("B28")
    assert entry is not None and entry.split == Split(8, 25, 7)
    assert [str(start) for start in entry.slide_starts()] == ["12:30", "12:38", "13:03"]
    assert [one.block.id for one in agenda.of_module("M2")] == [f"B2{number}" for number in range(1, 9)]


def test_each_of_several_sheets_of_a_block_gets_the_minutes_of_its_own_steps() -> None:
    sheets = [
        {"kind": "solo", "id": key, "title": "A sheet", "purpose": "Try it.", "grouping": "Alone",
         "steps": [{"minutes": part, "phase": "run", "do": "Do."} for part in parts]}
        for key, parts in (("S1", (1, 2)), ("S2", (3, 4)), ("S3", (5, 6)))
    ]  # fmt: skip
    block = make_block("B1", "9/12/9", sheets=["S1", "S2", "S3"])
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [block]}, sheets=sheets)
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    assert agenda.entries[0].steps == {"S1": (1, 2), "S2": (3, 4), "S3": (5, 6)}


def test_a_step_without_minutes_needs_none_when_time_is_given_up() -> None:
    steps = [{"minutes": part, "phase": "run", "do": "Do."} for part in (0, 4, 4, 4)]
    sheet = {"kind": "solo", "id": "S1", "title": "A sheet", "purpose": "Try it.", "grouping": "Alone", "steps": steps}
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [make_block("B1", "9/12/9", sheets=["S1"])]}, sheets=[sheet])
    assert floor_of(course.blocks[0], course) == Split(1, 2, 1)  # one a slide, and one for each of three steps


def test_inclusive_breaks_are_given_back_in_each_half_of_each_day() -> None:
    _, agenda = two_days(breaks="inclusive", lunch=None, break_minutes=4)
    for day in (1, 2):
        assert lines(agenda, day)[3:6] == [
            f"1 09:56-10:36 B{day}4", "1 10:36-10:40 break", f"2 10:40-10:50 B{day}5",
        ]  # fmt: skip
        assert agenda.days[day - 1].minutes == 196
    assert [reason.block for reason in agenda.reasons] == ["B13", "B23"]


def clock(text: str) -> Clock:
    hours, minutes = text.split(":")
    return Clock(int(hours) * 60 + int(minutes))


def recover(day: int, late: int, at: str) -> Recovery:
    course, agenda = two_days()
    report = Report()
    recovery = replan_day(course, agenda, day, late, clock(at), {}, report)
    assert recovery is not None, list(report)
    return recovery


def test_a_late_second_day_is_planned_from_its_own_blocks() -> None:
    recovery = recover(2, 3, "10:10")
    assert recovery.rest.number == 2
    assert [(str(one.start), one.block.id) for one in recovery.rest.entries] == [
        ("11:33", "B25"), ("11:43", "B26"), ("12:13", "B27"), ("12:30", "B28"),
    ]  # fmt: skip
    assert [(cut.block, cut.saves) for cut in recovery.cuts] == [("B27", 3)]
    assert (str(recovery.rest.end), recovery.overrun) == ("13:10", 0)


@pytest.mark.parametrize(
    ("at", "first"),
    [
        ("10:02", ("10:03", "B24")),  # B23 runs until 10:03
        ("10:03", ("11:33", "B25")),  # B24 begins at this minute: it counts as begun
        ("10:50", ("11:33", "B25")),  # lunch has begun at 10:43 and lasts 50 minutes
        ("11:32", ("11:33", "B25")),
        ("11:33", ("11:43", "B26")),
    ],
)
def test_what_has_begun_runs_on_and_a_pause_is_taken_whole(at: str, first: tuple[str, str]) -> None:
    entry = recover(2, 3, at).rest.entries[0]
    assert (str(entry.start), entry.block.id) == first


def test_a_room_that_has_not_begun_starts_late_as_a_whole() -> None:
    recovery = recover(2, 20, "09:00")
    assert [(str(one.start), one.block.id) for one in recovery.rest.entries][:2] == [("09:20", "B21"), ("09:30", "B22")]


@pytest.mark.parametrize(
    ("lunch", "at", "expected"),
    [
        (None, "09:00", ["09:20 A", "09:40-09:50 break", "09:50 C", "10:10-10:20 break", "10:20 D"]),
        (None, "09:23", ["09:50 C", "10:10-10:20 break", "10:20 D"]),  # A runs until 09:40
        (2, "09:00", ["09:20 A", "09:40-10:40 lunch", "10:40 C", "11:00-11:10 break", "11:10 D"]),
        (2, "09:23", ["10:40 C", "11:00-11:10 break", "11:10 D"]),
        (2, "09:45", ["10:50 C", "11:10-11:20 break", "11:20 D"]),  # the break has begun, lunch follows it
        (1, "09:45", ["10:40 C", "11:00-11:10 break", "11:10 D"]),  # lunch has begun, no break behind it
    ],
)
def test_a_sitting_that_loses_all_its_blocks_leaves_one_pause(lunch: int | None, at: str, expected: list[str]) -> None:
    """A, B, C and D in sittings of their own; the room is 20 minutes late, and B is dropped."""
    blocks = [make_block(key, "5/10/5", core_skill=key != "B") for key in "ABCD"]
    course = make_course("d", {"d": (1, 80 / 60)}, {"M1": blocks})
    after = Lunch(after=lunch) if lunch else None
    delivery = course.deliveries[0].model_copy(update={"sitting": 20, "break_minutes": 10, "lunch": after})
    agenda = plan_delivery(course, delivery, Report())
    assert agenda is not None
    recovery = replan_day(course, agenda, 1, 20, clock(at), {}, Report())
    assert recovery is not None and [cut.block for cut in recovery.cuts] == ["B"]
    rows = []
    for sitting in recovery.rest.sittings:
        rows += [f"{entry.start} {entry.block.id}" for entry in sitting.entries]
        rows += [f"{sitting.pause.start}-{sitting.pause.end} {sitting.pause.kind}"] if sitting.pause else []
    assert rows == expected


def test_pauses_have_the_lengths_of_the_delivery() -> None:
    _, agenda = two_days()
    assert (rest_of("break", agenda.delivery), rest_of("lunch", agenda.delivery)) == (
        Rest("break", 10),
        Rest("lunch", 50),
    )
    assert rest_of("lunch", agenda.delivery.model_copy(update={"lunch": None})) == Rest("lunch", 60)
