"""What each kind of sheet adds to the common page, for the participant; never an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.parts import (
    TICK,
    Parts,
    brief,
    joined,
    label,
    listed,
    observer_table,
    rings,
    row_of,
    situation,
    task_cards,
    tick_table,
    ticks,
    turns,
)
from deckgen.compose.tables import Content, blank_rows, facts, grid
from deckgen.tree import Cell, Element, Field, Para, Row, Table, WritingSpace

RATING_ROW = 22.0  # points: high enough for a tick or a digit, no place for words
CARD_ROW = 36.0  # points: a step to be read at arm's length, with room for one's own words
QUESTION_ROW = 39.0  # points: room for a sentence or two beside a question


def compose_solo(kit: Kit, sheet: Any) -> Parts:
    """A worked example and a list to check oneself by."""
    after = listed(kit, "example", sheet.example)
    return Parts(before=situation(kit, sheet), after=(*after, *listed(kit, "checklist", sheet.checklist, "check")))


def compose_poll(kit: Kit, sheet: Any) -> Parts:
    """The question and a tally of its options; where the answer is written elsewhere, they stand in a row."""
    asked = row_of(kit, "question", kit.inline(sheet.question, strong=True))
    if any(space.table for space in sheet.workspace):
        gap = kit.phrase("gap")
        lettered = ((f"{gap * (n > 1)}{chr(64 + n)}. ", option) for n, option in enumerate(sheet.options, start=1))
        told = row_of(kit, "options", kit.inline(*(part for pair in lettered for part in pair)))
        return Parts(before=(*situation(kit, sheet), *asked, *told), after=row_of(kit, "first", sheet.first))
    rows: list[list[Content]] = [
        [kit.inline(f"{chr(64 + number)}. ", option), TICK, ""] for number, option in enumerate(sheet.options, start=1)
    ]
    head = [kit.phrase("options"), kit.phrase("my_choice"), kit.phrase("tally")]
    table = ticks(grid(kit, head, rows, (6, 1.6, 2.4), kit.plain(sheet.question), row_heads=False, keep=True))
    return Parts(before=(*situation(kit, sheet), *asked), after=row_of(kit, "first", sheet.first), parts=(table,))


def compose_discussion(kit: Kit, sheet: Any) -> Parts:
    """Who does what, the questions, the form of the report."""
    before = (*situation(kit, sheet), *listed(kit, "questions", sheet.questions, "number"))
    return Parts(before=before, after=(*joined(kit, "roles", sheet.roles), *row_of(kit, "report", sheet.report)))


def compose_drill(kit: Kit, sheet: Any) -> Parts:
    """Task cards, sentence patterns, turns and the partner's tick list."""
    after = (*turns(kit, sheet.practice), *joined(kit, "hints", sheet.hints))
    parts = (task_cards(kit, sheet.cards),) if sheet.cards else ()
    last = tick_table(kit, sheet.observe) if sheet.observe else ()
    return Parts(before=situation(kit, sheet), after=after, parts=parts, last=last)


def compose_roleplay(kit: Kit, sheet: Any) -> Parts:
    """Situation, rotation, rules, observer sheet; the role cards are cut from the guide."""
    rules = (*sheet.rules, kit.phrase("cards_from_trainer"))
    after = (*turns(kit, sheet.practice, sheet.rotation), *joined(kit, "rules", rules))
    last = observer_table(kit, sheet.observe) if sheet.observe else ()
    return Parts(before=situation(kit, sheet), after=after, last=last)


def compose_case(kit: Kit, sheet: Any) -> Parts:
    """The story, its facts, the ladder of questions and the decision table."""
    material: list[Element] = [label(kit, "story"), *kit.prose(sheet.story, "body", place=sheet.at("story"))]
    if sheet.facts:
        material.append(facts(kit, [(row[0], row[1]) for row in sheet.facts], kit.phrase("case_facts")))
    parts: list[Element] = []
    if sheet.decision:
        rows = blank_rows(len(sheet.decision), 3)
        parts.append(grid(kit, sheet.decision, rows, (1,) * len(sheet.decision), kit.phrase("decision")))
    before = (*situation(kit, sheet), *listed(kit, "questions", sheet.questions, "number"))
    return Parts(material=tuple(material), before=before, parts=tuple(parts))


def compose_selftest(kit: Kit, sheet: Any) -> Parts:
    """Items on one scale with points to ring, scoring, bands and one thing to improve."""
    points = [str(number) for number in range(1, len(sheet.scale) + 1)]
    rows: list[list[Content]] = [
        # What counts from the other end has its numbers so: whoever scores adds up what is printed.
        [kit.inline(f"{number}. ", item.text), *rings(points[::-1] if item.reverse else points)]
        for number, item in enumerate(sheet.items, start=1)
    ]
    widths = (14.0 - 1.5 * len(points), *[1.5] * len(points))
    head = [kit.phrase("statement"), *sheet.scale]
    elements: list[Element] = [ticks(grid(kit, head, rows, widths, kit.plain(sheet.title), row_heads=False))]
    bands: list[list[Content]] = [[f"{band.low}–{band.high}", band.title, band.advice] for band in sheet.bands]
    head = [kit.phrase("score"), kit.phrase("reading"), kit.phrase("advice")]
    scoring = kit.phrase("scoring")
    if sheet.scoring:
        elements.append(grid(kit, (), [(scoring, (kit.numbers(sheet.scoring),))], (1.6, 9), scoring))
    if bands:
        elements.append(grid(kit, head, bands, (1.4, 2.2, 7), kit.phrase("reading"), keep=True))
    elements.append(Para(kit.inline(kit.phrase("selftest_note")), "small"))
    last = (WritingSpace(1, kit.inline(sheet.improve)),) if sheet.improve else ()
    return Parts(before=situation(kit, sheet), parts=tuple(elements), last=last)


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
    """The challenge, votes, and the chosen few with an owner."""
    challenge = row_of(kit, "challenge", kit.inline(sheet.challenge, strong=True))
    votes = row_of(kit, "votes", kit.phrase("votes_each", n=sheet.votes))
    head = [kit.phrase("chosen"), kit.phrase("votes"), kit.phrase("owner"), kit.phrase("first_step")]
    rows = blank_rows(4, sheet.chosen)
    table = grid(kit, head, rows, (4, 1.2, 2, 3.4), kit.phrase("chosen"), row_heads=False, keep=True)
    return Parts(before=(*challenge, *situation(kit, sheet)), after=votes, last=(table,))


_PLAN = ("plan.when", "plan.stop", "plan.will", "plan.else")
_PLAN_CHECK = ("plan.date", "plan.evidence", "plan.support")
_PLAN_WIDTHS = (2.9, 2.2, 1.9, 3.1, 2.1, 2.5)  # the labels of all languages on one line, "Evidence" and "Supporter" too


def compose_action_plan(kit: Kit, sheet: Any) -> Parts:
    """If-then plans after Gollwitzer, follow-up dates and signatures."""
    elements: list[Element] = []
    for number in range(1, sheet.plans + 1):
        elements.append(_plan(kit, kit.phrase("plan_number", n=number)))
    head = [kit.phrase("follow_up_dates"), kit.phrase("done_what"), kit.phrase("evidence"), kit.phrase("superior_sign")]
    days = [[kit.phrase("day_number", n=day), "", "", ""] for day in sheet.follow_up]
    last: list[Element] = [grid(kit, head, days, (1.4, 4, 3.4, 2.2), kit.phrase("follow_up_dates"), keep=True)]
    for key in ("partner", "superior_sign"):
        last.append(Field(runs(kit.phrase(key)), "text", f"{sheet.id}-{key}"))
    last.append(Field(runs(kit.phrase("date")), "date", f"{sheet.id}-date"))
    after = listed(kit, "example", sheet.example)
    return Parts(before=situation(kit, sheet), after=after, parts=tuple(elements), last=tuple(last))


def _plan(kit: Kit, title: str) -> Table:
    """One plan: what starts it and what is done; below, when first, how it shows and who asks."""

    def named(key: str) -> Cell:
        return Cell((Para(kit.inline(kit.phrase(key), strong=True), "cell"),), "row_head")

    head = Row((Cell((Para(runs(title), "cell_head"),), "head", columns=6),))
    rows = [Row((named(key), Cell((), "answer", columns=5)), 30.0) for key in _PLAN]
    rows.append(Row(tuple(cell for key in _PLAN_CHECK for cell in (named(key), Cell((), "answer"))), 30.0))
    return Table(_PLAN_WIDTHS, (head,), tuple(rows), title, "form", keep=True)


def compose_prework(kit: Kit, sheet: Any) -> Parts:
    """A reading or questions before the course, and what the answers are for."""
    effort = f"{kit.phrase('effort')} {kit.phrase('minutes', n=sheet.effort)}"
    until = (sheet.deadline, kit.phrase("semicolon")) if sheet.deadline else ()
    before = (
        *row_of(kit, "deadline", kit.inline(*until, effort)),
        *row_of(kit, "reader", sheet.reader),
        *row_of(kit, "used_in", sheet.used_in),
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
            [kit.inline(f"{number}. ", text), *[""] * len(scale)] for number, text in enumerate(sheet.items, start=1)
        ]
        column = 0.9 if max(map(len, scale)) <= 2 else 0.96 if len(scale) > 4 else 1.25
        widths = (7.0, *[column] * len(scale))
        head = [kit.phrase("statement"), *scale]
        parts.append(grid(kit, head, rows, widths, kit.plain(sheet.title), row_heads=False, height=RATING_ROW))
    lines = 2 if sheet.form in ("feedback", "posttest", "one_minute") else 1
    asked = enumerate(sheet.open, start=1)
    questions = tuple(WritingSpace(lines, kit.inline(f"{number}. ", question)) for number, question in asked)
    before = (*situation(kit, sheet), *row_of(kit, "when", sheet.when))
    return Parts(before=before, parts=tuple(parts), last=questions)


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
