"""The workbook of a delivery: its sections, what leads where, and that nothing of the trainer's is in it."""

from __future__ import annotations

import pytest

from deckgen.base.runs import plain
from deckgen.compose.guide import compose_guide
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.page import compose_sheet
from deckgen.compose.workbook import compose_workbook
from deckgen.compose.workbook.front import cover_lines
from deckgen.model.sheets import DrillSheet
from deckgen.pipeline.build import Made
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, Callout, Diagram, Group, Heading, Para, Table, Toc, WritingSpace
from small_courses import make_block, make_course
from small_plans import schedule
from walk import bare, find, texts, words

Cases = dict[tuple[str, str], Made]


@pytest.fixture(scope="module")
def two_days(cases: Cases) -> Book:
    planned = cases["every-kind", "2-day"].planned
    return compose_workbook(planned.course, planned.agenda)


def groups(book: Book, role: str) -> list[str]:
    return [group.id for group in find(book, Group) if group.role == role]


def test_sections_follow_the_way_of_the_participant(two_days: Book) -> None:
    assert [section.id for section in two_days.sections] == [
        "cover", "use", "front", "M1", "M2", "M3", "overnight", "glossary",
    ]  # fmt: skip
    assert [section.cover for section in two_days.sections] == [True] + [False] * 7


def test_a_delivery_has_no_section_for_what_it_does_not_use(cases: Cases) -> None:
    planned = cases["every-kind", "1-day"].planned
    ids = [section.id for section in compose_workbook(planned.course, planned.agenda).sections]
    assert "overnight" not in ids and ids[-1] == "glossary"
    planned = cases["shift-handover", "90-min"].planned
    ids = [section.id for section in compose_workbook(planned.course, planned.agenda).sections]
    assert ids == ["cover", "use", "front", "M1", "glossary"]


def test_sheets_stand_in_the_order_of_their_use_and_once(two_days: Book) -> None:
    assert groups(two_days, "sheet") == [
        "01", "02", "03", "04", "05", "F1", "06", "07", "08", "09", "F2",
    ]  # fmt: skip
    assert groups(two_days, "job_aid") == []


def test_readings_stand_before_the_sheets_of_their_block(two_days: Book) -> None:
    section = next(section for section in two_days.sections if section.id == "M1")
    order = [child.id for child in section.children if isinstance(child, Group)]
    assert order == ["contract", "01", "B1.1.1", "02", "B1.2.1", "03"]
    readings = [child for child in section.children if isinstance(child, Group) and child.role == "reading"]
    anchors = [find(reading, Heading)[0] for reading in readings]
    assert [(heading.anchor, heading.toc) for heading in anchors] == [("block-B1.1", False), ("block-B1.2", False)]
    for reading, question in zip(
        readings, ("三问里我的班组最常跳过哪一问？", "我的班组把卡片放在哪里最顺手？"), strict=True
    ):
        assert [type(child) for child in reading.children] == [Heading, Para, Diagram, WritingSpace]
        assert question in words(reading)


def test_days_stand_by_the_clock_with_the_page_of_each_chapter(two_days: Book) -> None:
    days = [table for table in find(two_days.sections[2], Table) if table.alt.startswith("第 ")]
    assert [texts(day.rows[0].cells[0])[0] for day in days] == ["09:00", "09:00"]
    pages = [run.page_of for day in days for row in day.rows for para in row.cells[3].content for run in para.runs]
    assert pages[0] == "module-M1" and {page.split("-")[0] for page in pages} <= {"module", "block", "sheet"}
    anchors = {heading.anchor for heading in find(two_days, Heading)}
    assert anchors.issuperset(pages)


def test_chapters_open_with_number_message_and_goals(two_days: Book) -> None:
    for number, section in enumerate(two_days.sections[3:6], start=1):
        heading, opener, goals, *_ = section.children
        assert isinstance(opener, Table) and opener.role == "columns" and not find(opener, Heading)
        assert isinstance(heading, Heading) and heading.anchor == f"module-M{number}"
        assert f"{plain(heading.label)}{plain(heading.runs)}" == f"第 {number} 讲　{section.title}"
        assert "分钟" in words(opener.rows[0].cells[1])
        assert isinstance(goals, Table) and goals.role == "ticks"
        assert section.header == f"把班交清楚 · 学员手册\t第 {number} 讲　{section.title}"
        assert section.tab is not None
        assert (section.tab.number, section.tab.at) == (str(number), number - 1)
        assert section.fills


def test_titles_stand_in_no_table_so_that_they_are_found_in_the_list_of_headings(two_days: Book, cases: Cases) -> None:
    planned = cases["every-kind", "2-day"].planned
    for book in (two_days, compose_guide(planned.course, planned.agenda, {})):
        titles = [heading for heading in find(book, Heading) if heading.level == 1]
        in_tables = [heading for table in find(book, Table) for heading in find(table, Heading) if heading.level == 1]
        assert len(titles) > 3 and not in_tables


def test_what_chapters_said_stands_once_with_room_for_what_to_do(two_days: Book, cases: Cases) -> None:
    (harvest,) = (group for group in find(two_days, Group) if group.role == "recap")
    assert harvest in two_days.sections[5].children
    (table,) = find(harvest, Table)
    modules = cases["every-kind", "2-day"].planned.course.modules
    assert len(table.rows) == sum(bool(module.summary) for module in modules) > 1
    assert {row.cells[2].role for row in table.rows} == {"answer"}
    assert all(bare(text).rstrip("。") in words(harvest) for module in modules for text in module.summary)


@pytest.mark.parametrize("hides", [True, False])
def test_cards_that_hide_something_are_named_in_the_book_and_all_others_printed(cases: Cases, hides: bool) -> None:
    planned = cases["every-kind", "2-day"].planned
    course, agenda = planned.course, planned.agenda
    (sheet,) = (item for item in course.sheets if isinstance(item, DrillSheet))
    cards = tuple(card.model_copy(update={"play": "先装作不懂。" if hides else ""}) for card in sheet.cards)
    sheet = sheet.model_copy(update={"cards": cards})
    kit = Kit(course, agenda, course_phrases(course), "book")
    bound, loose = (compose_sheet(kit, sheet, None, bound=bound) for bound in (True, False))
    for card in sheet.cards:
        assert bare(card.title) in words(bound) and bare(card.title) in words(loose)
        assert (bare(card.text) not in words(bound)) is hides and bare(card.text) in words(loose)
    assert ("由讲师发放" in words(bound)) is hides and "由讲师发放" not in words(loose)


def test_what_comes_of_a_sheet_is_one_sentence_in_the_book_and_told_in_full_on_its_own_paper(cases: Cases) -> None:
    planned = cases["every-kind", "2-day"].planned
    course, agenda = planned.course, planned.agenda
    sheet = next(item for item in course.sheets if item.purpose and item.output and item.kind == "solo")
    (bound,) = (group for group in find(compose_workbook(course, agenda), Group) if group.id == sheet.id)
    loose = compose_sheet(Kit(course, agenda, course_phrases(course), "book"), sheet, None)
    assert bare(sheet.purpose).rstrip("。") in words(bound) and bare(sheet.output) not in words(bound)
    assert bare(sheet.output) in words(loose)


def test_the_glossary_says_where_a_term_is_explained(two_days: Book) -> None:
    (table,) = find(two_days.sections[-1], Table)
    pages = [run.page_of for row in table.rows for para in row.cells[1].content for run in para.runs]
    assert pages == ["block-B1.1", "block-B1.2"]


def test_contents_reach_two_levels_and_every_anchor_is_there_once(two_days: Book) -> None:
    (toc,) = find(two_days, Toc)
    assert toc.depth == 2
    anchors = [heading.anchor for heading in find(two_days, Heading)]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("case", [("every-kind", "1-day"), ("every-kind", "2-day"), ("shift-handover", "90-min")])
def test_no_answer_and_no_word_of_the_trainer_is_in_it(case: tuple[str, str], cases: Cases) -> None:
    planned = cases[case].planned
    book = compose_workbook(planned.course, planned.agenda)
    assert not [group for group in find(book, Group) if group.role == "answer"]
    assert not [callout for callout in find(book, Callout) if callout.role in ("answer", "variant")]
    course = planned.course
    secrets = [text for sheet in course.sheets if sheet.guide for text in (*sheet.guide.key, sheet.guide.brief)]
    secrets += [slide.say for block in course.blocks for slide in block.slides if slide.say]
    secrets += [ask.q for block in course.blocks for slide in block.slides for ask in slide.ask]
    secrets += [question.rationale for question in course.questions]
    secrets += [block.differences for block in course.blocks if block.differences]
    shown = words(book)
    assert len(secrets) > 8
    assert not [secret for secret in secrets if bare(secret) in shown]


def test_a_label_keeps_its_distance_from_an_english_text(cases: Cases) -> None:
    planned = cases["content", "90-min"].planned
    spaces = find(compose_workbook(planned.course, planned.agenda), WritingSpace)
    assert any(plain(space.prompt).startswith("How I will use it: Which of") for space in spaces)


@pytest.mark.parametrize("client", ["", "North Bank"])
def test_a_book_for_a_client_names_it_on_the_cover(client: str) -> None:
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [make_block("B1", "9/12/9")]}).model_copy(
        update={"client": client}
    )
    lines = cover_lines(Kit(course, schedule(course), course_phrases(course), "book"), "workbook")
    said = [plain(line.runs) for line in lines if isinstance(line, Para)]
    assert said[:2] == ["Participant workbook", "Sample"] and len(said) == 4 + bool(client)
    assert (client in said) is bool(client)
