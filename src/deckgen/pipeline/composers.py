"""Who makes each deliverable, by its name; those that depend on each other are made in `pipeline.stages`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.compose.desk import Desk
from deckgen.compose.office.cases import compose_cases, compose_indicators
from deckgen.compose.office.forms import (
    compose_certificate,
    compose_feedback,
    compose_manager_card,
    compose_manager_letters,
    compose_participant_letters,
)
from deckgen.compose.office.lists import compose_groups, compose_material_list, compose_sign_in, compose_table_signs
from deckgen.compose.office.outline import compose_outline
from deckgen.compose.office.tests import compose_answer_sheet, compose_posttest, compose_pretest, compose_test_key
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.papers.cards import compose_cards
from deckgen.compose.papers.run_sheet import compose_run_sheet
from deckgen.compose.papers.sheets import compose_followup, compose_prework, compose_sheets
from deckgen.compose.papers.tool_cards import compose_tool_cards
from deckgen.exchange.gift import write_gift
from deckgen.exchange.qti import qti_parts
from deckgen.timetable.calendar import course_date, course_ics, followup_ics
from deckgen.tree import Book
from deckgen.writers.package import write_package

Papers = Mapping[str, Book | bytes]
"""What a composer makes, by the end of the file's name below its folder: `run-sheet`, `sheets/sheet-01`; a book is
written as a Word document, bytes say their suffix in the name."""


def _compose_gift(desk: Desk) -> Papers:
    """The question bank as GIFT."""
    return {"questions-gift.txt": write_gift(desk.course, desk.kit.phrase)} if desk.course.questions else {}


def _compose_qti(desk: Desk) -> Papers:
    """The question bank as a package of QTI 2.1."""
    parts = qti_parts(desk.course, desk.kit.phrase)
    return {"questions-qti.zip": write_package(parts)} if parts else {}


def _compose_calendar(desk: Desk) -> Papers:
    """The days of the delivery as a calendar file; a draft may have no date to begin on."""
    first = desk.agenda.days[0].on or course_date(desk.course)
    return {"calendar.ics": course_ics(desk.course, desk.agenda, first).encode()} if first else {}


def _compose_followup_calendar(desk: Desk) -> Papers:
    """The days after the course as a calendar file."""
    first = desk.agenda.days[0].on or course_date(desk.course)
    return {"followup-calendar.ics": followup_ics(desk.course, desk.agenda, first).encode()} if first else {}


COMPOSERS: Mapping[str, Callable[[Desk], Papers]] = {
    "run-sheet": compose_run_sheet,
    "answers": compose_answers,
    "cards": compose_cards,
    "sheets": compose_sheets,
    "tool-cards": compose_tool_cards,
    "prework": compose_prework,
    "followup": compose_followup,
    "outline": compose_outline,
    "sign-in": compose_sign_in,
    "groups": compose_groups,
    "table-signs": compose_table_signs,
    "materials": compose_material_list,
    "pretest": compose_pretest,
    "posttest": compose_posttest,
    "answer-sheet": compose_answer_sheet,
    "test-key": compose_test_key,
    "feedback": compose_feedback,
    "certificate": compose_certificate,
    "letters-participants": compose_participant_letters,
    "letters-managers": compose_manager_letters,
    "manager-card": compose_manager_card,
    "indicators": compose_indicators,
    "cases": compose_cases,
    "questions-gift": _compose_gift,
    "questions-qti": _compose_qti,
    "calendar": _compose_calendar,
    "followup-calendar": _compose_followup_calendar,
}
