"""What each kind of sheet adds to the common page, for the participant; never an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.places import in_chapters
from deckgen.compose.sheets.parts import (
    TICK,
    Parts,
    asked,
    brief,
    joined,
    label,
    observer_table,
    rings,
    row_of,
    shown,
    situation,
    task_cards,
    tick_pairs,
    tick_table,
    ticks,
)
from deckgen.compose.sheets.plan import compose_action_plan
from deckgen.compose.sheets.selftest import compose_selftest
from deckgen.compose.tables import Content, blank_rows, facts, grid
from deckgen.tree import Cell, Element, Group, Para, Row, Table, WritingSpace

RATING_ROW = 22.0  # points: high enough for a tick or a digit, no place for words
CARD_ROW = 36.0  # points: a step to be read at arm's length, with room for one's own words
QUESTION_ROW = 39.0  # points: room for a sentence or two beside a question


def compose_solo(kit: Kit, sheet: Any) -> Parts:
    """A worked example and a list to check oneself by."""
    parts: tuple[Element, ...] = ()
    if sheet.checklist:
        boxes = tick_pairs([kit.inline(text) for text in sheet.checklist], kit.phrase("checklist"))
        parts = (Group((label(kit, "checklist"), boxes), keep=True),)
    return Parts(before=situation(kit, sheet), after=shown(kit, sheet.example), parts=parts)


def compose_poll(kit: Kit, sheet: Any) -> Parts:
    """The question and a tally of its options; where the answer is written elsewhere, they stand in a row."""
    question = row_of(kit, "question", kit.inline(sheet.question, strong=True))
    if any(space.table for space in sheet.workspace):
        gap = kit.phrase("gap")
        lettered = ((f"{gap * (n > 1)}{chr(64 + n)}. ", option) for n, option in enumerate(sheet.options, start=1))
        told = row_of(kit, "options", kit.inline(*(part for pair in lettered for part in pair)))
        return Parts(before=(*situation(kit, sheet), *question, *told), after=row_of(kit, "first", sheet.first))
    rows: list[list[Content]] = [
        [kit.inline(f"{chr(64 + number)}. ", option), TICK, ""] for number, option in enumerate(sheet.options, start=1)
    ]
    head = [kit.phrase("options"), kit.phrase("my_choice"), kit.phrase("tally")]
    table = ticks(grid(kit, head, rows, (6, 1.6, 2.4), kit.plain(sheet.question), row_heads=False, keep=True))
    return Parts(before=(*situation(kit, sheet), *question), after=row_of(kit, "first", sheet.first), parts=(table,))


def compose_discussion(kit: Kit, sheet: Any) -> Parts:
    """Who does what, the questions, the form of the report."""
    before = (*situation(kit, sheet), *asked(kit, sheet.questions))
    return Parts(before=before, after=(*joined(kit, "roles", sheet.roles), *row_of(kit, "report", sheet.report)))


def compose_drill(kit: Kit, sheet: Any) -> Parts:
    """Task cards, sentence patterns, turns and the partner's tick list."""
    after = joined(kit, "hints", sheet.hints)
    cards = (task_cards(kit, sheet.cards),) if sheet.cards else ()
    names = kit.fill("cards_dealt", cards=kit.phrase("semicolon").join(card.title for card in sheet.cards))
    dealt = row_of(kit, "task_cards", names) if sheet.hides else ()
    last = tick_table(kit, sheet.observe) if sheet.observe else ()
    return Parts(before=situation(kit, sheet), after=after, cards=cards, dealt=dealt, last=last)


def compose_roleplay(kit: Kit, sheet: Any) -> Parts:
    """Situation, rotation, rules, observer sheet; the role cards are cut from the guide."""
    rules = (*sheet.rules, kit.phrase("cards_from_trainer"))
    after = (*row_of(kit, "turns", sheet.rotation), *joined(kit, "rules", rules))
    last = observer_table(kit, sheet.observe) if sheet.observe else ()
    return Parts(before=situation(kit, sheet), after=after, last=last)


def compose_case(kit: Kit, sheet: Any) -> Parts:
    """The story, its facts, the ladder of questions and the decision table."""
    material: list[Element] = [*kit.prose(sheet.story, "body", place=sheet.at("story"))]
    if sheet.facts:
        material.append(facts(kit, [(row[0], row[1]) for row in sheet.facts], kit.phrase("case_facts")))
    parts: list[Element] = []
    if sheet.decision:
        rows = blank_rows(len(sheet.decision), 3)
        parts.append(grid(kit, sheet.decision, rows, (1,) * len(sheet.decision), kit.phrase("decision")))
    before = (*situation(kit, sheet), *asked(kit, sheet.questions))
    return Parts(material=tuple(material), before=before, parts=tuple(parts))


def compose_job_aid(kit: Kit, sheet: Any) -> Parts:
    """A card for the desk."""
    rows: list[list[Content]] = [
        [kit.inline(f"{number}. ", move.title, strong=True), move.say or "—", ""]
        for number, move in enumerate(sheet.moves, start=1)
    ]
    head = [kit.phrase("step"), kit.phrase("words"), kit.phrase("own_words")]
    elements: list[Element] = [grid(kit, head, rows, (3, 4.4, 3.4), kit.plain(sheet.title), keep=True, height=CARD_ROW)]
    if sheet.good or sheet.bad:
        elements.append(_good_and_bad(kit, sheet))
    after = (*joined(kit, "taboo", sheet.taboo), *row_of(kit, "frequency", sheet.frequency))
    if after:
        elements.extend(brief(kit, list(after)))
    return Parts(before=(*row_of(kit, "when", sheet.when), *situation(kit, sheet)), parts=tuple(elements))


def _good_and_bad(kit: Kit, sheet: Any) -> Table:
    """How it sounds, and how it does not, side by side."""
    shown = [(key, text) for key, text in (("good", sheet.good), ("bad", sheet.bad)) if text]
    marks = {"good": "✓", "bad": "✗"}
    head = Row(tuple(Cell((Para(runs(f"{marks[key]}{kit.phrase(key)}"), "cell_head"),), "head") for key, _ in shown))
    good_cell = Cell(kit.prose(sheet.good, "cell", "cell", sheet.at("good")), "good")
    bad_cell = Cell(kit.prose(sheet.bad, "cell", "cell", sheet.at("bad")), "bad")
    cells = tuple(good_cell if key == "good" else bad_cell for key, _ in shown)
    return Table((1.0,) * len(shown), (head,), (Row(cells),), kit.phrase(shown[0][0]), keep=True)


def compose_cocreation(kit: Kit, sheet: Any) -> Parts:
    """The challenge, votes, and the chosen few with an owner; with the day of the first step where nobody votes."""
    challenge = row_of(kit, "challenge", kit.inline(sheet.challenge, strong=True))
    votes = row_of(kit, "votes", kit.phrase("votes_each", n=sheet.votes) if sheet.votes else "")
    columns = {"chosen": 4.0, "votes": 1.2, "owner": 2.0, "first_step": 3.4}
    if not sheet.votes:
        columns = {"chosen": 4.0, "first_step": 4.0, "first_time": 2.6}
    head = [kit.phrase(key) for key in columns]
    rows = blank_rows(len(head), sheet.chosen)
    table = grid(kit, head, rows, tuple(columns.values()), kit.phrase("chosen"), row_heads=False, keep=True)
    return Parts(before=(*challenge, *situation(kit, sheet)), after=votes, last=(table,))


def compose_prework(kit: Kit, sheet: Any) -> Parts:
    """A reading or questions before the course, and what the answers are for."""
    effort = f"{kit.phrase('effort')} {kit.phrase('minutes', n=sheet.effort)}"
    until = (sheet.deadline, kit.phrase("semicolon")) if sheet.deadline else ()
    before = (
        *row_of(kit, "deadline", kit.inline(*until, effort)),
        *row_of(kit, "reader", sheet.reader),
        *row_of(kit, "used_in", in_chapters(kit, sheet.used_in)),
        *situation(kit, sheet),
    )
    parts: list[Element] = list(kit.prose(sheet.reading, "body", place=sheet.at("reading"))) if sheet.reading else []
    rows: list[list[Content]] = [
        [kit.inline(f"{number}. ", question.q), ""] for number, question in enumerate(sheet.questions, start=1)
    ]
    if rows:
        head = [kit.phrase("question"), kit.phrase("my_answer")]
        table = grid(kit, head, rows, (5, 6), kit.plain(sheet.title), row_heads=False, height=QUESTION_ROW)
        parts.append(table)
    return Parts(before=before, parts=tuple(parts))


def compose_followup(kit: Kit, sheet: Any) -> Parts:
    """Items to rate and open questions."""
    parts: list[Element] = []
    if sheet.items:
        scale = list(sheet.scale)
        rows: list[list[Content]] = [
            [kit.inline(f"{number}. ", text), *_marks(sheet, scale)] for number, text in enumerate(sheet.items, start=1)
        ]
        column = 0.9 if max(map(len, scale)) <= 2 else 0.96 if len(scale) > 4 else 1.25
        widths = (7.0, *[column] * len(scale))
        head = [kit.phrase("statement"), *scale]
        rated = grid(kit, head, rows, widths, kit.plain(sheet.title), row_heads=False, height=RATING_ROW)
        parts.append(ticks(rated))
    lines = 2 if sheet.form in ("feedback", "posttest", "one_minute") else 1
    numbered = enumerate(sheet.open, start=1)
    questions = tuple(WritingSpace(lines, kit.inline(f"{number}. ", question)) for number, question in numbered)
    before = (*situation(kit, sheet), *row_of(kit, "when", sheet.when))
    return Parts(before=before, parts=tuple(parts), last=questions)


_OVER_TIME = "behaviour"  # the form whose scale are points in time, each with what was seen then


def _marks(sheet: Any, scale: Sequence[str]) -> tuple[Content, ...]:
    """What is marked on a scale: its digits are ringed, its words ticked; points in time have room for what is seen."""
    if sheet.form == _OVER_TIME:
        return ("",) * len(scale)
    return rings(scale) if all(point.isdecimal() for point in scale) else (TICK,) * len(scale)


SHEETS: dict[str, Callable[[Kit, Any], Parts]] = {
    "action_plan": compose_action_plan,
    "case": compose_case,
    "cocreation": compose_cocreation,
    "discussion": compose_discussion,
    "drill": compose_drill,
    "followup": compose_followup,
    "job_aid": compose_job_aid,
    "poll": compose_poll,
    "prework": compose_prework,
    "roleplay": compose_roleplay,
    "selftest": compose_selftest,
    "solo": compose_solo,
}
