"""Sheets, and what others begin with, that participants get on paper in class."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.office.cases import compose_cases
from deckgen.compose.office.lists import compose_material_list
from deckgen.compose.papers.run_sheet import compose_run_sheet
from deckgen.compose.papers.sheets import compose_sheets
from deckgen.compose.workbook import compose_workbook
from deckgen.model.sheets import CaseSheet, DiscussionSheet, Sheet
from deckgen.pipeline.build import Made
from deckgen.tree import Book, Group, Table
from walk import bare, find, words

Cases = dict[tuple[str, str], Made]


def first(cases: Cases, kind: type[Sheet]) -> Sheet:
    course = cases["every-kind", "2-day"].planned.course
    return next(sheet for sheet in course.sheets if isinstance(sheet, kind))


def desk_with(cases: Cases, sheet: Sheet, **changes: Any) -> Desk:
    """The course with one of its sheets changed."""
    planned = cases["every-kind", "2-day"].planned
    sheets = tuple(each.model_copy(update=changes) if each.id == sheet.id else each for each in planned.course.sheets)
    return Desk(planned.course.model_copy(update={"sheets": sheets}), planned.agenda)


def pages(book: Book, sheet: Sheet) -> list[str]:
    return [words(group) for group in find(book, Group) if group.id == sheet.id]


def material_rows(desk: Desk) -> list[str]:
    book = compose_material_list(desk)["materials"]
    return [words(row) for table in find(book, Table) for row in table.rows]


def test_a_book_names_material_that_is_handed_out_and_has_all_else_of_its_sheet(cases: Cases) -> None:
    case = first(cases, CaseSheet)
    assert isinstance(case, CaseSheet) and case.facts
    told = [bare(case.story[:20]), bare(case.facts[0][1])]
    (bound,) = pages(compose_workbook(*_of(desk_with(cases, case))), case)
    assert all(text in bound for text in told)
    desk = desk_with(cases, case, handed_out="material")
    (named,) = pages(compose_workbook(*_of(desk)), case)
    assert not any(text in named for text in told)
    assert f"先读：《{bare(case.title)}》（由讲师发放）" in named
    assert all(bare(question) in named for question in case.questions)
    (alone,) = pages(compose_sheets(desk)["sheets"], case)
    assert all(text in alone for text in told)
    assert all(text in words(compose_cases(desk)["cases"]) for text in told)


def test_material_of_any_sheet_stands_in_the_collection_of_what_is_read(cases: Cases) -> None:
    sheet = first(cases, DiscussionSheet)
    story = "昨晚七点，三条事项没有交接。"
    assert bare(story) not in words(compose_cases(desk_with(cases, sheet, situation=story))["cases"])
    desk = desk_with(cases, sheet, situation=story, handed_out="material")
    assert bare(story) in words(compose_cases(desk)["cases"])
    assert not [page for page in pages(compose_workbook(*_of(desk)), sheet) if bare(story) in page]


def test_a_sheet_that_is_handed_out_is_in_the_pack_with_its_number_and_in_no_book(cases: Cases) -> None:
    case = first(cases, CaseSheet)
    desk = desk_with(cases, case, handed_out="sheet")
    assert pages(compose_workbook(*_of(desk)), case) == []
    assert len(pages(compose_sheets(desk)["sheets"], case)) == 1
    assert f"sheets/sheet-{case.label}" in compose_sheets(desk)
    assert f"练习单{case.label}（单张发放）" in words(compose_guide(*_of(desk), {}))


@pytest.mark.parametrize(("what", "called"), [("sheet", "（单张）"), ("material", "案例集散页")])
def test_what_is_handed_out_is_brought_a_copy_each(cases: Cases, what: str, called: str) -> None:
    case = first(cases, CaseSheet)
    assert not [row for row in material_rows(desk_with(cases, case)) if called in row]
    desk = desk_with(cases, case, handed_out=what)
    (row,) = [row for row in material_rows(desk) if called in row]
    assert (bare(case.title) in row) == (what == "sheet") and "12" in row
    needed = f"练习单{case.label}" if what == "sheet" else f"练习单{case.label}的材料（发）"
    assert needed in words(compose_run_sheet(desk)["run-sheet"])


def _of(desk: Desk) -> tuple[Any, Any]:
    return desk.course, desk.agenda
