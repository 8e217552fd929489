"""An exercise sheet into a page of the workbook: band, what to do, its kind's own part, room to write."""

from __future__ import annotations

import re
from dataclasses import replace

from deckgen.base.runs import Runs, runs
from deckgen.compose.anchors import sheet_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_in_book
from deckgen.compose.places import called
from deckgen.compose.sheets.kinds import SHEETS
from deckgen.compose.sheets.parts import Brief, Parts, brief, joined, rounds, row_of, step_table, workspace
from deckgen.model.sheets import Sheet
from deckgen.plan import Entry
from deckgen.tree import Callout, Element, Group, Heading, Para, WritingSpace

_NUMBER = re.compile(r"(.*?)([A-Z]?\d+[A-Z]?|\S*)$")
_ENDS = "。.！!？?"
SHORT = 5  # minutes: a sheet up to these is half a page, and says what for in one sentence


def compose_sheet(kit: Kit, sheet: Sheet, entry: Entry | None, *, bound: bool = False) -> Group:
    """The participant's page of a sheet; `entry` is the block it is used in, if any.

    In a `bound` book cards that the trainer deals out and material that is handed out are named and not printed:
    everybody has them in hand. What is good there, and what comes of it, is said once; a paper that is alone says all.
    """
    phrase = kit.phrase
    own = _without_material(kit, sheet) if bound and sheet.handed_out == "material" else SHEETS[sheet.kind](kit, sheet)
    told_elsewhere = sheet.guide is not None and (_is_short(sheet) or _says_what_is_good(sheet, bound))
    criteria = () if told_elsewhere else sheet.criteria
    dealt = own.dealt if bound else ()
    rules: Brief = [*dealt, *own.after, *joined(kit, "criteria", criteria), *joined(kit, "materials", sheet.materials)]
    elements: list[Element] = [_head(kit, sheet, entry)]
    elements.extend(_aim(kit, sheet, bound))
    elements.extend(show_in_book(kit, sheet.pictures))
    elements.extend(own.material)
    elements.extend(brief(kit, [*own.before]))
    if sheet.steps:
        elements.append(_steps(kit, sheet, entry))
    elements.extend(brief(kit, rules, aside=True))
    elements.extend(() if dealt else own.cards)
    elements.extend(own.parts)
    for number, space in enumerate(sheet.workspace, start=1):
        elements.extend(workspace(kit, space, f"{sheet.id}-{number}"))
    elements.extend(own.last)
    if sheet.reflection:
        elements.append(WritingSpace(1, kit.inline(f"{phrase('reflection')}{phrase('colon')}", sheet.reflection)))
    role = "job_aid" if sheet.in_appendix else "sheet"
    return Group(tuple(elements), sheet.id, role, keep=True, new_page=sheet.in_appendix)


def _without_material(kit: Kit, sheet: Sheet) -> Parts:
    """What its kind adds to a sheet whose material is handed out, with the name of that in its place."""
    own = SHEETS[sheet.kind](kit, sheet.model_copy(update={"situation": ""}))
    handed = row_of(kit, "material", kit.fill("material_handed_out", title=sheet.title))
    return replace(own, material=(), before=(*handed, *own.before))


def _head(kit: Kit, sheet: Sheet, entry: Entry | None) -> Callout:
    """What the sheet is and its number beside its title, minutes and grouping."""
    name = called(kit, sheet)
    word, number = _NUMBER.match(name).groups() if name else ("", "")  # type: ignore[union-attr]
    counted = (Para(runs(word.rstrip()), "sheet_kind"), Para(runs(number), "sheet_number")) if number else ()
    listed = number if name == f"{kit.phrase('sheet')} {number}" else name
    label = runs(f"{listed}{kit.phrase('gap')}") if listed else ()
    title = Heading(2, kit.inline(sheet.title), sheet_anchor(sheet.id), label=label)
    return Callout("sheet_head", (), (*counted, title, Para(_facts(kit, sheet, entry), "sheet_meta")))


def _aim(kit: Kit, sheet: Sheet, bound: bool) -> tuple[Para, ...]:
    """What comes of a sheet, in one paragraph: what for, and what there is in the end, which the fields show, too."""
    if sheet.in_appendix:
        return ()
    says_enough = bound or _is_short(sheet) or _says_what_is_good(sheet, bound)
    output = "" if says_enough and sheet.purpose else sheet.output
    told = sheet.purpose
    if output:
        joint = kit.phrase("semicolon") if told and told[-1] not in _ENDS else " " if told.isascii() else ""
        told = f"{told}{joint if told else ''}{output}"
    if not told:
        return ()
    opening = runs(f"{kit.phrase('aim')}{kit.phrase('colon')}", strong=True)
    return (Para((*opening, *kit.inline(told)), "brief"),)


def _is_short(sheet: Sheet) -> bool:
    """Whether it is done in so few minutes that half a page has to do."""
    return sheet.has_steps and sheet.minutes <= SHORT


def _says_what_is_good(sheet: Sheet, bound: bool) -> bool:
    """Whether a partner ticks what is good, so that a second list would say it twice; in a book a list or questions
    do, too.
    """
    parts = ("observe", "checklist", "questions") if bound else ("observe",)
    return any(getattr(sheet, part, ()) for part in parts)


def _facts(kit: Kit, sheet: Sheet, entry: Entry | None) -> Runs:
    """Minutes, who works with whom and in which turns, in one line; of a card, what it is for."""
    phrase = kit.phrase
    if sheet.in_appendix:
        return kit.inline(sheet.purpose, strong=True)
    values = []
    if entry is not None and sheet.id in entry.steps:
        values.append(phrase("minutes", n=sum(entry.steps[sheet.id])))
    elif effort := getattr(sheet, "effort", 0):
        values.append(phrase("minutes", n=effort))
    values.append(sheet.grouping or phrase(f"kind.{sheet.kind}"))
    if practice := getattr(sheet, "practice", None):
        values.append(rounds(kit, practice))
    parts = [part for value in values for part in (phrase("bar"), value)]
    return kit.inline(*parts[1:])


def _steps(kit: Kit, sheet: Sheet, entry: Entry | None) -> Element:
    """The steps, each with its verb and minutes."""
    minutes = entry.steps.get(sheet.id) if entry is not None else None
    spent = minutes or tuple(step.minutes for step in sheet.steps)
    return step_table(kit, [(step.phase, n, step.do) for step, n in zip(sheet.steps, spent, strict=True)])
