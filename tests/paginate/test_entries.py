"""Entries of the guide on pages: where a page ends the rest is a table of its own, and no row is left alone."""

from __future__ import annotations

from books import default_faces
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.tree import Book, BookSection, Cell, Group, Para, Properties, Row, Table
from default_theme import THEME
from walk import find

FACES = default_faces(THEME)
PROPERTIES = Properties("T", "S", "zh-CN", "1", "2026-01-15")


def entry(name: str, *lines: int) -> Group:
    """An entry whose head and parts have so many lines; the head stays with the first of them."""
    rows = [Row((Cell((Para(runs(f"{name} head"), "slide_title"),)),), keep=True)]
    rows += [
        Row((Cell(tuple(Para(runs(f"{name} {part}"), "say") for _ in range(count))),))
        for part, count in enumerate(lines)
    ]
    return Group((Table((1.0,), (), tuple(rows), name, "entry"),), name, "slide", keep=True)


def laid(*entries: Group) -> tuple[Book, tuple[float, ...], dict[str, int]]:
    layout, diagnostics = lay_out_book(Book("guide", PROPERTIES, (BookSection("M", "M", entries),)), THEME, FACES)
    assert not diagnostics
    return layout.book, layout.fills, dict(layout.anchors)


def test_an_entry_that_would_leave_much_of_a_page_empty_goes_on_on_the_next() -> None:
    book, fills, anchors = laid(entry("a", 20), entry("b", 8, 8, 8))
    assert anchors == {"a": 1, "b": 1} and len(fills) == 2 and fills[0] > 0.85
    first, second = (table for table in find(book, Table) if table.alt == "b")
    assert len(first.rows) + len(second.rows) == 4 and len(first.rows) >= 2
    (turned,) = (group for group in find(book, Group) if group.role == "page")
    assert turned.new_page and turned.children == (second,)


def test_an_entry_that_nearly_fills_what_is_left_begins_the_next_page() -> None:
    book, fills, anchors = laid(entry("a", 28), entry("b", 8))
    assert anchors == {"a": 1, "b": 2} and len(fills) == 2
    assert [len(table.rows) for table in find(book, Table)] == [2, 2]


def test_the_head_of_an_entry_never_stands_alone_at_the_foot() -> None:
    for lines in range(18, 31):
        book, _, _ = laid(entry("a", lines), entry("b", 7, 7))
        for table in find(book, Table):
            assert not table.rows[-1].keep, lines


def test_an_entry_longer_than_a_page_takes_several() -> None:
    book, fills, _ = laid(entry("a", *(9,) * 8))
    assert len(fills) >= 2 and sum(len(table.rows) for table in find(book, Table)) == 9
