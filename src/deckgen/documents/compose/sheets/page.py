"""An exercise sheet into a page of the workbook: header, purpose, steps, its kind's own part, room to write."""

from __future__ import annotations

from deckgen.base.runs import runs
from deckgen.documents.compose.kit import Kit, sheet_anchor
from deckgen.documents.compose.sheets.kinds import SHEETS
from deckgen.documents.compose.sheets.parts import label, workspace
from deckgen.documents.compose.tables import grid
from deckgen.documents.tree import Cell, Element, Group, Heading, Para, Row, Table, WritingSpace
from deckgen.model.sheets import Sheet
from deckgen.plan import Entry


def compose_sheet(kit: Kit, sheet: Sheet, entry: Entry | None) -> Group:
    """The participant's page of a sheet; `entry` is the block it is used in, if any."""
    phrase = kit.phrase
    name = phrase("job_aid") if sheet.in_appendix else phrase("sheet")
    title = kit.inline(f"{name} {sheet.id}　{sheet.title}")
    made: list[Element] = [Heading(2, title, sheet_anchor(sheet.id)), _header(kit, sheet, entry)]
    made.append(kit.labelled(phrase("purpose"), sheet.purpose))
    made.extend(SHEETS[sheet.kind](kit, sheet) if sheet.kind in _MATERIAL_FIRST else ())
    if sheet.steps:
        made.extend(_steps(kit, sheet, entry))
    made.extend(SHEETS[sheet.kind](kit, sheet) if sheet.kind not in _MATERIAL_FIRST else ())
    if sheet.output:
        made.append(kit.labelled(phrase("output"), sheet.output))
    for number, space in enumerate(sheet.workspace, start=1):
        made.extend(workspace(kit, space, f"{sheet.id}-{number}"))
    if sheet.criteria:
        made.append(kit.labelled(phrase("criteria"), "　".join(f"□ {text}" for text in sheet.criteria)))
    if sheet.reflection:
        made.append(WritingSpace(1, kit.inline(f"{phrase('reflection')}{phrase('colon')}{sheet.reflection}")))
    role = "job_aid" if sheet.in_appendix else "sheet"
    return Group(tuple(made), sheet.id, role, keep=True, new_page=sheet.in_appendix)


# Kinds whose material is read before the steps make sense.
_MATERIAL_FIRST = frozenset({"case", "poll"})


def _header(kit: Kit, sheet: Sheet, entry: Entry | None) -> Table:
    phrase = kit.phrase
    pairs = [(phrase("kind"), phrase(f"kind.{sheet.kind}"))]
    if entry is not None:
        pairs.append((phrase("module"), kit.module(entry.module).short))
        pairs.append((phrase("slides"), entry.block.id))
    if entry is not None and sheet.id in entry.steps:
        pairs.append((phrase("minutes_label"), phrase("minutes", n=sum(entry.steps[sheet.id]))))
    if sheet.grouping:
        pairs.append((phrase("grouping"), sheet.grouping))
    cells = tuple(
        Cell((Para(runs(name), "small"), Para(kit.inline(value), "cell")), "row_head") for name, value in pairs
    )
    longest = [max(len(name) + 1, min(len(value), 16)) for name, value in pairs]
    widths = tuple(float(max(length, 4)) for length in longest)
    return Table(widths, (), (Row(cells),), phrase("sheet_header", id=sheet.id), "plain", keep=True)


def _steps(kit: Kit, sheet: Sheet, entry: Entry | None) -> tuple[Element, ...]:
    minutes = entry.steps.get(sheet.id) if entry is not None else None
    spent = minutes or tuple(step.minutes for step in sheet.steps)
    rows = [
        [kit.phrase(f"phase.{step.phase}"), kit.phrase("minutes", n=n) if n else "—", step.do]
        for step, n in zip(sheet.steps, spent, strict=True)
    ]
    head = [kit.phrase("step"), kit.phrase("minutes_label"), kit.phrase("what_to_do")]
    alt = f"{kit.phrase('steps')} {sheet.id}"
    return (label(kit, "steps"), grid(kit, head, rows, (1.6, 1.6, 8), alt, keep=True))
