"""A composed book into one that can be measured: diagrams drawn, sheets banded, contents listed.

Refuses a diagram whose text does not fit at its floor however high it grows (DG505), and a line of code that is wider
than its box (DG507).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckgen.base.diagnostics import Report
from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.draw import DRAWINGS, Pen, sketch_diagram
from deckgen.measure import code_columns, code_width
from deckgen.paginate.scale import scale_drawing
from deckgen.theme import Theme
from deckgen.theme.boxes import PEN_COLUMN, table_padding, text_area
from deckgen.tree import (
    Book,
    Callout,
    Cell,
    Diagram,
    Drawing,
    Element,
    Group,
    Heading,
    Para,
    Picture,
    Row,
    Table,
    Toc,
    TocEntry,
)

LABEL = (10.5, 9.0)  # ideal and floor of labels in book diagrams, in points
STRONG = (12.0, 9.5)
SHEET_ROLES = ("sheet", "job_aid")
_GROWTH = 1.06
_TALLEST = 0.75  # of the page
_PICTURE = 0.4  # of the page: a higher picture would leave its page to itself


def prepare_book(book: Book, theme: Theme, pen: Pen, report: Report) -> Book:
    """The book with every diagram drawn at the width of its column."""
    sections = []
    for section in book.sections:
        width, height = text_area(theme.page.within(section.margins), section.orientation)
        drawer = _Preparer(theme, pen, report, height)
        sections.append(replace(section, children=drawer.elements(section.children, width)))
    return replace(book, sections=tuple(sections))


def list_contents(book: Book, toc: Toc) -> Toc:
    """The table of contents with an entry for every listed heading up to its depth."""
    entries = tuple(
        TocEntry(heading.level, (*heading.label, *heading.runs), heading.anchor)
        for heading in headings_of(child for section in book.sections for child in section.children)
        if heading.toc and heading.level <= toc.depth
    )
    return replace(toc, entries=entries)


def headings_of(elements: Iterable[Element]) -> Iterable[Heading]:
    """Headings in reading order, those in groups, boxes and tables too."""
    for element in elements:
        if isinstance(element, Heading):
            yield element
        elif isinstance(element, Group):
            yield from headings_of(element.children)
        elif isinstance(element, Callout):
            yield from headings_of(element.body)
        elif isinstance(element, Table):
            for row in element.rows:
                for cell in row.cells:
                    yield from headings_of(cell.content)


class _Preparer:
    """Draws and bands the elements of one section; `height` is that of its pages in points."""

    def __init__(self, theme: Theme, pen: Pen, report: Report, height: float) -> None:
        self.theme, self.pen, self.report, self.height = theme, pen, report, height

    def elements(self, elements: Sequence[Element], width: float) -> tuple[Element, ...]:
        return tuple(self.element(element, width) for element in elements)

    def element(self, element: Element, width: float) -> Element:
        match element:
            case Diagram():
                return self.draw(element, width)
            case Drawing():
                return scale_drawing(element, width / element.frame.w) if element.frame.w > width else element
            case Picture():
                return self.size(element, width)
            case Group():
                children = self.elements(element.children, width)
                if element.role in SHEET_ROLES:
                    children = band_sheet(children)
                return replace(element, children=children)
            case Callout():
                self.check_code(element, width)
                return replace(element, body=self.elements(element.body, width - 2 * self.theme.boxes.box_x))
            case Table():
                return self.table(element, width)
            case _:
                return element

    def check_code(self, box: Callout, width: float) -> None:
        """Report lines of code that are wider than their box: they are never broken."""
        size = self.theme.book_text["code"].size
        room = width - 2 * self.theme.boxes.box_x
        for line in box.body:
            if isinstance(line, Para) and line.role == "code" and code_width(plain(line.runs), size) > room:
                shown = plain(line.runs).strip()[:40]
                most = code_columns(room, size)
                message = f"the line of code “{shown}” is wider than its place in a book, {most} characters"
                self.report.add(
                    "DG507", message, box.span, "break the line yourself, or move the code to a wider place"
                )

    def table(self, table: Table, width: float) -> Table:
        boxes = self.theme.boxes
        pad = table_padding(table.role, boxes)[0]
        room = width - PEN_COLUMN if table.role == "lines" else width
        total = sum(table.widths) or 1.0

        def row(source: Row) -> Row:
            cells: list[Cell] = []
            at = 0
            for cell in source.cells:
                span = max(cell.columns, 1)
                share = sum(table.widths[at : at + span]) / total
                at += span
                content = self.elements(cell.content, room * share - 2 * pad)
                changed = any(new is not old for new, old in zip(content, cell.content, strict=True))
                cells.append(replace(cell, content=content) if changed else cell)
            changed = any(new is not old for new, old in zip(cells, source.cells, strict=True))
            return replace(source, cells=tuple(cells)) if changed else source

        return replace(table, head=tuple(map(row, table.head)), rows=tuple(map(row, table.rows)))

    def size(self, picture: Picture, width: float) -> Picture:
        """The picture in its natural size, smaller where the column or the page asks for it."""
        factor = min(1.0, width / picture.width, self.height * _PICTURE / picture.height)
        return replace(picture, width=picture.width * factor, height=picture.height * factor)

    def draw(self, diagram: Diagram, width: float) -> Drawing:
        """The diagram at its wished or usual height, higher where its text asks for it."""
        height = diagram.height or DRAWINGS[diagram.type].height
        while True:
            sketch = sketch_diagram(diagram, Frame(0.0, 0.0, width, height), self.pen)
            if not sketch.misfits or height * _GROWTH > self.height * _TALLEST:
                break
            height = round(height * _GROWTH, 1)
        for misfit in sketch.misfits:
            shown = misfit.text if len(misfit.text) <= 60 else misfit.text[:60].rstrip() + "…"
            part = f", {misfit.part}" if misfit.part else ""
            message = f"{diagram.type} diagram{part}: “{shown}” does not fit in a book"
            self.report.add("DG505", message, diagram.span, misfit.hint)
        return sketch.drawing


def band_sheet(children: tuple[Element, ...]) -> tuple[Element, ...]:
    """A sheet whose heading and facts stand in the band one knows it by.

    A heading followed by a plain table, or by a `sheet_head` box that has no title of its own or
    repeats it, moves into the band with it.
    """
    if not children or not isinstance(heading := children[0], Heading):
        return children
    facts = children[1] if len(children) > 1 else None
    rest = children[2:]
    if isinstance(facts, Table) and facts.role == "plain":
        return (Callout("sheet_head", (), (heading, facts)), *rest)
    if isinstance(facts, Callout) and facts.role == "sheet_head":
        if plain(facts.title) in ("", plain(heading.runs)):
            return (replace(facts, title=(), body=(heading, *facts.body)), *rest)
        return children
    return (Callout("sheet_head", (), (heading,)), *children[1:])
