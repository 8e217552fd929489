"""The run sheet: a landscape page for every day, or for every half of a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from deckgen.base.runs import Runs, runs
from deckgen.base.sentences import sentence_ends
from deckgen.base.units import Margins
from deckgen.compose.anchors import slide_ids
from deckgen.compose.checkpoints import checkpoint_of
from deckgen.compose.day import dated
from deckgen.compose.desk import Desk
from deckgen.compose.kit import Kit
from deckgen.compose.loose import is_loose
from deckgen.compose.papers.run_marks import BAR_ROOM, MINUTE, draw_bar, draw_heat, draw_key
from deckgen.compose.places import called, where
from deckgen.plan import Day, Entry, Sitting
from deckgen.plan.cuts import cut_list
from deckgen.tree import Book, BookSection, Cell, Drawing, Element, Heading, Para, Row, Table

MOST_BLOCKS = 20  # of a day that stands on one page
_MARGINS = Margins(top=28.3, right=28.3, bottom=28.3, left=28.3, header=12.0, footer=11.0)
_WIDTH, _HEIGHT = 841.9 - 2 * 28.3, 595.3 - 2 * 28.3
_HEADING = 44.0  # points that the title of a page takes, with what a renderer rounds
_ROW, _LEAST_ROW = 22.0, 18.5  # points
_SPLIT = 42.0  # points of the column of minutes as numbers
_COLUMNS: tuple[tuple[str, float], ...] = (
    ("clock", 42), ("minutes_short", 28), ("block", 168), ("minutes_bar", 0), ("split", _SPLIT), ("mood", 34),
    ("slides", 44), ("page_label", 52), ("sheet", 44), ("aids", 110), ("give", 28), ("how", 0),
)  # fmt: skip
_SIZES = (("run_title", "run_value"), ("run_head", "run_cell"))
"""Roles of titles and of all else, the larger first."""
_CLAUSE = re.compile(r"[；，,;]")
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")


def compose_run_sheet(desk: Desk) -> dict[str, Book]:
    """The clock, the minutes, what is up on the wall and what may be given up, block by block."""
    sections = [section for day in desk.agenda.days for section in _day(desk, day)]
    return {"run-sheet": desk.paper("run_sheet", *sections, title=desk.kit.phrase("run_sheet_legend"))}


def _day(desk: Desk, day: Day) -> list[BookSection]:
    """The pages of a day: one where it has few enough blocks, and room for them."""
    whole = _Page(desk, day, day.sittings, 0)
    if len(day.entries) <= MOST_BLOCKS and (table := whole.fitting()) is not None:
        return [whole.section(table)]
    halves = [_Page(desk, day, half, number) for number, half in enumerate(day.halves, start=1)]
    return [page.section(page.fitting() or page.table(*_SIZES[-1], 0.0, brief=True)) for page in halves]


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

    def section(self, table: Table) -> BookSection:
        """The page with its title."""
        heading = Heading(1, runs(dated(self.kit, self.title, self.day)), f"run-sheet-{self.day.number}-{self.half}")
        return BookSection(heading.anchor, self.title, (heading, table), "landscape", margins=_MARGINS)

    def fitting(self) -> Table | None:
        """The table in the largest words with which it stays on its page, its rows as high as there is room for.

        How minutes are given up is said in a sentence, or in its first clause where a page has no room for more.
        """
        room = _HEIGHT - _HEADING
        for brief, (title, value) in product((False, True), _SIZES):
            heights = (_ROW - step * 0.5 for step in range(int((_ROW - _LEAST_ROW) / 0.5) + 1))
            tables = (self.table(title, value, height, brief=brief) for height in heights)
            if self.desk.height_of(self.table(title, value, _LEAST_ROW, brief=brief), _WIDTH) <= room:
                return next(table for table in tables if self.desk.height_of(table, _WIDTH) <= room)
        return None

    def table(self, title: str, value: str, height: float, *, brief: bool = False) -> Table:
        """The rows of the page; `title` and `value` are roles, `height` is the least of a row."""
        longest = max((entry.split.total for entry in self.day.entries), default=1)
        minute = min(MINUTE, BAR_ROOM / longest)
        key = draw_key(self.kit)
        bar = max(longest * minute + 8.0, key.frame.w + 8.0 - _SPLIT)
        free = _WIDTH - bar - sum(width for _, width in _COLUMNS)
        widths = {"minutes_bar": bar, "how": free}
        head = tuple(self._head(name, key) for name, _ in _COLUMNS if name != "split")
        writer = _Rows(self, title, value, minute, brief)
        rows = tuple(replace(row, height=height) for row in writer.rows())
        columns = tuple(widths.get(key, float(width)) for key, width in _COLUMNS)
        return Table(columns, (Row(head, 16.0),), rows, self.title, "run_sheet")

    def _head(self, name: str, key: Drawing) -> Cell:
        """The head of a column; above the bars, and the minutes they show, stands what their shades are."""
        told: Element = key if name == "minutes_bar" else Para(runs(self.kit.phrase(name)), "run_head")
        return Cell((told,), "head", columns=2 if name == "minutes_bar" else 1)


@dataclass(frozen=True)
class _Rows:
    """Writes the rows of a page; `minute` is the length of a minute in points, `brief` ways are told in a clause."""

    page: _Page
    title: str
    value: str
    minute: float
    brief: bool

    def rows(self) -> Iterator[Row]:
        """Blocks and pauses by the clock."""
        page, kit, day = self.page, self.page.kit, self.page.day
        is_last = page.half != 1
        if page.half != 2:
            yield self._outside(str(day.start.later(-30)), "", kit.phrase("sign_in"), kit.phrase("sign_in_remark"))
        how = {
            cut.block: cut.how for half in cut_list(page.desk.course, day) for cut in half.cuts if cut.kind == "elastic"
        }
        for sitting in page.sittings:
            for entry in sitting.entries:
                yield self._entry(entry, how.get(entry.block.id, ""))
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
        cells = (self._clock(clock), self._cell(length), Cell((told,), columns=len(_COLUMNS) - 2))
        return Row(tuple(replace(cell, role="quiet") for cell in cells))

    def _checkpoint(self, sitting: Sitting) -> str:
        """Which slide must be done by now, and what of what is still to come may be given up."""
        kit = self.page.kit
        numbers = [n for entry in sitting.entries for n in self._numbers(entry)]
        slide = kit.phrase("run_sheet_by_slide", n=numbers[-1]) if numbers else ""
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
        told = _first_sentence(how)
        way = (_first_clause(told) if self.brief else told) or (kit.phrase("core_skill") if block.core_skill else "")
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
            Cell((Para(kit.join(aids, "enumeration"), "run_cell"),)),
            self._cell(give, strong=block.core_skill),
            Cell((Para(kit.inline(way), "run_cell"),)),
        )
        return Row(cells)

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
        aids += [_ASIDE.sub("", material.item).strip() or material.item for material in entry.block.materials]
        return tuple(pages), [sheet.label for sheet in bound], aids

    def _clock(self, text: str) -> Cell:
        return Cell((Para(runs(text), "run_clock"),))

    def _cell(self, text: str, *, strong: bool = False) -> Cell:
        return Cell((Para(self.page.kit.inline(text, strong=strong), self.value),))


def _first_sentence(text: str) -> str:
    """The first sentence of a text: what can be read while standing. The whole of it stands in the guide."""
    return text[: next(sentence_ends(text), len(text))].rstrip("。.；;")


def _first_clause(sentence: str) -> str:
    """The opening of a sentence, but never half of what is quoted in it."""
    ends = (match.start() for match in _CLAUSE.finditer(sentence))
    openings = (sentence[:end] for end in ends)
    return next((text for text in openings if text.count("“") == text.count("”")), sentence)
