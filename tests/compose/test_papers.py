"""Loose papers of trainer and participants: run sheet, cards, tool cards, sheets one by one, packs, answer book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from deckgen.base.runs import plain
from deckgen.compose.cut_out import FRAMES, HEIGHT, WIDTH
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.office.lists import compose_material_list
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.papers.cards import compose_cards
from deckgen.compose.papers.run_marks import BAR_ROOM
from deckgen.compose.papers.run_sheet import compose_run_sheet
from deckgen.compose.papers.sheets import compose_followup, compose_prework, compose_sheets
from deckgen.compose.papers.tool_cards import compose_tool_cards
from deckgen.model.class_size import Together
from deckgen.model.sheets import DrillSheet, JobAidSheet, RoleplaySheet, SelftestSheet, TaskCard
from deckgen.pipeline.build import Made
from deckgen.plan.cuts import cut_list
from deckgen.tree import Book, BookSection, Drawing, Group, Heading, Para, Table
from small_courses import make_block, make_course
from small_plans import schedule
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
        ["08:30", "", "签到不计课时"],
        ["09:00", "7", "Z2第二天的开场"],
        ["09:07", "27", "B2.3外套已经穿上的人"],
        ["09:34", "10", "B3.1看看自己在哪一级"],
        ["09:44", "10", second[4][2]],
        ["09:54", "19", "B3.2一起把换班变快"],
        ["10:13", "23", "B3.3写下我的约定"],
        ["10:36", "", "收表、离场不计课时"],
    ]
    assert first[-1][2] == "收卡片、整理场地不计课时" and first[0][2] == "签到不计课时；请学员填手册封面"
    given = {row[2][:4]: row[10] for row in (*first, *second) if len(row) == 12 and row[10]}
    assert given == {"B2.1": "不减", "B2.2": "−2", "B2.3": "不减", "B3.3": "−2"}
    drawn = [drawing for section in sections for drawing in find(section, Drawing)]
    bars = [drawing for drawing in drawn if drawing.type == "minutes"]
    lengths = [sum(shape.frame.w for shape in bar.shapes) for bar in bars]  # type: ignore[union-attr]
    assert max(lengths) <= BAR_ROOM + 0.1 and len(bars) == 11
    heat = [len(drawing.shapes) for drawing in drawn if drawing.type == "heat"]
    assert heat == [entry.block.energy for entry in desk.agenda]


def test_a_checkpoint_offers_only_what_is_still_to_come(desk: Desk) -> None:
    (first, _) = (find(section, Table)[0] for section in compose_run_sheet(desk)["run-sheet"].sections)
    pauses = [row[2] for row in cells(first) if "对表" in row[2]]
    assert pauses and not [said for said in pauses if "B2.1" in said]
    day = desk.agenda.days[0]
    spare = [entry.block.id for entry in day.sittings[-1].entries if entry.elastic]
    assert all(key in pauses[-1] for key in spare)
    assert all("合计" in said for said in pauses if "−" in said)


def test_a_day_that_is_too_high_for_its_page_has_a_page_for_each_half(desk: Desk) -> None:
    whole = compose_run_sheet(desk)["run-sheet"]
    parted = compose_run_sheet(replace(desk, height_of=lambda *_: 600.0))["run-sheet"]
    assert [section.id for section in whole.sections] == ["run-sheet-1-0", "run-sheet-2-0"]
    halves = [(day.number, half) for day in desk.agenda.days for half in range(1, len(day.halves) + 1)]
    assert [section.id for section in parted.sections] == [f"run-sheet-{day}-{half}" for day, half in halves]


def test_the_halves_of_a_day_are_called_by_their_names() -> None:
    blocks = [make_block(f"B{at}", "10/30/5") for at in range(8)]
    course = make_course("d", {"d": (1, 6)}, {"M1": blocks})
    agenda = schedule(course)
    slides = {slide.id: number for number, slide in enumerate(compose_deck(course, agenda).slides, start=1)}
    parted = compose_run_sheet(Desk(course, agenda, slides=slides, height_of=lambda *_: 600.0))["run-sheet"]
    assert [section.title.rpartition(" · ")[2] for section in parted.sections] == ["morning", "afternoon"]


def ways_of(desk: Desk) -> list[str]:
    """How minutes are given up on each day, whole."""
    lists = [half for day in desk.agenda.days for half in cut_list(desk.course, day)]
    return [bare(cut.how).rstrip("。；") for each in lists for cut in each.cuts if cut.kind == "elastic"]


@pytest.mark.parametrize(("high", "below"), [(0.0, False), (600.0, True)])
def test_how_minutes_are_given_up_is_said_whole(desk: Desk, high: float, below: bool) -> None:
    """Beside each block where pages have room for that column, else below the table on every page."""
    last = f"第 {len(desk.agenda.days)} 天"  # one page alone has no room for the column

    def height_of(table: Table, _: float) -> float:
        return high if len(table.widths) == 12 and last in table.alt else 0.0

    measured = replace(desk, height_of=height_of)
    sections = compose_run_sheet(measured)["run-sheet"].sections
    tables = " ".join(bare(words(table)) for section in sections for table in find(section, Table))
    notes = " ".join(
        bare(plain(each.runs)) for section in sections for each in section.children if hasattr(each, "runs")
    )
    ways = ways_of(desk)
    assert ways and all((way in notes) is below and (way in tables) is not below for way in ways)
    assert all(len(table.widths) == 12 - below for section in sections for table in find(section, Table))


def test_a_long_day_has_a_page_for_each_half(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.compose.papers.run_sheet.MOST_BLOCKS", 3)
    days = desk.agenda.days
    wanted = sum(len(day.halves) for day in days)
    assert len(compose_run_sheet(desk)["run-sheet"].sections) == wanted


def slugs(section: BookSection) -> list[str]:
    return [plain(para.runs) for para in find(section, Para) if para.role == "slug"]


def test_two_cards_to_a_page_say_how_often_they_are_printed(desk: Desk) -> None:
    sections = compose_cards(desk)["cards"].sections
    assert all(section.bare and section.margins for section in sections)
    for section in sections:
        pages = [child for child in section.children if isinstance(child, Group)]
        assert [len(find(page, Table)) for page in pages] == [len(section.cut)] * len(pages)
        assert all(table.height == HEIGHT for table in find(section, Table))
    said = [slug for section in sections for slug in slugs(section)]
    assert said and all("单面" in slug for slug in said)
    assert any("本页打印 6 份（每对 1 套，共 12 人）" in slug for slug in said)


def test_a_card_that_is_left_over_stands_twice_and_is_printed_half_as_often(desk: Desk) -> None:
    (sheet,) = [each for each in desk.course.sheets if isinstance(each, RoleplaySheet)]
    short = sheet.model_copy(update={"cards": sheet.cards[:2]})
    sheets = tuple(short if each is sheet else each for each in desk.course.sheets)
    course = desk.course.model_copy(update={"sheets": sheets})
    made = compose_cards(replace(desk, course=course))["cards"]
    section = next(part for part in made.sections if part.id == f"cards-{sheet.id}")
    tables = [words(table) for table in find(section, Table)]
    assert len(tables) == 4 and tables[2] == tables[3] and "观察员卡" in tables[2]
    assert ["打印 6 份" in slug for slug in slugs(section)] == [True, True, False, False]
    assert all("打印 3 份" in slug for slug in slugs(section)[2:])


@pytest.mark.parametrize(("per", "sets"), [("pair", "6"), (None, "4"), ("table", "3")])
def test_the_list_of_materials_and_the_cards_say_the_same_number_of_sets(
    desk: Desk, per: Together | None, sets: str
) -> None:
    (sheet,) = [each for each in desk.course.sheets if isinstance(each, RoleplaySheet)]
    sheets = tuple(each.model_copy(update={"cards_per": per}) if each is sheet else each for each in desk.course.sheets)
    dealt = replace(desk, course=desk.course.model_copy(update={"sheets": sheets}))
    section = next(each for each in compose_cards(dealt)["cards"].sections if each.id == f"cards-{sheet.id}")
    assert f"打印 {sets} 份" in slugs(section)[0]
    listed = [row for table in find(compose_material_list(dealt)["materials"], Table) for row in table.rows]
    (row,) = [row for row in listed if f"练习单{sheet.label}的卡片" in bare(words(row))]
    assert words(row.cells[2]).split()[0] == sets
    run_sheet = " ".join(words(table) for table in find(compose_run_sheet(dealt)["run-sheet"], Table))
    assert f"练习单{sheet.label}的卡片" in bare(run_sheet)


def test_task_cards_that_tell_nothing_to_their_holder_alone_are_not_cut(desk: Desk) -> None:
    sheets = [each for each in desk.course.sheets if isinstance(each, DrillSheet) and each.cards]
    told = [card.model_copy(update={"play": ""}) for card in sheets[0].cards]
    played = [card.model_copy(update={"play": "先嘴硬，再松口"}) for card in sheets[0].cards]

    def sets(cards: list[TaskCard], rounds: int, swaps: int) -> list[str]:
        practice = sheets[0].practice.model_copy(update={"rounds": rounds, "swaps": swaps})
        drill = sheets[0].model_copy(update={"cards": tuple(cards[:2]), "practice": practice})
        course = desk.course.model_copy(
            update={"sheets": tuple(drill if each is sheets[0] else each for each in desk.course.sheets)}
        )
        book = compose_cards(replace(desk, course=course))["cards"]
        return [slug for part in book.sections if part.id == f"cards-{drill.id}" for slug in slugs(part)]

    assert sets(told, 2, 1) == []
    assert all("打印 6 份（每对 1 套" in slug for slug in sets(played, 2, 1)) and sets(
        played, 2, 1
    )  # pairs of twelve people
    assert all("打印 4 份（每三人组 1 套" in slug for slug in sets(played, 3, 2)) and sets(played, 3, 2)  # triads


def test_only_its_holder_reads_what_a_role_keeps_to_itself(desk: Desk) -> None:
    (sheet,) = [each for each in desk.course.sheets if isinstance(each, RoleplaySheet)]
    tables = [
        table for table in find(compose_cards(desk)["cards"], Table) if bare(sheet.cards[0].hidden) in words(table)
    ]
    (table,) = tables
    (row,) = [row for row in table.rows if bare(sheet.cards[0].hidden) in bare(words(row))]
    assert {cell.role for cell in row.cells} == {"quiet"}
    (circle,) = find(table, Drawing)
    assert circle.alt == sheet.cards[0].role


def test_a_card_takes_the_largest_words_it_has_room_for(desk: Desk) -> None:
    def sizes(height: Callable[[str], float]) -> set[str]:
        def measure(table: Table, width: float) -> float:
            assert width == WIDTH
            roles = {para.role for para in find(table, Para)}
            return max(height(role) for role in roles)

        cards = compose_cards(replace(desk, height_of=measure))["cards"]
        return {para.role for para in find(cards, Para)} & {"role_card", "tool", "cell", "cell_dense"}

    assert sizes(lambda _: HEIGHT - 2) == {"role_card"}
    assert sizes(lambda role: HEIGHT + 1 if role == "role_card" else 0.0) == {"tool"}
    assert sizes(lambda _: HEIGHT + 1) == set()  # all in the smallest print


def _job_aids(desk: Desk) -> tuple[JobAidSheet, JobAidSheet]:
    """A job aid with what a card has place for, and one that says more."""
    (aid,) = (sheet for sheet in desk.course.sheets if isinstance(sheet, JobAidSheet))
    lean = aid.model_copy(update={"situation": "", "pictures": (), "steps": (), "workspace": (), "output": "",
                                  "criteria": (), "grouping": "", "materials": (), "reflection": ""})  # fmt: skip
    return lean, lean.model_copy(update={"id": "T2", "situation": "Whenever somebody leaves."})


def test_job_aids_are_cards_and_those_that_say_more_have_a_page(desk: Desk) -> None:
    lean, more = _job_aids(desk)
    course = desk.course.model_copy(update={"sheets": (lean, more), "job_aids": (lean.id, "T2")})
    card, page = compose_tool_cards(Desk(course, desk.agenda))["tool-cards"].sections
    assert card.cut == FRAMES[:1] and "Whenever somebody leaves." not in words(card)
    assert "Wheneversomebodyleaves." in bare(words(page)) and not page.cut
    for move in lean.moves:
        assert bare(move.title) in words(card)
    head = find(card, Table)[0].rows[0].cells[0]
    told = {para.role for para in find(head, Para)}
    assert head.role == "head" and told == {"sheet_title", "small"}  # ink on a light band, no title in its own colour
    own = [row for row in find(card, Table)[0].rows if row.cells[-1].role == "answer"]
    assert len(own) == len(lean.moves)


def test_a_job_aid_that_is_too_long_for_a_card_is_two_and_nothing_is_lost(desk: Desk) -> None:
    lean, _ = _job_aids(desk)
    course = desk.course.model_copy(update={"sheets": (lean,), "job_aids": (lean.id,)})

    def measure(table: Table, _: float) -> float:
        told = words(table)
        return HEIGHT + 1 if bare(lean.moves[0].title) in told and bare(lean.good) in told else 0.0

    (section,) = compose_tool_cards(Desk(course, desk.agenda, height_of=measure))["tool-cards"].sections
    assert section.cut == FRAMES
    steps, below = (words(table) for table in find(section, Table))
    assert "（1/2）" in steps and "（2/2）" in below
    assert bare(lean.moves[-1].title) in steps and bare(lean.good) in below and bare(lean.frequency) in below
    (page,) = compose_tool_cards(Desk(course, desk.agenda, height_of=lambda *_: HEIGHT + 1))["tool-cards"].sections
    assert not page.cut and bare(lean.good) in words(page)


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
