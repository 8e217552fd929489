"""Minutes of what nobody writes: openings, dividers and recaps, out of the talk of the blocks they frame."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.base.units import Split
from deckgen.checks.minutes import check_minutes
from deckgen.model.course import Course
from deckgen.plan.checkpoints import checkpoints
from deckgen.plan.frames import frame_times
from small_courses import make_block, make_course
from small_plans import schedule


def framed(key: str, minutes: str, slides: str, **others: Any) -> dict[str, Any]:
    """A block of so many minutes whose slides have fewer, since frames take some."""
    return {**make_block(key, slides, **others), "minutes": minutes}


def two_days() -> Course:
    blocks = [
        framed("B1", "4/20/6", "1/20/6", opening=3),
        framed("B2", "4/20/6", "3/20/6", recap=1),
        framed("B3", "4/20/6", "2/20/6", opening=2),
        framed("B4", "4/20/6", "4/20/6"),
    ]
    course = make_course("d", {"d": (2, 2)}, {"M1": blocks[:2], "M2": blocks[2:]}, contract=["Be on time"])
    modules = tuple(module.model_copy(update={"summary": ("One owner",)}) for module in course.modules)
    return course.model_copy(update={"modules": modules})


def test_frames_take_their_minutes_where_they_are_shown() -> None:
    course = two_days()
    agenda = schedule(course)
    times = {key: (str(time.start), time.minutes) for key, time in frame_times(course, agenda).items()}
    assert times == {
        "cover": ("09:00", 0), "map": ("09:00", 0), "agenda-1": ("09:00", 0), "day-1": ("09:00", 0),
        "objectives": ("09:00", 1), "contract": ("09:01", 1), "M1": ("09:02", 1), "M1.recap": ("09:59", 1),
        "M2": ("09:00", 1), "agenda-2": ("09:01", 1), "day-2": ("09:02", 0), "M2.recap": ("10:00", 0),
    }  # fmt: skip
    assert [str(start) for start in agenda.entries[0].slide_starts()] == ["09:03", "09:04", "09:24"]
    assert not list(check_minutes(course))


def test_slides_and_frames_together_take_the_minutes_of_the_block() -> None:
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [framed("B1", "4/20/6", "4/20/6", recap=1)]})
    (found,) = check_minutes(course)
    assert found.code == "DG304" and "with its opening and recap take 5/20/6, the block has 4/20/6" in found.message


def test_a_block_of_one_number_gives_its_frames_talk() -> None:
    block = {**make_block("B1", "2/6/2"), "minutes": 12, "opening": 1, "recap": 1}
    course = make_course("d", {"d": (1, 0.2)}, {"M1": [block]})
    assert course.blocks[0].split == Split(4, 6, 2)


def test_minutes_given_up_leave_every_frame_one() -> None:
    course = two_days()
    (module, *rest) = course.modules
    blocks = (module.blocks[0].model_copy(update={"minutes": Split(2, 22, 6)}), *module.blocks[1:])
    agenda = schedule(course.model_copy(update={"modules": (module.model_copy(update={"blocks": blocks}), *rest)}))
    entry = agenda.entries[0]
    assert (entry.opening, entry.slides[0].talk) == (1, 1)


@pytest.mark.parametrize("elastic", [0, 4])
def test_checkpoints_offer_only_what_is_to_come(elastic: int) -> None:
    gives = {1: 3, 2: 4, 3: elastic, 4: 2, 6: 1}
    blocks = [make_block(f"B{number}", "4/20/6", elastic=gives.get(number, 0)) for number in range(1, 9)]
    agenda = schedule(make_course("d", {"d": (1, 4.5)}, {"M1": blocks}), sitting=60, hours=4)
    told = [
        (str(point.at), point.half, [entry.block.id for entry in point.ahead], point.minutes)
        for point in checkpoints(agenda.days[0])
    ]
    third = ["B3", "B4"] if elastic else ["B4"]
    assert told == [("10:00", 1, third, elastic + 2), ("11:15", 1, ["B6"], 1), ("13:15", 2, [], 0)]
