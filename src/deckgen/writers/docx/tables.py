"""Tables and callouts of a book into blocks.

Refuses nothing: cells that overrun the grid are clipped to it, missing ones are filled up empty.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import plain
from deckgen.theme.boxes import (
    PEN_BAR,
    PEN_COLUMN,
    Side,
    closes_box,
    entry_edges,
    is_dense,
    table_padding,
)
from deckgen.tree import Callout, Cell, Row, Table
from deckgen.tree.content import runs_in
from deckgen.tree.edges import split_titled
from deckgen.writers.docx.bands import lower_band, lower_titled
from deckgen.writers.docx.blocks import (
    Block,
    CellBlock,
    Control,
    Paragraph,
    RowBlock,
    TableBlock,
    keep_together,
    paragraphs_of,
)
from deckgen.writers.docx.controls import write_control
from deckgen.writers.docx.drawing import write_title_icon
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.markup import eighths
from deckgen.writers.docx.paragraphs import Lower, Place
from deckgen.writers.docx.runs import NONE, write_runs
from deckgen.writers.docx.style_ids import (
    BOX_GAP,
    BOX_TABLE,
    CARD_TABLE,
    ENTRY_TABLE,
    GRID,
    PLAIN_TABLE,
    RULED_TABLE,
    SECTION_END,
    STEPS_TABLE,
    TICKS_TABLE,
    callout_title_id,
    row_id,
    style_id,
)
from deckgen.writers.docx.styles import cell_margins

_BORDERS = Template("<w:tcBorders>{sides}</w:tcBorders>")
_BORDER = Template('<w:{side} w:val="{kind}" w:sz="{width}" w:space="0" w:color="{colour}"/>')
_EMPTY = Cell(())
_UNPADDED = Markup('<w:tcMar><w:top w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/></w:tcMar>')
_FILLS = {
    "head": "primary_soft",
    "row_head": "surface",
    "good": "positive_soft",
    "bad": "negative_soft",
    "quiet": "surface",
    "verb": "primary",
    "pen": "accent",
    "question": "surface",
    "wait": "surface",
}
_STYLES = {
    "plain": PLAIN_TABLE,
    "columns": PLAIN_TABLE,
    "steps": STEPS_TABLE,
    "ticks": TICKS_TABLE,
    "lines": RULED_TABLE,
    "run_sheet": TICKS_TABLE,
    "card": CARD_TABLE,
    "entry": ENTRY_TABLE,
}
_FRAMELESS = ("plain", "columns", "entry")
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")


def lower_table(table: Table, ledger: Ledger, place: Place, lower: Lower) -> list[Block]:
    """A table with repeated head rows that never splits a row; a title with something at its right is a paragraph."""
    if (titled := split_titled(table)) is not None:
        return lower_titled(*titled, ledger, place)
    lines = table.role == "lines"
    total = sum(table.widths) or 1.0
    room = place.width - PEN_COLUMN if lines else place.width
    columns = [room * share / total for share in table.widths]
    names = _column_names(table)
    rows = [_row(row, columns, names, table, ledger, place, lower) for row in (*table.head, *table.rows)]
    if lines:
        columns = [PEN_COLUMN, *columns]
        for lined in rows:
            rule_row(lined, ledger)
    for row in rows[: len(table.head)]:
        row.head = True
    if table.role == "entry":
        _edge(table, rows, ledger)
    for source, lowered in zip(table.rows, rows[len(table.head) :], strict=True):
        if source.keep:
            for paragraph in (part for cell in lowered.cells for part in paragraphs_of(cell.content)):
                paragraph.keep_next = True
    block = TableBlock(
        _STYLES.get(table.role, GRID),
        columns,
        rows,
        padding=cell_margins(*table_padding(table.role, ledger.theme.boxes)) if table.role == "run_sheet" else NONE,
        caption=table.alt[:60],
        description=table.alt,
    )
    if table.keep:
        keep_together([block])
    return [block]


def _edge(table: Table, rows: Sequence[RowBlock], ledger: Ledger) -> None:
    """Give the cells of an entry the edges that their roles have."""
    for at, (row, lowered) in enumerate(zip(table.rows, rows, strict=True)):
        follows = table.rows[at + 1].cells if at + 1 < len(table.rows) else ()
        closes = closes_box(cell.role for cell in follows)
        for cell, block in zip(row.cells, lowered.cells, strict=True):
            edges = {side: (kind, width, colour) for side, kind, width, colour in entry_edges(cell.role, closes=closes)}
            written = (_BORDER(side, edges[side][0], eighths(edges[side][1]), ledger.colour(edges[side][2]))
                       for side in _SIDES if side in edges)  # fmt: skip
            if edges:
                block.borders = _BORDERS(join(written))


def rule_row(row: RowBlock, ledger: Ledger, *, ruled: bool = True) -> None:
    """Put the bar of what is written on before a row and, unless it only holds a prompt, a line below it."""
    if ruled:
        line = _BORDERS(_BORDER("bottom", "single", eighths(ledger.theme.boxes.hairline), ledger.colour("line")))
        for cell in row.cells:
            cell.borders = line
    bar = _BORDERS(_BORDER("left", "single", eighths(PEN_BAR), ledger.colour("accent")))
    row.cells.insert(0, CellBlock(PEN_COLUMN, [Paragraph(SECTION_END, NONE)], borders=bar))


def _column_names(table: Table) -> list[str]:
    """What its columns are called, for those who hear a table."""
    return [plain(runs) for cell in table.head[-1].cells for runs in [*runs_in(cell.content)][:1]] if table.head else []


def _row(
    row: Row, columns: list[float], names: list[str], table: Table, ledger: Ledger, place: Place, lower: Lower
) -> RowBlock:
    cells: list[CellBlock] = []
    used = 0
    padding, above = table_padding(table.role, ledger.theme.boxes)
    framed = table.role not in _FRAMELESS
    writes = any(cell.role == "answer" for cell in row.cells)
    least = row.height or (ledger.theme.boxes.answer_row if writes else 0.0)
    head = ""
    for cell in itertools.chain(row.cells, itertools.repeat(_EMPTY)):
        span = min(max(cell.columns, 1), len(columns) - used)
        if span <= 0:
            break
        width = sum(columns[used : used + span])
        align = "" if cell.align == "left" else cell.align
        inside = Place(width - 2 * padding, place.box, table.role, cell.role, align, _box_name(row, names, used))
        content = close_cell(lower(cell.content, ledger, inside), inside)
        if cell.role == "row_head":
            head = next((plain(runs) for runs in runs_in(cell.content)), "")
        if cell.role == "answer" and not cell.content and isinstance(content[0], Paragraph):
            content[0].content = write_control(ledger, _answer_name(head, names, used, table))
        if least and above:
            _pad_inside(content, ledger, dense=is_dense(table.role))
        middle = is_dense(table.role) or (framed and cell.role in ("head", "row_head", "verb", "pen"))
        fill, margins = _fill(cell, inside, ledger), _UNPADDED if least and above else NONE
        borders = NONE
        if table.role == "card" and cell.role == "answer":
            line = eighths(ledger.theme.boxes.hairline)
            borders = _BORDERS(_BORDER("left", "single", line, ledger.colour("line")))
        cells.append(CellBlock(width, content, span, fill, borders, margins, middle))
        used += span
    return RowBlock(cells, height=least)


def _answer_name(head: str, names: list[str], column: int, table: Table) -> str:
    """What is to be written in a cell: the names of its column and of the head before it, else what it is all about."""
    asked = [name for name in (*names[column : column + 1], head) if name]
    return " · ".join(asked) or table.alt


def _box_name(row: Row, names: list[str], column: int) -> str:
    """What a box to tick is about: the words that open its row, as many as a name holds, and its column."""
    opening = next((plain(runs) for runs in runs_in(row.cells[0].content)), "") if row.cells else ""
    return " · ".join(part for part in (opening[:40], *names[column : column + 1]) if part)


def _pad_inside(content: list[Block], ledger: Ledger, *, dense: bool) -> None:
    """Move the distance to the edges of a cell into its first and last paragraph.

    Word adds the margins of cells to the least height of a row, LibreOffice up to 25.2 does not; without margins a
    row is as high in one as in the other.
    """
    first, last = _paragraph_at(content, 0), _paragraph_at(content, -1)
    for paragraph in (first,) if first is last else (first, last):
        if paragraph is not None:
            variant = (paragraph.style, paragraph is first, paragraph is last, dense)
            ledger.row_variants.add(variant)
            paragraph.style = row_id(variant[0], first=variant[1], last=variant[2], dense=dense)


def _paragraph_at(content: list[Block], end: int) -> Paragraph | None:
    """The first (0) or last (-1) paragraph of a cell, unless a table stands there."""
    block = content[end]
    if isinstance(block, Control):
        return block.content[end]
    return block if isinstance(block, Paragraph) else None


def _fill(cell: Cell, place: Place, ledger: Ledger) -> str:
    """What lies behind a cell; a plain table is a quiet card in a flow, and part of its box inside one."""
    role = _FILLS.get(cell.role, "")
    if place.table == "plain":
        role = "" if place.box else "surface"
    return ledger.colour(role) if role else ""


def close_cell(content: list[Block], place: Place) -> list[Block]:
    """The content of a cell, ended by a paragraph as the format demands."""
    if not content:
        return [Paragraph(style_id(place.role("")), NONE)]
    if isinstance(content[-1], TableBlock):
        return [*content, Paragraph(BOX_GAP, NONE)]
    return content


def lower_callout(callout: Callout, ledger: Ledger, place: Place, lower: Lower) -> list[Block]:
    """A box of one cell with a colour bar, or the band of an exercise sheet."""
    colours = ledger.theme.callouts[callout.role]
    fill, line = ledger.colour(colours["fill"]), ledger.colour(colours["line"])
    boxes = ledger.theme.boxes
    if callout.role == "sheet_head":
        return lower_band(callout, ledger, place, lower)
    inside = Place(place.width - 2 * boxes.box_x, box=callout.role)
    title: list[Block] = []
    if callout.title:
        words = write_runs(callout.title, ledger)
        if callout.icon:
            size = ledger.theme.book_text["label"].size
            words = join((write_title_icon(callout.icon, size, colours["title"], ledger), words))
        title.append(Paragraph(callout_title_id(callout.role), words, keep_next=bool(callout.body)))
    content = close_cell([*title, *lower(callout.body, ledger, inside)], inside)
    borders = _box_borders(callout.role, line, boxes.bar)
    rows = [RowBlock([CellBlock(place.width, content, fill=fill, borders=borders)], whole=callout.keep)]
    block = TableBlock(BOX_TABLE, [place.width], rows, caption=plain(callout.title)[:60])
    if callout.keep:
        keep_together([block])
    return [block]


def _box_borders(role: str, line: str, bar: float) -> Markup:
    if role == "code":
        return _BORDERS(
            join(_BORDER(name, "single", eighths(0.5), line) for name in ("top", "left", "bottom", "right"))
        )
    if role == "card":
        sides = [(name, "dashed", 1.0) for name in ("top", "left", "bottom", "right")]
    elif role == "variant":
        sides = [("top", "single", 0.5), ("left", "single", bar), ("bottom", "single", 0.5), ("right", "single", 0.5)]
    else:
        sides = [("left", "single", bar)]
    return _BORDERS(join(_BORDER(name, kind, eighths(points), line) for name, kind, points in sides))
