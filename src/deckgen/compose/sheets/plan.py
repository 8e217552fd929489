"""An action plan: what starts it and what is done, what to do when it does not work, and who asks for it when."""

from __future__ import annotations

from typing import Any

from deckgen.base.runs import runs
from deckgen.compose.kit import Kit
from deckgen.compose.sheets.parts import LINE_ROW, Parts, shown, situation
from deckgen.compose.tables import grid
from deckgen.tree import Cell, Element, Field, Para, Row, Table

_PLAN = ("plan.when", "plan.stop", "plan.will", "plan.else")
_PLAN_CHECK = (("plan.date", "date"), ("plan.evidence", "text"), ("plan.support", "text"))
_SIGNS = (("partner", "text"), ("superior_sign", "text"), ("date", "date"))


def compose_action_plan(kit: Kit, sheet: Any) -> Parts:
    """If-then plans after Gollwitzer, the first beside an example, follow-up dates and signatures."""
    beside = tuple(sheet.example[: len(_PLAN)]) if len(sheet.example) >= len(_PLAN) else ()
    elements: list[Element] = []
    for number in range(1, sheet.plans + 1):
        elements.append(_plan(kit, kit.phrase("plan_number", n=number), beside if number == 1 else ()))
        elements.append(_prompts(kit, _PLAN_CHECK, f"{sheet.id}-plan-{number}"))
    head = [kit.phrase(key) for key in ("follow_up_dates", "done_what", "evidence", "superior_sign")]
    days = [[kit.phrase("day_number", n=day), "", "", ""] for day in sheet.follow_up]
    follow = grid(kit, head, days, (1.4, 4, 3.4, 2.2), kit.phrase("follow_up_dates"), keep=True, height=LINE_ROW)
    after = shown(kit, sheet.example[len(beside) :])
    last = (follow, _prompts(kit, _SIGNS, sheet.id))
    return Parts(before=situation(kit, sheet), after=after, parts=tuple(elements), last=last)


def _plan(kit: Kit, title: str, example: tuple[str, ...]) -> Table:
    """One plan, a row for each of its parts."""
    head = [Cell((Para(runs(title), "cell_head"),), "head", columns=2)]
    head += [Cell((Para(runs(kit.phrase("example")), "cell_head"),), "head")] if example else []
    rows: list[Row] = []
    for at, key in enumerate(_PLAN):
        name = Cell((Para(kit.inline(kit.phrase(key), strong=True), "cell"),), "row_head")
        shown = (Cell((Para(kit.inline(example[at]), "small"),), "quiet"),) if example else ()
        rows.append(Row((name, Cell((), "answer"), *shown), LINE_ROW))
    widths = (2.9, 6.7, 5.0) if example else (2.9, 11.7)
    return Table(widths, (Row(tuple(head)),), tuple(rows), title, "form", keep=True)


def _prompts(kit: Kit, named: tuple[tuple[str, str], ...], tag: str) -> Table:
    """Short answers beside each other, each on a line behind its prompt."""
    cells = tuple(
        Cell((Field(runs(kit.phrase(key)), control, f"{tag}-{key.rpartition('.')[2]}"),))  # type: ignore[arg-type]
        for key, control in named
    )
    return Table((1.0,) * len(cells), (), (Row(cells, LINE_ROW),), kit.phrase(named[0][0]), "lines", keep=True)
