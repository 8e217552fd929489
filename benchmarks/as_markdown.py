"""The trees of a delivery into Markdown for pandoc: the same words, as slides, headings, lists and tables.

Diagrams become lists of their texts, writing space an empty line: pandoc is asked for no drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.base.runs import Runs, plain
from deckgen.tree import (
    Book,
    Callout,
    Cell,
    Chart,
    Deck,
    Drawing,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Shape,
    Table,
    WritingSpace,
)


def deck_markdown(deck: Deck) -> str:
    """A deck: a heading of level 1 a section, of level 2 a slide; notes in their fence."""
    lines = [f"% {_escape(deck.properties.title)}", ""]
    for section in deck.sections:
        lines += [f"# {_escape(section.title)}", ""]
        for slide in section.slides:
            lines += [f"## {_inline(slide.title)}", ""]
            for slot in slide.slots:
                lines += _elements(slot.content)
            if slide.notes:
                lines.append("::: notes")
                for note in slide.notes:
                    lines += ["", _inline(note.runs)]
                lines += ["", ":::", ""]
    return "\n".join(lines)


def book_markdown(book: Book) -> str:
    """A book: its headings, paragraphs, lists and tables."""
    lines = [f"% {_escape(book.properties.title)}", ""]
    for section in book.sections:
        lines += _elements(section.children)
    return "\n".join(lines)


def _elements(elements: Iterable[Element]) -> list[str]:
    return [line for element in elements for line in _element(element)]


def _element(element: Element) -> Iterator[str]:
    match element:
        case Para():
            yield from (_inline(element.runs), "")
        case Heading():
            yield from (f"{'#' * element.level} {_inline(element.runs)}", "")
        case ListBlock():
            mark = {"bullet": "-", "check": "- [ ]", "number": "1."}[element.marker]
            yield from (f"{mark} {_inline(item)}" for item in element.items)
            yield ""
        case Table():
            yield from _table(element)
        case Drawing():
            yield from _drawing(element)
        case Chart():
            yield from (f"- {name}: {' '.join(map(str, values))}"
                        for name, values in zip(element.series, element.values, strict=True))  # fmt: skip
            yield ""
        case Callout():
            yield from (f"**{_inline(element.title)}**", "")
            yield from _elements(element.body)
        case Group():
            yield from _elements(element.children)
        case WritingSpace():
            yield from (_inline(element.prompt), "")
        case Field():
            yield from (f"{_inline(element.label)} ______", "")


def _drawing(drawing: Drawing) -> Iterator[str]:
    for shape in drawing.shapes:
        if isinstance(shape, Shape) and shape.text and shape.text.labels:
            yield "- " + " ".join(_inline(label.runs) for label in shape.text.labels)
    yield ""


def _table(table: Table) -> Iterator[str]:
    columns = len(table.widths)
    head, *rows = (*table.head, *table.rows) if table.head else (Row(()), *table.rows)
    yield _row(head, columns)
    yield "|" + "---|" * columns
    yield from (_row(row, columns) for row in rows)
    yield ""


def _row(row: Row, columns: int) -> str:
    cells = [_cell(cell) for cell in row.cells][:columns]
    return "|" + "|".join([*cells, *[""] * (columns - len(cells))]) + "|"


def _cell(cell: Cell) -> str:
    return " ".join(line for line in _elements(cell.content) if line).replace("|", "/")


def _inline(runs: Runs) -> str:
    return _escape(plain(runs))


def _escape(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|$^~@" else char for char in text.replace("\n", " "))
