"""Elements of a book into strips: the lines and rows that pages are filled with.

Refuses an undrawn Diagram with TypeError (a bug).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from deckgen.base.runs import Run
from deckgen.paginate.lines import Column, LineRuler, Strip
from deckgen.theme.boxes import (
    BAND_LINE,
    BAND_X,
    BAND_Y,
    ENTRY_GAP,
    FEW_LINES,
    PEN_COLUMN,
    SIGN_ABOVE,
    SIGN_BELOW,
    closes_box,
    contents_width,
    entry_lines,
    is_dense,
    list_left,
    space_after,
    space_before,
    table_line,
    table_padding,
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

_FIGURE_LINE = 2.0  # what a line adds to the drawing that stands in it
_TOC_NUMBER = 40.0  # room for dots and page number


@dataclass(frozen=True, slots=True)
class Ruler(LineRuler):
    """Measures elements with the numbers of a theme."""

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
            narrow = column._replace(width=column.width - _TOC_NUMBER)
            strips += self._para(entry.runs, f"toc{min(entry.level, 3)}", narrow, False, False)
        return strips

    def entry_heights(self, toc: Toc, column: Column) -> list[float]:
        """The height of every entry of contents in their columns."""
        narrow = column._replace(width=contents_width(column.width, toc.columns) - _TOC_NUMBER)
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
