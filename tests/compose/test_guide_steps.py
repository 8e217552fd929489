"""When the steps of a sheet begin while its slides go on, and where the questions of its debriefing are asked."""

from __future__ import annotations

from typing import Any

from compose.spaced import plain
from deckgen.compose.guide import compose_guide
from deckgen.compose.guide.marks import screen
from deckgen.model.course import Course
from deckgen.tree import Book, Group, Para, Table
from small_courses import SLIDES, make_block, make_course
from small_plans import schedule
from walk import bare, find, words


def _sheet(key: str, steps: list[tuple[str, int]], **others: Any) -> dict[str, Any]:
    guide = {
        "brief": "Begin.", "look_for": ["a", "b", "c"], "stuck": [{"sign": "s", "help": "h"}], "mistakes": ["m", "n"],
        "key": ["k"], "debrief": {"feel": f"What did {key} tell you?"},
    }  # fmt: skip
    return {
        "kind": "solo", "id": key, "title": f"Sheet {key}", "objectives": ["O1"], "grouping": "alone",
        "purpose": "Try.",
        "steps": [{"minutes": minutes, "phase": phase, "do": f"Step {phase}."} for phase, minutes in steps],
        "output": "A line", "criteria": ["It is there"], "workspace": [{"prompt": "Mine", "lines": 2}], "guide": guide,
        **others,
    }  # fmt: skip


def _guide(course: Course) -> Book:
    return compose_guide(course, schedule(course), {})


def _course(slides: list[dict[str, Any]], minutes: str, sheets: list[dict[str, Any]]) -> Course:
    block = make_block("B1", minutes, slides=slides, sheets=[sheet["id"] for sheet in sheets])
    left = 30 - sum(int(part) for part in minutes.split("/"))
    return make_course("d", {"d": (1, 0.5)}, {"M1": [block, make_block("B2", f"{left}/0/0")]}, sheets=sheets)


def test_steps_behind_the_talk_of_the_next_slide_begin_after_it() -> None:
    slides = [
        {**SLIDES["activity"], "sheet": "01", "minutes": "1/6/0"},
        {**SLIDES["talk"], "title": "How to read the result", "minutes": "2/3/2"},
    ]
    steps = [("setup", 1), ("run", 5), ("share", 3), ("debrief", 2)]
    guide = _guide(_course(slides, "3/9/2", [_sheet("01", steps)]))
    (band,) = (table for table in find(guide, Table) if table.role == "run_sheet" and "Sheet 01" in table.alt)
    clocks = [plain(para.runs).split("  ")[0] for para in find(band, Para) if para.role == "aside"]
    assert clocks == ["09:00", "09:01", "09:02", "09:09", "09:12"]  # listening first; 09:07 to 09:09 is talk


def test_a_debriefing_before_the_next_sheet_does_not_silence_that_one() -> None:
    slides = [
        {**SLIDES["activity"], "sheet": "01", "minutes": "1/4/0"},
        {**SLIDES["debrief"], "minutes": "0/0/2", "questions": {"feel": "How was it?"}},
        {**SLIDES["activity"], "title": "Once more, with the second sheet", "sheet": "02", "minutes": "1/4/2"},
    ]
    sheets = [_sheet("01", [("run", 4), ("debrief", 2)]), _sheet("02", [("run", 4), ("debrief", 2)])]
    told = "".join(words(group) for group in find(_guide(_course(slides, "2/8/4", sheets)), Group))
    assert bare("What did 02 tell you?") in told
    assert bare("What did 01 tell you?") not in told and bare("How was it?") in told


def test_numbers_of_slides_fit_their_frame() -> None:
    shown = {number: plain(screen(number).runs) for number in ("7", "36–37", "113–114")}
    assert shown == {"7": "  7  ", "36–37": "36–37", "113–114": "  113  "}  # spaces that do not break
