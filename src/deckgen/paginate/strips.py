"""Elements of a book into strips: the lines and rows that pages are filled with.

Every length comes from the theme, whose line distances are exact; so a strip is as high on paper as
it is here, and text is measured on the safe side. Refuses an undrawn Diagram with TypeError (a bug).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import NamedTuple

from deckgen.base.runs import Run, Runs
from deckgen.measure import Faces, count_lines, text_width
from deckgen.theme import BookStyle, Theme
from deckgen.theme.boxes import (
    BAND_LINE,
    BAND_X,
    BAND_Y,
    ENTRY_GAP,
    FEW_LINES,
    PEN_COLUMN,
    SIGN_ABOVE,
    SIGN_BELOW,
    boxed_role,
    cell_text_role,
    closes_box,
    contents_width,
    entry_lines,
    is_dense,
    list_left,
    rule_above_height,
    rule_height,
    space_after,
    space_before,
    table_line,
    table_padding,
    text_area,
)
from deckgen.theme.title_icon import icon_room
from deckgen.tree import (
    Callout,
    Cell,
    Chart,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Picture,
    Row,
    Table,
    Toc,
    WritingSpace,
)
from deckgen.tree.content import runs_in
from deckgen.tree.edges import (
    HEAD_GAP,
    ends_in_box,
    is_band_line,
    is_captioned,
    is_one_entry,
    is_title,
    number_text,
    split_head,
    starts_in_box,
)

FOOTNOTE = "small"  # the role of footnotes
_FOOT_LINE = 12.0  # the line above them, counted for each, since nobody knows which is a page's first
_FIGURE_LINE = 2.0  # what a line adds to the drawing that stands in it
_TOC_NUMBER = 40.0  # room for dots and page number
_LOOSE = 1.04  # a renderer may get so much more text on a line than is measured on the safe side
_LOOSE_EMS = 1.5
_ONE_LINE = 1.0  # points to spare where a text is taken to stay on one line: advances are exact
_NARROW_MARGINS = ((5.0, 1.0), (8.0, 0.5))  # columns below so many em: Latin words break unpredictably there
_WHOLE_LINES = 3  # paragraphs up to so many lines are never split (two above, two below)


class Strip(NamedTuple):  # thousands are made while the best page is sought: a tuple is made quickly
    """A stretch that is never split, in points; `after` counts only if something follows on the page.

    `glued` keeps it on one page with the next strip, `head` is the height of head rows repeated
    when a page begins with it, `writing` the height of it that people write on. `spare` is how much
    lower it may turn out where a renderer needs fewer lines; `foot` is what its footnotes take of its page.
    """

    height: float
    after: float = 0.0
    glued: bool = False
    anchors: tuple[str, ...] = ()
    head: float = 0.0
    writing: float = 0.0
    spare: float = 0.0
    foot: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where elements stand: the width they have and the box or cell around them."""

    width: float
    box: str = ""
    table: str = ""
    cell: str = ""

    def role(self, role: str) -> str:
        """The role of a paragraph, here; the same answer as the writer gives."""
        if self.cell:
            return cell_text_role(self.table, self.cell, role)
        return boxed_role(role) if self.box else role or "body"


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures elements with the numbers of a theme."""

    theme: Theme
    faces: Faces
    # elements and rows are asked for again and again while the best page is sought; each answer keeps what it is
    # about alive, so that its id stays its own
    _known: dict[tuple[int, Column, bool, bool], tuple[Element, tuple[Strip, ...]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _rows: dict[tuple[int, str, tuple[float, ...], Column], tuple[Row, Strip]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def strips(self, element: Element, column: Column, below: bool = False, above: bool = False) -> tuple[Strip, ...]:
        """The strips of one element; `below` and `above` tell that a box stands right before or after."""
        key = (id(element), column, below, above)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (element, tuple(self._measure(element, column, below, above)))
        return known[1]

    def _measure(self, element: Element, column: Column, below: bool, above: bool) -> list[Strip]:
        match element:
            case Para():
                return self._para(element.runs, column.role(element.role), column, below, above)
            case Heading():
                role = "sheet_title" if column.box == "sheet_head" else f"heading{element.level}"
                role = "block_title" if column.table == "entry" else role
                told = element.runs if column.box == "sheet_head" else (*element.label, *element.runs)
                first, *more = self._para(told, role, column, False, False)
                apart = below and is_title(element) and not column.cell
                style = self.theme.book_text[role]
                more_above = space_before(style, self.theme.boxes, below_box=apart) - style.before
                return [first._replace(height=first.height + more_above, anchors=(element.anchor,)), *more]
            case ListBlock():
                return self._list(element, column, below, above)
            case Table():
                return self._table(element, column)
            case Callout():
                return self._callout(element, column)
            case WritingSpace():
                return self._writing(element, column)
            case Field():
                return self._field(element, column, below, above)
            case Toc():
                return self._toc(element, column, below)
            case Drawing():
                if column.table == "entry":
                    return [Strip(element.frame.h + SIGN_ABOVE + SIGN_BELOW + _FIGURE_LINE)]
                return self._figure(element.frame.h, dense=is_dense(column.table))
            case Picture():
                factor = min(1.0, column.width / element.width) if element.width else 1.0
                return self._figure(element.height * factor)
            case Chart():
                strips = self._figure(column.width * self.theme.boxes.chart_share)
                if element.source:
                    caption = self._para((Run(element.source),), "caption", column, False, above)
                    strips = [strip._replace(glued=True) for strip in strips] + caption
                return strips
            case Group():
                return self.flow(element.children, column, below, above)
            case _:
                raise TypeError(f"{type(element).__name__} has no height before it is drawn")

    def flow(
        self, elements: Sequence[Element], column: Column, below: bool = False, above: bool = False
    ) -> list[Strip]:
        """The strips of elements that follow each other."""
        strips: list[Strip] = []
        last = len(elements) - 1
        for index, element in enumerate(elements):
            under = ends_in_box(elements[index - 1]) if index else below
            over = starts_in_box(elements[index + 1]) if index < last else above
            first = len(strips)
            strips.extend(self.strips(element, column, under, over))
            if len(strips) > first and index < last and is_captioned(element, elements[index + 1]):
                strips[-1] = strips[-1]._replace(glued=True)
            if len(strips) > first and under and starts_in_box(element):
                gap = ENTRY_GAP if index and is_one_entry(elements[index - 1], element) else self.theme.boxes.gap
                strips[first] = strips[first]._replace(height=strips[first].height + gap)
        return strips

    def stack(self, elements: Sequence[Element], column: Column) -> tuple[float, float]:
        """Height of elements inside a cell, with the paragraph that ends it, and what of it may be spare."""
        if not elements:
            return self.theme.book_text[column.role("")].line, 0.0
        strips = self.flow(elements, column)
        height = sum(strip.height + strip.after for strip in strips)
        end = self.theme.boxes.gap if ends_in_box(elements[-1]) else 0.0
        return height + end, sum(strip.spare for strip in strips)

    # -- paragraphs --------------------------------------------------------------------------

    def _para(self, runs: Runs, role: str, column: Column, below: bool, above: bool) -> list[Strip]:
        style = self.theme.book_text[role]
        boxes = self.theme.boxes
        beside = not column.cell
        before = space_before(style, boxes, below_box=below and beside) + rule_above_height(style, boxes)
        after = space_after(style, boxes, above_box=above and beside) + rule_height(style, boxes)
        if role == "code":  # its lines are never broken
            return self._lines((1, 1), style, before, after)
        strips = self._lines(self._count(runs, style, column.width), style, before, after)
        return self._noted(strips, runs, style, column.width - style.indent_left)

    def _noted(self, strips: list[Strip], runs: Runs, style: BookStyle, room: float) -> list[Strip]:
        """The lines of a paragraph with the footnotes that each of them refers to."""
        for at, run in enumerate(runs):
            if run.note:
                line = count_lines(runs[: at + 1], style.size, room, self.faces, style.strong) - 1
                line = min(line, len(strips) - 1)
                strips[line] = strips[line]._replace(foot=strips[line].foot + self._foot(run.note))
        return strips

    def _foot(self, source: Runs) -> float:
        """Height of a footnote as wide as the narrowest text area, with the line that parts it from the text."""
        style = self.theme.book_text[FOOTNOTE]
        width = text_area(self.theme.page)[0]
        return count_lines(source, style.size, width - style.size, self.faces) * style.line + _FOOT_LINE

    def _feet(self, elements: Sequence[Element]) -> float:
        return sum(self._foot(run.note) for runs in runs_in(elements) for run in runs if run.note)

    def _count(self, runs: Runs, style: BookStyle, width: float) -> tuple[int, int]:
        """The most and the fewest lines a renderer may need."""
        lead: Runs = (Run("　" * round(style.first_line / style.size)),) if style.first_line > 0 else ()
        room = max(width - style.indent_left, style.size * 2)
        return self._range((*lead, *runs), style, room)

    def _range(self, runs: Runs, style: BookStyle, room: float) -> tuple[int, int]:
        if text_width(runs, style.size, self.faces, style.strong) <= room - _ONE_LINE:
            forced = 1 + sum(run.text.count("\n") for run in runs)
            return forced, forced
        ems = room / style.size
        spare = next((margin for below, margin in _NARROW_MARGINS if ems < below), 0.0)
        most = count_lines(runs, style.size, room - spare * style.size, self.faces, style.strong)
        if most == 1:
            return 1, 1
        loose = room * _LOOSE + _LOOSE_EMS * style.size
        return most, min(most, count_lines(runs, style.size, loose, self.faces, style.strong))

    def _lines(self, counts: tuple[int, int], style: BookStyle, before: float, after: float) -> list[Strip]:
        """Lines of a paragraph, glued so that neither a first nor a last line stands alone."""
        count, fewest = counts
        whole = count <= _WHOLE_LINES or style.keep_next
        strips = []
        for index in range(count):
            last = index == count - 1
            glued = style.keep_next if last else whole or index in (0, count - 2)
            height = style.line + (before if index == 0 else 0.0)
            spare = style.line if 0 < index <= count - fewest else 0.0
            strips.append(Strip(height, after if last else 0.0, glued, spare=spare))
        return strips

    def _list(self, block: ListBlock, column: Column, below: bool, above: bool) -> list[Strip]:
        role = block.role or block.marker
        style = self.theme.book_text[role]
        boxes = self.theme.boxes
        strips: list[Strip] = []
        last = len(block.items) - 1
        for index, item in enumerate(block.items):
            level = block.level(index)
            indent = list_left(self.theme, block.marker, block.role, level, boxed=bool(column.box or column.cell))
            lines = self._range(item, style, column.width - indent)
            before = space_before(style, boxes, below_box=below and index == 0 and not column.cell)
            after = space_after(style, boxes, above_box=above and index == last and not column.cell)
            strips += self._noted(self._lines(lines, style, before, after), item, style, column.width - indent)
        if len(block.items) > 1 and strips:
            strips[0] = strips[0]._replace(glued=True)  # the first item does not stand alone
        return strips

    def _field(self, field: Field, column: Column, below: bool, above: bool) -> list[Strip]:
        if field.control == "check":
            return self._para(field.label, "check" if field.label else column.role(""), column, below, above)
        role = "line" if column.table == "lines" else "field"
        height = self.theme.book_text[role].line
        return [strip._replace(writing=height) for strip in self._para(field.label, role, column, below, above)]

    def _toc(self, toc: Toc, column: Column, below: bool) -> list[Strip]:
        strips = self._para(toc.title, "toc_title", column, below, False) if toc.title else []
        heights = self.entry_heights(toc, column)
        if toc.parted:
            row = max(sum(heights[: toc.parted]), sum(heights[toc.parted :]))
            return [*strips, Strip(row)]
        for entry in toc.entries:
            narrow = replace(column, width=column.width - _TOC_NUMBER)
            strips += self._para(entry.runs, f"toc{min(entry.level, 3)}", narrow, False, False)
        return strips

    def entry_heights(self, toc: Toc, column: Column) -> list[float]:
        """The height of every entry of contents in their columns."""
        narrow = replace(column, width=contents_width(column.width, toc.columns) - _TOC_NUMBER)
        entries = (self._para(entry.runs, f"toc{min(entry.level, 3)}", narrow, False, False) for entry in toc.entries)
        return [sum(strip.height + strip.after for strip in strips) for strips in entries]

    # -- boxes -------------------------------------------------------------------------------

    def _figure(self, height: float, *, dense: bool = False) -> list[Strip]:
        gap = 0.0 if dense else self.theme.boxes.figure_gap
        return [Strip(height + gap + _FIGURE_LINE, gap)]

    def _writing(self, space: WritingSpace, column: Column) -> list[Strip]:
        strips = []
        if space.prompt:
            inside = Column(column.width - PEN_COLUMN, column.box, "lines", "cell")
            height, spare = self.stack((Para(space.prompt, "prompt"),), inside)
            strips = [Strip(height, glued=True, spare=spare)]
        line = space.apart or self.theme.boxes.ruled_line
        hairline = self.theme.boxes.hairline
        # a few lines stay together; many may run on, never one alone
        few = space.lines <= FEW_LINES
        for index in range(space.lines):
            glued = index < space.lines - 1 and (few or index == 0 or index == space.lines - 2)
            strips.append(Strip(line + hairline, glued=glued, writing=line))
        return strips

    def _callout(self, callout: Callout, column: Column) -> list[Strip]:
        boxes = self.theme.boxes
        if callout.role == "sheet_head":
            return self._band(callout, column)
        inside = Column(column.width - 2 * boxes.box_x, box=callout.role)
        strips: list[Strip] = []
        if callout.title:
            label = self.theme.book_text["label"]
            width = inside.width - icon_room(callout.icon, label.size)
            lines = self._count(callout.title, replace(label, strong=True), width)
            strips += self._lines(lines, label, 0.0, label.after)
        strips += self.flow(callout.body, inside)
        if callout.body and ends_in_box(callout.body[-1]):
            strips.append(Strip(boxes.gap))
        if not strips:
            return []
        if callout.keep:
            height = sum(strip.height + strip.after for strip in strips) + 2 * boxes.box_y
            anchors = tuple(anchor for strip in strips for anchor in strip.anchors)
            writing = sum(strip.writing for strip in strips)
            spare, foot = sum(strip.spare for strip in strips), sum(strip.foot for strip in strips)
            return [Strip(height, anchors=anchors, writing=writing, spare=spare, foot=foot)]
        strips[0] = strips[0]._replace(height=strips[0].height + boxes.box_y)
        strips[-1] = strips[-1]._replace(after=strips[-1].after + boxes.box_y)
        return strips

    def _band(self, callout: Callout, column: Column) -> list[Strip]:
        """The band at the head of a sheet, never parted, with its number before its title; what is no line of text
        follows below it.
        """
        number, body = split_head(callout)
        titled = (Para(callout.title, "sheet_title"), *body) if callout.title else body
        lines = list(takewhile(is_band_line, titled))
        if not lines:
            return self.flow(titled, column)
        told = "".join(text for _, text in number_text(number))
        if told and isinstance(lines[0], Heading | Para):
            lines[0] = replace(lines[0], runs=(Run(f"{told}{HEAD_GAP}"), *lines[0].runs))
        inside = Column(column.width - 2 * (BAND_X + BAND_LINE), box=callout.role)
        height, spare = self.stack(lines, inside)
        anchors = tuple(line.anchor for line in lines if isinstance(line, Heading))
        band = Strip(height + 2 * (BAND_Y + BAND_LINE), glued=True, anchors=anchors, spare=spare)
        return [band, *self.flow(titled[len(lines) :], column)]

    def _table(self, table: Table, column: Column) -> list[Strip]:
        heads = [self.row(row, table, column) for row in table.head]
        rows = [self.row(row, table, column) for row in table.rows]
        repeated = sum(strip.height for strip in heads)
        strips = [strip._replace(glued=True) for strip in heads]
        for index, strip in enumerate(rows):
            last = index == len(rows) - 1
            if table.role == "entry" and closes_box(_roles(table.rows[index + 1]) if not last else ()):
                roles = _roles(table.rows[index])
                strip = strip._replace(height=strip.height + entry_lines(roles, closes=True) - entry_lines(roles))
            strips.append(strip._replace(glued=table.rows[index].keep or (table.keep and not last), head=repeated))
        if strips:
            strips[-1] = strips[-1]._replace(height=strips[-1].height + self.theme.boxes.hairline)
        return strips

    def row(self, row: Row, table: Table, column: Column) -> Strip:
        """The strip of a table row."""
        key = (id(row), table.role, table.widths, column)
        known = self._rows.get(key)
        if known is None:
            known = self._rows[key] = (row, self._measure_row(row, table, column))
        return known[1]

    def _measure_row(self, row: Row, table: Table, column: Column) -> Strip:
        boxes = self.theme.boxes
        x, y = table_padding(table.role, boxes)
        room = column.width - PEN_COLUMN if table.role == "lines" else column.width
        total = sum(table.widths) or 1.0
        writes = any(cell.role == "answer" for cell in row.cells)
        height = least = row.height or (boxes.answer_row if writes else 0.0)
        anchors: list[str] = []
        open_share = written = 0.0
        at = 0
        for cell in row.cells:
            span = min(max(cell.columns, 1), len(table.widths) - at)
            if span <= 0:
                break
            share = sum(table.widths[at : at + span]) / total
            at += span
            inside = Column(room * share - 2 * x, table=table.role, cell=cell.role)
            needed, spare = self.stack(cell.content, inside)
            height = max(height, needed + 2 * y)
            least = max(least, needed - spare + 2 * y)
            anchors += _anchors(cell)
            if cell.role == "answer" or table.role == "lines":
                open_share += share
            else:
                written += share * sum(strip.writing for strip in self.flow(cell.content, inside))
        line = table_line(table.role, boxes)
        if table.role == "entry":
            line = entry_lines(_roles(row))
        spare = height - least + line
        height += line
        foot = sum(self._feet(cell.content) for cell in row.cells)
        return Strip(height, anchors=tuple(anchors), writing=height * open_share + written, spare=spare, foot=foot)


def _roles(row: Row) -> tuple[str, ...]:
    return tuple(cell.role for cell in row.cells)


def _anchors(cell: Cell) -> Iterable[str]:
    return (child.anchor for child in cell.content if isinstance(child, Heading))
