"""Pages that face each other: what asks for a side of a spread gets it, and no page stays blank for it."""

from __future__ import annotations

import pytest

from books import default_faces, properties
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.tree import Book, BookSection, Element, Group, Heading, Para, WritingSpace
from default_theme import THEME

FACES = default_faces(THEME)


def part(name: str, lines: int, role: str = "sheet", **kinds: str) -> Group:
    parts = (Heading(2, runs(name), name), *(Para(runs("一行"), "plain") for _ in range(lines)))
    return Group(parts, name, role, keep=True, **kinds)  # type: ignore[arg-type]


def lay_out(*children: Element, fills: bool = False) -> tuple[Book, dict[str, int]]:
    section = BookSection("s", "节", children, fills=fills)
    layout, diagnostics = lay_out_book(Book("workbook", properties("书"), (section,)), THEME, FACES)
    assert not diagnostics
    return layout.book, dict(layout.anchors)


@pytest.mark.parametrize(("before", "page"), [(1, 2), (2, 2)])
def test_what_goes_over_two_pages_begins_on_an_even_one(before: int, page: int) -> None:
    others = [part(f"o{number}", 12) for number in range(before)]
    book, pages = lay_out(*others, part("case", 50, side="left"))
    assert pages["case"] == page and book.pages == page + 1
    assert [use.spread for use in book.uses] == [True, False, False]


def test_two_sheets_face_each_other() -> None:
    pair = Group((part("one", 30), part("two", 30)), side="left")
    _, pages = lay_out(part("a", 12), pair)
    assert (pages["one"], pages["two"]) == (2, 3)
    _, pages = lay_out(part("a", 30), part("b", 12), part("two", 12, side="right"))
    assert pages["two"] == 3


def test_what_one_page_holds_needs_no_side() -> None:
    _, pages = lay_out(part("a", 12), part("case", 12, side="left"))
    assert pages["case"] == 1


def test_no_page_stays_blank_for_a_wish() -> None:
    book, pages = lay_out(part("a", 30), part("b", 30), part("case", 50, side="left"))
    assert pages["case"] == 3 and book.pages == 4
    assert not any(use.spread for use in book.uses)
    first, pages = lay_out(part("case", 50, side="left"))
    assert pages["case"] == 1 and first.pages == 2


def test_what_asks_for_nothing_stands_where_there_is_room() -> None:
    book, pages = lay_out(part("a", 12), part("b", 12))
    assert pages["b"] == 1 and book.pages == 1


def test_readings_move_so_that_a_wish_comes_true() -> None:
    sheets = (part("a", 30), part("case", 75, side="left"), part("b", 34))
    reading = part("model", 14, "reading")
    _, apart = lay_out(part("z", 24), *sheets, reading)
    assert apart["case"] == 3
    _, arranged = lay_out(part("z", 24), *sheets, reading, fills=True)
    assert (arranged["model"], arranged["case"]) == (3, 4)


def test_a_group_that_got_its_side_keeps_it() -> None:
    once, pages = lay_out(part("a", 12), part("case", 50, side="left"))
    (section,) = once.sections
    assert isinstance(section.children[1], Group) and section.children[1].new_page
    again = lay_out_book(once, THEME, FACES)[0]
    assert dict(again.anchors) == pages and again.book == once


def test_room_to_write_counts_on_both_pages_of_a_spread() -> None:
    book, _ = lay_out(part("a", 4), Group((WritingSpace(20), WritingSpace(20)), "case", "sheet", side="left"))
    assert book.uses[0].spread and book.uses[1].writing > 0.5
