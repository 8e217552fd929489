"""Every output that a step asks for has its field: what is written, ticked or drawn has its place on the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.model.course import Course
from deckgen.model.sheets import Sheet, Step, Workspace

# What participants leave behind, by the verbs of a clause. Words that name it as it is already there ask for nothing.
_WRITTEN = re.compile(
    r"(?:写(?!法|着|作|的(?!是)|在(?:单子|卡)上的)|填(?!好的)|(?<!笔)记(?:下|几个|原话)|抄进|起草|补上(?!自己漏))"
    r"|\b(?:write|note down|jot|fill in|copy)\b",
    re.IGNORECASE,
)
_TICKED = re.compile(r"打?勾(?!数|得|表|反馈|一分钟)|打(?:\S{0,6})分|\b(?:tick(?!s\b)|rate|score)\b", re.IGNORECASE)
_DRAWN = re.compile(r"画(?!面|像|圈)|\b(?:draw(?! a card| lots)|sketch)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[，；。,;.]")
_ELSEWHERE = re.compile(
    r"便签|便利贴|大白?纸|白纸|白板|板书|墙|手机|原话旁|动作旁|圈|划|在数据"
    r"|\b(?:sticky|post-it|flip ?chart|board|poster|large paper|wall|cards?|in the middle|letter)\b",
    re.IGNORECASE,
)
_CELLS = 3  # at least, of a plan, and of an idea that was chosen
_NOT = re.compile(r"不写|不填|没写|不勾|不用写|讲师|板书|\b(?:do not|don't|without|trainer)\b", re.IGNORECASE)


def check_fields(course: Course) -> Iterator[Diagnostic]:
    """Steps that ask for something in writing, for ticks or for a drawing, on sheets that have no place for it."""
    used = {key for block in course.blocks for key in block.sheets if block.status != "draft"}
    for sheet in course.sheets:
        if sheet.id in used:
            yield from _check_sheet(sheet)


def _check_sheet(sheet: Sheet) -> Iterator[Diagnostic]:
    places, wanted = _places_to_write(sheet), 0
    told: set[str] = set()
    for step in sheet.steps:
        for clause in _clauses(step):
            wanted += bool(_WRITTEN.search(clause))
            if wanted > places and "write" not in told:
                told.add("write")
                what = f"{wanted} things in writing, and its sheet has {places} places for them"
                yield _lacks(sheet, step, clause, what)
            if _TICKED.search(clause) and not _may_tick(sheet) and "tick" not in told:
                told.add("tick")
                yield _lacks(sheet, step, clause, "ticks or points, and its sheet has no boxes and no table")
            if _DRAWN.search(clause) and not sheet.workspace and "draw" not in told:
                told.add("draw")
                yield _lacks(sheet, step, clause, "a drawing, and its sheet has no room for it")


def _lacks(sheet: Sheet, step: Step, clause: str, what: str) -> Diagnostic:
    message = f"sheet {sheet.id}: “{clause}” asks for {what}"
    hint = "give the sheet a `workspace` for it, named as the step names it, or say in the step where it is written"
    return Diagnostic("DG445", message, step.at("do"), hint)


def _clauses(step: Step) -> Iterator[str]:
    """The clauses of a step that speak of the sheet, and not of what is done on a wall or by the trainer."""
    for clause in _CLAUSE.split(step.do):
        if not _ELSEWHERE.search(clause) and not _NOT.search(clause):
            yield clause.strip()


def _places_to_write(sheet: Sheet) -> int:
    """Places on the page: what its kind gives it, its room to write, and the question at its end."""
    given = sum(_given(getattr(sheet, key)) for key, use in sheet.fields_of.items() if use != "tick")
    return given + bool(sheet.reflection) + sum(map(_places, sheet.workspace))


def _given(value: int | str | tuple[object, ...]) -> int:
    """A place for each of several, one for a text; so many plans or ideas are rows of three cells or more."""
    if isinstance(value, int):
        return value * _CELLS
    return len(value) if isinstance(value, tuple) else bool(value)


def _places(space: Workspace) -> int:
    """Lines are one place, a table has one in each of its columns or of the rows that it names."""
    if space.checks:
        return 0
    return len(space.fields) or max(1, len(space.table) - bool(space.first), len(space.first))


def _may_tick(sheet: Sheet) -> bool:
    own = any(getattr(sheet, key) for key, kind in sheet.fields_of.items() if kind != "write")
    return own or any(space.checks or space.table for space in sheet.workspace)
