"""Sub-points of the outline are looked for where their point is taught, in what is really shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from deckgen.base.diagnostics import Report
from deckgen.checks.subpoints import check_subpoints
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.papers.sheets import compose_prework
from deckgen.compose.workbook import compose_workbook
from deckgen.plan import plan_delivery
from deckgen.tree import Book, Deck
from small_courses import make_block, make_course

SLIDE = {
    "kind": "concept",
    "title": "Three questions keep a handover whole",
    "minutes": 4,
    "purpose": "Order.",
    "points": ["One owner for every point"],
    "say": "三类任务，五项工作。",
    "explain": "Said, then repeated.",
}
OTHER = {**SLIDE, "title": "The card", "points": ["Lunch"], "say": "So.", "explain": ""}
SHEET = {"kind": "prework", "id": "P1", "title": "Remember", "purpose": "Bring a case.", "deadline": "Friday",
         "effort": 5, "reader": "You", "used_in": "B1", "covers": ["C1"]}  # fmt: skip


def _lacking(
    *must: str, blocks: Sequence[str] = ("C1",), shown: bool = True, guide: bool = True, sheets: bool = True
) -> str:
    """What the rule says of a course whose first block covers `blocks`."""
    course = make_course(
        "d",
        {"d": (1, 8 / 60)},
        {"M1": [make_block("B1", "4/0/0", slides=[SLIDE], covers=list(blocks)),
                make_block("B2", "4/0/0", slides=[OTHER])]},
        coverage=[{"id": "1", "kind": "topic", "name": "Questions", "must": list(must)},
                  {"id": "2", "kind": "topic", "name": "Lunch"}],
        sheets=[SHEET] if sheets else [],
        prework=["P1"] if sheets else [],
    )  # fmt: skip
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    deck, workbook, book = (
        compose_deck(course, agenda),
        compose_workbook(course, agenda),
        compose_guide(course, agenda, {}),
    )
    if not shown:
        deck, workbook, book = Deck(deck.properties, ()), replace(workbook, sections=()), replace(book, sections=())
    made: Book | None = book if guide else None
    loose = tuple(compose_prework(Desk(course, agenda)).values()) if shown else ()
    return " ".join(found.message for found in check_subpoints(course, agenda, deck, workbook, made, loose))


@pytest.mark.parametrize(
    "phrase",
    [
        "One owner",  # on the slide
        "one OWNER — for every point!",  # case and punctuation aside
        "三类任务 / 五项工作",  # in the words of the trainer
        "三类 任务",  # spaces aside
        "Said, then repeated",  # in the reading
        "Bring a case",  # on a loose sheet that covers the point
        "owner - said vs repeated",  # every part by itself
    ],
)
def test_what_is_shown_where_the_point_is_taught_counts(phrase: str) -> None:
    assert _lacking(phrase) == ""


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Two owners", "Two owners"),
        ("ne owner", "ne owner"),  # no whole word
        ("One owner / 六项工作 / every day", "六项工作”, “every day"),  # what is lacking, all of it
        ("Lunch", "Lunch"),  # stands in a block that does not teach the point
    ],
)
def test_what_is_not_is_named(phrase: str, named: str) -> None:
    assert _lacking(phrase) == f"point 1 Questions is taught without “{named}”"


def test_what_is_written_and_not_shown_does_not_count() -> None:
    assert "One owner" in _lacking("One owner", shown=False)


def test_a_sheet_alone_teaches_a_point() -> None:
    assert _lacking("Bring a case", blocks=()) == ""
    assert "One owner" in _lacking("One owner", blocks=())


def test_a_point_that_nobody_teaches_is_another_rule() -> None:
    assert _lacking("One owner", blocks=(), sheets=False) == ""


def test_without_the_guide_nothing_is_said() -> None:
    assert _lacking("Two owners", guide=False) == ""
