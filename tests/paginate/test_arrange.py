"""Readings before their sheets where they need the fewest pages, and room to write that grows to the foot of a page."""

from __future__ import annotations

from books import default_faces
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.tree import Book, BookSection, Cell, Group, Heading, Properties, Row, Table, WritingSpace
from default_theme import THEME

FACES = default_faces(THEME)


def group(name: str, role: str, lines: int) -> Group:
    return Group((Heading(2, runs(name), name), WritingSpace(lines)), name, role, keep=True)


def book(*groups: Group, fills: bool = True) -> Book:
    section = BookSection("m", "模块", groups, fills=fills)
    return Book("workbook", Properties("书", "书", "zh-CN", "1.0", "2026-01-01"), (section,))


def order(made: Book) -> list[str]:
    return [child.id for child in made.sections[0].children if isinstance(child, Group) and child.id]


def lines_of(made: Book) -> list[int]:
    return [space.lines for child in made.sections[0].children if isinstance(child, Group) for space in child.children
            if isinstance(space, WritingSpace)]  # fmt: skip


def test_a_reading_fills_what_a_sheet_leaves_empty() -> None:
    groups = (group("s1", "sheet", 12), group("s2", "sheet", 22), group("r1", "reading", 9), group("s3", "sheet", 22))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert (made.pages, order(made.book)) == (3, ["s1", "r1", "s2", "s3"])
    apart, _ = lay_out_book(book(*groups, fills=False), THEME, FACES)
    assert (apart.pages, order(apart.book)) == (4, ["s1", "s2", "r1", "s3"])


def test_a_reading_never_stands_behind_a_sheet_that_needs_it() -> None:
    groups = (group("r0", "reading", 9), group("s1", "sheet", 22), group("s2", "sheet", 12), group("s3", "sheet", 22))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert order(made.book) == ["r0", "s1", "s2", "s3"]


def test_a_reading_stays_near_its_sheet() -> None:
    sheets = [group(f"s{number}", "sheet", 22) for number in range(1, 4)]
    groups = (group("s0", "sheet", 12), *sheets, group("r4", "reading", 9), group("s4", "sheet", 22))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert order(made.book).index("r4") >= 2


def test_readings_stay_where_they_stand_unless_a_page_is_won() -> None:
    groups = (group("r0", "reading", 9), group("r1", "reading", 5), group("s2", "sheet", 15))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert order(made.book) == [each.id for each in groups]


def test_room_to_write_grows_to_the_foot_of_its_page() -> None:
    groups = (group("s1", "sheet", 3), group("r1", "reading", 2), group("s2", "sheet", 20), group("s3", "sheet", 3))
    grown, _ = lay_out_book(book(*groups), THEME, FACES)
    usual, _ = lay_out_book(book(*groups, fills=False), THEME, FACES)
    assert lines_of(usual.book) == [3, 2, 20, 3]
    # nobody writes more than that under one question; the last page is full
    assert lines_of(grown.book) == [8, 8, 20, 3]
    assert grown.pages == usual.pages and max(grown.fills) <= 1.0
    assert grown.writing_share > usual.writing_share


def test_answers_grow_as_far_as_a_page_has_room() -> None:
    rows = tuple(Row((Cell((), "answer"),), 25.5) for _ in range(4))
    table = Group((Table((1.0,), (), rows, "t"),), "t", "sheet", keep=True)
    grown, _ = lay_out_book(book(table), THEME, FACES)
    (kept,) = (child for child in grown.book.sections[0].children if isinstance(child, Group))
    (made,) = (child for child in kept.children if isinstance(child, Table))
    assert [row.height for row in made.rows] == [51.0] * 4
    shared, _ = lay_out_book(book(table, group("s", "sheet", 18)), THEME, FACES)
    (kept, _) = (child for child in shared.book.sections[0].children if isinstance(child, Group))
    (made,) = (child for child in kept.children if isinstance(child, Table))
    assert shared.pages == 1 and max(shared.fills) <= 1.0
    assert {row.height for row in made.rows} == {34.0}


def test_a_laid_out_book_stays_as_it_is() -> None:
    groups = (group("s1", "sheet", 15), group("r1", "reading", 9), group("s2", "sheet", 20))
    once, _ = lay_out_book(book(*groups), THEME, FACES)
    twice, _ = lay_out_book(once.book, THEME, FACES)
    assert twice.pages == once.pages
    assert twice.book == once.book
