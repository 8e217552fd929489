"""The run sheet: a landscape page for every day, or for every half of a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckgen.base.roles import Colour
from deckgen.base.runs import runs
from deckgen.base.units import Frame, Margins, Split
from deckgen.compose.anchors import slide_ids
from deckgen.compose.day import dated
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_loose
from deckgen.compose.places import name_of, where
from deckgen.plan import Day, Entry, Sitting
from deckgen.plan.cuts import cut_list
from deckgen.tree import Book, BookSection, Cell, Drawing, Element, Heading, Para, Row, Shape, Table

MOST_BLOCKS = 20  # of a day that stands on one page
_MARGINS = Margins(top=14.0, right=28.4, bottom=25.0, left=28.4, header=12.0, footer=14.0)
_COLUMNS = (
    ("clock", 38), ("minutes_short", 28), ("block", 158), ("minutes_bar", 60), ("split", 54), ("mood", 54),
    ("slides", 42), ("page_label", 40), ("sheet", 46), ("aids", 130), ("give", 30), ("how", 105),
)  # fmt: skip
_ROW = 18.5  # points
_LONGEST = 44.0  # points of the longest bar of a day
_BAR = 8.0
_CLAUSE = re.compile(r"[；。，;,]|\. ")
_FILLS: tuple[tuple[str, Colour], ...] = (("talk", "paper"), ("activity", "primary"), ("debrief", "primary_soft"))


def compose_run_sheet(desk: Desk) -> dict[str, Book]:
    """The clock, the minutes, what is up on the wall and what may be given up, block by block."""
    sections = [section for day in desk.agenda.days for section in _day(desk, day)]
    return {"run-sheet": desk.paper("run_sheet", *sections, title=desk.kit.phrase("run_sheet_legend"))}


def _day(desk: Desk, day: Day) -> Iterator[BookSection]:
    kit = desk.kit
    halves = day.halves if len(day.entries) > MOST_BLOCKS else (day.sittings,)
    how = {cut.block: cut.how for half in cut_list(desk.course, day) for cut in half.cuts if cut.kind == "elastic"}
    for number, half in enumerate(halves, start=1):
        several = len(desk.agenda.days) > 1
        title = kit.phrase("run_sheet_of_day", n=day.number) if several else kit.phrase("run_sheet")
        if len(halves) > 1:
            title = f"{title}{kit.phrase('gap')}{kit.phrase(f'half.{number}')}"
        heading = Heading(3, runs(dated(kit, title, day)), f"run-sheet-{day.number}-{number}")
        rows = tuple(_rows(desk, day, half, how, is_first=number == 1, is_last=number == len(halves)))
        head = Row(tuple(Cell((Para(runs(kit.phrase(key)), "run_head"),), "head") for key, _ in _COLUMNS))
        table = Table(tuple(float(width) for _, width in _COLUMNS), (head,), rows, title, "run_sheet")
        yield BookSection(heading.anchor, title, (heading, table), "landscape", margins=_MARGINS)


def _rows(
    desk: Desk, day: Day, half: Sequence[Sitting], how: dict[str, str], *, is_first: bool, is_last: bool
) -> Iterator[Row]:
    kit = desk.kit
    minute = _LONGEST / max(entry.split.total for entry in day.entries)
    if is_first:
        yield _outside(kit, str(day.start.later(-30)), "", kit.phrase("sign_in"), kit.phrase("sign_in_remark"))
    for sitting in half:
        for entry in sitting.entries:
            yield _entry(desk, entry, how.get(entry.block.id, ""), minute)
        if (pause := sitting.pause) is not None:
            length = str(pause.end.minutes - pause.start.minutes)
            yield _outside(kit, str(pause.start), length, kit.phrase(pause.kind), _checkpoint(desk, sitting))
    if is_last:
        end = kit.phrase("photo" if day.number == len(desk.agenda.days) else "tidy_up")
        yield _outside(kit, str(day.end), "", end, kit.phrase("outside_minutes"))


def _outside(kit: Kit, clock: str, length: str, title: str, remark: str) -> Row:
    """A row outside the contact minutes: its remark runs across the columns left."""
    told = Para((*kit.inline(title, strong=True), *runs(kit.phrase("gap")), *kit.inline(remark)), "run_cell")
    cells = (_cell(kit, clock, strong=True), _cell(kit, length), Cell((told,), columns=len(_COLUMNS) - 2))
    return Row(tuple(replace(cell, role="quiet") for cell in cells), _ROW)


def _checkpoint(desk: Desk, sitting: Sitting) -> str:
    """Which slide must be done by now, and how many minutes lie above that may be given up."""
    kit = desk.kit
    numbers = [n for entry in sitting.entries for n in _numbers(desk, entry)]
    spare = sum(entry.elastic for entry in sitting.entries)
    slide = kit.phrase("run_sheet_by_slide", n=numbers[-1]) if numbers else ""
    told = kit.phrase("run_sheet_spare", n=spare) if spare else kit.phrase("run_sheet_no_spare")
    return f"{slide}{kit.phrase('gap') if slide else ''}{told}"


def _numbers(desk: Desk, entry: Entry) -> list[int]:
    return [desk.slides[key] for key in slide_ids(entry) if key in desk.slides]


def _entry(desk: Desk, entry: Entry, how: str, minute: float) -> Row:
    kit, block, course = desk.kit, entry.block, desk.course
    numbers = _numbers(desk, entry)
    slides = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]) if numbers else ""
    sheets = [sheet for key in block.sheets if (sheet := course.sheet(key))]
    bound = [sheet for sheet in sheets if not is_loose(course, sheet.id)]
    pages = [run for sheet in bound for run in (*runs(kit.phrase("enumeration")), *where(kit, sheet))][1:]
    aids = [name_of(kit, sheet) for sheet in sheets if is_loose(course, sheet.id)]
    aids += [material.item for material in block.materials]
    give = f"−{entry.elastic}" if entry.elastic else kit.phrase("never_short") if block.core_skill else ""
    title = (*runs(f"{block.id} "), *kit.inline(block.title, strong=True))
    cells = (
        _cell(kit, str(entry.start), strong=True),
        _cell(kit, str(entry.split.total)),
        Cell((Para(title, "run_cell"),)),
        Cell(_bar(kit, entry.split, minute)),
        _cell(kit, str(entry.split)),
        _cell(kit, "▮" * block.energy),
        _cell(kit, slides),
        Cell((Para(tuple(pages), "run_cell"),)),
        _cell(kit, kit.phrase("enumeration").join(sheet.label for sheet in bound)),
        Cell((Para(kit.join(aids, "enumeration"), "run_cell"),)),
        _cell(kit, give, strong=block.core_skill),
        _cell(kit, _first_clause(how) or (kit.phrase("core_skill") if block.core_skill else "")),
    )
    return Row(cells, _ROW)


def _first_clause(text: str) -> str:
    """The opening of a text: what can be read while standing. The whole of it stands in the guide."""
    return _CLAUSE.split(text, maxsplit=1)[0]


def _cell(kit: Kit, text: str, *, strong: bool = False) -> Cell:
    return Cell((Para(kit.inline(text, strong=strong), "run_cell"),))


def _bar(kit: Kit, split: Split, minute: float) -> tuple[Element, ...]:
    """Minutes of talk, activity and debrief as a bar, each with its own fill; `minute` is its length in points."""
    shapes: list[Shape] = []
    left = 0.0
    for name, fill in _FILLS:
        width = getattr(split, name) * minute
        if width:
            frame = Frame(left, 0.0, width, _BAR)
            shapes.append(Shape("rect", frame, fill, "ink", 0.5, part=name))
            left += width
    if not shapes:
        return ()
    alt = kit.phrase("split_value", split=split)
    return (Drawing("minutes", Frame(0.0, 0.0, left, _BAR), tuple(shapes), alt),)
