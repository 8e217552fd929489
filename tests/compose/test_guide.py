"""The facilitator guide of a delivery: minutes, materials, what to do when late, and its numbers of slides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compose.spaced import plain
from deckgen.base.runs import Run
from deckgen.base.units import Frame
from deckgen.compose.anchors import entry_anchor, slide_ids
from deckgen.compose.deck import compose_deck
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.guide.timing import offer_cuts
from deckgen.compose.kit import Kit
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.places import slide_with
from deckgen.pipeline.build import Made
from deckgen.plan.cuts import cut_list
from deckgen.plan.sentences import course_phrases
from deckgen.tree import Book, BookSection, Callout, Drawing, Group, Heading, Para, Table
from small_courses import make_block, make_course
from small_plans import schedule
from typed_course import plan_course, write_course
from walk import bare, find, words

Cases = dict[tuple[str, str], Made]


@pytest.fixture(scope="module")
def two_days(cases: Cases) -> Book:
    planned = cases["every-kind", "2-day"].planned
    slides = compose_deck(planned.course, planned.agenda).slides
    small = {slide.id: (number, Drawing("slide", Frame(0, 0, 190, 107), (), slide.id))
             for number, slide in enumerate(slides, start=1)}  # fmt: skip
    return compose_guide(planned.course, planned.agenda, small)


def section(book: Book, key: str) -> BookSection:
    return next(section for section in book.sections if section.id == key)


def cells(table: Table) -> list[list[str]]:
    """The words of the rows, without spaces."""
    return [
        [bare("".join(plain(para.runs) for para in cell.content if hasattr(para, "runs"))) for cell in row.cells]
        for row in table.rows
    ]


def numbers_in(part: object) -> list[str]:
    """The numbers in the screens of entries."""
    return [plain(para.runs).strip() for para in find(part, Para) if para.role == "slide_number"]


def table(book: Book, alt: str) -> list[list[str]]:
    return next(cells(table) for table in find(book, Table) if table.alt == alt)


def test_sections_are_those_a_trainer_needs_in_turn(two_days: Book) -> None:
    assert [section.id for section in two_days.sections] == [
        "cover", "front", "M1", "M2", "M3", "appendix",
    ]  # fmt: skip


def test_slides_are_numbered_as_in_the_deck(cases: Cases, two_days: Book) -> None:
    planned = cases["every-kind", "2-day"].planned
    numbers = {
        one.id: number for number, one in enumerate(compose_deck(planned.course, planned.agenda).slides, start=1)
    }
    for entry in planned.agenda:
        for key, slide in zip(slide_ids(entry), entry.block.slides, strict=True):
            heads = [
                row
                for found in find(section(two_days, entry.module), Table)
                if found.alt == slide.title
                for row in found.rows
                if row.cells[0].role == "entry_head"
            ]
            assert numbers_in(heads) == [str(numbers[key])]


def test_minutes_sum_by_module_and_over_all(two_days: Book) -> None:
    days = [table(two_days, alt) for alt in ("第 1 天　时间一览", "第 2 天　时间一览")]
    told = [
        [row[1], row[2], row[3]] for day in days for row in day if row[2] in ("交班只有三问", "开口交一次班", "合计")
    ]
    assert told == [
        ["39", "交班只有三问", "9/18/12"], ["47", "开口交一次班", "7/28/12"], ["86", "合计", "16/46/24"],
        ["34", "开口交一次班", "7/18/9"], ["86", "合计", "19/45/22"],
    ]  # fmt: skip


def test_quantities_are_for_the_largest_class(two_days: Book) -> None:
    rows = {row[0]: row[1:] for row in table(two_days, "物料")}
    assert {item: row[1] for item, row in rows.items()} == {
        "记号笔": "12", "大白纸": "6", "计时器": "1", "交班卡": "24", "秒表": "4", "便签": "36",
        "练习单07的卡片（裁好）": "6",
    }  # fmt: skip
    assert (rows["大白纸"][0], rows["便签"][2]) == ("每桌2", "B1.1")


def test_groups_that_do_not_come_out_even_are_counted_up(cases: Cases) -> None:
    planned = cases["every-kind", "2-day"].planned
    size = planned.course.class_size.model_copy(update={"max": 13})
    book = compose_guide(planned.course.model_copy(update={"class_size": size}), planned.agenda, {})
    rows = {row[0]: row[2] for row in table(book, "物料")}
    assert (rows["大白纸"], rows["交班卡"], rows["秒表"]) == ("8", "28", "5")


def test_the_day_by_the_clock_has_every_block_and_how_hot_the_room_is(two_days: Book, cases: Cases) -> None:
    rows = [row for day in (1, 2) for row in table(two_days, f"第 {day} 天　时间一览")]
    entries = cases["every-kind", "2-day"].planned.agenda.entries
    listed = [(row[0], row[1], row[4]) for row in rows if len(row) == 7]
    blocks = [(str(one.start), str(one.split.total), "▮" * one.block.energy) for one in entries]
    assert [row for row in listed if row in blocks] == blocks


def test_late_rooms_find_what_to_give_up_half_day_by_half_day(cases: Cases, two_days: Book) -> None:
    def halves(book: Book) -> list[str]:
        anchors = [heading.anchor for heading in find(section(book, "front"), Heading)]
        return [anchor for anchor in anchors if anchor.startswith("late")]

    assert halves(two_days) == ["late", "late-1-1", "late-2-1"]
    (warning,) = (callout for callout in find(section(two_days, "front"), Callout) if callout.role == "warning")
    assert words(warning).count("B2.1") == words(warning).count("B2.3") == 1
    planned = cases["every-kind", "1-day"].planned
    assert halves(compose_guide(planned.course, planned.agenda, {})) == ["late", "late-1-1", "late-1-2"]


def test_what_differs_between_deliveries_stands_once_at_the_back(two_days: Book) -> None:
    told = words(section(two_days, "appendix"))
    assert "两天版多看冰山" in told and "两天版先看冰山再讨论" in told
    assert words(two_days).count("两天版多看冰山") == 1


def test_every_slide_of_the_deck_has_one_entry_with_its_number(cases: Cases, two_days: Book) -> None:
    planned = cases["every-kind", "2-day"].planned
    deck = compose_deck(planned.course, planned.agenda)
    taught = [
        (str(number), slide)
        for number, slide in enumerate(deck.slides, start=1)
        if slide.kind not in ("interval", "reserve")
    ]
    assert numbers_in(two_days) == [number for number, _ in taught]
    entries = [group.id for group in find(two_days, Group) if group.role == "slide"]
    assert entries == [entry_anchor(slide.id) for _, slide in taught]
    reserve = [str(number) for number, slide in enumerate(deck.slides, start=1) if slide.kind == "reserve"]
    assert len(reserve) == 2 and f"备用页：投影{'、'.join(reserve)}" in words(two_days).replace(
        " ", ""
    )  # at their board
    rows = [words(part) for part in find(two_days, Table) if part.alt == "休息"]
    pauses = [number for number, slide in enumerate(deck.slides, start=1) if slide.kind == "interval"]
    assert pauses  # a row by the clock is all that there is to say
    assert all(f"投影{number}" in row.replace(" ", "") for row, number in zip(rows, pauses, strict=True))
    for group in find(two_days, Group):
        rows = [row for part in find(group, Table) if part.role == "entry" for row in part.rows]
        heads = [row for row in rows if row.cells[0].role == "entry_head"]
        if group.role == "slide":
            assert len(heads) == 1 and any(row.cells[1].role == "spoken" and words(row.cells[1]) for row in rows[1:])


def test_an_entry_holds_no_table_in_a_cell_and_merges_none(two_days: Book) -> None:
    for entry in (part for part in find(two_days, Table) if part.role == "entry"):
        for row in entry.rows:
            assert sum(cell.columns for cell in row.cells) == len(entry.widths)
            assert not [inner for cell in row.cells for inner in find(cell.content, Table)]


def test_all_a_course_says_to_its_trainer_is_in_it(cases: Cases, two_days: Book) -> None:
    course = cases["every-kind", "2-day"].planned.course
    told = words(two_days)
    said = [*course.guide_use, *course.background, *course.audience, *course.prerequisites, *course.benefits]
    said += [*course.methods, course.class_size.remainder]
    assert course.room is not None
    said += [course.room.layout, *course.room.equipment, *course.room.trainer]
    said += [text for part in course.checklist for text in (part.when, *part.items)]
    for titled in (*course.difficult_moments, *course.changes):
        said += [titled.title, titled.text]
    for module in course.modules:
        said += [module.rationale, module.hook, module.key_message, *module.risks, module.prerequisites]
    for block in course.blocks:
        said += [block.method, block.late if block.elastic else "", block.differences]
    for objective in course.objectives:
        said += [objective.text, objective.condition, objective.standard]
    spent = {"少请两位发言，省一分钟", "讨论只答第一题", "圆圈只讲外圈", "时间线不讲", "每人只投两票"}  # nothing left
    lost = [text for text in said if text and bare(text) not in told and text not in spent]
    assert not lost, lost


def test_what_opens_a_day_without_minutes_has_no_words_to_say() -> None:
    block = {**make_block("B1", "2/20/6"), "minutes": "4/20/6", "opening": 2}
    course = make_course("d", {"d": (1, 0.5)}, {"M1": [block]}, contract=["Be on time"])
    guide = compose_guide(course, schedule(course), {})
    told = {group.id: words(group) for group in find(guide, Group) if group.role == "slide"}
    silent = bare("nobody speaks to it")
    assert [name for name in ("map", "agenda-1", "contract") if silent in told[entry_anchor(name)]] == [
        "map",
        "agenda-1",
    ]
    assert (
        "lefttoright" not in told[entry_anchor("map")]
        and bare("sign it in your workbook") in told[entry_anchor("contract")]
    )


def test_a_recap_is_written_down_on_the_page_of_the_harvest(two_days: Book) -> None:
    recaps = [group for group in find(two_days, Group) if group.id.endswith(".recap")]
    assert recaps and all("recap" in {run.page_of for run in find(group, Run)} for group in recaps)


def clocks_of(group: Group) -> list[str]:
    """The clock in the head of an entry."""
    return [plain(para.runs) for para in find(group, Para) if para.role == "clock"]


@pytest.mark.parametrize("delivery", ["1-day", "2-day"])
def test_a_pause_stands_behind_the_recap_that_takes_the_minutes_before_it(cases: Cases, delivery: str) -> None:
    planned = cases["every-kind", delivery].planned
    pauses = {str(sitting.pause.start) for day in planned.agenda.days for sitting in day.sittings if sitting.pause}
    book = compose_guide(planned.course, planned.agenda, {})
    found = 0
    for part in book.sections:
        last = ""
        for child in part.children:
            if isinstance(child, Group) and child.role == "slide":
                last = (clocks_of(child) or [last])[0]
            elif isinstance(child, Table) and words(child)[:5] in pauses:
                found += 1
                assert last <= words(child)[:5]
        assert found or part.id in ("cover", "front", "M1")
    assert found == len(pauses)


def test_steps_begin_when_the_slide_that_shows_their_sheet_is_put_up_and_fill_its_minutes(cases: Cases) -> None:
    planned = cases["every-kind", "2-day"].planned
    groups = {group.id: group for group in find(compose_guide(planned.course, planned.agenda, {}), Group)}
    seen = 0
    for entry in planned.agenda:
        shown = zip(slide_ids(entry), entry.block.slides, entry.slide_starts(), entry.slides, strict=True)
        for key, slide, start, split in shown:
            sheet = planned.course.sheet(getattr(slide, "sheet", None) or "")
            bands = [part for part in find(groups[entry_anchor(key)], Table) if part.alt.startswith("步骤")]
            if sheet is None or not bands:
                continue
            seen += 1
            heads = [plain(cell.content[0].runs) for band in bands for cell in band.rows[0].cells]  # type: ignore[union-attr]
            assert heads[0].startswith(str(start))
            assert sum(int(head.split()[-2]) for head in heads) >= split.total
    assert seen > 3


def test_what_is_over_when_a_room_is_known_to_be_late_is_not_offered(cases: Cases) -> None:
    planned = cases["every-kind", "1-day"].planned
    kit = Kit(planned.course, planned.agenda, course_phrases(planned.course), "book")
    (day,) = planned.agenda.days
    lists = cut_list(planned.course, day)
    listed = replace(lists[0], cuts=tuple(cut for one in lists for cut in one.cuts))
    before, behind = day.sittings
    over = [entry.block.id for entry in before.entries]
    told = words(tuple(offer_cuts(kit, listed, "alt", (before, behind))))
    dropped = told[told.index("整块不讲") :]
    assert "B3.1" in dropped and not [key for key in over if key in dropped]
    told = words(tuple(offer_cuts(kit, listed, "alt", (before,))))
    dropped = told[told.index("整块不讲") :]
    assert "B1.2" in dropped and "B1.1" not in dropped  # B1.1 is practice


def test_a_slide_with_words_of_its_own_starts_an_exercise_and_the_brief_of_its_sheet_is_in_the_answer_book(
    cases: Cases,
) -> None:
    planned = cases["every-kind", "2-day"].planned
    guide = words(compose_guide(planned.course, planned.agenda, {}))
    answers = words(compose_answers(Desk(planned.course, planned.agenda, {}))["answers"])
    seen = 0
    for entry in planned.agenda:
        for key in entry.block.sheets:
            sheet = planned.course.sheet(key)
            if sheet is not None and sheet.guide is not None and sheet.guide.brief:
                speaks = bool(entry.block.slides[slide_with(entry, key)[0]].say)
                brief = bare(sheet.guide.brief)
                assert (brief in answers, brief in guide) == (speaks, not speaks), key
                seen += speaks
    assert seen > 3


STEPS = """      - {minutes: 6, phase: setup, do: 起立接球}
      - {minutes: 3, phase: prepare, do: 写三件事}
      - {minutes: 5, phase: run, do: 说给同桌}
      - {minutes: 6, phase: debrief, do: 各改一句}"""


def test_a_warm_up_on_the_slide_before_is_over_when_the_sheet_is_shown() -> None:
    source = write_course({"step": "都做"})
    for old, new in (
        ("minutes: 10/20/0", "minutes: 10/14/6"),
        ("minutes: 10\n", "minutes: 10/6/0\n"),
        ("minutes: 20\n", "minutes: 0/8/6\n"),
        ("      - {minutes: 20, phase: run, do: 都做}", STEPS),
    ):
        assert old in source
        source = source.replace(old, new)
    guide = compose_guide(*plan_course(source), {})
    (steps,) = [cells(one) for one in find(guide, Table) if one.role == "run_sheet" and "我的交接单" in one.alt]
    assert steps == [["14:16准备3分钟写三件事", "14:19进行5分钟说给同桌", "14:24讲评6分钟各改一句"]]
    (board,) = [slide for slide in compose_deck(*plan_course(source)).slides if slide.kind == "activity"]
    shown = words(board)
    assert "写三件事" in shown and "各改一句" in shown and "起立接球" not in shown


LANDING = """            say: 找一位别组的同事。
          - kind: debrief
            title: 哪一步最难
            minutes: 4
            purpose: 说出最难的一步。
            key_points: [先问说的人, 再问听的人]
            questions: {happened: 哪一步最难？}
            say: 先问说的人。
            takeaway: 先问再给。
"""
SPREAD = """      - {minutes: 3, phase: prepare, do: 写三件事}
      - {minutes: 9, phase: run, do: 说给同桌}
      - {minutes: 6, phase: debrief, do: 各改一句}"""


def test_steps_that_go_on_while_the_next_slide_is_up_begin_when_their_task_was_heard() -> None:
    source = write_course({"step": "都做"})
    for old, new in (
        ("minutes: 10/20/0", "minutes: 12/12/6"),
        ("minutes: 20\n", "minutes: 2/12/2\n"),
        ("            say: 找一位别组的同事。\n", LANDING),
        ("      - {minutes: 20, phase: run, do: 都做}", SPREAD),
    ):
        assert old in source
        source = source.replace(old, new)
    guide = compose_guide(*plan_course(source), {})
    (steps,) = [cells(one) for one in find(guide, Table) if one.role == "run_sheet" and "我的交接单" in one.alt]
    (heard, *others) = steps[0]
    assert heard == "14:102分钟听清要求"
    assert others == ["14:12准备3分钟写三件事", "14:15进行9分钟说给同桌", "14:24讲评6分钟各改一句"]


def test_at_the_back_a_sheet_stands_at_the_slide_that_is_up_while_it_is_worked_through() -> None:
    source = write_course({"step": "都做"})
    for old, new in (
        ("kind: activity\n            sheet: S1\n", "kind: concept\n            points: [甲, 乙]\n"),
        ("            minutes: 20\n", "            minutes: 0/20/0\n"),
    ):
        assert old in source
        source = source.replace(old, new)
    guide = compose_guide(*plan_course(source), {})
    rows = [row for one in find(section(guide, "appendix"), Table) for row in cells(one) if len(row) == 4]
    assert [(row[1], "练习单01" in row[3]) for row in rows] == [("14:00", False), ("14:10", True)]
