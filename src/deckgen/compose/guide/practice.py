"""What a trainer needs beside an exercise: its steps by the clock, what to look for, what helps, and the debriefing.

Answers are a book apart; the entry names its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.runs import Runs, plain, runs
from deckgen.base.units import Clock
from deckgen.compose.anchors import answer_anchor
from deckgen.compose.guide.entry import Entry, labelled, on_page, strong
from deckgen.compose.kit import Kit
from deckgen.model.sheets import SelftestSheet, Sheet
from deckgen.model.slides import DebriefQuestions
from deckgen.tree import Cell, Para, Row, Table

BOX = "□"
ARROW = " → "
_LEAST = 9.0  # characters for which a step has room at least


def time_band(
    kit: Kit,
    sheet: Sheet,
    minutes: Sequence[int],
    start: Clock,
    listens: int = 0,
    talks: Sequence[tuple[int, int]] = (),
) -> Table | None:
    """The steps of a sheet side by side, each with its clock, its minutes and what people do.

    `listens` are minutes before the first of them, in which they hear what to do; `talks` are minutes of talk between
    them, each behind so many minutes of steps.
    """
    steps = [
        (kit.phrase(f"phase.{step.phase}") if step.phase else "", kit.inline(step.do), length)
        for step, length in zip(sheet.steps, minutes, strict=False)
        if length
    ]
    if not steps:
        return None
    if listens:
        steps.insert(0, ("", kit.inline(kit.phrase("board.listen")), listens))
    cells: list[Cell] = []
    clock, done = start, -listens
    for verb, told, length in steps:
        clock = clock.later(sum(talk for after, talk in talks if after == done))
        head = runs(f"{clock}  {verb}{' ' if verb else ''}{kit.phrase('minutes', n=length)}", strong=True)
        cells.append(Cell((Para(head, "aside"), Para(told, "run_cell")), "quiet" if length > 4 else "cell"))
        clock, done = clock.later(length), done + length
    title = kit.plain(kit.phrase("steps_of", title=sheet.title))
    widths = tuple(max(_LEAST, float(len(plain(told)))) + _LEAST for _, told, _ in steps)
    return Table(widths, (), (Row(tuple(cells)),), title, "run_sheet", keep=True)


def rounds(kit: Kit, sheet: Sheet) -> Iterator[Para]:
    """What to look at on the way round, a box before each; what shows that somebody is stuck, and what helps."""
    guide = sheet.guide
    if guide is None:
        return
    if guide.look_for:
        told = [run for text in guide.look_for for run in (*runs(f" {BOX}\u00a0"), *kit.inline(text))]
        yield Para((*runs(kit.phrase("walk"), strong=True), *told), "note")
    for snag in guide.stuck:
        stuck = f"{kit.phrase('snag')}{kit.phrase('colon')}"
        yield Para((*runs(stuck, strong=True), *kit.inline(snag.sign), *runs(ARROW), *kit.inline(snag.help)), "note")


def good_enough(kit: Kit, sheet: Sheet) -> Iterator[Para]:
    """What must have been said by then, and the page of the answer book that has it all."""
    guide = sheet.guide
    if guide is None:
        return
    whole = on_page(kit, "whole_answer", answer_anchor(sheet.id)) if guide.key or guide.mistakes else ()
    if guide.points:
        told = kit.join(guide.points)
        yield Para((*runs(f"{kit.phrase('enough')}{kit.phrase('colon')}", strong=True), *told, *bracketed(kit, whole)),
                   "expected")  # fmt: skip
    elif whole:
        yield labelled(kit, kit.phrase("answer_key"), whole, "expected")
    if isinstance(sheet, SelftestSheet):
        yield Para(runs(kit.phrase("selftest_trainer_note")), "note")


def bracketed(kit: Kit, words: Runs) -> Runs:
    """Words in the brackets of the language; nothing where there are none."""
    if not words:
        return ()
    before, _, after = kit.phrase("bracketed", text="\0").partition("\0")
    return (*runs(before), *words, *runs(after))


def ladder(kit: Kit, entry: Entry, questions: DebriefQuestions) -> None:
    """The questions of a debriefing, one rung after another."""
    gap = kit.phrase("gap")
    rungs = [
        (*runs(f"{number} {kit.phrase(f'debrief.{phase}' if phase else 'ask')}{gap}"), *strong(kit.inline(question)))
        for number, (phase, question) in enumerate(questions.asked, start=1)
    ]
    entry.rungs(rungs, runs(kit.phrase("debrief")))
