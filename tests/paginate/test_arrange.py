"""Readings before their sheets where they need the fewest pages, and room to write that grows to the foot of a page."""

from __future__ import annotations

from books import default_faces
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.paginate.tails import LEAST_TAIL
from deckgen.tree import Book, BookSection, Cell, Group, Heading, Para, Properties, Row, Table, WritingSpace
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


def test_what_is_no_sheet_is_passed_by_and_not_counted() -> None:
    sheets = [group("s1", "sheet", 17), group("s2", "sheet", 22)]
    groups = (group("open", "front", 12), group("rules", "front", 4), *sheets, group("r3", "reading", 9))
    made, _ = lay_out_book(book(*groups, group("s3", "sheet", 22)), THEME, FACES)
    assert (made.pages, order(made.book)) == (4, ["open", "r3", "rules", "s1", "s2", "s3"])


def test_readings_stay_where_they_stand_unless_a_page_is_won() -> None:
    groups = (group("r0", "reading", 9), group("r1", "reading", 5), group("s2", "sheet", 15))
    made, _ = lay_out_book(book(*groups), THEME, FACES)
    assert order(made.book) == [each.id for each in groups]


def test_room_to_write_grows_to_the_foot_of_its_page() -> None:
    groups = (group("s1", "sheet", 3), group("r1", "reading", 2), group("s2", "sheet", 20), group("s3", "sheet", 3))
    grown, _ = lay_out_book(book(*groups), THEME, FACES)
    usual, _ = lay_out_book(book(*groups, fills=False), THEME, FACES)
    assert lines_of(usual.book) == [3, 2, 20, 3]
    # nobody writes more than that under one question; lines lie a little apart where one more has no room
    assert lines_of(grown.book) == [8, 8, 20, 3]
    apart = [space.apart for child in grown.book.sections[0].children if isinstance(child, Group)
             for space in child.children if isinstance(space, WritingSpace)]  # fmt: skip
    assert apart == [29.5, 29.5, 26.0, 26.0]
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
    assert {row.height for row in made.rows} == {46.0}  # to the last half point


def test_lines_behind_prompts_grow_a_little_and_rows_that_words_make_high_by_a_line() -> None:
    line = Row((Cell((Para(runs("我的第一句"), "prompt"),)),), 25.5)
    told = Row((Cell((Para(runs("说过的话" * 12), "cell"),)), Cell((), "answer")), 40.0)
    lines, beside = Table((1.0,), (), (line,) * 3, "写", "lines"), Table((1.0, 4.0), (), (told,), "表")
    grown, _ = lay_out_book(book(Group((lines, beside), "t", "sheet", keep=True)), THEME, FACES)
    (group_,) = (child for child in grown.book.sections[0].children if isinstance(child, Group))
    first, second = (child for child in group_.children if isinstance(child, Table))
    assert {row.height for row in first.rows} == {34.0}
    assert second.rows[0].height == 132.0 + 17.0  # eight lines of words, and one more


def steps(name: str, lines: int) -> Group:
    """A sheet with a task, a step, and several fields."""
    table = Table((1.0,), (), (Row((Cell((Para(runs("写"), "cell"),)),)),), "步骤", "steps", keep=True)
    fields = tuple(WritingSpace(2, runs(f"问题{number}")) for number in range(lines))
    return Group((Heading(2, runs(name), name), table, *fields), name, "sheet", keep=True)


def test_a_sheet_goes_over_two_pages_that_face_each_other_where_that_saves_one() -> None:
    first, last = group("r", "reading", 22), group("s0", "sheet", 12)
    short, next_ = group("s0", "sheet", 10), group("s2", "sheet", 14)
    made, _ = lay_out_book(book(first, short, steps("s1", 6), next_), THEME, FACES)
    assert (made.pages, made.anchors["s1"], made.anchors["s2"]) == (3, 2, 3)
    (parted,) = (child for child in made.book.sections[0].children if isinstance(child, Group) and child.id == "s1")
    assert (parted.keep, parted.side) == (False, "left")
    again, _ = lay_out_book(made.book, THEME, FACES)
    assert again.book == made.book
    # from a right page on a leaf would be turned in the midst of it
    turned, _ = lay_out_book(book(last, steps("s1", 6), next_), THEME, FACES)
    assert (turned.pages, turned.anchors["s1"]) == (3, 2)


def test_a_page_does_not_hold_the_last_lines_of_a_sheet_alone() -> None:
    for before in range(4, 16):
        groups = (group("r", "reading", 22), group("s0", "sheet", before), steps("s1", 6))
        made, _ = lay_out_book(book(*groups), THEME, FACES)
        assert 1 - made.book.uses[-1].empty > LEAST_TAIL - 0.02


def test_a_laid_out_book_stays_as_it_is() -> None:
    groups = (group("s1", "sheet", 15), group("r1", "reading", 9), group("s2", "sheet", 20))
    once, _ = lay_out_book(book(*groups), THEME, FACES)
    twice, _ = lay_out_book(once.book, THEME, FACES)
    assert twice.pages == once.pages
    assert twice.book == once.book
