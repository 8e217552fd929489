"""What sheets ask for in their time, who gets a turn, and what notes announce."""

from __future__ import annotations

import pytest

from checks.edited import codes_of, edited_course
from deckgen.checks.amounts import DURATION, group_size, read_duration, read_number
from deckgen.checks.announced import check_announced
from deckgen.checks.assessed import check_assessed
from deckgen.checks.fields import check_fields
from deckgen.checks.step_times import check_step_times
from deckgen.checks.turns import check_turns

VOTES = "{minutes: 6, phase: run, do: Vote with your fingers.}"
BRIEF = "brief: Hold up one, two or three fingers on my count."
PURPOSE = "    purpose: See what we skip.\n"
PAIRS = "grouping: Pairs"


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("两分半", 2.5), ("90秒", 1.5), ("一分钟", 1), ("三十秒", 0.5), ("four minutes", 4), ("90 seconds", 1.5)],
)
def test_durations_are_read_as_they_are_said(said: str, minutes: float) -> None:
    (match,) = DURATION.finditer(said)
    assert read_duration(match) == minutes


@pytest.mark.parametrize("said", ["打0到3分", "第三", "scores 3 points"])
def test_scores_are_no_durations(said: str) -> None:
    assert not list(DURATION.finditer(said))


def test_numbers_of_both_languages() -> None:
    assert [read_number(text) for text in ("两", "十", "十二", "三十", "7", "three", "half a")] == [
        2,
        10,
        12,
        30,
        7,
        3,
        0.5,
    ]


@pytest.mark.parametrize(
    ("grouping", "size"),
    [("6人一桌；每桌不超过7人", 6), ("同桌两人一组", 2), ("In threes", 3), ("Tables of six", 6), ("Everybody", 0)],
)
def test_the_size_of_a_group_is_the_first_that_is_named(grouping: str, size: int) -> None:
    assert group_size(grouping) == size


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(("count", "codes"), [(800, []), (900, ["DG437"])])
def test_what_is_read_fits_the_steps_before_the_work(count: int, codes: list[str]) -> None:
    course = edited_course((PURPOSE, f"{PURPOSE}    situation: {words(count)}.\n"))
    assert codes_of(check_step_times(course)) == codes


@pytest.mark.parametrize(
    ("do", "codes"),
    [
        ("Each speaks for one minute.", []),
        ("Each speaks for three minutes.", ["DG437"]),  # twelve of them in six minutes
        ("Two tables tell it in three minutes.", []),
        ("Two tables tell it in four minutes.", ["DG437"]),
        ("Write five sentences.", []),
        ("Write six sentences.", ["DG437"]),
        ("“Each speaks for a week” is not a time.", []),
        ("两人互说，三分钟换人", []),
        ("两人互说，四分钟换人", ["DG437"]),
        ("每人写九张便签", []),
        ("每人写十一张便签", ["DG437"]),
        ("写一句话，一百三十个字以内", []),
    ],
)
def test_steps_hold_what_they_ask_for(do: str, codes: list[str]) -> None:
    step = f"{{minutes: 6, phase: run, do: {do}}}"
    course = edited_course((VOTES, step), ("grouping: Everybody", "grouping: Tables of four"))
    assert codes_of(check_step_times(course)) == codes


@pytest.mark.parametrize(("effort", "codes"), [(4, []), (2, ["DG437"])])
def test_prework_tells_the_minutes_it_takes(effort: int, codes: list[str]) -> None:
    questions = "[{q: What is open?, use: B1}, {q: Who owns it?, use: B1}, {q: By when?, use: B1}]"
    sheet = (
        "sheets:\n  - kind: poll",
        f"sheets:\n  - {{kind: prework, id: S3, title: Before, purpose: Think., deadline: soon, effort: {effort},"
        f" reader: me, used_in: B1, questions: {questions}}}\n  - kind: poll",
    )
    assert codes_of(check_step_times(edited_course(sheet))) == codes


@pytest.mark.parametrize(
    ("grouping", "rounds", "codes"),
    [
        ("Pairs", 2, []),
        ("Pairs", 1, ["DG438"]),
        ("In threes", 3, []),
        ("In threes", 2, ["DG438"]),
        ("Everybody", 1, []),  # no number to count by
    ],
)
def test_everyone_of_a_group_gets_a_turn_in_a_core_skill(grouping: str, rounds: int, codes: list[str]) -> None:
    course = edited_course(
        (PAIRS, f"grouping: {grouping}"), ("{rounds: 4, seconds: 180", f"{{rounds: {rounds}, seconds: 180")
    )
    assert codes_of(check_turns(course)) == codes


def test_turns_fit_the_steps_they_are_in() -> None:
    assert codes_of(check_turns(edited_course(("rounds: 4, seconds: 180", "rounds: 4, seconds: 420")))) == ["DG438"]


MATERIALS = ("questions:\n  - id: Q1", "materials: [{item: Whiteboard and pens, per: room}]\nquestions:\n  - id: Q1")


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Write the three questions on the whiteboard.", []),
        ("Put it on sticky notes.", ["DG442"]),
        ("Throw the ball to whom you like.", ["DG442"]),
        ("“Put it on sticky notes”, says the manager.", []),  # somebody else's
        ("Now I play the recording of the call.", ["DG442"]),
        ("Two of you read the call.", []),
        ("打开便签", ["DG442"]),
        ("放一段录音给大家听", ["DG442"]),
    ],
)
def test_things_that_notes_speak_of_are_on_a_list(said: str, codes: list[str]) -> None:
    assert codes_of(check_announced(edited_course(MATERIALS, (BRIEF, f"brief: {said}")))) == codes
    assert not list(check_announced(edited_course((BRIEF, f"brief: {said}"))))  # no list, nothing promised


@pytest.mark.parametrize("item", ["Role cards", "任务卡（裁好）", "Cards of sheet S2"])
def test_cards_that_are_cut_out_are_not_listed_by_hand(item: str) -> None:
    play = ("text: Choose three open points and hand them over.}", "text: Choose three open points., play: Be brief.}")
    packed = ("- id: B2\n", f"- id: B2\n        materials: [{{item: {item}, per: pair}}]\n")
    assert codes_of(check_announced(edited_course(MATERIALS, play, packed))) == ["DG442"]
    assert not list(check_announced(edited_course(MATERIALS, play)))
    assert not list(check_announced(edited_course(MATERIALS, packed)))  # nothing is cut: they are the author's own


@pytest.mark.parametrize(
    ("said", "codes"), [("Write it in your workbook.", ["DG442"]), ("Write it in your heart.", [])]
)
def test_what_is_written_in_the_workbook_has_a_page(said: str, codes: list[str]) -> None:
    text = "A handover is complete when the next lead can repeat what is open, who owns it and by when."
    bare = [(f"            explain: {text}\n", ""), ("      - {prompt: What I skip, lines: 3}\n", "      []\n"),
            ("say: Nobody skips on purpose.", f"say: {said}")]  # fmt: skip
    assert codes_of(check_announced(edited_course(MATERIALS, *bare))) == codes
    assert not list(check_announced(edited_course(MATERIALS, bare[2])))


AID = (
    "sheets:\n  - kind: poll",
    "job_aids: [T1]\nsheets:\n  - {kind: job_aid, id: T1, title: Card, purpose: Keep order., when: at four,"
    " moves: [{title: One}, {title: Two}]}\n  - kind: poll",
)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Lay card T1 before you.", ["DG442"]),
        ("The cards are in the appendix.", ["DG442"]),
        ("Have a look at the appendix.", []),
        ("The cards lie before you.", []),
    ],
)
def test_cards_to_keep_are_handed_out(said: str, codes: list[str]) -> None:
    edits = (MATERIALS, AID, (BRIEF, f"brief: {said}"))
    assert codes_of(check_announced(edited_course(*edits))) == codes
    listed = (
        "[{item: Whiteboard and pens, per: room}]",
        "[{item: Whiteboard, per: room}, {item: Card T1, per: person}]",
    )
    if "T1" in said:
        assert not list(check_announced(edited_course(*edits, listed)))


def with_pretest(objective: str) -> tuple[str, str]:
    record = f"id: Q0, module: M1, objective: {objective}, form: pre, type: judgement"
    return ("questions:\n", f"questions:\n  - {{{record}, stem: True?, answer: right, rationale: It is.}}\n")


def test_what_is_asked_before_is_asked_after() -> None:
    second = "  - {id: O2, verb: name, text: all, condition: alone, standard: all}\n"
    other = ("objectives:\n  - id: O1", f"objectives:\n{second}  - id: O1")
    assert not list(check_assessed(edited_course(with_pretest("O1"))))
    assert codes_of(check_assessed(edited_course(other, with_pretest("O2")))) == ["DG443"]


@pytest.mark.parametrize(
    ("item", "codes"), [("Open points come first (O1).", []), ("Open points come first.", ["DG443"])]
)
def test_items_of_a_test_name_their_objective(item: str, codes: list[str]) -> None:
    sheet = (
        "sheets:\n  - kind: poll",
        f"postwork: [S3]\nsheets:\n  - {{kind: followup, id: S3, title: After, purpose: Look back., form: posttest,"
        f" objectives: [O1], scale: [right, wrong], items: [{item}]}}\n  - kind: poll",
    )
    assert codes_of(check_assessed(edited_course(sheet))) == codes


WHY = "do: Tell each other why."
LINES = "      - {prompt: What I skip, lines: 3}"
DRILLED = "do: Tell each other what was missing."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Write down why.", 0),
        ("Write down why, and note down who asks.", 1),
        ("写下原因，再填第二条", 1),
        ("写下原因，贴一张便签写第二条", 0),  # which goes on the wall
        ("写下原因，不写第二条", 0),
        ("Write down why, and the trainer will write the rest.", 0),
        ("Score each question.", 0),  # a poll has boxes to tick
        ("画一条曲线", 0),
    ],
)
def test_what_steps_ask_for_has_its_field(said: str, told: int) -> None:
    """The sheet has three lines to write on, which are one place."""
    assert codes_of(check_fields(edited_course((WHY, f'do: "{said}"')))) == ["DG445"] * told


@pytest.mark.parametrize(
    ("room", "told"),
    [
        ("{table: [What, Who], rows: 2}", 0),
        ("{fields: [What, Who]}", 0),
        ("{table: [What, Who], first: [One]}", 1),  # a column that is printed is no place
        ("{table: [What, Who], first: [One, Two]}", 0),
        ("{checks: [What, Who]}", 1),
    ],
)
def test_rows_columns_and_fields_are_places(room: str, told: int) -> None:
    two = (WHY, 'do: "Write down why, and note down who asks."')
    found = list(check_fields(edited_course(two, (LINES, f"      - {room}"))))
    assert len(found) == told


@pytest.mark.parametrize(
    ("said", "told"), [("给对方打分", 0), ("Tick what you heard.", 0), ("Sketch the shift.", 0), ("画出一班", 0)]
)
def test_a_drill_has_boxes_to_tick(said: str, told: int) -> None:
    assert len(list(check_fields(edited_course((DRILLED, f"do: {said}"))))) == told


def test_ticks_and_drawings_need_boxes_and_room() -> None:
    course = edited_course(
        (DRILLED, "do: 给对方打分，画出一班"), ("      - {prompt: What I forgot, lines: 3}\n", "      []\n")
    )
    assert [found.message.partition("asks for ")[2] for found in check_fields(course)] == [
        "a drawing, and its sheet has no room for it"
    ]
    bare = course.model_copy(
        update={"sheets": tuple(sheet.model_copy(update={"observe": ()}) for sheet in course.sheets)}
    )
    assert [found.message.partition("asks for ")[2] for found in check_fields(bare)] == [
        "ticks or points, and its sheet has no boxes and no table", "a drawing, and its sheet has no room for it",
    ]  # fmt: skip
