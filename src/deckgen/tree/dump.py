"""Trees as text: what `deckgen show` prints and what the golden files hold.

One line a paragraph; indentation is nesting. Roles, alignment and the shares of columns are shown, frames and sizes
left out, so that a change of theme changes no golden; `dump_drawing` shows a drawing with its geometry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from deckgen.tree.book import Book
from deckgen.tree.deck import Deck, Properties
from deckgen.tree.drawing import Drawing
from deckgen.tree.dump_drawing import dump_shapes
from deckgen.tree.dump_runs import inline, marked
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
    lines = [f"deck {deck.properties.title} [{deck.properties.language}]", _properties(deck.properties)]
    for section in deck.sections:
        lines.append(f"section {section.id} {section.title}")
        for slide in section.slides:
            minutes = f" {slide.minutes}min" if slide.minutes else ""
            lines.append(f"  slide {slide.id} {slide.kind}/{slide.layout}{minutes}: {inline(slide.title)}")
            lines.append(f"    under {slide.breadcrumb}")
            for slot in slide.slots:
                lines.append(f"    {slot.name}")
                for element in slot.content:
                    lines.extend(f"      {line}" for line in dump_element(element))
            if slide.source:
                lines.append(f"    source {inline(slide.source)}")
            for note in slide.notes:
                told = [_para(note, "plain")] if isinstance(note, Para) else dump_element(note)
                lines.extend(f"    | {line}" for line in told)
    return "\n".join(lines) + "\n"


def dump_book(book: Book) -> str:
    """A book as text."""
    lines = [f"{book.kind} {book.properties.title} [{book.properties.language}]", _properties(book.properties)]
    lines.append(f"footer {book.footer} | {book.page_phrase} | {book.pages} pages")
    for section in book.sections:
        cover = " cover" if section.cover else " bare" if section.bare else ""
        head = section.header.replace("\t", " | ")
        lines.append(f"section {section.id} {section.orientation}{cover} {section.title} | {head}")
        if section.tab is not None:
            tab = section.tab
            lines.append(f"  tab {tab.at + 1} of {tab.count}: {f'{tab.number} {tab.name}'.strip()}")
        if section.cut:
            lines.append(f"  cut {len(section.cut)} to a page")
        if section.fills:
            lines.append("  fills its pages")
        for element in section.children:
            lines.extend(f"  {line}" for line in dump_element(element))
    return "\n".join(lines) + "\n"


def _properties(known: Properties) -> str:
    return f"properties {known.subject} | {known.version} | {known.date} | {known.author} | {known.keywords}"


def dump_element(element: Element) -> Iterator[str]:
    """An element as lines; a class this function does not know raises, so that none is forgotten."""
    match element:
        case Para():
            yield f"{element.role}: {inline(element.runs)}"
        case ListBlock():
            levels = element.levels or (0,) * len(element.items)
            role = f"({element.role}) " if element.role else ""
            for number, (item, level) in enumerate(zip(element.items, levels, strict=True), start=element.start):
                mark = {"bullet": "-", "check": "[ ]", "number": f"{number}."}[element.marker]
                yield f"{'  ' * level}{mark} {role}{inline(item)}"
        case Heading():
            flags = _flag(element.new_page, "new-page") + _flag(not element.toc, "no-toc")
            label = f"[{inline(element.label)}] " if element.label else ""
            yield f"heading{element.level} #{element.anchor}{flags}: {label}{inline(element.runs)}"
        case Table():
            shares = " ".join(f"{share:g}" for share in element.widths)
            yield f"table {element.role} {shares}{_flag(element.keep, 'keep')}: {element.alt}"
            for row in element.head:
                yield f"  head {_row(row, 'head', 'run_head' if element.role == 'run_sheet' else 'cell_head')}"
            for row in element.rows:
                yield f"  {_row(row, 'cell', 'run_cell' if element.role == 'run_sheet' else 'cell')}"
        case Chart():
            begins = "" if element.axis_from is None else f", axis from {element.axis_from:.12g}"
            yield f"chart {element.kind} {element.categories} {element.unit}{begins}: {element.alt}"
            for name, values in zip(element.series, element.values, strict=True):
                yield f"  {name}: {', '.join(f'{value:.12g}' for value in values)}"
            if element.highlight:
                yield f"  highlight {element.highlight}"
            if element.target is not None:
                yield f"  target {element.target.title} {element.target.value:.12g}"
            if element.source:
                yield f"  source {element.source}"
        case Picture():
            filled = f" around {focus[0]:g},{focus[1]:g}" if (focus := element.focus) is not None else ""
            yield f"picture {element.path} {element.width:g}x{element.height:g}{filled}: {element.alt}"
        case Diagram():
            yield f"diagram {element.type}{f' {element.height:g}pt' if element.height else ''}: {element.alt}"
            yield from (f"  {line}" for line in _fields(element.record))
            yield from (f"  looks {look.described}" for look in element.cast)
        case Drawing():
            yield f"drawing {element.type} ({len(element.shapes)} shapes): {element.alt}"
            if element.type != "slide":  # a thumbnail repeats what the deck has shown
                yield from (f"  {line}" for line in dump_shapes(element))
        case Callout():
            icon = f" icon {element.icon}" if element.icon else ""
            yield f"callout {element.role}{icon}{_flag(not element.keep, 'may-split')}: {inline(element.title)}"
            for child in element.body:
                yield from (f"  {line}" for line in dump_element(child))
        case WritingSpace():
            apart = f" {element.apart:g} apart" if element.apart else ""
            yield f"write {element.lines} lines{apart}: {inline(element.prompt)}"
        case Field():
            offered = "".join(f" [{text}]" for text in (element.placeholder, *element.choices) if text)
            yield f"field {element.control} {element.tag}: {inline(element.label)}{offered}"
        case Group():
            flags = _flag(element.keep, "keep") + _flag(element.new_page, "new-page")
            flags += f" {element.side}-page" if element.side else ""
            yield f"group {element.role} {element.id}{flags}"
            for child in element.children:
                yield from (f"  {line}" for line in dump_element(child))
        case Toc():
            yield f"toc to level {element.depth}: {inline(element.title)}"
            for entry in element.entries:
                yield f"  {entry.level} {inline(entry.runs)} … {entry.page} #{entry.anchor}"
        case _:
            raise TypeError(f"no dump for {type(element).__name__}")


def _flag(is_set: bool, word: str) -> str:
    return f" {word}" if is_set else ""


def _row(row: Row, role: str, text_role: str) -> str:
    """The cells of a row; roles are named where they are not the usual ones of the table."""
    height = f"{row.height:g}pt: " if row.height else ""
    height += "keep: " if row.keep else ""
    return height + " | ".join(_cell(cell, role, text_role) for cell in row.cells)


def _cell(cell: Cell, role: str, text_role: str) -> str:
    marks: list[str] = [cell.role] if cell.role != role else []
    marks += [f"{cell.columns} columns"] if cell.columns > 1 else []
    marks += [cell.align] if cell.align != "left" else []
    lines: list[str] = []
    for element in cell.content:
        lines.extend([_para(element, text_role)] if isinstance(element, Para) else dump_element(element))
    return marked(marks, " ⏎ ".join(lines) or "____")


def _para(para: Para, usual: str) -> str:
    text = inline(para.runs)
    return text if para.role == usual else f"{para.role}: {text}"


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
