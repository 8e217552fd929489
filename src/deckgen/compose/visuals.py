"""Diagrams, tables and charts of the course into tree elements, with their alternative text."""

from __future__ import annotations

from typing import Any

from deckgen.compose.cast import cast_of
from deckgen.compose.content import ANSWER_ROW, column_shares
from deckgen.compose.kit import Kit
from deckgen.compose.pictures import show_on_slide
from deckgen.model.base import Strict
from deckgen.model.diagrams.base import DiagramData, Labels
from deckgen.model.diagrams.chart import Chart as ChartData
from deckgen.model.diagrams.compare import Compare
from deckgen.model.slides import ContentSlide, Slide, SlideTable
from deckgen.tree import Cell, Chart, Diagram, Element, Para, Row, Table, TargetLine

OPENING = "“「『\"‘'"
ALT_LIMIT = 120  # characters, check D7


def compose_visual(kit: Kit, slide: Slide) -> Element | None:
    """The slide's diagram, table or pictures as a tree element, or None."""
    if not isinstance(slide, ContentSlide):
        return None
    if slide.diagram is not None:
        return compose_diagram(kit, slide.diagram, slide.title)
    if slide.table is not None:
        return compose_table(kit, slide.table, slide.title)
    return show_on_slide(kit, slide.pictures) if slide.pictures else None


def compose_diagram(kit: Kit, record: DiagramData, title: str) -> Element:
    """A diagram element; comparisons become native tables and charts native charts."""
    alt = kit.plain(record.alt) if record.alt else alt_text(kit, record.type, title, record.parts())
    if isinstance(record, Compare):
        return _compare_table(kit, record, alt)
    if isinstance(record, ChartData):
        return Chart(
            record.kind,
            tuple(kit.plain(category) for category in record.categories),
            tuple(kit.plain(name) for name in record.series),
            tuple(tuple(float(value) for value in values) for values in record.series.values()),
            alt,
            record.unit or "",
            kit.plain(record.source),
            record.axis_from,
            kit.plain(record.highlight),
            TargetLine(record.target.value, kit.plain(record.target.title)) if record.target else None,
        )
    told = _quote(kit, _with_phrases(kit, record)).rewrite(kit.words)
    return Diagram(told, alt, record.span, cast=cast_of(kit, record))


def _with_phrases(kit: Kit, record: DiagramData) -> DiagramData:
    """The record with the phrases of the course's language where its author left a label empty."""
    labels = {name: value for name, value in record if isinstance(value, Labels)}
    filled = {
        name: value.model_copy(
            update={key: kit.phrase(f"{record.type}.{key.rstrip('_')}") for key, text in value if not text}
        )
        for name, value in labels.items()
    }
    return record.model_copy(update=filled) if filled else record


def _quote(kit: Kit, value: Any) -> Any:
    """A record in which words to say stand in the quotation marks of the language, unless they bring their own."""
    if isinstance(value, tuple):
        return tuple(_quote(kit, item) for item in value)
    if not isinstance(value, Strict):
        return value
    changed = {name: new for name, old in value if (new := _quote(kit, old)) is not old}
    for name in type(value).said:
        text = getattr(value, name)
        if text and text[0] not in OPENING:
            changed[name] = kit.phrase("quoted", text=text)
    return value.model_copy(update=changed) if changed else value


def alt_text(kit: Kit, kind: str, title: str, parts: tuple[str, ...]) -> str:
    """What a visual states, in one line of at most ALT_LIMIT characters."""
    opening = f"{kit.phrase(f'diagram.{kind}')}{kit.phrase('colon')}{kit.plain(title)}"
    text = opening
    for part in filter(None, parts):
        longer = f"{text}{kit.phrase('comma')}{kit.plain(part)}"
        if len(longer) > ALT_LIMIT:
            break
        text = longer
    return text[:ALT_LIMIT]


def compose_table(kit: Kit, table: SlideTable, title: str) -> Table:
    """A table of a slide; its first column heads the rows."""
    alt = alt_text(kit, "table", title, tuple(table.head))
    columns = len(table.head)
    widths = table.widths or column_shares([table.head, *table.rows])
    head = Row(tuple(_cell(kit, text, "head", "cell_head") for text in table.head))
    rows = tuple(
        _row(kit, tuple(_cell(kit, row[i], "row_head" if i == 0 else "cell") for i in range(columns)))
        for row in table.rows
    )
    return Table(widths, (head,), rows, alt)


def _row(kit: Kit, cells: tuple[Cell, ...]) -> Row:
    """A row of a table; in a book its empty cells are high enough to write in."""
    if kit.medium == "slide" or all(cell.content for cell in cells):
        return Row(cells)
    return Row(tuple(cell if cell.content else Cell((), "answer") for cell in cells), ANSWER_ROW)


def _compare_table(kit: Kit, compare: Compare, alt: str) -> Table:
    tones = tuple(compare.tones) or ("neutral",) * len(compare.columns)
    marks = {"good": "✓ ", "bad": "✗ ", "neutral": ""}
    roles = {"good": "good", "bad": "bad", "neutral": "cell"}
    head = Row(
        (
            _cell(kit, compare.title if hasattr(compare, "title") else "", "head", "cell_head"),
            *(
                _cell(kit, marks[tone] + column, "head", "cell_head")
                for column, tone in zip(compare.columns, tones, strict=True)
            ),
        )
    )
    rows = tuple(
        _row(
            kit,
            (
                _cell(kit, row[0], "row_head"),
                *(_cell(kit, text, roles[tone]) for text, tone in zip(row[1:], tones, strict=True)),
            ),
        )
        for row in compare.rows
    )
    return Table(column_shares([("", *compare.columns), *compare.rows]), (head,), rows, alt)


def _cell(kit: Kit, text: str, role: str, para: str = "cell") -> Cell:
    return Cell((Para(kit.inline(text, strong=role == "row_head"), para),) if text else (), role)  # type: ignore[arg-type]
