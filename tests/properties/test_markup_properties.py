"""Any text in any place of a deck or a book gives well-formed parts, and is read back as it was."""

from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from any_text import TEXTS, carried
from deckgen.base.runs import Run
from deckgen.base.units import Frame
from deckgen.theme.office.parts import open_package
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Chart,
    Deck,
    DeckSection,
    Drawing,
    Element,
    Field,
    Heading,
    Label,
    ListBlock,
    Para,
    Path,
    Picture,
    Properties,
    Row,
    Shape,
    Slide,
    Slot,
    Table,
    TextBox,
    Toc,
    TocEntry,
    WritingSpace,
)
from deckgen.writers.docx import write_book
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from examples import some
from shown import nothing
from tools import validate


class Marked:
    """Gives every place a text that no other has, and remembers it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.given: list[str] = []

    def __call__(self) -> str:
        self.given.append(f"〔{len(self.given)}〕{self.text}〔/〕")
        return self.given[-1]

    def runs(self) -> tuple[Run, ...]:
        return Run(self(), strong=True), Run(self(), href="https://example.org/" + self()), Run(self(), code=True)


def elements(mark: Marked, source: str) -> tuple[Element, ...]:
    cell = Cell((Para(mark.runs()),))
    box = TextBox((Label((Run(mark()),), 16),))
    shapes = (
        Shape("rect", Frame(0, 0, 99, 9), "primary", text=box),
        Shape("rect", Frame(0, 0, 99, 9), "primary", part=mark()),
        Path(((0, 0), (9, 9)), part=mark()),
        Path(((0, 0), (9, 9), (0, 9)), part=mark()),
    )
    return (
        Para(mark.runs()),
        ListBlock((mark.runs(),)),
        Table((1.0,), (Row((cell,)),), (Row((cell,)),), mark()),
        Drawing("hub", Frame(0, 0, 99, 99), shapes, mark()),
        Chart("column", (mark(), mark()), (mark(),), ((1.0, 2.0),), mark(), "%", source=source),
        Picture("a.png", mark(), 9, 9),
    )


def properties(mark: Marked) -> Properties:
    return Properties(mark(), mark(), "zh-CN", mark(), "2025-03-01", mark(), mark())


def deck(mark: Marked) -> Deck:
    para, items, *objects = elements(mark, source="")
    first = Slide("s0", "concept", "recap", mark.runs(), (Slot("body", (para, items)),), (Para(mark.runs()),), mark())
    others = [
        Slide(f"s{at}", "concept", "visual", mark.runs(), (Slot("canvas", (item,)),), source=mark.runs())
        for at, item in enumerate(objects, 1)
    ]
    return Deck(properties(mark), (DeckSection("M1", mark(), (first, *others)),))


def book(mark: Marked) -> Book:
    children = (
        Toc(mark.runs(), 2, (TocEntry(1, (Run(mark()),), "h1", 1),)),
        Heading(1, mark.runs(), "h1"),
        *elements(mark, source=mark()),
        Para((Run(mark(), href="#h1"), Run(mark(), page_of="h1"))),
        Callout("info", mark.runs(), (Para(mark.runs()),)),
        WritingSpace(1, mark.runs()),
        *(Field(mark.runs(), control, mark(), mark()) for control in ("text", "date")),
        Field(mark.runs(), "check", mark()),
        Field(mark.runs(), "choice", mark(), mark(), (mark(), mark())),
    )
    section = BookSection("M1", "", children, header=mark())
    return Book("workbook", properties(mark), (section,), mark(), mark())


def written(package: bytes) -> str:
    """All texts of the parts, those of a paragraph together, with its breaks and tabs as characters."""
    texts: list[str] = []
    parts = open_package(package)
    for name in [name for name in parts if name.endswith(".xlsx")]:
        parts |= {f"{name}/{inner}": part for inner, part in open_package(parts[name]).items()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            for node in etree.fromstring(part).iter(etree.Element):
                texts += node.attrib.values()
                texts.append("".join(map(spelled, node.iter(etree.Element))) if local(node) == "p" else node.text or "")
    return "\0".join(texts)


def local(node: Any) -> str:
    return etree.QName(node).localname


def spelled(node: Any) -> str:
    return {"br": "\n", "tab": "\t", "t": node.text or ""}.get(local(node), "")


def lost(mark: Marked, package: bytes) -> list[str]:
    everything = written(package)
    return [text for text in mark.given if carried(text) not in everything]


@settings(max_examples=some(20), deadline=None)
@given(TEXTS)
def test_decks(text: str) -> None:
    mark = Marked(text)
    assert not lost(mark, write_deck(deck(mark), THEME, TEMPLATES.deck, nothing))


@settings(max_examples=some(20), deadline=None)
@given(TEXTS)
def test_books(text: str) -> None:
    mark = Marked(text)
    assert not lost(mark, write_book(book(mark), THEME, TEMPLATES.book, nothing))


@pytest.mark.slow
@pytest.mark.parametrize("text", ["<&>\"' \t\n\r\x00\x0b\ud800\ufffe 😀\u2028", "]]><!-- <?x? %s{text}\\_x000D_"])
def test_strange_texts_pass_the_validator(text: str, tmp_path: FilePath) -> None:
    (tmp_path / "deck.pptx").write_bytes(write_deck(deck(Marked(text)), THEME, TEMPLATES.deck, nothing))
    (tmp_path / "book.docx").write_bytes(write_book(book(Marked(text)), THEME, TEMPLATES.book, nothing))
    assert [validate(tmp_path / name) for name in ("deck.pptx", "book.docx")] == [[], []]
