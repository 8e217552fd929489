"""A Table into a native table: own fills and rules by role, exact line distances, spans.

Cells hold paragraphs and lists; anything else in them is refused (TypeError, a bug of compose).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.base.units import Frame
from deckgen.theme.slide_text import CELL_INSETS
from deckgen.tree import Cell, ListBlock, Para, Row, Table, TableLayout
from deckgen.writers.pptx.markup import emu, escape, extent, hundredths
from deckgen.writers.pptx.text import TextContext, list_markup, write_paragraph, write_runs

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # Office's table without style and grid
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_FILLS: dict[str, str | None] = {
    "cell": None,
    "head": "primary",
    "row_head": "primary_soft",
    "answer": "positive_soft",
    "good": "positive_soft",
    "bad": "negative_soft",
    "quiet": "surface",
}
_RULE = "line"
_RULE_WIDTH = 0.75
_STRONG = ("head", "row_head")
_LEAST_ROW = 24.0  # height of a row nobody laid out


def write_table(table: Table, frame: Frame, name: str, number: int, holder: str, context: TextContext) -> str:
    """The graphic frame of a table; `holder` is the placeholder it fills, if any."""
    rows = (*table.head, *table.rows)
    layout = table.layout or _lay_out(table, frame, len(rows), context)
    place = Frame(frame.x, frame.y, sum(layout.columns), sum(layout.rows))
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in layout.columns)
    body = "".join(
        _write_row(row, height, at < len(table.head), len(layout.columns), layout.size, table.role, context)
        for at, (row, height) in enumerate(zip(rows, layout.rows, strict=True))
    )
    first = ' firstRow="1"' if table.head else ""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(name)}" '
        f'descr="{escape(table.alt)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{holder}</p:nvPr></p:nvGraphicFramePr>{extent(place, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{first}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _lay_out(table: Table, frame: Frame, rows: int, context: TextContext) -> TableLayout:
    """Columns by their shares and equal rows, for a table that fit has not seen."""
    total = sum(table.widths)
    columns = tuple(frame.w * share / total for share in table.widths)
    height = max(_LEAST_ROW, frame.h / rows)
    return TableLayout(columns, (height,) * rows, context.dress.theme.slide_text["cell"].size)


def _write_row(row: Row, height: float, head: bool, columns: int, size: float, role: str, context: TextContext) -> str:
    cells = []
    used = 0
    for cell in row.cells:
        span = min(max(1, cell.columns), columns - used)
        if span < 1:
            break
        used += span
        cells.append(_write_cell(cell, span, head, size, role, context))
        cells.extend(_merged(context) for _ in range(span - 1))
    cells.extend(_write_cell(Cell(()), 1, head, size, role, context) for _ in range(columns - used))
    return f'<a:tr h="{emu(height)}">{"".join(cells)}</a:tr>'


def _merged(context: TextContext) -> str:
    return (
        f'<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr {context.dress.lang}/></a:p>'
        "</a:txBody><a:tcPr/></a:tc>"
    )


def _write_cell(cell: Cell, span: int, head: bool, size: float, role: str, context: TextContext) -> str:
    kind = "head" if head and cell.role == "cell" else cell.role
    style = context.dress.theme.slide_text["cell_head" if kind == "head" else "cell"]
    strong = True if kind in _STRONG else None
    exact = f'<a:lnSpc><a:spcPts val="{hundredths(1.2 * size)}"/></a:lnSpc>'
    exact += '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
    align = f'algn="{_ALIGN[cell.align]}"'
    paragraphs = []
    for element in cell.content:
        if isinstance(element, Para):
            runs = write_runs(element.runs, context, size, style.colour, strong)
            properties = f'<a:pPr marL="0" indent="0" {align}>{exact}<a:buNone/></a:pPr>'
            paragraphs.append(write_paragraph(properties, runs, context, size))
        elif isinstance(element, ListBlock):
            for at, item in enumerate(element.items):
                level = element.levels[at] if at < len(element.levels) else 0
                attributes, bullet = list_markup(element, level, size, context.dress)
                runs = write_runs(item, context, size, style.colour, strong)
                properties = f"<a:pPr {attributes} {align}>{exact}{bullet}</a:pPr>"
                paragraphs.append(write_paragraph(properties, runs, context, size))
        else:
            raise TypeError(f"no {type(element).__name__} in a table cell of a slide")
    if not paragraphs:
        paragraphs.append(write_paragraph(f"<a:pPr>{exact}</a:pPr>", "", context, size))
    spanned = f' gridSpan="{span}"' if span > 1 else ""
    return (
        f"<a:tc{spanned}><a:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</a:txBody>"
        f"{_cell_properties(kind, role, context)}</a:tc>"
    )


def _cell_properties(kind: str, role: str, context: TextContext) -> str:
    dress = context.dress
    left, top, right, bottom = (emu(inset) for inset in CELL_INSETS)
    none = "<a:noFill/>"
    rule = "" if role == "plain" else dress.fill(_RULE)
    sides = _sides(role)
    lines = "".join(
        f'<a:{side} w="{emu(_RULE_WIDTH)}">{rule}<a:prstDash val="solid"/></a:{side}>'
        if rule and side in sides
        else f'<a:{side} w="0">{none}</a:{side}>'
        for side in ("lnL", "lnR", "lnT", "lnB")
    )
    return (
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="ctr">'
        f"{lines}{dress.fill(_FILLS[kind])}</a:tcPr>"
    )


def _sides(role: str) -> Sequence[str]:
    """A grid has rules between rows only: calm, and rows are easy to follow; forms are boxed."""
    return ("lnL", "lnR", "lnT", "lnB") if role == "form" else ("lnT", "lnB")
