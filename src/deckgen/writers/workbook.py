"""A Chart into the spreadsheet behind it, which Office opens for "edit data". Refuses nothing.

Made here and not by python-pptx, which loads for a tenth of a second and stamps the clock into it.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from deckgen.tree import Chart
from deckgen.writers.package import write_package

SHEET = "Sheet1"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write_workbook(chart: Chart) -> bytes:
    """The workbook: categories in column A from row 2, a column for each series with its name in row 1."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": _relationship("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationship("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{_rows(chart)}</sheetData></worksheet>',
    }
    return write_package({name: f"{_XML}{markup}".encode() for name, markup in parts.items()})


def _relationship(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def _rows(chart: Chart) -> str:
    columns = [chr(ord("B") + index) for index in range(len(chart.series))]
    head = "".join(_text(f"{column}1", name) for column, name in zip(columns, chart.series, strict=True))
    rows = [f'<row r="1">{head}</row>']
    for at, category in enumerate(chart.categories):
        numbers = "".join(
            f'<c r="{column}{at + 2}"><v>{values[at]:.12g}</v></c>'
            for column, values in zip(columns, chart.values, strict=False)
            if at < len(values)
        )
        rows.append(f'<row r="{at + 2}">{_text(f"A{at + 2}", category)}{numbers}</row>')
    return "".join(rows)


def _text(reference: str, value: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
