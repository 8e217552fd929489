"""Each kind of sheet on its page: all that is meant for participants is there, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from compose.spaced import plain
from deckgen.base.runs import Run
from deckgen.compose.desk import Desk
from deckgen.compose.guide import compose_guide
from deckgen.compose.kit import Kit
from deckgen.compose.papers.answers import compose_answers
from deckgen.compose.papers.cards import compose_cards
from deckgen.compose.places import in_chapters
from deckgen.compose.sheets.page import compose_sheet
from deckgen.model.sheets import SHEETS, RoleplaySheet, Sheet
from deckgen.model.sheets.selftest import ItemGroup
from deckgen.model.slides import DebriefSlide
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases
from deckgen.tree import Book, Field, Group, Heading, Para, Table, WritingSpace
from walk import bare, find, walk, words

# What of a sheet is no text for its page: names of things, words of the format, and what only the trainer sees.
NOT_PRINTED = {
    "kind", "objectives", "covers", "guide", "form", "phase", "materials", "first", "low", "high", "observer_brief",
    "use", "cards_per",
}  # fmt: skip
TRAINER_ONLY = {RoleplaySheet: {"cards"}}


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["every-kind", "2-day"].planned
    return Kit(planned.course, planned.agenda, phrases("zh-CN"), "book")


def page(kit: Kit, sheet: Sheet) -> Group:
    entry = next((entry for entry in kit.agenda if sheet.id in entry.block.sheets), None)
    return compose_sheet(kit, sheet, entry)


def sheet(kit: Kit, key: str) -> Sheet:
    found = kit.course.sheet(key)
    assert found is not None
    return found


def written(record: BaseModel, left_out: set[str]) -> Iterator[str]:
    """Every text of a record that is meant to be read."""
    for name in type(record).model_fields:
        if name not in left_out:
            yield from _of(getattr(record, name), left_out)


def _of(value: Any, left_out: set[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from written(value, left_out)
    elif isinstance(value, tuple):
        for item in value:
            yield from _of(item, left_out)


def test_the_course_has_a_sheet_of_every_kind(kit: Kit) -> None:
    assert {item.kind for item in kit.course.sheets} == set(SHEETS)


@pytest.mark.parametrize("kind", SHEETS)
def test_all_that_is_meant_for_participants_is_printed(kit: Kit, kind: str) -> None:
    for item in kit.course.sheets:
        if item.kind == kind:
            shown = words(page(kit, item))
            if getattr(item, "observe", ()):  # what makes it good is ticked there, and told to the trainer
                shown += words(compose_answers(Desk(kit.course, kit.agenda))["answers"])
            left_out = NOT_PRINTED | TRAINER_ONLY.get(type(item), set())
            meant = [text for text in written(item, left_out) for text in text.split("\n\n") if text]
            # a mark that ends a text may give way to the one that joins it to the next
            lost = [text for text in meant if bare(text).rstrip("。；;.") not in shown]
            assert not lost, f"{item.id}: {lost}"


@pytest.mark.parametrize("kind", SHEETS)
def test_nothing_meant_for_the_trainer_is_printed(kit: Kit, kind: str) -> None:
    for item in kit.course.sheets:
        if item.kind == kind and item.guide is not None:
            shown = words(page(kit, item))
            meant = set(written(item, NOT_PRINTED | {"cards"}))
            secret = [text for text in written(item.guide, set()) if text not in meant and len(text) > 2]
            secret += [text for card in getattr(item, "cards", ()) for text in (getattr(card, "hidden", ""),) if text]
            assert len(secret) >= 6
            leaked = [text for text in secret if bare(text) in shown]
            assert not leaked, f"{item.id}: {leaked}"


@pytest.fixture(scope="module")
def guide(kit: Kit) -> Book:
    return compose_guide(kit.course, kit.agenda, {})


@pytest.mark.parametrize("kind", [kind for kind, cls in SHEETS.items() if cls.has_steps])
def test_the_trainer_has_everything_for_it_in_guide_and_answer_book(kit: Kit, guide: Book, kind: str) -> None:
    shown = {getattr(slide, "sheet", None) for entry in kit.agenda for slide in entry.block.slides if slide.say}
    answers = compose_answers(Desk(kit.course, kit.agenda))["answers"]
    used = {key for entry in kit.agenda for key in entry.block.sheets}
    for item in kit.course.sheets:
        if item.kind == kind and item.id in used:
            assert item.guide is not None
            apart = next(group for group in find(answers, Group) if group.id == item.id)
            told = words(guide).replace("\n", "") + words(apart)
            heard = {item.guide.brief} if item.id in shown else set()  # the slide has words of its own
            debriefed = any(isinstance(s, DebriefSlide) for e in kit.agenda if item.id in e.block.sheets
                            for s in e.block.slides)  # fmt: skip
            if debriefed and item.guide.debrief is not None:
                heard |= {question for _, question in item.guide.debrief.asked}
            lost = [text for text in written(item.guide, set()) if text not in heard and bare(text) not in told]
            assert not lost, f"{item.id}: {lost}"


def test_an_entry_names_the_page_of_the_answers_and_does_not_print_them(kit: Kit, guide: Book) -> None:
    named = {run.page_of for run in walk(guide) if isinstance(run, Run) and run.page_of.startswith("answer-")}
    item = sheet(kit, "02")
    assert item.guide is not None and f"answer-{item.id}" in named
    assert not [text for text in item.guide.key if bare(text) in words(guide)]


def test_what_the_room_hears_from_a_slide_is_not_said_twice(kit: Kit, guide: Book) -> None:
    told, tried = words(guide), 0
    for entry in kit.agenda:
        for slide in entry.block.slides:
            item = kit.course.sheet(getattr(slide, "sheet", None) or "")
            if item is None or item.guide is None:
                continue
            if slide.say:
                tried += 1
                assert bare(item.guide.brief) not in told
            if any(isinstance(other, DebriefSlide) for other in entry.block.slides) and item.guide.debrief is not None:
                tried += 1
                shown = "".join(words(other) for other in entry.block.slides if isinstance(other, DebriefSlide))
                asked = [text for _, text in item.guide.debrief.asked if bare(text) not in shown]
                assert not [text for text in asked if bare(text) in told]
    assert tried


def test_role_cards_are_cut_from_papers_of_their_own_each_with_its_secret(kit: Kit) -> None:
    told = words(compose_cards(Desk(kit.course, kit.agenda))["cards"])
    (item,) = (item for item in kit.course.sheets if isinstance(item, RoleplaySheet))
    for card in item.cards:
        for text in (
            card.name,
            card.identity,
            card.goal,
            card.knows,
            card.hidden,
            card.limits,
            card.emotion,
            card.yields,
        ):
            assert bare(text) in told
    assert "●●●●○" in told and bare(item.observer_brief) in told


def test_minutes_of_steps_are_those_of_the_plan(kit: Kit) -> None:
    item = sheet(kit, "04")
    entry = kit.agenda.entry("B2.1")
    assert entry is not None
    assert _steps(compose_sheet(kit, item, entry)) == [["听", "2分钟"], ["做", "14分钟"], ["回看", "6分钟"]]
    shorter = type(entry)(entry.block, entry.module, 2, 1, entry.start, entry.split, entry.slides, {"04": (1, 9, 4)})
    shown = compose_sheet(kit, item, shorter)
    assert _steps(shown) == [["听", "1分钟"], ["做", "9分钟"], ["回看", "4分钟"]]
    assert "14分钟｜两人" in words(shown) and "4轮，每轮3分钟" in words(shown)
    assert "B2.1" not in words(shown)  # what a block is called is the trainer's


def _steps(page: Group) -> list[list[str]]:
    """Verb and minutes of each step on a page."""
    (table,) = (table for table in find(page, Table) if table.role == "steps")
    return [[bare(plain(para.runs)) for para in find(row.cells[:2], Para)] for row in table.rows]


def test_a_step_of_no_minutes_names_its_verb_alone(kit: Kit) -> None:
    entry = kit.agenda.entry("B2.1")
    assert entry is not None
    none = type(entry)(entry.block, entry.module, 1, 1, entry.start, entry.split, entry.slides, {"04": (0, 9, 4)})
    assert _steps(compose_sheet(kit, sheet(kit, "04"), none))[0] == ["听", ""]


# -- what is special about a kind --------------------------------------------------------------


def test_a_self_test_prints_the_points_to_ring_reversed_where_they_count_in_reverse(kit: Kit) -> None:
    shown = page(kit, sheet(kit, "07"))
    items = find(shown, Table)[1]
    points = [[field.placeholder for field in find(row, Field)] for row in items.rows]
    marked = [at for at, row in enumerate(items.rows) if "反" in words(row.cells[0])]
    assert len(items.rows) == 10 and len(marked) == 1 and "对方还没坐下我就走。" in words(items.rows[marked[0]])
    for at, shown_points in enumerate(points):
        assert shown_points == (["3", "2", "1"] if at in marked else ["1", "2", "3"])
    assert all(cell.align == "center" for row in items.rows for cell in row.cells[1:])
    bands = find(shown, Table)[3]
    assert ["10–16" in words(bands.head[0].cells[0]), "25–30" in words(bands.head[0].cells[2])] == [True] * 2
    assert len(bands.rows) == 1 and len(bands.rows[0].cells) == 3
    assert [field.tag for field in find(shown, Field) if field.tag] == ["07-total"]


def test_groups_of_a_self_test_have_a_place_for_their_sums(kit: Kit) -> None:
    item = sheet(kit, "07")
    groups = (ItemGroup(title="交得出", items=6), ItemGroup(title="接得住", items=4))
    shown = compose_sheet(kit, item.model_copy(update={"groups": groups}), None)
    (items,) = (table for table in find(shown, Table) if table.role == "grid" and len(table.rows) == 12)
    sums = [(at, words(row.cells[0])) for at, row in enumerate(items.rows) if row.cells[-1].role == "answer"]
    assert [at for at, _ in sums] == [6, 11]
    assert ["交得出" in sums[0][1] and "6–18" in sums[0][1], "接得住" in sums[1][1] and "4–12" in sums[1][1]] == [
        True,
        True,
    ]
    assert "07-lowest_group" in [field.tag for field in find(shown, Field)]
    with pytest.raises(ValidationError, match="the groups have 11 items, the self-test 10"):
        type(item).model_validate({**item.model_dump(), "groups": [{"title": "a", "items": 11}]})


def test_a_poll_has_a_row_to_tick_for_each_option(kit: Kit) -> None:
    (table,) = find(page(kit, sheet(kit, "01")), Table)[1:]
    assert [plain(row.cells[0].content[0].runs) for row in table.rows] == [
        "A. 没完的是什么",
        "B. 谁负责",
        "C. 什么时候要",
    ]
    assert {row.cells[1].align for row in table.rows} == {"center"}
    assert {row.cells[2].role for row in table.rows} == {"answer"}


def test_an_action_plan_has_room_for_every_plan_and_date(kit: Kit) -> None:
    item = sheet(kit, "09").model_copy(update={"plans": 3, "follow_up": (7, 30, 90)})
    shown = compose_sheet(kit, item, None)
    titles = [words(table.head) for table in find(shown, Table)]
    assert [any(f"行动{number}" in title for title in titles) for number in (1, 2, 3, 4)] == [True, True, True, False]
    assert [f"{day}天" in words(shown) for day in (7, 30, 90, 60)] == [True, True, True, False]
    controls = [field.control for field in find(shown, Field)]
    assert controls == ["date", "text", "text"] * 3 + ["text", "text", "date"]
    assert len({field.tag for field in find(shown, Field)}) == len(controls)


def test_the_first_plan_stands_beside_its_example(kit: Kit) -> None:
    example = ("当早会散场", "不再群发", "我会问一句", "若不顺就写便签", "后天第一次")
    item = sheet(kit, "09").model_copy(update={"plans": 2, "example": example})
    first, second = (table for table in find(compose_sheet(kit, item, None), Table) if table.role == "form")
    assert [words(row.cells[-1]).split("\n")[0] for row in first.rows] == list(example[:4])
    assert [len(row.cells) for row in second.rows] == [2] * 4
    assert "后天第一次" in words(compose_sheet(kit, item, None))


def test_cocreation_has_votes_and_as_many_rows_as_are_chosen(kit: Kit) -> None:
    shown = page(kit, sheet(kit, "08"))
    assert "每人2票" in words(shown)
    assert len(find(shown, Table)[-1].rows) == 2


def test_cocreation_without_votes_asks_for_the_day_of_the_first_step(kit: Kit) -> None:
    shown = page(kit, sheet(kit, "08").model_copy(update={"votes": 0}))
    assert "票" not in words(find(shown, Table)[-1]) and "哪天几点" in words(find(shown, Table)[-1])


def test_a_case_has_its_story_facts_and_decision(kit: Kit) -> None:
    shown = page(kit, sheet(kit, "05"))
    facts, _, decision = find(shown, Table)
    assert facts.role == "form" and "来电" in words(facts)
    assert len(decision.rows) == 3 and {cell.role for row in decision.rows for cell in row.cells} == {"answer"}


def test_turns_tell_rounds_and_minutes(kit: Kit) -> None:
    assert "4轮，每轮3分钟" in words(page(kit, sheet(kit, "04")))
    shown = words(page(kit, sheet(kit, "06")))
    assert "3轮，每轮3分钟" in shown and "每轮往右换一个角色" in shown


def test_observers_have_boxes_and_room_for_words(kit: Kit) -> None:
    table = find(page(kit, sheet(kit, "06")), Table)[-1]
    assert len(table.rows) == 5
    assert [cell.role for cell in table.rows[0].cells] == ["cell", "cell", "cell", "answer"]


def test_a_follow_up_has_a_column_for_each_step_of_its_scale(kit: Kit) -> None:
    (table,) = find(page(kit, sheet(kit, "F5")), Table)
    assert [plain(cell.content[0].runs) for cell in table.head[0].cells][1:] == ["1", "2", "3", "4", "5"]
    assert [[cell.role for cell in row.cells] for row in table.rows] == [["cell", *["answer"] * 5]] * 2
    lines = [space.lines for space in find(page(kit, sheet(kit, "F4")), WritingSpace)]
    assert lines == [2]


def test_a_card_for_the_desk_has_steps_words_and_both_examples(kit: Kit) -> None:
    shown = page(kit, sheet(kit, "T1"))
    assert isinstance(shown, Group) and (shown.role, shown.new_page) == ("job_aid", True)
    good_and_bad = find(shown, Table)[1]
    assert [cell.role for cell in good_and_bad.rows[0].cells] == ["good", "bad"]
    assert ["✓" in words(good_and_bad.head[0].cells[0]), "✗" in words(good_and_bad.head[0].cells[1])] == [True, True]


@pytest.mark.parametrize(
    ("key", "kinds"),
    [("02", [Field] * 3), ("04", [WritingSpace, Table]), ("03", [Table])],
)
def test_room_to_write_is_of_the_form_asked_for(kit: Kit, key: str, kinds: list[type]) -> None:
    shown = page(kit, sheet(kit, key))
    for kind in kinds:
        assert find(shown, kind)
    if key == "02":
        assert [field.tag for field in find(shown, Field)] == ["02-1-1", "02-1-2", "02-1-3"]
    if key == "03":
        rows = find(shown, Table)[-1]
        assert (rows.widths, len(rows.rows)) == ((5.0, 2.0, 2.0), 3)
        assert {cell.role for row in rows.rows for cell in row.cells} == {"answer"}


def test_a_page_is_named_by_its_sheet_and_can_be_found(kit: Kit) -> None:
    for item in kit.course.sheets:
        shown = page(kit, item)
        (heading,) = find(shown, Heading)
        assert (shown.id, heading.anchor) == (item.id, f"sheet-{item.id}")
        assert shown.keep and find(shown, Para)


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("B1.1", "{0}"),
        ("B1.1、B1.2，上课时请带上", "{0}，上课时请带上"),
        ("B1.1, B2.1 and B3.1", "{0}、{1}、{2}"),
        ("B1.1 交班演练，B2.1接班", "交班演练，接班"),
        ("交班演练", "交班演练"),
        ("B1.10 和 AB1.1", "B1.10 和 AB1.1"),
    ],
)
def test_participants_read_chapters_and_no_ids_of_blocks(kit: Kit, told: str, read: str) -> None:
    assert in_chapters(kit, told) == read.format(*(module.label for module in kit.course.modules))
