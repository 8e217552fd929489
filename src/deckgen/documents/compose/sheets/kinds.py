"""What each kind of sheet adds to the common page, for the participant; never an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckgen.base.runs import runs
from deckgen.documents.compose.kit import Kit
from deckgen.documents.compose.sheets.parts import (
    bulleted,
    label,
    numbered,
    observer_table,
    practice_line,
    situation,
    task_cards,
    ticked,
)
from deckgen.documents.compose.tables import blank_rows, facts, grid
from deckgen.documents.tree import Callout, Element, Field, Para, WritingSpace

Elements = tuple[Element, ...]


def compose_solo(kit: Kit, sheet: Any) -> Elements:
    """A worked example and a list to check oneself by."""
    made: list[Element] = [*situation(kit, sheet)]
    if sheet.example:
        made.append(Callout("tip", runs(kit.phrase("example")), (kit.bullets(sheet.example),)))
    return (*made, *ticked(kit, "checklist", sheet.checklist))


def compose_poll(kit: Kit, sheet: Any) -> Elements:
    """The question and a tally of its options."""
    rows = [[f"{chr(64 + number)}. {option}", "", ""] for number, option in enumerate(sheet.options, start=1)]
    head = [kit.phrase("options"), kit.phrase("my_choice"), kit.phrase("tally")]
    made: list[Element] = [*situation(kit, sheet)]
    made.append(Callout("info", runs(kit.phrase("question")), kit.paras(sheet.question, "lead")))
    made.append(grid(kit, head, rows, (6, 1.6, 2.4), sheet.question, row_heads=False, keep=True))
    if sheet.first:
        made.append(kit.labelled(kit.phrase("first"), sheet.first))
    return tuple(made)


def compose_discussion(kit: Kit, sheet: Any) -> Elements:
    """Who does what, the questions, the form of the report."""
    made: list[Element] = [*situation(kit, sheet), *bulleted(kit, "roles", sheet.roles)]
    made.extend(numbered(kit, "questions", sheet.questions))
    if sheet.report:
        made.append(kit.labelled(kit.phrase("report"), sheet.report))
    return tuple(made)


def compose_drill(kit: Kit, sheet: Any) -> Elements:
    """Task cards, sentence patterns, turns and the partner's tick list."""
    made: list[Element] = [*situation(kit, sheet)]
    made.append(task_cards(kit, sheet.cards))
    if sheet.hints:
        made.append(Callout("tip", runs(kit.phrase("hints")), (kit.bullets(sheet.hints),)))
    made.append(practice_line(kit, sheet.practice))
    return (*made, *observer_table(kit, sheet.observe))


def compose_roleplay(kit: Kit, sheet: Any) -> Elements:
    """Situation, rotation, rules, observer sheet; the role cards are cut from the guide."""
    made: list[Element] = [*situation(kit, sheet)]
    made.append(kit.labelled(kit.phrase("rotation"), sheet.rotation))
    made.append(practice_line(kit, sheet.practice))
    made.extend(bulleted(kit, "rules", sheet.rules))
    made.append(Para(kit.inline(kit.phrase("cards_from_trainer")), "small"))
    return (*made, *observer_table(kit, sheet.observe))


def compose_case(kit: Kit, sheet: Any) -> Elements:
    """The story, its facts, the ladder of questions and the decision table."""
    made: list[Element] = [*situation(kit, sheet), label(kit, "story"), *kit.paras(sheet.story, "body")]
    if sheet.facts:
        made.append(facts(kit, [(row[0], row[1]) for row in sheet.facts], kit.phrase("case_facts")))
    made.extend(numbered(kit, "questions", sheet.questions))
    if sheet.decision:
        made.append(label(kit, "decision"))
        rows = blank_rows(len(sheet.decision), 3)
        made.append(grid(kit, sheet.decision, rows, (1,) * len(sheet.decision), kit.phrase("decision")))
    return tuple(made)


def compose_selftest(kit: Kit, sheet: Any) -> Elements:
    """Items on one scale, scoring, bands and one thing to improve."""
    points = [str(number) for number in range(1, len(sheet.scale) + 1)]
    meaning = "；".join(f"{number} = {text}" for number, text in zip(points, sheet.scale, strict=True))
    reverse = kit.phrase("reverse_mark")
    rows = [
        [f"{number}. {item.text}{reverse if item.reverse else ''}", *points]
        for number, item in enumerate(sheet.items, start=1)
    ]
    widths = (9.0, *[0.9] * len(points))
    made: list[Element] = [*situation(kit, sheet), kit.labelled(kit.phrase("scale"), meaning)]
    made.append(grid(kit, [kit.phrase("statement"), *points], rows, widths, sheet.title, row_heads=False))
    made.extend(numbered(kit, "scoring", sheet.scoring))
    bands = [[f"{band.low}–{band.high}", band.title, band.advice] for band in sheet.bands]
    head = [kit.phrase("score"), kit.phrase("reading"), kit.phrase("advice")]
    made.append(grid(kit, head, bands, (1.4, 2.2, 7), kit.phrase("reading"), keep=True))
    made.append(Para(kit.inline(kit.phrase("selftest_note")), "small"))
    if sheet.improve:
        made.append(WritingSpace(2, kit.inline(sheet.improve)))
    return tuple(made)


def compose_job_aid(kit: Kit, sheet: Any) -> Elements:
    """A card for the desk."""
    rows = [[f"{number}. {move.title}", move.say or "—"] for number, move in enumerate(sheet.moves, start=1)]
    made: list[Element] = [kit.labelled(kit.phrase("when"), sheet.when), *situation(kit, sheet)]
    head = [kit.phrase("step"), kit.phrase("words")]
    made.append(grid(kit, head, rows, (3, 7), sheet.title, keep=True))
    if sheet.good:
        made.append(Callout("tip", runs(f"✓ {kit.phrase('good')}"), kit.paras(sheet.good, "plain")))
    if sheet.bad:
        made.append(Callout("warning", runs(f"✗ {kit.phrase('bad')}"), kit.paras(sheet.bad, "plain")))
    made.extend(bulleted(kit, "taboo", sheet.taboo))
    if sheet.frequency:
        made.append(kit.labelled(kit.phrase("frequency"), sheet.frequency))
    return tuple(made)


def compose_cocreation(kit: Kit, sheet: Any) -> Elements:
    """The challenge, votes, and the chosen few with an owner."""
    made: list[Element] = [*situation(kit, sheet)]
    made.append(Callout("info", runs(kit.phrase("challenge")), kit.paras(sheet.challenge, "lead")))
    made.append(kit.labelled(kit.phrase("votes"), kit.phrase("votes_each", n=sheet.votes)))
    head = [kit.phrase("chosen"), kit.phrase("votes"), kit.phrase("owner"), kit.phrase("first_step")]
    rows = blank_rows(4, sheet.chosen)
    made.append(grid(kit, head, rows, (4, 1.2, 2, 3.4), kit.phrase("chosen"), row_heads=False, keep=True))
    return tuple(made)


def compose_action_plan(kit: Kit, sheet: Any) -> Elements:
    """If-then plans after Gollwitzer, follow-up dates and signatures."""
    made: list[Element] = [*situation(kit, sheet)]
    if sheet.example:
        made.append(Callout("tip", runs(kit.phrase("example")), (kit.bullets(sheet.example),)))
    keys = ("plan.when", "plan.stop", "plan.will", "plan.else", "plan.date", "plan.evidence", "plan.support")
    for number in range(1, sheet.plans + 1):
        title = kit.phrase("plan_number", n=number)
        made.append(Para(runs(title), "label"))
        rows = [[kit.phrase(key), ""] for key in keys]
        made.append(grid(kit, (), rows, (2, 8), title, keep=True))
    made.append(label(kit, "follow_up_dates"))
    head = [kit.phrase("day"), kit.phrase("done_what"), kit.phrase("evidence"), kit.phrase("superior_sign")]
    days = [[kit.phrase("day_number", n=day), "", "", ""] for day in sheet.follow_up]
    made.append(grid(kit, head, days, (1.4, 4, 3.4, 2.2), kit.phrase("follow_up_dates"), keep=True))
    for key in ("partner", "superior_sign"):
        made.append(Field(runs(kit.phrase(key)), "text", f"{sheet.id}-{key}", kit.phrase("fill_in")))
    made.append(Field(runs(kit.phrase("date")), "date", f"{sheet.id}-date", kit.phrase("choose_date")))
    return tuple(made)


def compose_prework(kit: Kit, sheet: Any) -> Elements:
    """A reading or questions before the course, and what the answers are for."""
    pairs = [
        (kit.phrase("deadline"), sheet.deadline),
        (kit.phrase("effort"), kit.phrase("minutes", n=sheet.effort)),
        (kit.phrase("reader"), sheet.reader),
        (kit.phrase("used_in"), sheet.used_in),
    ]
    made: list[Element] = [facts(kit, pairs, sheet.title), *situation(kit, sheet)]
    if sheet.reading:
        made.extend(kit.paras(sheet.reading, "body"))
    for number, question in enumerate(sheet.questions, start=1):
        made.append(WritingSpace(2, kit.inline(f"{number}. {question.q}")))
    return tuple(made)


def compose_followup(kit: Kit, sheet: Any) -> Elements:
    """Items to rate and open questions."""
    made: list[Element] = [*situation(kit, sheet)]
    if sheet.when:
        made.append(kit.labelled(kit.phrase("when"), sheet.when))
    if sheet.items:
        scale = list(sheet.scale)
        rows = [[f"{number}. {text}", *[""] * len(scale)] for number, text in enumerate(sheet.items, start=1)]
        widths = (7.0, *[1.4] * len(scale))
        head = [kit.phrase("statement"), *scale]
        made.append(grid(kit, head, rows, widths, sheet.title, row_heads=False, height=26.0))
    for number, question in enumerate(sheet.open, start=1):
        made.append(WritingSpace(3, kit.inline(f"{number}. {question}")))
    return tuple(made)


SHEETS: dict[str, Callable[[Kit, Any], Elements]] = {
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
