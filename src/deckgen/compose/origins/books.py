"""Books whose paragraphs know what they were written as.

A paragraph that says a text of the course, or a part of one, carries its id. Where two say the same, or a paragraph
says more than one text, the part of the book that it stands in decides; what is made of phrases alone carries none.
Headings always carry one: of what they head.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from deckgen.base.runs import Runs, plain
from deckgen.compose.anchors import (
    answer_anchor,
    block_anchor,
    entry_anchor,
    module_anchor,
    reading_anchor,
    sheet_anchor,
)
from deckgen.compose.origins.texts import Origins, bare
from deckgen.model.course import Course
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Table,
    WritingSpace,
)

Item = TypeVar("Item")
_LEAST = 4  # characters of a text that is looked for within a paragraph
_LEAST_PART = 6  # of a paragraph that may be part of a text, and of a title named somewhere else
# What of the course headings head that are phrases and slides that nobody wrote, where it is not called like them.
_HEADS = {
    "about-guide": "guide_use", "agenda": "deliveries", "cases": "sheets", "contents": "modules", "day": "deliveries",
    "differences": "deliveries", "late": "deliveries", "map": "modules", "material": "materials", "origins": "modules",
    "own-goals": "objectives", "pause": "deliveries", "preparation": "room", "prework-use": "prework",
    "reasons": "deliveries", "recap": "modules", "schedule": "deliveries", "sign-in": "deliveries",
    "test-key": "questions", "where-is-what": "modules", "pre-test": "questions", "post-test": "questions",
    "groups": "class_size", "test": "questions", "key": "questions", "answer-sheet": "questions", "letter": "letters",
    "indicator": "indicators",
}  # fmt: skip


def mark_book(book: Book, course: Course, origins: Origins) -> Book:
    """The book with the ids of its texts, and of what stands at each of its places."""
    marker = Marker(book.kind, course, origins)
    sections = tuple(marker.section(section) for section in book.sections)
    places = tuple((anchor, page, marker.headed(anchor)) for anchor, page, _ in book.places)
    return replace(book, sections=sections, places=places)


class Marker:
    """Gives texts their ids; `within` are the parts around, the innermost last."""

    def __init__(self, kind: str, course: Course, origins: Origins) -> None:
        self.course, self.origins = course, origins
        self.anchors = dict(_anchors(kind, course, origins))
        self.within: list[str] = [""]  # ids of the parts around, the innermost last
        titles = (bare(text) for name, text in origins.said.items() if name.endswith("/title"))
        self.titles = _Texts(sorted((title for title in titles if len(title) >= _LEAST_PART), key=len, reverse=True))
        self.known: dict[tuple[str, ...], _Texts] = {}

    def section(self, section: BookSection) -> BookSection:
        """One section; a heading says what follows it."""
        self.within = ["", *([section.id] if section.id in self.origins.texts else ())]
        return replace(section, children=self.elements(section.children))

    def elements(self, elements: Sequence[Element]) -> tuple[Element, ...]:
        """What stands together; headings hold up to its end."""
        depth = len(self.within)
        marked: list[Element] = []
        for element in elements:
            if isinstance(element, Heading):
                del self.within[depth:]
                self.within.append(self.heading(element).removesuffix("/title"))
            marked.append(self.element(element))
        del self.within[depth:]
        return _kept(elements, marked)

    def element(self, element: Element) -> Element:
        """One element, and what is in it."""
        match element:
            case Para(runs=runs):
                marked = self.text(runs)
                return element if marked is runs else replace(element, runs=marked)
            case ListBlock(items=items):
                return replace(element, items=tuple(self.text(item) for item in items))
            case Heading(runs=runs):
                return replace(element, runs=_with(runs, self.heading(element)))
            case Callout(title=title, body=body):
                return replace(element, title=self.text(title), body=self.elements(body))
            case WritingSpace(prompt=prompt):
                return replace(element, prompt=self.text(prompt))
            case Field(label=label):
                return replace(element, label=self.text(label))
            case Table(head=head, rows=rows):
                return replace(element, head=self.rows(head), rows=self.rows(rows))
            case Group(children=children, id=name):
                return replace(element, children=self.inside(self.anchors.get(name, ""), children))
            case _:
                return element

    def inside(self, name: str, children: Sequence[Element]) -> tuple[Element, ...]:
        """What stands in the part of that id."""
        if not name:
            return self.elements(children)
        self.within.append(name)
        marked = self.elements(children)
        self.within.pop()
        return marked

    def rows(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Rows of a table."""
        return _kept(rows, [self.row(row) for row in rows])

    def row(self, row: Row) -> Row:
        """A row, and what is in it."""
        cells = _kept(row.cells, [self.cell(cell) for cell in row.cells])
        return row if cells is row.cells else replace(row, cells=cells)

    def cell(self, cell: Cell) -> Cell:
        """A cell, and what is in it."""
        content = _kept(cell.content, [self.element(element) for element in cell.content])
        return cell if content is cell.content else replace(cell, content=content)

    def heading(self, heading: Heading) -> str:
        """The id of what a heading heads: of a title, wherever it stands, of that title."""
        if heading.anchor not in self.anchors:
            names = self.origins.by_text.get(bare(plain(heading.runs)), ())
            if title := next((name for name in names if name.endswith("/title")), ""):
                self.anchors[heading.anchor] = title.removesuffix("/title")
        return self.headed(heading.anchor)

    def headed(self, anchor: str) -> str:
        """The id of what stands at an anchor."""
        name = self.anchors.get(anchor)
        if name is not None:
            return f"{name}/title" if f"{name}/title" in self.origins.places else name
        head = anchor.removeprefix("slide-").removeprefix("part-").rstrip("0123456789-")
        key = _HEADS.get(head, head.replace("-", "_"))
        return f"/{key}" if key in type(self.course).model_fields else "/title"

    def text(self, runs: Runs) -> Runs:
        """Runs with the id of what they say."""
        said = bare(plain(runs))
        if not said:
            return runs
        names = self.origins.by_text.get(said)
        if names is None:
            names = next((self.origins.by_text[piece] for piece in self.pieces(runs, said)), None)
        return _with(runs, self.nearest(names)) if names else runs

    def pieces(self, runs: Runs, said: str) -> Iterator[str]:
        """Texts of the course that a paragraph is a part of, or that are a part of it: likelier ones first."""
        own = self.own()
        if len(said) >= _LEAST_PART:
            yield from own.that_hold(said)
        yield from own.held_by(said)
        yield from (piece for run in runs if len(piece := bare(run.text)) >= _LEAST and piece in self.origins.by_text)
        yield from self.titles.held_by(said)

    def own(self) -> _Texts:
        """What the texts of the parts around say, the innermost first and in it the longest."""
        owners = tuple(dict.fromkeys(name.partition("/")[0] for name in reversed(self.within) if name))
        if owners not in self.known:
            texts = self.origins.texts
            self.known[owners] = _Texts(
                [text for owner in owners for text in sorted(texts.get(owner, ()), key=len, reverse=True)]
            )
        return self.known[owners]

    def nearest(self, names: Sequence[str]) -> str:
        """Of several ids that of the innermost part around that has one."""
        around = (name for name in reversed(self.within) if name)
        return next((name for part in around for name in names if name.startswith(f"{part}/")), names[0])


class _Texts:
    """Texts in the order they are preferred in, to be found by what they hold and by what holds them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known = frozenset(texts)
        self._together = "\n".join(texts)
        self._by_start: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            if len(text) >= _LEAST:
                self._by_start[text[:_LEAST]].append(at)

    def __contains__(self, text: str) -> bool:
        return text in self._known

    def that_hold(self, said: str) -> Iterator[str]:
        """Those of which this is a part."""
        return (text for text in self._texts if said in text) if said in self._together else iter(())

    def held_by(self, said: str) -> Iterator[str]:
        """Those that are a part of this, and not too short to say anything."""
        starts = {said[at : at + _LEAST] for at in range(len(said) - _LEAST + 1)} & self._by_start.keys()
        likely = sorted(at for start in starts for at in self._by_start[start])
        return (self._texts[at] for at in likely if self._texts[at] in said)


def _with(runs: Runs, name: str) -> Runs:
    return (replace(runs[0], source=name), *runs[1:]) if runs and runs[0].source != name else runs


def _kept(before: Sequence[Item], after: list[Item]) -> tuple[Item, ...]:
    """What a sequence became; the very tuple that it was where nothing has changed."""
    if isinstance(before, tuple) and all(map(operator.is_, before, after)):
        return before
    return tuple(after)


def _anchors(kind: str, course: Course, origins: Origins) -> Iterator[tuple[str, str]]:
    """The id of the part that each anchor and group of a book stands for."""
    for module in course.modules:
        yield from ((name, module.id) for name in (module_anchor(module.id), entry_anchor(module.id)))
        for end, key in (("recap", "summary"), ("recap+motto", "motto")):
            yield entry_anchor(f"{module.id}.{end}"), f"{module.id}/{key}"
    for block in course.blocks:
        yield block_anchor(block.id), block.id
        readings = 0
        for slide, name in zip(block.slides, block.slide_ids, strict=True):
            yield entry_anchor(name), origins.slides[name]
            if slide.is_read and kind == "workbook":  # elsewhere its first anchor is that of the block
                readings += 1
                for anchor in (reading_anchor(block.id, readings), f"{block.id}.{readings}"):
                    yield anchor, origins.slides[name]
    for sheet in course.sheets:
        for anchor in (sheet_anchor(sheet.id), answer_anchor(sheet.id), f"case-{sheet.id}", sheet.id):
            yield anchor, sheet.id
