"""A Table into a native table: own fills and rules by role, exact line distances, spans.

Cells hold paragraphs and lists; anything else in them is refused (TypeError, a bug of compose).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.base.markup import Markup, Template, join
from deckgen.base.runs import Runs
from deckgen.base.units import Frame
from deckgen.theme.slide_text import CELL_INSETS
from deckgen.tree import Cell, ListBlock, Para, Row, Table, TableLayout
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.lengths import emu, hundredths
from deckgen.writers.drawingml.names import TABLE
from deckgen.writers.drawingml.objects import write_graphic
from deckgen.writers.drawingml.text import NONE, Setting, write_empty_paragraph, write_paragraph, write_runs
from deckgen.writers.pptx.markup import write_graphic_frame
from deckgen.writers.pptx.text import TextContext, write_list_markup

_ALIGN = {"left": Markup('algn="l"'), "center": Markup('algn="ctr"'), "right": Markup('algn="r"')}
_FILLS: dict[str, str | None] = {
    "cell": None,
    "head": "primary",
    "row_head": "primary_soft",
    "answer": "positive_soft",
    "good": "positive_soft",
    "bad": "negative_soft",
    "quiet": "surface",
    "verb": "primary",
    "pen": "accent",
}
_RULE = "line"
_RULE_WIDTH = 0.75
_STRONG = ("head", "row_head")
_LEAST_ROW = 24.0  # height of a row nobody laid out
_TABLE = Template(
    "<a:tbl><a:tblPr{first}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>"
    "<a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>"
)
_FIRST_ROW = Markup(' firstRow="1"')
_COLUMN = Template('<a:gridCol w="{width}"/>')
_ROW = Template('<a:tr h="{height}">{cells}</a:tr>')
_CELL = Template(
    "<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
    '<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="ctr">{lines}{fill}</a:tcPr></a:tc>'
)
_SPAN = Template(' gridSpan="{columns}"')
_MERGED = Template('<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</a:txBody><a:tcPr/></a:tc>')
_EXACT = Template(
    '<a:lnSpc><a:spcPts val="{line}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
)
_PARAGRAPH = Template('<a:pPr marL="0" indent="0" {align}>{exact}<a:buNone/></a:pPr>')
_ITEM = Template("<a:pPr{attributes} {align}>{exact}{marker}</a:pPr>")
_EMPTY = Template("<a:pPr>{exact}</a:pPr>")
_SIDE = Template('<a:{side} w="{width}">{fill}<a:prstDash val="solid"/></a:{side}>')
_BARE_SIDE = Template('<a:{side} w="0"><a:noFill/></a:{side}>')


def write_table(
    table: Table, frame: Frame, name: str, number: int, holder: Markup, setting: TextContext, lasting: str = ""
) -> Markup:
    """The graphic frame of a table; `holder` is the placeholder it fills, if any, `lasting` an id that is kept."""
    rows = (*table.head, *table.rows)
    layout = table.layout or _lay_out(table, frame, len(rows), setting)
    place = Frame(frame.x, frame.y, sum(layout.columns), sum(layout.rows))
    grid = join(_COLUMN(emu(width)) for width in layout.columns)
    sides = _write_sides(table.role, setting.dress)
    body = join(
        _write_row(row, height, at < len(table.head), len(layout.columns), layout.size, sides, setting)
        for at, (row, height) in enumerate(zip(rows, layout.rows, strict=True))
    )
    graphic = write_graphic(TABLE, _TABLE(_FIRST_ROW if table.head else NONE, setting.table_style, grid, body))
    return write_graphic_frame(number, name, table.alt, holder, place, graphic, lasting)


def _lay_out(table: Table, frame: Frame, rows: int, setting: Setting) -> TableLayout:
    """Columns by their shares and equal rows, for a table that fit has not seen."""
    total = sum(table.widths)
    columns = tuple(frame.w * share / total for share in table.widths)
    height = max(_LEAST_ROW, frame.h / rows)
    return TableLayout(columns, (height,) * rows, setting.dress.theme.slide_text["cell"].size)


def _write_row(
    row: Row, height: float, head: bool, columns: int, size: float, sides: Markup, setting: Setting
) -> Markup:
    cells = []
    used = 0
    for cell in row.cells:
        span = min(max(1, cell.columns), columns - used)
        if span < 1:
            break
        used += span
        cells.append(_write_cell(cell, span, head, size, sides, setting))
        cells.extend(_MERGED(write_empty_paragraph(setting.dress)) for _ in range(span - 1))
    cells.extend(_write_cell(Cell(()), 1, head, size, sides, setting) for _ in range(columns - used))
    return _ROW(emu(height), join(cells))


def _write_cell(cell: Cell, span: int, head: bool, size: float, sides: Markup, setting: Setting) -> Markup:
    dress = setting.dress
    kind = "head" if head and cell.role == "cell" else cell.role
    exact = _EXACT(hundredths(1.2 * size))
    style = dress.theme.slide_text["cell_head" if kind == "head" else "cell"]
    strong = True if kind in _STRONG else None

    def para(properties: Markup, runs: Runs) -> Markup:
        return write_paragraph(properties, write_runs(runs, setting, size, style.colour, strong), dress, size)

    paragraphs = [para(properties, runs) for properties, runs in _lines(cell, size, exact, dress)]
    text = join(paragraphs) or write_paragraph(_EMPTY(exact), NONE, dress, size)
    left, top, right, bottom = (emu(inset) for inset in CELL_INSETS)
    spanned = _SPAN(span) if span > 1 else NONE
    return _CELL(spanned, text, left, right, top, bottom, sides, dress.fill(_FILLS.get(kind)))


def _lines(cell: Cell, size: float, exact: Markup, dress: Dress) -> Iterator[tuple[Markup, Runs]]:
    """The paragraphs of a cell: their properties and runs."""
    align = _ALIGN[cell.align]
    for element in cell.content:
        if isinstance(element, Para):
            yield _PARAGRAPH(align, exact), element.runs
        elif isinstance(element, ListBlock):
            for at, item in enumerate(element.items):
                attributes, marker = write_list_markup(element, element.level(at), size, dress)
                yield _ITEM(attributes, align, exact, marker), item
        else:
            raise TypeError(f"no {type(element).__name__} in a table cell of a slide")


def _write_sides(role: str, dress: Dress) -> Markup:
    ruled = _ruled_sides(role)
    return join(
        _SIDE(side, emu(_RULE_WIDTH), dress.fill(_RULE)) if side in ruled else _BARE_SIDE(side)
        for side in ("lnL", "lnR", "lnT", "lnB")
    )


def _ruled_sides(role: str) -> Sequence[str]:
    """A grid has rules between rows only: calm, and rows are easy to follow; forms are boxed."""
    if role == "plain":
        return ()
    return ("lnL", "lnR", "lnT", "lnB") if role == "form" else ("lnT", "lnB")
