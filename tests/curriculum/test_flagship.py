"""The flagship course keeps its promises: minutes to the minute, every point taught, six skills practised."""

from __future__ import annotations

import pytest

from deckgen.base.units import Split
from deckgen.checks.length import check_slide_count
from deckgen.model.sheets import DrillSheet, RoleplaySheet
from deckgen.pipeline.build import Made
from deckgen.pipeline.planning import Planned
from deckgen.tree.dump import dump_book, dump_deck

# Block -> talk/activity/debrief and elastic minutes in the one-day and the two-day delivery.
MINUTES: dict[str, tuple[tuple[str, int] | None, tuple[str, int]]] = {
    "B0.1": (("2/6/2", 0), ("4/12/4", 0)),
    "B0.2": (("5/0/0", 0), ("6/4/2", 3)),
    "B0.3": (("3/3/2", 2), ("4/6/3", 0)),
    "B0.4": (("4/2/1", 0), ("5/7/3", 3)),
    "B1.1": (("4/3/1", 2), ("9/14/7", 4)),
    "B1.2": (("4/2/1", 0), ("6/8/4", 4)),
    "B1.3": (("3/5/2", 0), ("6/11/5", 4)),
    "B2.1": (("4/3/1", 1), ("6/6/3", 2)),
    "B2.2": (("6/8/3", 0), ("10/17/8", 0)),
    "B2.3": (("3/5/2", 3), ("4/8/3", 0)),
    "B2.4": (("4/6/2", 0), ("5/11/4", 0)),
    "B2.5": (("4/4/2", 4), ("4/9/4", 3)),
    "B2.6": (("2/10/6", 0), ("3/18/17", 0)),
    "B3.1": (("5/7/3", 2), ("8/15/7", 4)),
    "B3.2": (("2/4/2", 2), ("4/10/4", 3)),
    "B3.3": (("3/4/1", 2), ("6/15/6", 6)),
    "B3.4": (("5/9/5", 0), ("5/15/10", 0)),
    "B3.5": (("5/7/3", 3), ("6/9/5", 4)),
    "B4.1": (("3/4/1", 2), ("3/5/2", 3)),
    "B4.2": (("1/3/1", 0), ("2/8/5", 1)),
    "B4.3": (("6/2/1", 2), ("7/9/4", 8)),
    "B4.4": (("5/12/6", 0), ("7/20/13", 0)),
    "B4.5": (("5/10/5", 0), ("6/15/9", 0)),
    "B5.1": (("6/3/1", 1), ("7/8/3", 4)),
    "B5.2": (("5/7/3", 0), ("5/12/5", 0)),
    "B5.3": (("5/11/6", 0), ("7/26/17", 0)),
    "B5.4": (("4/1/0", 3), ("4/6/2", 5)),
    "B5.5": (("3/3/1", 3), ("4/6/3", 4)),
    "B5.6": (("5/8/3", 4), ("5/11/4", 3)),
    "B6.1": (("1/3/1", 0), ("2/6/2", 2)),
    "B6.2": (("1/9/2", 0), ("2/14/6", 0)),
    "B6.3": (("0/4/0", 0), ("0/6/0", 0)),
    "B6.4": (("1/3/0", 0), ("1/5/1", 0)),
    "Z1": (None, ("3/9/3", 0)),
    "Z2": (None, ("2/9/4", 2)),
}
SITTINGS = {
    "1-day": [["B0.1", "B2.3"], ["B2.4", "B3.4"], ["B3.5", "B5.1"], ["B5.2", "B6.4"]],
    "2-day": [
        ["B0.1", "B1.1"], ["B1.2", "B2.2"], ["B2.3", "B2.6"], ["B3.1", "Z1"],
        ["Z2", "B4.2"], ["B4.3", "B4.5"], ["B5.1", "B5.3"], ["B5.4", "B6.4"],
    ],
}  # fmt: skip
CORE_SKILLS = {"B2.2", "B2.4", "B3.4", "B4.4", "B5.2", "B5.3"}
DELIVERIES = pytest.mark.parametrize("delivery", ["1-day", "2-day"])


@DELIVERIES
def test_minutes_are_those_of_the_table(delivery: str, planned: dict[str, Planned]) -> None:
    entries = {entry.block.id: entry for entry in planned[delivery].agenda}
    wanted = {block: row[delivery == "2-day"] for block, row in MINUTES.items()}
    assert {block: (str(entry.split), entry.block.elastic) for block, entry in entries.items()} == {
        block: minutes for block, minutes in wanted.items() if minutes is not None
    }


@DELIVERIES
def test_sittings_begin_and_end_where_they_should(delivery: str, planned: dict[str, Planned]) -> None:
    sittings = [sitting for day in planned[delivery].agenda.days for sitting in day.sittings]
    assert [[s.entries[0].block.id, s.entries[-1].block.id] for s in sittings] == SITTINGS[delivery]
    assert {sitting.minutes for sitting in sittings} == {90}


@DELIVERIES
def test_every_point_of_the_outline_hangs_on_a_block(delivery: str, planned: dict[str, Planned]) -> None:
    course = planned[delivery].course
    covered = {point for block in course.blocks for point in block.covers}
    assert len(course.coverage) == 45
    assert not {f"C{point.id}" for point in course.coverage} - covered


@DELIVERIES
def test_everyone_practises_the_six_core_skills_aloud(delivery: str, planned: dict[str, Planned]) -> None:
    course = planned[delivery].course
    core = {block.id: block for block in course.blocks if block.core_skill}
    assert set(core) == CORE_SKILLS
    for block in core.values():
        turns = [
            sheet.practice for key in block.sheets if isinstance(sheet := course.sheet(key), DrillSheet | RoleplaySheet)
        ]
        assert turns, block.id
        assert block.split is not None and block.split.activity >= min(turn.minutes for turn in turns)


@DELIVERIES
def test_shares_of_talk_and_debrief(delivery: str, planned: dict[str, Planned]) -> None:
    split = planned[delivery].agenda.split
    assert split == {"1-day": Split(119, 171, 70), "2-day": Split(168, 370, 182)}[delivery]


def test_the_long_delivery_gives_every_block_at_least_as_much(planned: dict[str, Planned]) -> None:
    short, long = ({entry.block.id: entry.split.total for entry in planned[key].agenda} for key in ("1-day", "2-day"))
    assert all(long[block] >= minutes for block, minutes in short.items())


def test_all_kinds_of_sheets_and_enough_diagram_types_are_in_use(planned: dict[str, Planned]) -> None:
    kinds = {sheet.kind for item in planned.values() for sheet in item.course.sheets}
    assert len(kinds) == 12
    for delivery, least in (("1-day", 14), ("2-day", 18)):
        course = planned[delivery].course
        types = {
            diagram.type
            for block in course.blocks
            for slide in block.slides
            if (diagram := getattr(slide, "diagram", None))
        }
        assert len(types | {"activity", "course_map"}) >= least, sorted(types)


@pytest.mark.slow
@DELIVERIES
def test_the_workbook_holds_no_answer_and_no_word_of_the_trainer(delivery: str, flagship: dict[str, Made]) -> None:
    made = flagship[delivery]
    assert made.trees is not None
    text = dump_book(made.trees.workbook)
    assert "group answer" not in text and "callout answer" not in text
    course = made.planned.course
    secrets = [line for sheet in course.sheets if sheet.guide for line in (*sheet.guide.key, sheet.guide.brief)]
    secrets += [slide.say for block in course.blocks for slide in block.slides if slide.say]
    secrets += [
        card.hidden for sheet in course.sheets for card in getattr(sheet, "cards", ()) if hasattr(card, "hidden")
    ]
    secrets += [question.rationale for question in course.questions]
    assert len(secrets) > 100
    assert not [secret for secret in secrets if len(secret) > 6 and secret in text]


@pytest.mark.slow
def test_the_deliveries_differ_by_design(flagship: dict[str, Made]) -> None:
    short, long = flagship["1-day"], flagship["2-day"]
    assert short.trees is not None and long.trees is not None
    for made in (short, long):
        assert made.trees is not None and not list(
            check_slide_count(made.planned.course, made.planned.agenda, made.trees.deck)
        )  # pauses and slides that nobody speaks to do not count
    assert short.planned.agenda.split.total == 360 and long.planned.agenda.split.total == 720
    for other, made in (("两天版", short), ("一天版", long)):
        assert made.trees is not None
        assert other not in dump_deck(made.trees.deck) + dump_book(made.trees.workbook)
