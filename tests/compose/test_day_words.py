"""What is said of a day: only the pauses that it has, and halves only where lunch parts it at noon."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.base.diagnostics import Report
from deckgen.base.runs import plain
from deckgen.compose.deck import compose_deck
from deckgen.compose.guide import compose_guide
from deckgen.plan import plan_delivery
from deckgen.tree import Heading
from small_courses import make_block, make_course
from walk import bare, find, words


def trees(start: str, lunch: bool, breaks: str, sitting: int) -> tuple[str, list[str]]:
    """Words of the agenda slide, and the headings of what to do when late, of a day of two hours."""
    delivery: dict[str, Any] = {
        "id": "day", "title": "Two hours", "days": 1, "hours": 2, "start": start, "sitting": sitting, "breaks": breaks,
        "break_minutes": 10, "lunch": {"after": 1, "minutes": 30} if lunch else None,
    }  # fmt: skip
    blocks = [make_block(f"B{number}", "10/15/5", elastic=9) for number in range(1, 5)]
    course = make_course("day", {"day": (1, 2)}, {"M1": blocks}, deliveries=[delivery])
    report = Report()
    agenda = plan_delivery(course, course.deliveries[0], report)
    assert agenda is not None, list(report)
    deck = compose_deck(course, agenda, {})
    agenda_slide = next(slide for slide in deck.slides if slide.kind == "agenda")
    guide = compose_guide(course, agenda, {})
    halves = [heading for heading in find(guide, Heading) if heading.anchor.startswith("late-")]
    return words(agenda_slide), [plain(heading.runs) for heading in halves]


@pytest.mark.parametrize(
    ("lunch", "breaks", "sitting", "said"),
    [
        (False, "exclusive", 120, "120 minutes taught"),
        (False, "exclusive", 60, "120 contact minutes, not counting breaks"),
        (True, "exclusive", 60, "120 contact minutes, not counting lunch"),
        (True, "exclusive", 30, "120 contact minutes, not counting breaks and lunch"),
        (False, "inclusive", 60, "110 minutes taught; breaks count as contact time"),
        (True, "inclusive", 30, "100 minutes taught; breaks count as contact time, lunch does not"),
    ],
)
def test_the_agenda_names_the_pauses_that_there_are(lunch: bool, breaks: str, sitting: int, said: str) -> None:
    assert bare(said) in trees("09:00", lunch, breaks, sitting)[0].split("\n")


def test_halves_of_a_day_are_named_where_lunch_parts_them_at_noon() -> None:
    assert trees("11:00", True, "exclusive", 60)[1] == ["Day 1, morning", "Day 1, afternoon"]
    assert trees("18:30", False, "exclusive", 120)[1] == ["Day 1, 18:30–20:30"]
    assert trees("09:00", True, "exclusive", 60)[1] == ["Day 1, 09:00–10:00", "Day 1, 10:30–11:30"]


@pytest.mark.parametrize(("minutes", "said"), [("10/15/5", "For about 67% of the time"), ("30/0/0", "")])
def test_a_day_of_talk_does_not_boast_of_its_practice(minutes: str, said: str) -> None:
    delivery: dict[str, Any] = {"id": "day", "title": "Two hours", "days": 1, "hours": 2, "start": "09:00"}
    blocks = [make_block(f"B{number}", minutes) for number in range(1, 5)]
    course = make_course("day", {"day": (1, 2)}, {"M1": blocks}, deliveries=[delivery])
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    (slide,) = (slide for slide in compose_deck(course, agenda, {}).slides if slide.kind == "day")
    leads = [words(slot.content) for slot in slide.slots if slot.name == "lead"]
    assert leads and bare(said) in leads[0] and bool(leads[0]) is bool(said)
