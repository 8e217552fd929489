"""Paragraphs and tables of a story: blocks into XML.

Blocks stay open until the story is written, so that keeping together, page breaks and section
ends can be set on what lowering has made. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from deckgen.writers.docx.xml import escape, twips


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `content` is run-level XML, `section` the properties of a section that ends here."""

    style: str
    content: str
    keep_next: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None  # numbering instance and level
    align: str = ""
    indent: tuple[float, float] | None = None  # left and hanging in points, where the level asks for it
    line: float = 0.0  # exact line distance in points, where no style can know it
    tab: float = 0.0  # a right tab in points
    section: str = ""
    bookmarks: list[int] = field(default_factory=list)

    def xml(self) -> str:
        """The `w:p` element; properties in the order of the schema."""
        parts = [f'<w:p><w:pPr><w:pStyle w:val="{self.style}"/>']
        if self.keep_next:
            parts.append("<w:keepNext/>")
        if self.page_break:
            parts.append("<w:pageBreakBefore/>")
        if self.number is not None:
            instance, level = self.number
            parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>')
        if self.tab:
            parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{twips(self.tab)}"/></w:tabs>')
        if self.line:
            parts.append(f'<w:spacing w:line="{twips(self.line)}" w:lineRule="exact"/>')
        if self.indent is not None:
            left, hanging = self.indent
            parts.append(f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>')
        if self.align:
            parts.append(f'<w:jc w:val="{self.align}"/>')
        parts.append(f"{self.section}</w:pPr>")
        parts.append(f"{self.content}</w:p>")
        return "".join(parts)


@dataclass(slots=True)
class CellBlock:
    """A table cell: width in points, fill as RRGGBB, borders and padding as XML of `w:tcPr`."""

    width: float
    content: list[Block]
    columns: int = 1
    fill: str = ""
    borders: str = ""
    padding: str = ""
    middle: bool = False

    def xml(self) -> str:
        """The `w:tc` element; a cell always ends in a paragraph, as the format demands."""
        parts = [f'<w:tc><w:tcPr><w:tcW w:w="{twips(self.width)}" w:type="dxa"/>']
        if self.columns > 1:
            parts.append(f'<w:gridSpan w:val="{self.columns}"/>')
        parts.append(self.borders)
        if self.fill:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>')
        parts.append(self.padding)
        if self.middle:
            parts.append('<w:vAlign w:val="center"/>')
        parts.append("</w:tcPr>")
        parts.extend(block.xml() for block in self.content)
        parts.append("</w:tc>")
        return "".join(parts)


@dataclass(slots=True)
class RowBlock:
    """A table row; `height` in points is exact or the least, `head` rows repeat on every page."""

    cells: list[CellBlock]
    height: float = 0.0
    exact: bool = False
    head: bool = False
    whole: bool = True  # never split over pages

    def xml(self) -> str:
        """The `w:tr` element."""
        properties = []
        if self.whole:
            properties.append("<w:cantSplit/>")
        if self.height:
            rule = "exact" if self.exact else "atLeast"
            properties.append(f'<w:trHeight w:val="{twips(self.height)}" w:hRule="{rule}"/>')
        if self.head:
            properties.append("<w:tblHeader/>")
        cells = "".join(cell.xml() for cell in self.cells)
        return f"<w:tr><w:trPr>{''.join(properties)}</w:trPr>{cells}</w:tr>"


@dataclass(slots=True)
class TableBlock:
    """A table of fixed layout; `columns` in points, their sum is its width."""

    style: str
    columns: list[float]
    rows: list[RowBlock]
    borders: str = ""
    padding: str = ""
    caption: str = ""
    description: str = ""
    indent: float = 0.0

    def xml(self) -> str:
        """The `w:tbl` element."""
        grid = [twips(column) for column in self.columns]
        parts = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style}"/>'
            f'<w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{twips(self.indent)}" w:type="dxa"/>{self.borders}'
            f'<w:tblLayout w:type="fixed"/>{self.padding}'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="0" w:noVBand="1"/>'
        ]
        if self.caption:
            parts.append(f'<w:tblCaption w:val="{escape(self.caption)}"/>')
        if self.description:
            parts.append(f'<w:tblDescription w:val="{escape(self.description)}"/>')
        parts.append("</w:tblPr><w:tblGrid>")
        parts.extend(f'<w:gridCol w:w="{column}"/>' for column in grid)
        parts.append("</w:tblGrid>")
        parts.extend(row.xml() for row in self.rows)
        parts.append("</w:tbl>")
        return "".join(parts)


@dataclass(slots=True)
class Raw:
    """Blocks inside a content control: what stands before, within and after."""

    before: str
    content: list[Paragraph]
    after: str

    def xml(self) -> str:
        """The control with its paragraphs."""
        return self.before + "".join(paragraph.xml() for paragraph in self.content) + self.after


Block = Paragraph | TableBlock | Raw


def paragraphs_of(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    """Every paragraph of the blocks in reading order, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Raw):
            yield from block.content
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.content)


def first_paragraph(blocks: Sequence[Block]) -> Paragraph | None:
    """Where a page break or a bookmark before the blocks must be set."""
    return next(iter(paragraphs_of(blocks[:1])), None)


def keep_together(blocks: Sequence[Block]) -> None:
    """Chain the blocks to one page: everything but the last line or row keeps with what follows."""
    for block in blocks[:-1]:
        for paragraph in paragraphs_of([block]):
            paragraph.keep_next = True
    if blocks and isinstance(last := blocks[-1], TableBlock):
        for row in last.rows[:-1]:
            for cell in row.cells:
                for paragraph in paragraphs_of(cell.content):
                    paragraph.keep_next = True
