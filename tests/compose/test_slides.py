"""Each kind of slide in its layout: which slots it fills, with what, and what it takes from its sheet."""

from __future__ import annotations

from typing import Any

import pytest

from adapters import read_slide
from deckgen.base.runs import page_token, plain
from deckgen.base.units import Split
from deckgen.compose.blocks import BLOCKS
from deckgen.compose.kit import Kit
from deckgen.compose.slides import SLIDES
from deckgen.pipeline.build import Made
from deckgen.plan import Entry
from deckgen.text.phrases import phrases
from deckgen.tree import Chart, Diagram, ListBlock, Para, Slot, Table

HUB = {"type": "hub", "center": "C", "spokes": [{"title": "A"}, {"title": "B"}, {"title": "D"}]}
RINGS = {"type": "rings", "rings": [{"title": "A"}, {"title": "B"}, {"title": "D"}]}
TABLE = {"head": ["A", "B"], "rows": [["1", "2"]]}
CHART = {"type": "chart", "kind": "bar", "categories": ["x", "y"], "series": {"S": [1, 2]}, "source": "Example"}
COMPARE = {"type": "compare", "columns": ["A", "B"], "rows": [["r", "1", "2"], ["s", "3", "4"]]}


@pytest.fixture(scope="module")
def kit(cases: dict[tuple[str, str], Made]) -> Kit:
    planned = cases["shift-handover", "90-min"].planned
    return Kit(planned.course, planned.agenda, phrases("en"), "slide")


ONE = Split(1, 2, 3)


def compose(kit: Kit, kind: str, split: Split = ONE, entry: Entry | None = None, **others: Any) -> Any:
    slide: Any = read_slide({"kind": kind, "title": "A title", "minutes": 1, **others})
    layout, slots = SLIDES[kind](kit, slide, entry or kit.agenda.entries[0], split)
    return layout, {slot.name: slot for slot in slots}


def told(slot: Slot) -> list[str]:
    """The texts of a slot of paragraphs and lists."""
    made: list[str] = []
    for element in slot.content:
        made += [plain(item) for item in element.items] if isinstance(element, ListBlock) else [plain(element.runs)]  # type: ignore[union-attr]
    return made


@pytest.mark.parametrize("kind", ["concept", "demo", "tool"])
@pytest.mark.parametrize(
    ("content", "layout", "slots"),
    [
        ({"points": ["One", "Two"]}, "text", ["body"]),
        ({"lead": "So", "points": ["One"]}, "text", ["lead", "body"]),
        ({"diagram": HUB}, "aside", ["canvas"]),
        ({"table": TABLE}, "table", ["canvas"]),
        ({"diagram": CHART}, "table", ["canvas"]),
        ({"diagram": RINGS}, "visual", ["canvas"]),
        ({"diagram": COMPARE}, "table", ["canvas"]),
        ({"lead": "So", "diagram": HUB}, "aside", ["lead", "canvas"]),
        ({"points": ["One"], "diagram": HUB}, "split", ["body", "canvas"]),
        ({"points": ["One"], "table": TABLE}, "split", ["body", "canvas"]),
    ],
)
def test_what_it_shows_chooses_the_layout(
    kit: Kit, kind: str, content: dict[str, Any], layout: str, slots: list[str]
) -> None:
    chosen, filled = compose(kit, kind, **content)
    assert (chosen, list(filled)) == (layout, slots)
    if "points" in content:
        assert told(filled["body"]) == content["points"]
        assert filled["body"].content[0].marker == "bullet"
    if "lead" in content:
        assert told(filled["lead"]) == ["So"] and filled["lead"].content[0].role == "lead"


def test_visuals_are_what_they_are(kit: Kit) -> None:
    kinds = [type(compose(kit, "concept", diagram=data)[1]["canvas"].content[0]) for data in (HUB, CHART, COMPARE)]
    assert kinds == [Diagram, Chart, Table]


def test_a_statement_is_its_sentence_and_its_origin(kit: Kit) -> None:
    layout, slots = compose(kit, "statement", statement="Said, repeated, owned.", who="The night shift")
    assert layout == "statement" and told(slots["body"]) == ["Said, repeated, owned.", "— The night shift"]
    assert [para.role for para in slots["body"].content] == ["body", "meta"]
    assert told(compose(kit, "statement", statement="Said.")[1]["body"]) == ["Said."]


def test_a_debrief_asks_in_the_order_of_its_phases_and_ends_with_an_act(kit: Kit) -> None:
    asked = {"next": "6?", "what_if": "5?", "relate": "4?", "learned": "3?", "happened": "2?", "feel": "1?"}
    layout, slots = compose(kit, "debrief", questions=asked, takeaway="Keep it.")
    rows = slots["body"].content[0].record.rows
    assert layout == "debrief" and told(slots["takeaway"]) == ["Keep it."]
    assert [row.text for row in rows] == ["1?", "2?", "3?", "4?", "5?", "6?"]
    assert [row.act for row in rows] == [False] * 5 + [True]
    assert len({row.phase for row in rows}) == 6
    assert "takeaway" not in compose(kit, "debrief", questions={"feel": "1?"})[1]


@pytest.mark.parametrize("kind", ["activity", "case", "energiser", "test"])
def test_a_board_takes_from_its_sheet_what_the_slide_does_not_say(kit: Kit, kind: str) -> None:
    entry = kit.agenda.entry("B1")
    assert entry is not None
    layout, slots = compose(kit, kind, Split(0, 24, 9), entry, sheet="S1")
    board = slots["canvas"].content[0].record
    assert layout == "activity" and board.minutes == 33
    assert board.task == "Hand over in three minutes, repeat, swap; then change partners once."
    assert board.group == "Pairs; an odd one out joins a pair and listens for names".partition(";")[0]
    assert board.output == "Two handovers each"
    assert page_token("sheet-S1") in board.page
    sheet = kit.course.sheet("S1")
    assert sheet is not None
    assert [(step.minutes, step.text) for step in board.steps] == [(step.minutes, step.do) for step in sheet.steps]
    assert board.word == kit.phrase(f"kind.{sheet.kind}") and board.sheet == f"{kit.phrase('sheet')} {sheet.label}"


def test_what_a_slide_says_itself_comes_first(kit: Kit) -> None:
    own = {"task": "Line up", "grouping": "All", "output": "A row"}
    board = compose(kit, "energiser", Split(0, 5, 0), sheet="S1", **own)[1]["canvas"].content[0].record
    assert (board.task, board.group, board.output) == ("Line up", "All", "A row")


def test_a_board_without_a_sheet_says_so(kit: Kit) -> None:
    board = compose(kit, "energiser", Split(0, 5, 0), points=["Stand", "Point"])[1]["canvas"].content[0].record
    assert (board.task, board.group) == ("Stand\nPoint", kit.phrase("whole_group"))
    assert (board.page, board.output) == (kit.phrase("no_page"), kit.phrase("speak_up"))


def test_a_board_may_show_the_visual_of_its_slide(kit: Kit) -> None:
    layout, slots = compose(kit, "activity", sheet="S1", diagram=HUB)
    assert layout == "activity" and slots["canvas"].content[0].record.type == "hub"


@pytest.mark.parametrize(("kind", "path"), [("lesson", "A handover in three questions › Block"), ("frame", "Block")])
def test_slides_of_a_block_know_their_place_their_minutes_and_their_source(kit: Kit, kind: str, path: str) -> None:
    entry = kit.agenda.entries[0]
    block = entry.block.model_copy(
        update={
            "kind": kind,
            "title": "Block",
            "slides": (
                entry.block.slides[0].model_copy(update={"source": "Example 2026", "id": "own"}),
                *entry.block.slides[1:],
            ),
        }
    )
    slides = BLOCKS[kind](kit, Entry(block, entry.module, 1, 1, entry.start, entry.split, entry.slides, entry.steps))
    assert [slide.id for slide in slides] == ["own", f"{block.id}.s2", f"{block.id}.s3"]
    assert {slide.breadcrumb for slide in slides} == {path}
    assert [slide.minutes for slide in slides] == [7, 24, 9]
    assert plain(slides[0].source) == "Source: Example 2026" and slides[1].source == ()
    assert all(isinstance(para, Para) for slide in slides for para in slide.notes)


def test_a_text_fills_the_body_and_its_sources_the_source_line(kit: Kit) -> None:
    text = "Read[^1]:\n\n```\n  x\n```\n\n[^1]: Handbook"
    layout, slots = compose(kit, "concept", text=text)
    assert layout == "text"
    assert [type(part).__name__ for part in slots["body"].content] == ["Para", "Callout"]
    assert [plain(part.runs) for part in slots["body"].content[1].body] == ["  x"]
    layout, slots = compose(kit, "tool", text=text, diagram=HUB)
    assert (layout, set(slots)) == ("split", {"body", "canvas"})


def test_a_text_that_is_a_table_stands_as_one(kit: Kit) -> None:
    layout, slots = compose(kit, "demo", text="| a | b |\n| - | - |\n| c | |")
    assert (layout, set(slots)) == ("table", {"canvas"})
    (table,) = slots["canvas"].content
    assert isinstance(table, Table)
    assert table.rows[0].cells[1].role == "cell"


def steps_for(kit: Kit, kind: str, split: Split) -> list[tuple[int, str]]:
    entry = kit.agenda.entry("B1")
    assert entry is not None
    board = compose(kit, kind, split, entry, sheet="S1")[1]["canvas"].content[0].record
    return [(step.minutes, step.text) for step in board.steps]


def test_the_steps_of_a_board_are_those_that_fill_its_minutes(kit: Kit) -> None:
    every = steps_for(kit, "activity", Split(0, 24, 9))
    assert sum(minutes for minutes, _ in every) == 33
    talked = [pair for pair in every if pair[0] != 9]
    assert steps_for(kit, "activity", Split(0, 24, 0)) == talked
    assert steps_for(kit, "activity", Split(0, 20, 9)) == every[1:]


def test_minutes_that_no_stretch_of_steps_takes_are_shared_out_anew(kit: Kit) -> None:
    shared = steps_for(kit, "activity", Split(0, 12, 0))
    assert sum(minutes for minutes, _ in shared) == 12 and all(minutes >= 1 for minutes, _ in shared)
