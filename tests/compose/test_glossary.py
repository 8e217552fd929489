"""The glossary sends people to the page that explains a term, not only to the block that names it."""

from __future__ import annotations

import pytest

from deckgen.base.diagnostics import Report
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.parts import rounds
from deckgen.compose.workbook import compose_workbook
from deckgen.model.sheets.turns import Practice
from deckgen.plan import plan_delivery
from deckgen.text.phrases import phrases
from deckgen.tree import Book, Heading, Table
from small_courses import SLIDES, make_block, make_course
from walk import find, words


def glossary_of(explained: list[str], glossary: list[dict[str, str]], source: str = "") -> tuple[Book, Table]:
    """A workbook and its glossary, with a block whose readings say `explained` and whose captions say `source`."""
    talk = [
        {**SLIDES["talk"], "title": f"Reading {number}", "minutes": 1, "explain": text, "source": source}
        for number, text in enumerate(explained, start=1)
    ]
    slides = [*talk, {**SLIDES["activity"], "minutes": 10}, {**SLIDES["debrief"], "minutes": 5}]
    block = make_block("B1", f"{len(talk)}/10/5", slides=slides, terms=[entry["term"] for entry in glossary])
    hours = (len(talk) + 15) / 60
    course = make_course("day", {"day": (1, hours)}, {"M1": [block]}, glossary=glossary)
    agenda = plan_delivery(course, course.deliveries[0], Report())
    assert agenda is not None
    book = compose_workbook(course, agenda)
    (table,) = find(next(section for section in book.sections if section.id == "glossary"), Table)
    return book, table


def pages(explained: list[str], glossary: list[dict[str, str]]) -> list[str]:
    """The anchors that the terms of a glossary lead to."""
    book, table = glossary_of(explained, glossary)
    anchors = {heading.anchor for heading in find(book, Heading)}
    found = [run.page_of for row in table.rows for para in row.cells[1].content for run in para.runs]  # type: ignore[union-attr]
    assert anchors.issuperset(filter(None, found))
    return found


@pytest.mark.parametrize(
    ("explained", "terms", "anchors"),
    [
        (
            ["一个字拆成耳、王、十目、一心。", "倾听可以分五层：听而不闻、假装在听、选着听。"],
            [("聽", "拆成耳、王、十目、一心"), ("倾听五层", "听而不闻、假装在听、选着听"), ("别的", "没有人说")],
            ["block-B1", "reading-B1-2", "block-B1"],
        ),
        (
            ["The card lies on the desk.", "An owner is one person who calls back."],
            [("Card", "What lies on the desk"), ("Owner", "The one person who calls back")],
            ["block-B1", "reading-B1-2"],
        ),
    ],
)
def test_a_term_leads_to_the_reading_that_explains_it(
    explained: list[str], terms: list[tuple[str, str]], anchors: list[str]
) -> None:
    assert pages(explained, [{"term": term, "text": text} for term, text in terms]) == anchors


@pytest.mark.parametrize(
    ("source", "printed"), [("", True), ("After Doe, Cards, 1990", False), ("After Roe, 1991", True)]
)
def test_whose_a_term_is_stands_once(source: str, printed: bool) -> None:
    terms = [{"term": "Card", "text": "What lies on the desk", "origin": "Jane Doe, Cards on the desk, 1990"}]
    _, table = glossary_of(["The card lies on the desk."], terms, source)
    assert ("JaneDoe" in words(table)) is printed


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(30, "0.5"), (60, "1"), (90, "1.5"), (150, "2.5"), (180, "3"), (200, "3"), (220, "4"), (630, "10"), (900, "15")],
)
def test_the_minutes_of_a_turn_can_be_said(seconds: int, minutes: str) -> None:
    kit = Kit(None, None, phrases("en"), "book")  # type: ignore[arg-type]
    assert rounds(kit, Practice(rounds=2, seconds=seconds, swaps=1)) == f"2 × {minutes} min, change over 1 ×"
