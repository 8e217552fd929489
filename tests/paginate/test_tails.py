"""Nothing stranded: ends of sheets, captions, and lines to write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from books import cells, default_faces, drawing, properties, workbook
from deckgen.base.runs import runs
from deckgen.paginate import lay_out_book
from deckgen.paginate.tails import LEAST_TAIL
from deckgen.tree import Book, BookSection, Element, Group, Heading, Para, Table, WritingSpace
from default_theme import THEME

FACES = default_faces(THEME)
LINE = THEME.book_text["plain"].line


def lay_out(*children: Element) -> Book:
    book = Book("workbook", properties("书"), (BookSection("s", "节", children),))
    layout, diagnostics = lay_out_book(book, THEME, FACES)
    assert not diagnostics
    return layout.book


def sheet(*rest: Element, rows: int) -> Group:
    head = Heading(2, runs("练习单"), "sheet-1")
    table = Table((1.0, 3.0), (), tuple(cells("问", "") for _ in range(rows)), "写下来")
    return Group((head, table, *rest), "1", "sheet")


@pytest.mark.parametrize("rows", range(10, 17))
def test_a_sheet_never_ends_with_a_few_lines_on_a_page_of_their_own(rows: int) -> None:
    notes = tuple(WritingSpace(2, runs(f"问题 {number}")) for number in range(3))
    reflection = WritingSpace(2, runs("反思：下一次我先问哪一句？"))
    made = lay_out(sheet(*notes, reflection, rows=rows))
    used = [1 - use.empty for use in made.uses]
    if made.pages > 1:
        assert used[-1] >= LEAST_TAIL - 0.02, used
        assert used[0] >= 0.6, used


@pytest.mark.parametrize("before", range(22, 42))
def test_a_caption_stays_with_its_figure(before: int) -> None:
    lines = tuple(Para(runs("一行"), "plain") for _ in range(before))
    figure, words = drawing(), Para(runs("图 1-1　七个步骤"), "caption")
    made = lay_out(*lines, figure, words)
    parts = made.sections[0].children
    at = next(i for i, part in enumerate(parts) if part == words)
    assert at and not isinstance(parts[at], Group)  # it begins no page


def test_where_a_break_would_empty_a_page_the_end_stays_as_it_is() -> None:
    tall = Table((1.0, 3.0), (), tuple(cells("问", "") for _ in range(11)), "写", keep=True)
    lines = tuple(Para(runs("一行"), "plain") for _ in range(14))
    head = Heading(2, runs("练习单"), "sheet-1")
    group = Group((head, *lines, tall, WritingSpace(2, runs("反思"))), "1", "sheet")
    made = lay_out(group)
    assert made.pages == 2 and made.uses[0].empty < 0.35


def test_pages_hold_when_every_line_and_row_is_higher_by_a_hundredth(monkeypatch: pytest.MonkeyPatch) -> None:
    book = workbook(3)
    layout, _ = lay_out_book(book, THEME, FACES)
    higher = {role: replace(style, line=1.01 * style.line) for role, style in THEME.book_text.items()}
    boxes = replace(THEME.boxes, ruled_line=1.01 * THEME.boxes.ruled_line, answer_row=1.01 * THEME.boxes.answer_row)
    monkeypatch.setattr("deckgen.paginate.flow.usable_height", lambda height, bound: height)  # to the last line
    again, _ = lay_out_book(layout.book, replace(THEME, book_text=higher, boxes=boxes), FACES)
    assert again.pages == layout.pages
    assert again.anchors == layout.anchors
