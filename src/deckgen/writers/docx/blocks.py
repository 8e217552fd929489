"""Paragraphs and tables of a story: blocks into XML.

Blocks stay open until the story is written, so that keeping together, page breaks and section
ends can be set on what lowering has made. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from deckgen.base.markup import Markup, Template, join
from deckgen.writers.docx.markup import eighths, twips

_NONE = Markup("")
_PARAGRAPH = Template("<w:p><w:pPr>{properties}{section}</w:pPr>{content}</w:p>")
_STYLE = Template('<w:pStyle w:val="{style}"/>')
_KEEP_NEXT, _PAGE_BREAK = Markup("<w:keepNext/>"), Markup("<w:pageBreakBefore/>")
_NUMBERED = Template('<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>')
_BAR = Template('<w:pBdr><w:left w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/></w:pBdr>')
_TAB = Template('<w:tabs><w:tab w:val="right" w:pos="{at}"/></w:tabs>')
_INDENT = Template('<w:ind w:left="{left}" w:hanging="{hanging}"/>')
_ALIGN = Template('<w:jc w:val="{align}"/>')
_CELL = Template(
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{borders}{fill}{padding}{middle}</w:tcPr>{content}</w:tc>'
)
_SPAN = Template('<w:gridSpan w:val="{columns}"/>')
_FILL = Template('<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
_MIDDLE = Markup('<w:vAlign w:val="center"/>')
_ROW = Template("<w:tr><w:trPr>{whole}{height}{head}</w:trPr>{cells}</w:tr>")
_WHOLE, _HEAD = Markup("<w:cantSplit/>"), Markup("<w:tblHeader/>")
_HEIGHT = Template('<w:trHeight w:val="{height}" w:hRule="{rule}"/>')
_TABLE = Template(
    '<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
    '<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{padding}'
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>{words}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
)
_CAPTION = Template('<w:tblCaption w:val="{text}"/>')
_DESCRIPTION = Template('<w:tblDescription w:val="{text}"/>')
_COLUMN = Template('<w:gridCol w:w="{width}"/>')


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `content` is run-level XML, `section` the properties of a section that ends here."""

    style: str
    content: Markup
    keep_next: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None  # numbering instance and level
    align: str = ""
    indent: tuple[float, float] | None = None  # left and hanging in points, where the level asks for it
    tab: float = 0.0  # a right tab in points
    bar: tuple[float, float, str] | None = None  # width and distance in points, colour, where the style's is elsewhere
    section: Markup = _NONE

    def xml(self) -> Markup:
        """The `w:p` element."""
        look = (self.style, self.keep_next, self.page_break, self.number, self.tab, self.indent, self.align, self.bar)
        return _PARAGRAPH(_write_properties(*look), self.section, self.content)


@lru_cache(maxsize=4096)
def _write_properties(
    style: str,
    keep_next: bool,
    page_break: bool,
    number: tuple[int, int] | None,
    tab: float,
    indent: tuple[float, float] | None,
    align: str,
    bar: tuple[float, float, str] | None,
) -> Markup:
    """The properties of a paragraph in the order of the schema."""
    properties = [_STYLE(style)]
    if keep_next:
        properties.append(_KEEP_NEXT)
    if page_break:
        properties.append(_PAGE_BREAK)
    if number is not None:
        instance, level = number
        properties.append(_NUMBERED(level, instance))
    if bar is not None:
        width, space, colour = bar
        properties.append(_BAR(eighths(width), round(space), colour))
    if tab:
        properties.append(_TAB(twips(tab)))
    if indent is not None:
        left, hanging = indent
        properties.append(_INDENT(twips(left), twips(hanging)))
    if align:
        properties.append(_ALIGN(align))
    return join(properties)


@dataclass(slots=True)
class CellBlock:
    """A table cell: width in points, fill as RRGGBB, borders and padding as XML of `w:tcPr`."""

    width: float
    content: list[Block]
    columns: int = 1
    fill: str = ""
    borders: Markup = _NONE
    padding: Markup = _NONE
    middle: bool = False

    def xml(self) -> Markup:
        """The `w:tc` element; a cell always ends in a paragraph, as the format demands."""
        return _CELL(
            twips(self.width),
            _SPAN(self.columns) if self.columns > 1 else _NONE,
            self.borders,
            _write_fill(self.fill) if self.fill else _NONE,
            self.padding,
            _MIDDLE if self.middle else _NONE,
            join(block.xml() for block in self.content),
        )


@lru_cache(maxsize=64)
def _write_fill(colour: str) -> Markup:
    return _FILL(colour)


@dataclass(slots=True)
class RowBlock:
    """A table row; `height` in points is exact or the least, `head` rows repeat on every page."""

    cells: list[CellBlock]
    height: float = 0.0
    exact: bool = False
    head: bool = False
    whole: bool = True  # never split over pages

    def xml(self) -> Markup:
        """The `w:tr` element."""
        return _ROW(
            _WHOLE if self.whole else _NONE,
            _HEIGHT(twips(self.height), "exact" if self.exact else "atLeast") if self.height else _NONE,
            _HEAD if self.head else _NONE,
            join(cell.xml() for cell in self.cells),
        )


@dataclass(slots=True)
class TableBlock:
    """A table of fixed layout; `columns` in points, their sum is its width."""

    style: str
    columns: list[float]
    rows: list[RowBlock]
    borders: Markup = _NONE
    padding: Markup = _NONE
    caption: str = ""
    description: str = ""

    def xml(self) -> Markup:
        """The `w:tbl` element."""
        grid = [twips(column) for column in self.columns]
        words = (
            _CAPTION(self.caption) if self.caption else _NONE,
            _DESCRIPTION(self.description) if self.description else _NONE,
        )
        return _TABLE(
            style=self.style,
            width=sum(grid),
            borders=self.borders,
            padding=self.padding,
            words=join(words),
            grid=join(_COLUMN(column) for column in grid),
            rows=join(row.xml() for row in self.rows),
        )


@dataclass(slots=True)
class Control:
    """Blocks inside a content control: `frame` is the control with a place for them."""

    frame: Template
    content: list[Paragraph]
    number: int  # of the control in the book

    def xml(self) -> Markup:
        """The control with its paragraphs."""
        return self.frame(self.number, join(paragraph.xml() for paragraph in self.content))


Block = Paragraph | TableBlock | Control


def paragraphs_of(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    """Every paragraph of the blocks in reading order, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Control):
            yield from block.content
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.content)


def first_paragraph(blocks: Sequence[Block]) -> Paragraph | None:
    """Where a page break or a bookmark before the blocks must be set."""
    return next(iter(paragraphs_of(blocks[:1])), None)


def keep_with_next(blocks: Sequence[Block]) -> None:
    """Let what the blocks end with, a line or a row, stay on one page with what follows them."""
    last = blocks[-1] if blocks else None
    if isinstance(last, TableBlock):
        keep_rows(last.rows[-1:])
    elif isinstance(last, Paragraph):
        last.keep_next = True


def keep_rows(rows: Iterable[RowBlock]) -> None:
    """Let each of the rows stay on one page with the next."""
    for row in rows:
        for cell in row.cells:
            for paragraph in paragraphs_of(cell.content):
                paragraph.keep_next = True


def keep_together(blocks: Sequence[Block]) -> None:
    """Chain the blocks to one page: everything but the last line or row keeps with what follows."""
    for block in blocks[:-1]:
        for paragraph in paragraphs_of([block]):
            paragraph.keep_next = True
    if blocks and isinstance(last := blocks[-1], TableBlock):
        keep_rows(last.rows[:-1])
