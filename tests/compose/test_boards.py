"""Each kind of sheet has a board of its own, which shows nothing that is the facilitator's."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from deckgen.compose.cast import looks_of
from deckgen.compose.kit import Kit
from deckgen.compose.slides.boards import show_kind, show_ring
from deckgen.model.sheets import CaseSheet, DiscussionSheet, DrillSheet, RoleplaySheet, SelftestSheet
from deckgen.model.sheets.selftest import ItemGroup
from deckgen.pipeline.build import Made
from deckgen.text.phrases import phrases

DESIGNS = {
    "case": "case", "cocreation": "wall", "drill": "lanes", "poll": "table", "roleplay": "track",
    "selftest": "scale",
}  # fmt: skip


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["every-kind", "2-day"].planned
    return Kit(planned.course, planned.agenda, phrases("zh-CN"), "slide")


def test_every_kind_of_sheet_has_its_design(kit: Kit) -> None:
    seen = {}
    for sheet in kit.course.sheets:
        shown = show_kind(kit, sheet)
        assert shown["word"] == kit.phrase(f"kind.{sheet.kind}")
        assert shown["design"] == DESIGNS.get(sheet.kind, shown["design"])
        seen[sheet.kind] = shown["design"]
    assert set(DESIGNS) <= set(seen)
    assert seen["solo"] in ("page", "list") and seen["discussion"] in ("talk", "table")


def test_of_role_cards_a_board_shows_names_and_letters_alone(kit: Kit) -> None:
    sheets = [sheet for sheet in kit.course.sheets if isinstance(sheet, RoleplaySheet)]
    assert sheets
    for sheet in sheets:
        shown = repr(show_kind(kit, sheet))
        for card in sheet.cards:
            assert card.name in shown
            assert all(text not in shown for text in (card.identity, card.goal, card.knows, card.hidden) if text)


def test_participants_stand_in_the_ring_and_not_always_as_many(kit: Kit) -> None:
    names = {person.name for person in kit.course.people}
    rings = [show_ring(kit, title)["who"] for title in ("站起来", "起立接球", "用脚投票")]
    assert all(len(ring) == len(set(ring)) and not set(ring) & names for ring in rings)
    assert len({len(ring) for ring in rings}) > 1


def test_with_a_question_about_somebody_of_the_course_stands_that_person_else_a_participant(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, DiscussionSheet))
    name = kit.course.people[-1].name
    who = show_kind(kit, sheet.model_copy(update={"questions": ("谁来说？", f"{name}漏了哪一句？")}))["who"]
    assert who == (kit.phrase("board.guest", n=1), name, kit.phrase("board.guest", n=3))


def test_discussions_have_two_designs_by_turns_and_a_single_question_is_said_at_a_table(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, DiscussionSheet))
    talks = [sheet.model_copy(update={"id": f"talk-{n}", "questions": ("甲？", "乙？")}) for n in range(4)]
    course = kit.course.model_copy(update={"sheets": tuple(talks)})
    designs = [show_kind(replace(kit, course=course), talk)["design"] for talk in talks]
    assert designs == ["talk", "table"] * 2
    assert show_kind(kit, sheet.model_copy(update={"questions": ("甲？",)}))["design"] == "table"


def test_participants_look_otherwise_on_another_board_and_no_two_alike_on_one(kit: Kit) -> None:
    names = show_ring(kit, "站起来")["who"]
    here, there = looks_of(kit, names, "B1.s1"), looks_of(kit, names, "B2.s1")
    assert here != there and here == looks_of(kit, names, "B1.s1")
    assert len({(look.hair, look.dye) for look in here}) == len(names)


def test_three_turns_with_two_swaps_are_those_of_three_people(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, DrillSheet))
    for rounds, swaps, design, drawn in (
        (3, 2, "track", 3),
        (4, 3, "lanes", 4),
        (2, 1, "lanes", 2),
        (3, 0, "lanes", 0),
    ):
        practice = sheet.practice.model_copy(update={"rounds": rounds, "swaps": swaps})
        shown = show_kind(kit, sheet.model_copy(update={"practice": practice}))
        assert (shown["design"], len(shown["rounds"])) == (design, drawn)
        assert len(shown["who"]) == (3 if design == "track" else 2)
        assert [note.letter for note in shown["notes"]] == (["A", "B", "C"] if design == "track" else ["", ""])


def test_those_who_act_and_are_talked_to_are_called_what_the_sheet_calls_them(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, DrillSheet))
    assert sheet.practice is not None
    for rounds, swaps, others in ((2, 1, []), (3, 2, [kit.phrase("observer")])):
        practice = sheet.practice.model_copy(update={"rounds": rounds, "swaps": swaps})
        for actors, named in (
            ((), ["上场", "搭档"]),
            (("经理",), ["经理", "搭档"]),
            (("经理", "组员"), ["经理", "组员"]),
        ):
            shown = show_kind(kit, sheet.model_copy(update={"practice": practice, "actors": actors}))
            assert [note.title for note in shown["notes"]] == [*named, *others]


def test_a_case_shows_what_somebody_says_not_words_that_are_only_quoted(kit: Kit) -> None:
    case = next(sheet for sheet in kit.course.sheets if isinstance(sheet, CaseSheet))
    one, other = (person.name for person in kit.course.people[:2])
    for story, said in (
        (
            f"{one}在班。通知写着“安抚不足”三个字。{other}看了，说：“我做再多也没用”，就走了。",
            (other, "我做再多也没用"),
        ),
        (f"{one}叹口气“这班上不下去了。”就放下耳机。", (one, "这班上不下去了。")),
        (f"{one}启用“护航机制”，就此。", (one, "")),
        (f"{one}接起来。客户问：“你是机器人吗？”", (one, "")),
    ):
        shown = show_kind(kit, case.model_copy(update={"story": story, "situation": ""}))
        if said[1]:
            assert (shown["who"], shown["lines"]) == ((said[0],), (said[1],))
        else:
            assert shown["lines"] == ()


def test_rounds_of_a_second_role_play_go_on_with_who_has_not_had_the_first_role(kit: Kit) -> None:
    played = next(sheet for sheet in kit.course.sheets if isinstance(sheet, RoleplaySheet))
    assert played.practice is not None
    first = played.model_copy(update={"practice": played.practice.model_copy(update={"rounds": 2})})
    second = first.model_copy(update={"id": "second"})
    entry = next(entry for entry in kit.agenda if first.id in entry.block.sheets)
    block = entry.block.model_copy(update={"sheets": (first.id, second.id)})
    again = replace(entry, block=block, steps={first.id: (1,), second.id: (1,)})
    sitting = replace(kit.agenda.days[0].sittings[0], entries=(again,))
    agenda = replace(kit.agenda, days=(replace(kit.agenda.days[0], sittings=(sitting,)),))
    both = replace(kit, course=kit.course.model_copy(update={"sheets": (first, second)}), agenda=agenda)
    shown, follows = show_kind(both, first), show_kind(both, second)
    one, two, three = shown["who"]
    assert follows["who"] == (three, one, two)
    assert [re.findall(r"\d+", text)[0] for text in (*shown["rounds"], *follows["rounds"])] == ["1", "2", "3", "4"]


def test_what_is_said_in_a_case_is_said_by_who_was_named_last(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, CaseSheet))
    first, second, *_ = (person.name for person in kit.course.people)
    story = f"{first}先到。{second}问：“单子补全了吗？”{first}点头。"
    shown = show_kind(kit, sheet.model_copy(update={"story": story, "situation": "", "title": "两个人"}))
    assert (shown["who"], shown["lines"]) == ((second,), ("单子补全了吗？",))
    quiet = show_kind(
        kit, sheet.model_copy(update={"story": f"{second}先到，{first}后到。", "situation": "", "title": ""})
    )
    assert (quiet["who"], quiet["lines"]) == ((second,), ())


def test_groups_of_a_self_test_are_shown_before_its_bands(kit: Kit) -> None:
    sheet = next(sheet for sheet in kit.course.sheets if isinstance(sheet, SelftestSheet))
    group = ItemGroup(title="前两题", items=2)
    plain, grouped = (show_kind(kit, sheet.model_copy(update={"groups": groups})) for groups in ((), (group,)))
    assert [note.title for note in plain["notes"]] == [band.title for band in sheet.bands][:4]
    assert [(note.title, note.text) for note in grouped["notes"]] == [("前两题", f"2–{2 * len(sheet.scale)}")]
