"""A Chart into the spreadsheet behind it, which Office opens for "edit data". Refuses nothing.

Made here and not by python-pptx, which loads for a tenth of a second and stamps the clock into it.
"""

from __future__ import annotations

import re

from deckgen.base.markup import Markup, Template, join
from deckgen.tree import Chart
from deckgen.tree.chart_look import named_target
from deckgen.writers.drawingml.names import R
from deckgen.writers.package import CONTENT_TYPES, ROOT_RELATIONSHIPS, write_package
from deckgen.writers.parts import Relationships, write_content_types, write_part

SHEET = "Sheet1"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_BOOK = Template(
    '<workbook xmlns="{main}" xmlns:r="{r}">'
    '<sheets><sheet name="{name}" sheetId="1" r:id="{link}"/></sheets></workbook>'
)
_SHEET = Template('<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>')
_ROW = Template('<row r="{number}">{cells}</row>')
_TEXT = Template('<c r="{column}{row}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
_NUMBER = Template('<c r="{column}{row}"><v>{number}</v></c>')
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(chart: Chart) -> bytes:
    """The workbook: categories in column A from row 2, a column for each series and the target, its name in row 1."""
    root, links = Relationships(), Relationships()
    root.add("officeDocument", "xl/workbook.xml")
    book = _BOOK(_MAIN, R, SHEET, links.add("worksheet", "worksheets/sheet1.xml"))
    parts = {
        ROOT_RELATIONSHIPS: root.part(),
        "xl/workbook.xml": write_part(book),
        "xl/_rels/workbook.xml.rels": links.part(),
        "xl/worksheets/sheet1.xml": write_part(_SHEET(_MAIN, _write_rows(chart))),
    }
    kinds = {"xl/workbook.xml": f"{_TYPE}.sheet.main+xml", "xl/worksheets/sheet1.xml": f"{_TYPE}.worksheet+xml"}
    return write_package({CONTENT_TYPES: write_content_types(parts, kinds), **parts})


def column_letter(at: int) -> str:
    """The name of a column, 0 = A."""
    return chr(65 + at) if at < 26 else column_letter(at // 26 - 1) + column_letter(at % 26)


def spell_number(value: float) -> str:
    """A number as a cell holds it."""
    return str(int(value)) if value == int(value) else repr(float(value))


def _write_rows(chart: Chart) -> Markup:
    names, columns = list(chart.series), list(chart.values)
    if chart.target is not None:
        names.append(named_target(chart))
        columns.append((chart.target.value,) * len(chart.categories))
    letters = [column_letter(at + 1) for at in range(len(names))]
    rows = [_ROW(1, join(_write_text(letter, 1, name) for letter, name in zip(letters, names, strict=True)))]
    for row, (category, *values) in enumerate(zip(chart.categories, *columns, strict=True), 2):
        numbers = [_NUMBER(letter, row, spell_number(value)) for letter, value in zip(letters, values, strict=True)]
        rows.append(_ROW(row, join((_write_text("A", row, category), *numbers))))
    return join(rows)


def _write_text(column: str, row: int, text: str) -> Markup:
    """A cell of text; what would read as the code of a character (``_x000D_``) is itself coded."""
    return _TEXT(column, row, _CODED.sub("_x005F_", text))
