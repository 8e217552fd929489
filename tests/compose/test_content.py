"""Code, quotations, notices, tables and sources of long texts in notes, workbook and guide."""

from __future__ import annotations

from test_long_texts import find

from deckgen.base.runs import plain, runs
from deckgen.compose.content import compose_grid
from deckgen.tree import Callout, Element, Group, Para, Table
from deckgen.tree.content import runs_in, sources_of
from typed_course import compose

TEXT = """|
              先看代码[^1]：
              ```python
              if open:
                  say("三件")
              ```
              > 复述了，才算交了。
              > —— 王强，二组
              > [!tip]
              > 先说没结的。
              | 事项 | 谁 |
              | --- | --- |
              | 退款 |  |
              [^1]: 《交接手册》，2025"""


def boxes(tree: object, role: str) -> list[Callout]:
    return [box for box in find(tree, Callout) if isinstance(box, Callout) and box.role == role]


def lines(box: Callout) -> list[str]:
    return [plain(part.runs) for part in box.body if isinstance(part, Para)]


def test_blocks_are_the_same_elements_everywhere() -> None:
    deck, workbook, guide = compose({"say": TEXT, "explain": TEXT, "situation": TEXT})
    notes = next(slide for slide in deck.slides if slide.id == "B1.s1").notes
    for tree in (notes, workbook.sections, guide.sections):
        code, quote, tip = (boxes(tree, role)[0] for role in ("code", "quote", "tip"))
        assert lines(code) == ["if open:", '    say("三件")']
        assert {part.role for part in code.body if isinstance(part, Para)} == {"code"}
        assert lines(quote) == ["复述了，才算交了。", "—— 王强，二组"]
        assert plain(tip.title) == "提示"
        assert lines(tip) == ["先说没结的。"]
        table = next(item for item in find(tree, Table) if isinstance(item, Table) and item.alt == "表格：事项，谁")
        assert table.head
        assert [plain(text) for text in runs_in((table,))][:3] == ["事项", "谁", "退款"]


def test_an_empty_cell_is_to_fill_in_on_paper_only() -> None:
    deck, workbook, _ = compose({"say": TEXT, "explain": TEXT})
    notes = next(slide for slide in deck.slides if slide.id == "B1.s1").notes
    for tree, role in ((notes, "cell"), (workbook.sections, "answer")):
        table = next(item for item in find(tree, Table) if isinstance(item, Table) and item.alt == "表格：事项，谁")
        assert table.rows[0].cells[1].role == role


def test_sources_stand_below_in_notes_and_on_their_numbers_in_books() -> None:
    deck, workbook, _ = compose({"say": TEXT, "explain": TEXT})
    notes: tuple[Element, ...] = next(slide for slide in deck.slides if slide.id == "B1.s1").notes
    assert "1 《交接手册》，2025" in [plain(part.runs) for part in notes if isinstance(part, Para)]
    book = [part for section in workbook.sections for part in section.children]
    assert [(number, plain(source)) for number, source in sources_of(book)] == [("1", "《交接手册》，2025")]


def test_a_reading_with_blocks_takes_the_width_of_the_page() -> None:
    _, workbook, _ = compose({"explain": TEXT})
    readings = [item for item in find(workbook.sections, Group) if isinstance(item, Group) and item.role == "reading"]
    assert readings and not [item for item in find(readings, Table) if item.role == "columns"]  # type: ignore[union-attr]
    assert boxes(workbook.sections, "code")[0].span is not None


def test_the_columns_of_a_table_stand_as_its_author_says() -> None:
    table = compose_grid((runs("a"), runs("b")), ((runs("1"), runs("2")), (runs("3"), ())), "t", on_paper=True,
                         aligns=("left", "right"))  # fmt: skip
    assert [[cell.align for cell in row.cells] for row in (*table.head, *table.rows)] == [["left", "right"]] * 3
    assert table.rows[1].cells[1].role == "answer"
