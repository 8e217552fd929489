"""Entries of the guide on pages: where a page ends the rest is a table of its own, and no row is left alone."""

from __future__ import annotations

from dataclasses import replace

from books import default_faces
from deckgen.base.runs import plain, runs
from deckgen.paginate import lay_out_book
from deckgen.tree import Book, BookSection, Cell, Group, ListBlock, Para, Properties, Row, Table
from default_theme import THEME
from walk import find, words

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


AGAIN = Table(
    (1.0, 3.0, 2.0), (), (Row((Cell((Para(runs("again"), "aside"),), "entry_again", 3),), keep=True),), "b", "entry"
)


def spoken(name: str, *thoughts: int, beside: int = 0) -> Group:
    """An entry with words of so many lines a paragraph, and so many parts beside them."""
    words = tuple(Para(runs(f"{name}{at} " + "字" * (12 * lines - 6)), "say") for at, lines in enumerate(thoughts))
    shown: list[Para] = []
    for part in range(beside):
        shown += [Para(runs(f"label {part}", strong=True), "aside"), Para(runs(f"text {part}"), "aside")]
    rows = (
        Row((Cell((Para(runs(f"{name} head"), "slide_title"),), columns=3),), keep=True),
        Row((Cell((Para(runs("sign")),)), Cell(words, "spoken"), Cell(tuple(shown), "beside"))),
        Row((Cell((Para(runs(f"{name} turn"), "transition"),), columns=3),)),
    )
    return Group((Table((1.0, 3.0, 2.0), (), rows, name, "entry"),), name, "slide", keep=True, again=(AGAIN,))


def test_words_are_parted_between_two_thoughts_and_go_on_below_the_name_of_their_entry() -> None:
    book, fills, _ = laid(entry("a", 15), spoken("b", *(4,) * 7, beside=2))
    assert len(fills) == 2 and fills[0] > 0.85
    first, second = (table for table in find(book, Table) if table.alt == "b")
    assert second.rows[0] == AGAIN.rows[0]
    before, behind = first.rows[-1], second.rows[1]
    assert before.cells[0] == behind.cells[0]  # the sign stands before both
    assert len(before.cells[1].content) + len(behind.cells[1].content) == 7
    assert len(before.cells[2].content) == 4 and not behind.cells[2].content
    assert not any(group.again for group in find(book, Group))


def test_no_single_line_stands_on_either_side_of_the_end_of_a_page() -> None:
    for lines in range(8, 32):
        book, _, _ = laid(entry("a", lines), spoken("b", 1, 4, 4, 4, 1))
        parts = [row.cells[1].content for table in find(book, Table) if table.alt == "b" for row in table.rows
                 if len(row.cells) == 3]  # fmt: skip
        assert all(len(part) > 1 for part in parts) and sum(map(len, parts)) == 5, lines


def test_what_stands_beside_words_is_parted_only_before_a_label() -> None:
    for lines in range(8, 32):
        book, _, _ = laid(entry("a", lines), spoken("b", 2, 2, 2, 2, 2, beside=4))
        for table in find(book, Table):
            for row in table.rows:
                beside = [cell.content for cell in row.cells if cell.role == "beside" and cell.content]
                assert all(part[0].runs[0].strong and len(part) % 2 == 0 for part in beside), lines  # type: ignore[union-attr]


def test_a_short_entry_is_kept_whole() -> None:
    for lines in range(8, 32):
        book, _, _ = laid(entry("a", lines), spoken("b", 1))
        assert len([table for table in find(book, Table) if table.alt == "b"]) == 1, lines


def test_items_of_a_list_that_is_parted_keep_their_numbers() -> None:
    acts = ListBlock(tuple(runs(f"act {at}") for at in range(1, 9)), "number")
    row = Row((Cell((Para(runs("sign")),)), Cell((acts,), columns=2)))
    table = Table((1.0, 3.0, 2.0), (), (entry("b").children[0].rows[0], row), "b", "entry")  # type: ignore[union-attr]
    book, _, _ = laid(entry("a", 29), Group((table,), "b", "slide", keep=True))
    parts = list(find(book, ListBlock))
    assert len(parts) == 2 and parts[0].start == 1 and parts[1].start == 1 + len(parts[0].items)
    assert [item for part in parts for item in part.items] == list(acts.items)


def test_what_closes_an_entry_and_is_longer_than_a_page_ends_and_is_named() -> None:
    """It can be parted nowhere, and the name of its entry is not put on a page again and again."""
    (table,) = (child for child in spoken("b", 9).children if isinstance(child, Table))
    late = Row((Cell(()), Cell((Para(runs("字" * 3000), "say"),), "late", columns=2)))
    group = Group((replace(table, rows=(*table.rows, late)),), "b", "slide", keep=True, again=(AGAIN,))
    layout, _ = lay_out_book(Book("guide", PROPERTIES, (BookSection("M", "M", (entry("a", 20), group)),)), THEME, FACES)
    told = [plain(para.runs) for para in find(layout.book, Para)]
    assert "".join(told).count("字") == 3000 + words(spoken("b", 9)).count("字") and told.count("again") <= 1
