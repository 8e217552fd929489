"""Readings where they need the fewest pages, and room for notes where a page would stay empty."""

from __future__ import annotations

from books import default_faces
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.tree import Book, BookSection, Group, Heading, Properties, WritingSpace
from default_theme import THEME

FACES = default_faces(THEME)


def group(name: str, role: str, lines: int) -> Group:
    return Group((Heading(2, runs(name), name), WritingSpace(lines)), name, role, keep=True)


def book(*groups: Group, notes: str = "我的笔记") -> Book:
    section = BookSection("m", "模块", groups, notes=runs(notes) if notes else ())
    return Book("workbook", Properties("书", "书", "zh-CN", "1.0", "2026-01-01"), (section,))


def order(made: Book) -> list[str]:
    return [child.id for child in made.sections[0].children if isinstance(child, Group) and child.id]


def notes_of(made: Book) -> list[WritingSpace]:
    return [child for child in made.sections[0].children if isinstance(child, WritingSpace)]


def test_a_reading_fills_what_a_sheet_leaves_empty() -> None:
    groups = (group("s1", "sheet", 14), group("s2", "sheet", 19), group("s3", "sheet", 19), group("r1", "reading", 8))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert made.pages == 3
    scattered = (group("r0", "reading", 8), group("s1", "sheet", 22), group("r1", "reading", 8))
    together, _ = lay_out_book(book(*scattered, group("s2", "sheet", 22)), THEME, FACES)
    assert together.pages == 3
    apart, _ = lay_out_book(book(*scattered, group("s2", "sheet", 22), notes=""), THEME, FACES)
    assert apart.pages == 4


def test_readings_stay_where_they_stand_unless_a_page_is_won() -> None:
    for groups in (
        (group("r0", "reading", 9), group("r1", "reading", 5), group("s2", "sheet", 15)),
        (group("s0", "sheet", 15), group("s1", "sheet", 9), group("r2", "reading", 12), group("r3", "reading", 5)),
    ):
        made, _ = lay_out_book(book(*groups), THEME, FACES)
        assert order(made.book) == [each.id for each in groups]


def test_sheets_and_recap_keep_their_order() -> None:
    groups = [group("s1", "sheet", 20), group("r1", "reading", 9), group("s2", "sheet", 20), group("m", "recap", 3)]
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    kept = [name for name in order(made.book) if name != "r1"]
    assert kept == ["s1", "s2", "m"]
    assert order(made.book)[-1] == "m"


def test_the_foot_of_a_page_is_ruled_for_notes() -> None:
    groups = (group("s1", "sheet", 15), group("s2", "sheet", 20))
    with_notes, _ = lay_out_book(book(*groups), THEME, FACES)
    without, _ = lay_out_book(book(*groups, notes=""), THEME, FACES)
    assert notes_of(with_notes.book)
    assert not notes_of(without.book)
    assert with_notes.pages == without.pages == 2
    assert max(with_notes.fills) <= 1.0
    assert with_notes.writing_share > without.writing_share


def test_a_laid_out_book_stays_as_it_is() -> None:
    groups = (group("s1", "sheet", 15), group("r1", "reading", 9), group("s2", "sheet", 20))
    once, _ = lay_out_book(book(*groups), THEME, FACES)
    twice, _ = lay_out_book(once.book, THEME, FACES)
    assert twice.pages == once.pages
    assert twice.book == once.book
