"""The run sheet: a landscape page for every day, or for every half of a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from deckgen.base.runs import Run, Runs, runs
from deckgen.base.units import Margins
from deckgen.compose.anchors import slide_ids
from deckgen.compose.checkpoints import checkpoint_of
from deckgen.compose.day import dated
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_loose
from deckgen.compose.materials import things_of
from deckgen.compose.papers.run_marks import BAR_ROOM, MINUTE, draw_bar, draw_heat, draw_key
from deckgen.compose.pauses import pause_id
from deckgen.compose.places import called, where
from deckgen.plan import Day, Entry, Sitting
from deckgen.plan.cuts import cut_list
from deckgen.tree import Book, BookSection, Cell, Drawing, Element, Heading, Para, Row, Table

MOST_BLOCKS = 20  # of a day that stands on one page
_MARGINS = Margins(top=28.3, right=28.3, bottom=28.3, left=28.3, header=12.0, footer=11.0)
_WIDTH, _HEIGHT = 841.9 - 2 * 28.3, 595.3 - 2 * 28.3
_HEADING = 44.0  # points that the title of a page takes, with what a renderer rounds
_ROOM = (_HEIGHT - _HEADING) / 1.01  # with every row counted 1 % higher
_ROW, _LEAST_ROW = 22.0, 18.5  # points
_SPLIT = 42.0  # points of the column of minutes as numbers
_COLUMNS: tuple[tuple[str, float], ...] = (
    ("clock", 42), ("minutes_short", 28), ("block", 168), ("minutes_bar", 0), ("split", _SPLIT), ("mood", 34),
    ("slides", 44), ("page_label", 52), ("sheet", 44), ("aids", 110), ("give", 30), ("how", 0),
)  # fmt: skip
_SIZES = (("run_title", "run_value"), ("run_head", "run_cell"))
"""Roles of titles and of all else, the larger first."""
_WIDER = {"block": 0.6, "aids": 0.4}  # shares of the column of ways, where ways stand below the table
_STOPS = "。.；;"
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")


def compose_run_sheet(desk: Desk) -> dict[str, Book]:
    """The clock, the minutes, what is up on the wall and what may be given up, block by block.

    How minutes are given up stands beside each block, or below the table on all pages where one has no room for it.
    """
    pages = [page for day in desk.agenda.days for page in _pages(desk, day)]
    below = any(page.fitting(below=False) is None for page in pages)
    fitted = ((page, page.fitting(below=below) or page.parts(*_SIZES[-1], 0.0, below=True)) for page in pages)
    sections = [page.section(parts) for page, parts in fitted]
    return {"run-sheet": desk.paper("run_sheet", *sections, title=desk.kit.phrase("run_sheet_legend"))}


def _pages(desk: Desk, day: Day) -> list[_Page]:
    """The pages of a day: one where it has few enough blocks, and room for them."""
    whole = _Page(desk, day, day.sittings, 0)
    if len(day.entries) <= MOST_BLOCKS and (whole.fitting(below=False) or whole.fitting(below=True)):
        return [whole]
    return [_Page(desk, day, half, number) for number, half in enumerate(day.halves, start=1)]


@dataclass(frozen=True)
class _Page:
    """A day, or a half of it (1 or 2; 0 = all of it), on a page."""

    desk: Desk
    day: Day
    sittings: Sequence[Sitting]
    half: int

    @property
    def kit(self) -> Kit:
        return self.desk.kit

    @cached_property
    def title(self) -> str:
        """What the page is called."""
        kit, several = self.kit, len(self.desk.agenda.days) > 1
        title = kit.phrase("run_sheet_of_day", n=self.day.number) if several else kit.phrase("run_sheet")
        return f"{title}{kit.phrase('gap')}{kit.phrase(f'half.{self.half}')}" if self.half else title

    def section(self, parts: Sequence[Element]) -> BookSection:
        """The page with its title."""
        heading = Heading(1, runs(dated(self.kit, self.title, self.day)), f"run-sheet-{self.day.number}-{self.half}")
        return BookSection(heading.anchor, self.title, (heading, *parts), "landscape", margins=_MARGINS)

    def fitting(self, *, below: bool) -> list[Element] | None:
        """What stands on the page, in the largest words that it has room for, its rows as high as they can be.

        How minutes are given up has a column, or stands `below` the table.
        """
        for title, value in _SIZES:
            heights = (_ROW - step * 0.5 for step in range(int((_ROW - _LEAST_ROW) / 0.5) + 1))
            layouts = (self.parts(title, value, height, below=below) for height in heights)
            if self._height(self.parts(title, value, _LEAST_ROW, below=below)) <= _ROOM:
                return next(parts for parts in layouts if self._height(parts) <= _ROOM)
        return None

    def _height(self, parts: Sequence[Element]) -> float:
        tables = (part if isinstance(part, Table) else _framed(part) for part in parts)
        return sum(self.desk.height_of(table, _WIDTH) for table in tables)

    def parts(self, title: str, value: str, height: float, *, below: bool) -> list[Element]:
        """The table, and how minutes are given up where it has no column for that."""
        table = self._table(title, value, height, below=below)
        return [table, Para(self._ways(), "run_cell")] if below else [table]

    @cached_property
    def ways(self) -> dict[str, str]:
        """How each block gives up minutes, by its id."""
        lists = cut_list(self.desk.course, self.day)
        told = {cut.block: cut.how for half in lists for cut in half.cuts if cut.kind == "elastic"}
        return {entry.block.id: told[entry.block.id] for entry in self._entries if entry.block.id in told}

    @property
    def _entries(self) -> list[Entry]:
        return [entry for sitting in self.sittings for entry in sitting.entries]

    def _ways(self) -> Runs:
        """The ways of all blocks of the page, one after another, and what may not be shortened."""
        kit = self.kit
        told: list[Run] = list(runs(f"{kit.phrase('how')}{kit.phrase('gap')}", strong=True))
        for block, way in self.ways.items():
            told += [*runs(f"{block} ", strong=True), *kit.inline(way.rstrip(_STOPS)), *runs(kit.phrase("semicolon"))]
        core = [entry.block.id for entry in self._entries if entry.block.core_skill and not entry.elastic]
        if core:
            told += runs(f"{kit.phrase('enumeration').join(core)} ", strong=True)
            told += runs(kit.phrase("core_not_shortened"))
        return tuple(told)

    def _table(self, title: str, value: str, height: float, *, below: bool) -> Table:
        """The rows of the page; `title` and `value` are roles, `height` is the least of a row."""
        longest = max((entry.split.total for entry in self.day.entries), default=1)
        minute = min(MINUTE, BAR_ROOM / longest)
        key = draw_key(self.kit)
        bar = max(longest * minute + 8.0, key.frame.w + 8.0 - _SPLIT)
        free = _WIDTH - bar - sum(width for _, width in _COLUMNS)
        names = [name for name, _ in _COLUMNS if not (below and name == "how")]
        widths = {name: float(width) for name, width in _COLUMNS} | {"minutes_bar": bar, "how": free}
        if below:
            widths |= {name: widths[name] + share * free for name, share in _WIDER.items()}
        head = tuple(self._head(name, key) for name in names if name != "split")
        rows = tuple(replace(row, height=height) for row in _Rows(self, title, value, minute, below).rows())
        return Table(tuple(widths[name] for name in names), (Row(head, 16.0),), rows, self.title, "run_sheet")

    def _head(self, name: str, key: Drawing) -> Cell:
        """The head of a column; above the bars, and the minutes they show, stands what their shades are."""
        told: Element = key if name == "minutes_bar" else Para(runs(self.kit.phrase(name)), "run_head")
        return Cell((told,), "head", columns=2 if name == "minutes_bar" else 1)


@dataclass(frozen=True)
class _Rows:
    """Writes the rows of a page; `minute` is the length of a minute in points.

    How minutes are given up has a column, unless it stands `below` the table.
    """

    page: _Page
    title: str
    value: str
    minute: float
    below: bool

    def rows(self) -> Iterator[Row]:
        """Blocks and pauses by the clock."""
        page, kit, day = self.page, self.page.kit, self.page.day
        is_last = page.half != 1
        if page.half != 2:
            remark = kit.phrase("sign_in_remark" if day.number == 1 else "outside_minutes")
            yield self._outside(str(day.start.later(-30)), "", kit.phrase("sign_in"), remark)
        for sitting in page.sittings:
            for entry in sitting.entries:
                yield self._entry(entry, page.ways.get(entry.block.id, ""))
            if (pause := sitting.pause) is not None:
                length = str(pause.minutes)
                yield self._outside(str(pause.start), length, kit.phrase(pause.kind), self._checkpoint(sitting))
        if is_last:
            end = kit.phrase("photo" if day.number == len(page.desk.agenda.days) else "tidy_up")
            yield self._outside(str(day.end), "", end, kit.phrase("outside_minutes"))

    def _outside(self, clock: str, length: str, title: str, remark: str) -> Row:
        """A row outside the contact minutes: its remark runs across the columns left."""
        kit = self.page.kit
        told = Para((*kit.inline(title, strong=True), *runs(kit.phrase("gap")), *kit.inline(remark)), self.value)
        cells = (self._clock(clock), self._cell(length), Cell((told,), columns=len(_COLUMNS) - 2 - self.below))
        return Row(tuple(replace(cell, role="quiet") for cell in cells))

    def _checkpoint(self, sitting: Sitting) -> str:
        """Which slide must be done by now, and what of what is still to come may be given up."""
        kit = self.page.kit
        pause = sitting.entries[-1]
        shown = self.page.desk.slides.get(pause_id(pause.day, pause.sitting), 1) - 1  # a recap may lie before it
        slide = kit.phrase("run_sheet_by_slide", n=shown) if shown else ""
        point = checkpoint_of(kit, sitting)
        ahead = point.ahead if point is not None else ()
        cuts = kit.phrase("enumeration").join(f"{entry.block.id} −{entry.elastic}" for entry in ahead)
        minutes = sum(entry.elastic for entry in ahead)
        told = kit.phrase("run_sheet_spare", cuts=cuts, n=minutes) if cuts else kit.phrase("run_sheet_no_spare")
        return f"{slide}{kit.phrase('gap') if slide else ''}{told}"

    def _numbers(self, entry: Entry) -> list[int]:
        slides = self.page.desk.slides
        return [slides[key] for key in slide_ids(entry) if key in slides]

    def _entry(self, entry: Entry, how: str) -> Row:
        kit, block = self.page.kit, entry.block
        numbers = self._numbers(entry)
        slides = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]) if numbers else ""
        pages, sheets, aids = self._papers(entry)
        give = f"−{entry.elastic}" if entry.elastic else kit.phrase("never_short") if block.core_skill else ""
        way = how.rstrip(_STOPS) or (kit.phrase("core_skill") if block.core_skill else "")
        named = (*runs(f"{block.id} "), *kit.inline(block.title, strong=True))
        cells = (
            self._clock(str(entry.start)),
            self._cell(str(entry.split.total)),
            Cell((Para(named, self.title),)),
            Cell(draw_bar(kit, entry.split, self.minute)),
            self._cell(str(entry.split)),
            Cell(draw_heat(kit, block.energy)),
            self._cell(slides),
            Cell((Para(pages, self.value),)),
            self._cell(kit.phrase("enumeration").join(sheets)),
            Cell((Para(kit.join(dict.fromkeys(aids), "enumeration"), "run_cell"),)),
            self._cell(give, strong=block.core_skill),
        )
        return Row(cells if self.below else (*cells, Cell((Para(kit.inline(way), "run_cell"),))))

    def _papers(self, entry: Entry) -> tuple[Runs, list[str], list[str]]:
        """Pages of the workbook, numbers of sheets in it, and what else is needed: loose papers and materials.

        What a list says in brackets stands in the list of materials.
        """
        kit, course = self.page.kit, self.page.desk.course
        sheets = [sheet for key in entry.block.sheets if (sheet := course.sheet(key))]
        bound = [sheet for sheet in sheets if not is_loose(course, sheet.id)]
        pages = [run for sheet in bound for run in (*runs(kit.phrase("enumeration")), *where(kit, sheet))][1:]
        loose = [sheet for sheet in sheets if is_loose(course, sheet.id)]
        aids = [called(kit, sheet) or kit.plain(sheet.title) for sheet in loose]
        handed = [sheet for sheet in sheets if sheet.handed_out == "material"]
        aids += [kit.phrase("handed_out.short", sheet=called(kit, sheet)) for sheet in handed]
        aids += [_ASIDE.sub("", material.item).strip() or material.item for material in things_of(kit, entry)]
        return tuple(pages), [sheet.label for sheet in bound], aids

    def _clock(self, text: str) -> Cell:
        return Cell((Para(runs(text), "run_clock"),))

    def _cell(self, text: str, *, strong: bool = False) -> Cell:
        return Cell((Para(self.page.kit.inline(text, strong=strong), self.value),))


def _framed(part: Element) -> Table:
    """A table that is as high as a paragraph."""
    return Table((1.0,), (), (Row((Cell((part,)),)),), "", "run_sheet")
