"""Trees as text: what `deckgen show` prints and what the golden files hold.

One line a paragraph; indentation is nesting; frames and sizes are left out, so that a change of theme
changes no golden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from deckgen.base.runs import Runs
from deckgen.tree.book import Book
from deckgen.tree.deck import Deck
from deckgen.tree.drawing import Drawing
from deckgen.tree.elements import (
    Callout,
    Cell,
    Chart,
    Diagram,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Picture,
    Row,
    Table,
    Toc,
    WritingSpace,
)


def dump_deck(deck: Deck) -> str:
    """A deck as text."""
    lines = [f"deck {deck.properties.title} [{deck.properties.language}]"]
    for section in deck.sections:
        lines.append(f"section {section.id} {section.title}")
        for slide in section.slides:
            minutes = f" {slide.minutes}min" if slide.minutes else ""
            lines.append(f"  slide {slide.id} {slide.kind}/{slide.layout}{minutes}: {inline(slide.title)}")
            for slot in slide.slots:
                lines.append(f"    {slot.name}")
                for element in slot.content:
                    lines.extend(f"      {line}" for line in dump_element(element))
            if slide.source:
                lines.append(f"    source {inline(slide.source)}")
            lines.extend(f"    | {inline(para.runs)}" for para in slide.notes)
    return "\n".join(lines) + "\n"


def dump_book(book: Book) -> str:
    """A book as text."""
    lines = [f"{book.kind} {book.properties.title} [{book.properties.language}]", f"footer {book.footer}"]
    for section in book.sections:
        cover = " cover" if section.cover else ""
        lines.append(f"section {section.id} {section.orientation}{cover} | {section.header}")
        for element in section.children:
            lines.extend(f"  {line}" for line in dump_element(element))
    return "\n".join(lines) + "\n"


def inline(runs: Runs) -> str:
    """Runs with light marks: **strong**, *emphasis*, `code`, [text](link), {page: anchor}."""
    made = []
    for run in runs:
        text = run.text.replace("\n", "⏎")
        if run.page_of:
            text = f"{{page: {run.page_of}}}"
        if run.code:
            text = f"`{text}`"
        if run.emphasis:
            text = f"*{text}*"
        if run.strong:
            text = f"**{text}**"
        made.append(f"[{text}]({run.href})" if run.href else text)
    return "".join(made)


def dump_element(element: Element) -> Iterator[str]:
    """An element as lines; a class this function does not know raises, so that none is forgotten."""
    match element:
        case Para():
            yield f"{element.role}: {inline(element.runs)}"
        case ListBlock():
            levels = element.levels or (0,) * len(element.items)
            for number, (item, level) in enumerate(zip(element.items, levels, strict=True), start=element.start):
                mark = {"bullet": "-", "check": "[ ]", "number": f"{number}."}[element.marker]
                yield f"{'  ' * level}{mark} {inline(item)}"
        case Heading():
            flags = (" new-page" if element.new_page else "") + ("" if element.toc else " no-toc")
            yield f"heading{element.level} #{element.anchor}{flags}: {inline(element.runs)}"
        case Table():
            yield f"table {element.role}: {element.alt}"
            for row in element.head:
                yield "  head " + _row(row)
            for row in element.rows:
                yield "  " + _row(row)
        case Chart():
            yield f"chart {element.kind} {element.categories} {element.unit}: {element.alt}"
            for name, values in zip(element.series, element.values, strict=True):
                yield f"  {name}: {', '.join(f'{value:g}' for value in values)}"
        case Picture():
            yield f"picture {element.path}: {element.alt}"
        case Diagram():
            yield f"diagram {element.type}: {element.alt}"
            yield from (f"  {line}" for line in _fields(element.record))
        case Drawing():
            yield f"drawing {element.type} ({len(element.shapes)} shapes): {element.alt}"
        case Callout():
            yield f"callout {element.role}: {inline(element.title)}"
            for child in element.body:
                yield from (f"  {line}" for line in dump_element(child))
        case WritingSpace():
            yield f"write {element.lines} lines: {inline(element.prompt)}"
        case Field():
            yield f"field {element.control} {element.tag}: {inline(element.label)}"
        case Group():
            flags = (" keep" if element.keep else "") + (" new-page" if element.new_page else "")
            yield f"group {element.role} {element.id}{flags}"
            for child in element.children:
                yield from (f"  {line}" for line in dump_element(child))
        case Toc():
            yield f"toc to level {element.depth}: {inline(element.title)}"
            for entry in element.entries:
                yield f"  {entry.level} {inline(entry.runs)} … {entry.page}"
        case _:
            raise TypeError(f"no dump for {type(element).__name__}")


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    text = " ⏎ ".join(line for element in cell.content for line in dump_element(element))
    text = text.replace("cell_head: ", "").replace("run_cell: ", "").replace("run_head: ", "").replace("cell: ", "")
    span = f"<{cell.columns}>" if cell.columns > 1 else ""
    return f"{span}{text or '____'}"


def _fields(record: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """A record's fields by name, one a line; nested records one level down."""
    for key, value in _named(record):
        if isinstance(value, tuple):
            yield f"{key}:"
            for item in value:
                yield f"  - {_flat(item)}"
        elif _is_record(value):
            yield f"{key}:"
            yield from (f"  {line}" for line in _fields(value))
        else:
            yield f"{key}: {_flat(value)}"


def _named(record: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Names and values in alphabetical order, without what the element itself says."""
    yield from sorted((key.rstrip("_"), value) for key, value in record if key not in ("type", "alt"))


def _is_record(value: Any) -> bool:
    return hasattr(value, "__iter__") and not isinstance(value, str | tuple)


def _flat(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_flat(item) for item in value) + "]"
    if _is_record(value):
        return "; ".join(f"{key}={_flat(inner)}" for key, inner in _named(value) if inner not in ("", None, ()))
    return str(value).replace("\n", "⏎")
