"""What a delivery is made of: one row for every file or family of files, by the name that `--only` takes.

A new deliverable is a row here and a composer. `readers` says who gets it: nothing that is only the facilitator's may
stand in what participants, or their managers, get (`is_given_away`); every file is proved by that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

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

Folder = Literal["trainer", "participant", "office"]
FOLDERS: tuple[Folder, ...] = ("trainer", "participant", "office")
Readers = Literal["trainer", "participants", "managers", "office"]
Papers = Mapping[str, Book | bytes]
"""What a composer makes, by the end of the file's name below its folder: `run-sheet`, `sheets/sheet-01`; a book is
written as a Word document, bytes say their suffix in the name."""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """A file or a family of files; `compose` is None for those that depend on each other (`pipeline.stages`)."""

    name: str
    folder: Folder
    readers: Readers
    suffix: str = "docx"
    compose: Callable[[Desk], Papers] | None = None
    teaches: bool = False  # what it says counts as taught, beside deck, workbook and guide

    @property
    def is_given_away(self) -> bool:
        """Whether people read it who must not see answers or notes of the facilitator."""
        return self.readers in ("participants", "managers")


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


DELIVERABLES: tuple[Deliverable, ...] = (
    Deliverable("deck", "trainer", "trainer", "pptx"),
    Deliverable("guide", "trainer", "trainer"),
    Deliverable("run-sheet", "trainer", "trainer", compose=compose_run_sheet),
    Deliverable("answers", "trainer", "trainer", compose=compose_answers, teaches=True),
    Deliverable("cards", "trainer", "trainer", compose=compose_cards, teaches=True),
    Deliverable("workbook", "participant", "participants"),
    Deliverable("sheets", "participant", "participants", compose=compose_sheets),
    Deliverable("tool-cards", "participant", "participants", compose=compose_tool_cards, teaches=True),
    Deliverable("prework", "participant", "participants", compose=compose_prework, teaches=True),
    Deliverable("followup", "participant", "participants", compose=compose_followup, teaches=True),
    Deliverable("handout", "participant", "participants", "pptx"),
    Deliverable("outline", "office", "managers", compose=compose_outline),
    Deliverable("sign-in", "office", "participants", compose=compose_sign_in),
    Deliverable("groups", "office", "participants", compose=compose_groups),
    Deliverable("table-signs", "office", "participants", compose=compose_table_signs),
    Deliverable("materials", "office", "office", compose=compose_material_list),
    Deliverable("pretest", "office", "participants", compose=compose_pretest),
    Deliverable("posttest", "office", "participants", compose=compose_posttest),
    Deliverable("answer-sheet", "office", "participants", compose=compose_answer_sheet),
    Deliverable("test-key", "office", "office", compose=compose_test_key),
    Deliverable("feedback", "office", "participants", compose=compose_feedback),
    Deliverable("certificate", "office", "participants", compose=compose_certificate),
    Deliverable("letters-participants", "office", "participants", compose=compose_participant_letters),
    Deliverable("letters-managers", "office", "managers", compose=compose_manager_letters),
    Deliverable("manager-card", "office", "managers", compose=compose_manager_card),
    Deliverable("indicators", "office", "office", compose=compose_indicators),
    Deliverable("cases", "office", "participants", compose=compose_cases),
    Deliverable("questions-gift", "office", "office", "txt", compose=_compose_gift),
    Deliverable("questions-qti", "office", "office", "zip", compose=_compose_qti),
    Deliverable("calendar", "office", "participants", "ics", compose=_compose_calendar),
    Deliverable("followup-calendar", "office", "participants", "ics", compose=_compose_followup_calendar),
)

NAMES = tuple(item.name for item in DELIVERABLES)


def read_names(named: tuple[str, ...]) -> tuple[str, ...]:
    """The deliverables named, in their usual order; the name of a folder stands for all of it."""
    return tuple(item.name for item in DELIVERABLES if item.name in named or item.folder in named)


def file_name(item: Deliverable, stem: str, end: str) -> str:
    """The name of a file inside the delivery's folder; `end` is what the composer calls it."""
    path = PurePosixPath(item.folder) / end
    suffix = path.suffix or f".{item.suffix}"
    return (path.parent / f"{stem}-{path.stem}{suffix}").as_posix()
