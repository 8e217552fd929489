"""Titles and texts of foreign material that are longer than a course takes in one place."""

from __future__ import annotations

from deckgen.importers.limits import part_piece, shorten_titles
from deckgen.importers.pieces import Piece
from deckgen.importers.prose import clean
from deckgen.importers.shape import DraftBlock, DraftModule, DraftSlide


def test_a_title_that_no_line_holds_goes_on_in_the_text_of_its_slide() -> None:
    long = "Predicted differences in months of learning for classrooms, " * 3
    slide, other = DraftSlide(long, 7, [Piece("text", 7, "words")]), DraftSlide("Short", 9)
    module = DraftModule("建立信任的一百种方法" * 6, "a.pptx", [DraftBlock(long, 7, [slide, other])])
    told = list(shorten_titles(module))
    assert [left.line for left in told] == [1, 7, 7] and "建立信任" in told[0].what
    assert slide.title.endswith("…") and len(slide.title) <= 100 and slide.pieces[0].text == long
    assert module.title == ("建立信任的一百种方法" * 6)[:27] + "…" and len(module.blocks[0].title) <= 72
    assert (other.title, other.pieces) == ("Short", []) and not list(shorten_titles(module))


def test_long_tables_lists_and_texts_are_parted_and_lose_nothing() -> None:
    rows = tuple((f"row {number}", "words " * 20) for number in range(200))
    tables = part_piece(Piece("table", 3, rows=(("Head", "Text"), *rows)))
    assert len(tables) > 3 and all(table.rows[0] == ("Head", "Text") for table in tables)
    assert tuple(row for table in tables for row in table.rows[1:]) == rows
    text = "\n".join(f"- {'word ' * 30}{number}" for number in range(100))
    lists = part_piece(Piece("list", 3, text))
    assert len(lists) > 1 and "\n".join(piece.text for piece in lists) == text
    short = Piece("list", 3, "- a")
    assert part_piece(short) == [short]


def test_what_nobody_sees_is_left_out() -> None:
    assert clean("a\u00adb\u180ec\u200bd\u061ce") == "abcde"
