"""An exercise sheet into a page of the workbook: band, what to do, its kind's own part, room to write."""

from __future__ import annotations

from deckgen.base.runs import Runs, runs
from deckgen.compose.anchors import sheet_anchor
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_in_book
from deckgen.compose.places import called
from deckgen.compose.sheets.kinds import SHEETS
from deckgen.compose.sheets.parts import Brief, brief, joined, step_table, workspace
from deckgen.model.sheets import Sheet
from deckgen.plan import Entry
from deckgen.tree import Callout, Element, Group, Heading, Para, WritingSpace


def compose_sheet(kit: Kit, sheet: Sheet, entry: Entry | None) -> Group:
    """The participant's page of a sheet; `entry` is the block it is used in, if any."""
    phrase = kit.phrase
    name = called(kit, sheet)
    title = kit.inline(f"{name}{phrase('gap')}" if name else "", sheet.title)
    own = SHEETS[sheet.kind](kit, sheet)
    asked: Brief = [] if sheet.in_appendix or not sheet.purpose else [(phrase("purpose"), sheet.purpose)]
    asked.extend(own.before)
    asked.extend(joined(kit, "materials", sheet.materials))
    rules: Brief = [*own.after]
    if sheet.output:
        rules.append((phrase("output"), sheet.output))
    if sheet.criteria:
        rules.append((phrase("criteria"), kit.join(text.rstrip("。.") for text in sheet.criteria)))
    elements: list[Element] = [Heading(2, title, sheet_anchor(sheet.id))]
    elements.append(Callout("sheet_head", (), (Para(_facts(kit, sheet, entry), "cell"),)))
    elements.extend(show_in_book(kit, sheet.pictures))
    elements.extend(own.material)
    elements.extend(brief(kit, asked))
    if sheet.steps:
        elements.append(_steps(kit, sheet, entry))
    elements.extend(brief(kit, rules))
    elements.extend(own.parts)
    for number, space in enumerate(sheet.workspace, start=1):
        elements.extend(workspace(kit, space, f"{sheet.id}-{number}"))
    elements.extend(own.last)
    if sheet.reflection:
        elements.append(WritingSpace(1, kit.inline(f"{phrase('reflection')}{phrase('colon')}", sheet.reflection)))
    role = "job_aid" if sheet.in_appendix else "sheet"
    return Group(tuple(elements), sheet.id, role, keep=True, new_page=sheet.in_appendix)


def _facts(kit: Kit, sheet: Sheet, entry: Entry | None) -> Runs:
    """Kind, minutes and grouping in one line; of a card, what it is for."""
    phrase = kit.phrase
    values = [phrase(f"kind.{sheet.kind}")]
    if entry is not None and sheet.id in entry.steps:
        values.append(phrase("minutes", n=sum(entry.steps[sheet.id])))
    strong = runs(phrase("bar").join(values), strong=True)
    if sheet.in_appendix:
        strong = kit.inline(sheet.purpose, strong=True)
    return (*strong, *runs(phrase("bar")), *kit.inline(sheet.grouping)) if sheet.grouping else strong


def _steps(kit: Kit, sheet: Sheet, entry: Entry | None) -> Element:
    """The steps, each with its verb and minutes."""
    minutes = entry.steps.get(sheet.id) if entry is not None else None
    spent = minutes or tuple(step.minutes for step in sheet.steps)
    return step_table(kit, [(step.phase, n, step.do) for step, n in zip(sheet.steps, spent, strict=True)])
