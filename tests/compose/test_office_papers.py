"""Papers of the office: outline, lists, tests, forms, cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deckgen.base.runs import plain
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.office.cases import compose_cases, compose_indicators
from deckgen.compose.office.forms import (
    compose_certificate,
    compose_feedback,
    compose_manager_letters,
    compose_participant_letters,
    form_elements,
)
from deckgen.compose.office.lists import compose_groups, compose_material_list, compose_sign_in, compose_table_signs
from deckgen.compose.office.outline import compose_outline
from deckgen.compose.office.tests import (
    compose_answer_sheet,
    compose_posttest,
    compose_pretest,
    compose_test_key,
    letters_of,
)
from deckgen.compose.office.values import form_values
from deckgen.model.sheets import CaseSheet
from deckgen.pipeline.build import Made
from deckgen.tree import Drawing, Field, Group, Heading, ListBlock, Para, Table, WritingSpace
from walk import bare, find, words

Cases = dict[tuple[str, str], Made]


@pytest.fixture
def desk(cases: Cases) -> Desk:
    planned = cases["every-kind", "2-day"].planned
    return Desk(planned.course, planned.agenda)


def test_the_outline_says_what_a_client_asks(desk: Desk) -> None:
    course, told = desk.course, words(compose_outline(desk)["outline"])
    said = [*course.background, *course.benefits, *course.methods, *course.audience]
    said += [item.standard for item in course.objectives] + [module.title for module in course.modules]
    said += [entry.block.title for entry in desk.agenda]
    assert not [text for text in said if bare(text) not in told]
    assert "练习与讲评占80%" in told


def test_everybody_of_the_largest_class_has_a_row_and_a_seat(desk: Desk) -> None:
    size = desk.course.class_size.model_copy(update={"min": 6, "max": 10, "table": 4})
    small = replace(desk, course=desk.course.model_copy(update={"class_size": size}))
    lists = find(compose_sign_in(small)["sign-in"], Table)
    assert [len(table.rows) for table in lists] == [1, 10, 1, 10]  # a day: where and by whom, then everybody
    assert plain(lists[1].rows[-1].cells[4].content[0].runs) == "3"  # type: ignore[union-attr]
    assert [len(table.rows) for table in find(compose_groups(small)["groups"], Table)] == [4, 4, 2]
    assert len(find(compose_table_signs(small)["table-signs"], Drawing)) == 3


def test_without_a_class_size_there_are_no_lists(desk: Desk) -> None:
    draft = replace(desk, course=desk.course.model_copy(update={"class_size": None}))
    assert compose_sign_in(draft) == compose_groups(draft) == compose_table_signs(draft) == {}


def test_tests_hold_their_own_questions_without_answers(desk: Desk) -> None:
    before, after = compose_pretest(desk)["pretest"], compose_posttest(desk)["posttest"]
    assert [group.id for group in find(before, Group)] == ["Q1"]
    assert [group.id for group in find(after, Group)] == ["Q2", "Q3", "Q4"]
    for question in desk.course.questions:
        assert bare(question.rationale) not in words(before) + words(after)
    judged = [
        group
        for group in find(after, Group)
        if "对" in [plain(run) for box in find(group, ListBlock) for run in box.items]
    ]
    assert judged


def test_the_answer_sheet_has_a_circle_for_every_answer_and_the_key_a_reason(desk: Desk) -> None:
    sheet = compose_answer_sheet(desk)["answer-sheet"]
    circles, sums = find(sheet.sections[1], Table)
    posttest = [question for question in desk.course.questions if question.form == "post"]
    rings = [field.placeholder or plain(field.label) for field in find(circles, Field)]
    assert sorted(rings) == sorted(letter for question in posttest for letter in letters_of(desk.kit, question))
    assert all(field.control == "check" for field in find(circles, Field))
    assert all(question.objective in words(circles) for question in posttest)
    assert [plain(row.cells[2].content[0].runs) for row in sums.rows] == ["1、2", "3", "—"]  # type: ignore[union-attr]
    assert not [question for question in desk.course.questions if bare(question.rationale) in words(sheet)]
    key = words(compose_test_key(desk)["test-key"])
    assert all(bare(question.rationale) in key for question in desk.course.questions)


def test_cases_come_without_teaching_notes_and_indicators_with_room(desk: Desk) -> None:
    told = words(compose_cases(desk)["cases"])
    cases = [sheet for sheet in desk.course.sheets if isinstance(sheet, CaseSheet)]
    assert cases and all(bare(text) in told for case in cases for text in case.questions)
    assert not [text for case in cases if case.guide for text in case.guide.key if bare(text) in told]
    (table,) = find(compose_indicators(desk)["indicators"], Table)
    assert len(table.rows) == 2 and all(not cell.content for cell in table.rows[0].cells)


def test_materials_are_counted_for_the_largest_class(desk: Desk) -> None:
    assert "数量按12人计算。" in words(compose_material_list(desk)["materials"])


FORM = """\
# Title

A paragraph of the form.

- [ ] One thing
- [ ] Another

Name: ____
日期：____

What I will do
____
____

## Later

| | 1 | 2 |
| --- | --- | --- |
| Fine | □ | □ |
"""


def test_a_form_is_headings_texts_boxes_fields_and_lines_in_their_order(desk: Desk) -> None:
    made = form_elements(desk.kit, FORM, "form")
    assert [type(element) for element in made] == [
        Heading, Para, ListBlock, Field, Field, WritingSpace, Heading, Table,
    ]  # fmt: skip
    boxes, name, day, lines = made[2:6]
    assert isinstance(boxes, ListBlock) and boxes.marker == "check" and len(boxes.items) == 2
    assert isinstance(name, Field) and (plain(name.label), name.control) == ("Name", "text")
    assert isinstance(day, Field) and day.control == "date"
    assert isinstance(lines, WritingSpace) and (plain(lines.prompt), lines.lines) == ("What I will do", 2)
    ticked = find(made[-1:], Field)
    assert [field.control for field in ticked] == ["check", "check"]


def test_each_letter_begins_a_page_and_those_of_the_course_follow(desk: Desk) -> None:
    forms = {"letters-participants": "# One\n\nText.\n\n# Two\n\nMore.\n", "letters-managers": ""}
    written = replace(desk, forms=forms)
    headings = find(compose_participant_letters(written)["letters-participants"], Heading)
    assert [heading.new_page for heading in headings] == [False, True, True]
    assert plain(headings[-1].runs) == "给学员的信"
    (only,) = find(compose_manager_letters(written)["letters-managers"], Heading)
    assert plain(only.runs) == "给上级的信"


def test_a_certificate_names_the_modules_beside_the_words(desk: Desk) -> None:
    book = compose_certificate(
        replace(desk, forms={"certificate": "# Done\n\nName: ____\n\nAll of it.\n\nDate: ____\n"})
    )
    (section,) = book["certificate"].sections
    assert section.orientation == "landscape" and section.bare
    assert section.framed and [plain(field.label) for field in find(section, Field)] == ["Name", "Date"]
    (title,) = [para for para in find(section, Para) if para.role == "certificate_title"]
    assert plain(title.runs) == "Done"
    (bars,) = find(section, Drawing)
    assert len(bars.shapes) == len(desk.course.modules)


def test_the_feedback_form_of_the_course_comes_before_the_shipped_one(desk: Desk, cases: Cases) -> None:
    assert [sheet for sheet in desk.course.sheets if getattr(sheet, "form", "") == "feedback"]
    own = compose_feedback(replace(desk, forms={"feedback": "# Shipped\n"}))["feedback"]
    assert "Shipped" not in words(own)
    planned = cases["shift-handover", "90-min"].planned
    other = Desk(planned.course, planned.agenda, forms={"feedback": "# Shipped\n"})
    assert "Shipped" in words(compose_feedback(other)["feedback"])


def test_dates_of_forms_are_written_as_the_language_does(desk: Desk) -> None:
    first = replace(desk.agenda.days[0], on=date(2026, 12, 3))
    dated = replace(desk, agenda=replace(desk.agenda, days=(first, *desk.agenda.days[1:])))
    assert [day["date"] for day in form_values(dated)["days"]] == ["2026年12月3日", ""]


def test_values_of_forms_are_plain(desk: Desk) -> None:
    values = form_values(desk)
    assert values["delivery"]["hours"] == "3.2" and values["people"] == 12
    assert [module["minutes"] for module in values["modules"]] == [39, 81, 52]
    assert values["plan"]["label"] == "10" and isinstance(Kit, type)


def test_the_rule_of_several_answers_stands_where_a_question_has_them(cases: dict[tuple[str, str], Made]) -> None:
    planned = cases["every-kind", "2-day"].planned
    first, *_ = (item for item in planned.course.questions if item.form == "pre")
    for kind, told in (("single", False), ("multiple", True)):
        asked = first.model_copy(update={"type": kind})
        desk = Desk(planned.course.model_copy(update={"questions": (asked,)}), planned.agenda)
        papers = (compose_pretest(desk)["pretest"], compose_test_key(desk)["test-key"])
        assert [desk.kit.phrase("test_several") in words(paper) for paper in papers] == [told, told], kind
