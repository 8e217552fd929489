"""Loose papers of trainer and participants: run sheet, cards, tool cards, sheets one by one, packs, answer book."""

from __future__ import annotations

import pytest

from deckgen.base.runs import plain
from deckgen.compose.desk import Desk
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.papers.cards import compose_cards, compose_tool_cards
from deckgen.compose.papers.run_sheet import compose_run_sheet
from deckgen.compose.papers.sheets import compose_followup, compose_prework, compose_sheets
from deckgen.model.sheets import JobAidSheet, SelftestSheet
from deckgen.pipeline.build import Made
from deckgen.tree import Book, Drawing, Group, Heading, Table
from walk import bare, find, words

Cases = dict[tuple[str, str], Made]


def desk_of(cases: Cases, name: str = "every-kind", delivery: str = "2-day") -> Desk:
    made = cases[name, delivery]
    assert made.trees is not None
    slides = {slide.id: number for number, slide in enumerate(made.trees.deck.slides, start=1)}
    return Desk(made.planned.course, made.planned.agenda, slides=slides)


@pytest.fixture
def desk(cases: Cases) -> Desk:
    return desk_of(cases)


def cells(table: Table) -> list[list[str]]:
    """The words of the rows, without spaces."""
    return [
        [bare("".join(plain(para.runs) for para in cell.content if hasattr(para, "runs"))) for cell in row.cells]
        for row in table.rows
    ]


def test_the_run_sheet_has_a_landscape_page_a_day_with_clock_minutes_and_what_may_be_given_up(desk: Desk) -> None:
    sections = compose_run_sheet(desk)["run-sheet"].sections
    assert [section.orientation for section in sections] == ["landscape", "landscape"]
    first, second = (cells(find(section, Table)[0]) for section in sections)
    assert [row[:3] for row in second] == [
        ["08:30", "", "签到不计课时；请学员填手册封面"],
        ["09:00", "7", "Z2第二天的开场"],
        ["09:07", "27", "B2.3外套已经穿上的人"],
        ["09:34", "10", "B3.1看看自己在哪一级"],
        ["09:44", "10", second[4][2]],
        ["09:54", "19", "B3.2一起把换班变快"],
        ["10:13", "23", "B3.3写下我的约定"],
        ["10:36", "", "收表、离场不计课时"],
    ]
    assert first[-1][2] == "收卡片、整理场地不计课时"
    given = {row[2][:4]: row[10] for row in (*first, *second) if len(row) == 12 and row[10]}
    assert given == {"B2.1": "不减", "B2.2": "−2", "B2.3": "不减", "B3.3": "−2"}
    bars = [drawing for section in sections for drawing in find(section, Drawing)]
    lengths = [sum(shape.frame.w for shape in bar.shapes) for bar in bars]  # type: ignore[union-attr]
    assert max(lengths) <= 60 and len(bars) == 11


def test_a_long_day_has_a_page_for_each_half(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.compose.papers.run_sheet.MOST_BLOCKS", 3)
    days = desk.agenda.days
    wanted = sum(len(day.halves) for day in days)
    assert len(compose_run_sheet(desk)["run-sheet"].sections) == wanted


def test_cards_say_how_many_sets_the_class_needs(desk: Desk) -> None:
    headers = [section.header for section in compose_cards(desk)["cards"].sections]
    assert any("打印 4 套" in header for header in headers)  # a triad each of twelve people
    assert all("单面" in header for header in headers)


def test_job_aids_are_cards_and_those_that_say_more_have_a_page(desk: Desk) -> None:
    (aid,) = (sheet for sheet in desk.course.sheets if isinstance(sheet, JobAidSheet))
    lean = aid.model_copy(update={"situation": "", "pictures": (), "steps": (), "workspace": (), "output": "",
                                  "criteria": (), "grouping": "", "materials": (), "reflection": ""})  # fmt: skip
    more = lean.model_copy(update={"id": "T2", "situation": "Whenever somebody leaves."})
    course = desk.course.model_copy(update={"sheets": (lean, more), "job_aids": (lean.id, "T2")})
    book = compose_tool_cards(Desk(course, desk.agenda))["tool-cards"]
    card, page = book.sections
    assert len(find(card, Drawing)) == 2 and "Whenever somebody leaves." not in words(card)
    assert "Wheneversomebodyleaves." in bare(words(page)) and not [d for d in find(page, Drawing) if d.type == "marks"]
    for move in aid.moves:
        assert bare(move.title) in words(card)


def test_every_sheet_in_class_is_a_file_and_all_are_a_pack(cases: Cases) -> None:
    desk = desk_of(cases)
    made = compose_sheets(desk)
    single = [name for name in made if name.startswith("sheets/")]
    pack = [group.id for group in find(made["sheets"], Group) if group.role == "sheet"]
    labels = [sheet.label for key in pack if (sheet := desk.course.sheet(key))]
    assert single == [f"sheets/sheet-{label}" for label in labels]
    assert labels == [f"{number:02d}" for number in range(1, len(labels) + 1)]
    assert not set(pack) & {*desk.course.prework, *desk.course.postwork, *desk.course.job_aids}
    assert all(book.sections[0].header == "" for book in made.values())


def test_packs_hold_what_is_done_before_and_after(desk: Desk) -> None:
    for compose, name, keys in (
        (compose_prework, "prework", desk.course.prework),
        (compose_followup, "followup", desk.course.postwork),
    ):
        book = compose(desk)[name]
        assert [group.id for group in find(book, Group) if group.role == "sheet"] == list(keys)
    empty = desk.course.model_copy(update={"prework": (), "postwork": ()})
    assert compose_prework(Desk(empty, desk.agenda)) == {} == compose_followup(Desk(empty, desk.agenda))


def test_the_answer_book_has_every_key_in_the_order_of_use(desk: Desk) -> None:
    book: Book = compose_answers(desk)["answers"]
    anchors = [heading.anchor for heading in find(book, Heading) if heading.level == 2]
    keyed = {sheet.id for sheet in desk.course.sheets if sheet.guide is not None}
    used = [key for entry in desk.agenda for key in entry.block.sheets if key in keyed]
    assert anchors[: len(used)] == [f"answer-{key}" for key in used] and len(anchors) == len(keyed)
    told = words(book)
    for sheet in desk.course.sheets:
        if sheet.guide is not None:
            assert all(bare(text) in told for text in (*sheet.guide.key, *sheet.guide.mistakes, *sheet.guide.look_for))
        if isinstance(sheet, SelftestSheet):
            assert all(bare(band.advice) in told for band in sheet.bands)
