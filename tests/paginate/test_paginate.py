"""Books onto pages: where things fall, what stays together, how references are resolved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from books import callouts, cells, default_faces, diagram, drawing, properties, sheet, table, workbook
from deckgen.base.diagnostics import Span
from deckgen.base.runs import Run, plain, runs
from deckgen.base.units import Frame, Margins
from deckgen.model.diagrams.chevrons import Chevrons, Step
from deckgen.paginate import lay_out_book, paginate_book, resolve_pages, scale_drawing, scale_slide
from deckgen.paginate.lines import Column
from deckgen.paginate.pages import SLACK, usable_height
from deckgen.paginate.prepare import band_sheet
from deckgen.paginate.strips import Ruler
from deckgen.theme.boxes import text_area
from deckgen.theme.geometry import DeckGeometry, Layout, SlotBox
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Deck,
    DeckSection,
    Diagram,
    Drawing,
    Element,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Shape,
    Slide,
    Slot,
    Table,
    Toc,
    WritingSpace,
)
from default_theme import THEME

FACES = default_faces(THEME)
LINE = THEME.book_text["plain"].line
HEIGHT = text_area(THEME.page)[1]
PER_PAGE = int((usable_height(HEIGHT, bound=True) - SLACK) // LINE)


def book(*children: Element, kind: str = "workbook") -> Book:
    return Book(kind, properties("书"), (BookSection("s", "节", children),))


def lines(count: int) -> tuple[Element, ...]:
    return tuple(Para(runs("一行"), "plain") for _ in range(count))


def pages(*children: Element) -> dict[str, int]:
    _, anchors, diagnostics = paginate_book(book(*children), THEME, FACES)
    assert not diagnostics
    return anchors


def heading(anchor: str, level: int = 3) -> Heading:
    return Heading(level, runs("标题"), anchor)


def test_a_page_holds_what_its_height_allows() -> None:
    layout, _ = lay_out_book(book(*lines(PER_PAGE)), THEME, FACES)
    assert layout.pages == 1
    layout, _ = lay_out_book(book(*lines(PER_PAGE + 1)), THEME, FACES)
    assert layout.pages == 2


def test_a_bound_page_is_full_a_line_before_its_foot_with_every_row_higher() -> None:
    assert PER_PAGE == 41
    assert PER_PAGE * LINE * 1.01 + LINE <= HEIGHT
    loose = BookSection("s", "节", lines(PER_PAGE + 1), margins=Margins(62.4, 51, 53.9, 71, 30, 30))
    layout, _ = lay_out_book(Book("sheet", properties("单"), (loose,)), THEME, FACES)
    assert layout.pages == 1


def test_where_a_page_begins_with_an_element_the_book_says_so() -> None:
    made, _, _ = paginate_book(book(*lines(PER_PAGE + 2)), THEME, FACES)
    groups = [index for index, child in enumerate(made.sections[0].children) if isinstance(child, Group)]
    assert groups == [PER_PAGE]


def test_a_heading_goes_with_what_follows() -> None:
    found = pages(*lines(PER_PAGE - 3), heading("a"), Para(runs("一" * 300), "plain"))
    assert found["a"] == 2


def test_a_heading_goes_with_the_first_rows_of_a_table() -> None:
    found = pages(*lines(PER_PAGE - 4), heading("a"), table(("甲", "乙", "丙"), 30))
    assert found["a"] == 2


def test_sections_and_new_pages_begin_pages() -> None:
    found = pages(heading("a"), replace(heading("b", 1), new_page=True), Group((heading("c"),), "g", new_page=True))
    assert found == {"a": 1, "b": 2, "c": 3, "g": 3}


def test_a_new_page_at_the_beginning_of_a_section_leaves_no_empty_page() -> None:
    assert pages(replace(heading("a", 1), new_page=True)) == {"a": 1}


def test_a_kept_group_moves_as_a_whole() -> None:
    group = Group((heading("a"), *lines(10)), "g", keep=True)
    assert pages(*lines(PER_PAGE - 5), group)["a"] == 2


def test_a_group_longer_than_a_page_may_split() -> None:
    group = Group((heading("a"), *lines(PER_PAGE + 5), heading("b"), *lines(2)), "g", keep=True)
    made, anchors, _ = paginate_book(book(group), THEME, FACES)
    assert anchors["b"] == 2
    (child,) = made.sections[0].children
    assert isinstance(child, Group)
    assert not child.keep


def test_rows_are_not_split_and_heads_repeat() -> None:
    one = lay_out_book(book(table(("甲", "乙", "丙"), 60)), THEME, FACES)[0]
    without = Table((2.0, 5.0, 4.0), (), table(("甲", "乙", "丙"), 60).rows, "表")
    other = lay_out_book(book(without), THEME, FACES)[0]
    assert one.pages >= other.pages > 2


def test_a_table_over_several_pages_has_fixed_rows() -> None:
    made, _, _ = paginate_book(book(table(("甲", "乙", "丙"), 60)), THEME, FACES)
    (child,) = made.sections[0].children
    assert isinstance(child, Table)
    assert all(row.height > 0 for row in (*child.head, *child.rows))


def test_contents_are_filled_from_the_headings() -> None:
    toc = Toc(runs("目录"), 2)
    hidden = Heading(2, runs("不列"), "x", toc=False)
    made, anchors, _ = paginate_book(
        book(toc, replace(heading("a", 1), new_page=True), heading("b", 2), hidden, heading("c", 3)), THEME, FACES
    )
    filled = made.sections[0].children[0]
    assert isinstance(filled, Toc)
    assert [(entry.anchor, entry.page) for entry in filled.entries] == [("a", 2), ("b", 2)]
    assert anchors["c"] == 2


def test_a_sheet_wears_its_band() -> None:
    children = sheet(1, "s").children
    band, *rest = band_sheet(children)
    assert isinstance(band, Callout)
    assert band.role == "sheet_head"
    assert [type(child) for child in band.body] == [Heading, Table]
    assert rest == list(children[2:])
    assert pages(*lines(3), sheet(1, "s"))["s"] == 2


def test_diagrams_become_drawings_of_the_column_width() -> None:
    made, _, diagnostics = paginate_book(book(diagram()), THEME, FACES)
    (child,) = made.sections[0].children
    assert not diagnostics
    assert isinstance(child, Drawing)
    assert child.frame.w == pytest.approx(text_area(THEME.page)[0])


def test_a_diagram_that_cannot_fit_is_refused() -> None:
    steps = (Step(title="复述" * 200, text="话" * 900),) * 4
    _, _, diagnostics = paginate_book(book(Diagram(Chevrons(steps=steps), "图")), THEME, FACES)
    assert {diagnostic.code for diagnostic in diagnostics} == {"DG505"}


def test_writing_room_is_counted() -> None:
    layout, _ = lay_out_book(book(WritingSpace(10)), THEME, FACES)
    assert layout.writing_share == pytest.approx(10 * THEME.boxes.ruled_line / HEIGHT)


def test_the_sample_book_is_stable() -> None:
    one, two = (lay_out_book(workbook(4), THEME, FACES)[0] for _ in range(2))
    assert one == two
    assert all(fill <= 1.0 for fill in one.fills)


def test_boxes_and_lists_fit_where_they_are_put() -> None:
    layout, _ = lay_out_book(book(*callouts() * 8, ListBlock(tuple(runs("项") for _ in range(80)))), THEME, FACES)
    assert layout.pages > 2
    assert max(layout.fills) <= 1.0


def test_page_references_are_resolved_and_stay_fields_in_the_workbook() -> None:
    source = book(Para((Run("见第 "), Run("", page_of="a"), Run(" 页"))))
    made, diagnostics = resolve_pages(source, {"a": 12})
    assert not diagnostics
    para = made.sections[0].children[0]
    assert isinstance(para, Para)
    assert plain(para.runs) == "见第 12 页"
    assert para.runs[1].page_of == "a"
    elsewhere, _ = resolve_pages(replace(source, kind="guide"), {"a": 12}, "P{page}")
    para = elsewhere.sections[0].children[0]
    assert isinstance(para, Para)
    assert plain(para.runs) == "见第 P12 页"
    assert not any(run.page_of for run in para.runs)


def test_an_unknown_anchor_is_reported() -> None:
    slide = Slide("s1", "concept", "text", (), (Slot("body", (Para((Run("", page_of="zz"),)),)),))
    deck = Deck(properties("课件"), (DeckSection("m", "模块", (slide,)),))
    _, diagnostics = resolve_pages(deck, {"a": 1})
    assert [diagnostic.code for diagnostic in diagnostics] == ["DG504"]


def test_scaling_scales_everything() -> None:
    small = scale_drawing(drawing(), 0.5)
    assert small.frame == Frame(0, 0, 223, 73)
    first = small.shapes[0]
    assert isinstance(first, Shape)
    assert first.text is not None
    assert first.text.labels[0].size == 5.5


def test_a_slide_becomes_a_small_drawing() -> None:
    slots = {"title": SlotBox(Frame(40, 30, 880, 60)), "canvas": SlotBox(Frame(40, 120, 880, 380))}
    geometry = DeckGeometry(960.0, 540.0, {"visual": Layout("visual", "Visual", slots)})
    canvas = Slot("canvas", (scale_drawing(drawing(), 1.0),), Frame(40, 120, 880, 380))
    slide = Slide("s1", "concept", "visual", runs("接稳任务"), (canvas,), title_size=28)
    small = scale_slide(slide, geometry, THEME, 180.0)
    assert small.frame == Frame(0, 0, 180.0, 101.25)
    texts = [plain(label.runs) for shape in small.shapes if isinstance(shape, Shape) and shape.text
             for label in shape.text.labels]  # fmt: skip
    assert "接稳任务" in texts
    assert len(small.shapes) < 40


def test_footnotes_take_room_on_the_page_of_their_line() -> None:
    noted = Para((Run("x"), Run("1", note=runs("来源" * 300))))
    plain_lines = lines(20)
    assert pages(*plain_lines, heading("end")) == pages(*plain_lines, Para(runs("x")), heading("end"))
    assert pages(*plain_lines, *[noted] * 4, heading("end"))["end"] == 2
    assert pages(*plain_lines, Callout("tip", (), (noted,) * 4), heading("end"))["end"] == 2
    row = Row((Cell((noted, noted, noted)),))
    assert pages(*plain_lines, Table((1.0,), (), (row,), "x"), heading("end"))["end"] == 2


def test_a_footnote_stands_on_the_page_of_its_line() -> None:
    ruler = Ruler(THEME, FACES)
    width = text_area(THEME.page)[0]
    note = Run("1", note=runs("来源"))
    text = "很长的一段文字，" * 60
    for at, expected in ((0, 0), (len(text), -1)):
        para = Para((Run(text[:at]), note, Run(text[at:])), "plain")
        feet = [strip.foot for strip in ruler.strips(para, Column(width))]
        assert feet[expected] > 0
        assert sum(foot > 0 for foot in feet) == 1


def test_a_line_of_code_wider_than_its_box_is_refused() -> None:
    place = Span("course.yaml", 3, 5)
    fits, wide = (Para(runs("x" * count), "code") for count in (80, 90))
    assert not lay_out_book(book(Callout("code", (), (fits,))), THEME, FACES)[1]
    (found,) = lay_out_book(book(Callout("code", (), (wide,), span=place)), THEME, FACES)[1]
    assert (found.code, found.span) == ("DG507", place)
    narrow = Table((1.0, 1.0), (), (Row((Cell((Callout("code", (), (fits,)),)), Cell(()))),), "x")
    assert [item.code for item in lay_out_book(book(narrow), THEME, FACES)[1]] == ["DG507"]
    assert not lay_out_book(book(Para(runs("x" * 200), "plain")), THEME, FACES)[1]


def test_lines_of_code_are_one_line_each() -> None:
    ruler = Ruler(THEME, FACES)
    strips = ruler.strips(Para(runs("x" * 60), "code"), Column(100.0))
    assert [strip.height for strip in strips] == [THEME.book_text["code"].line]


def test_boxes_of_a_slide_are_boxes_of_its_thumbnail() -> None:
    tip = Slot(
        "body",
        (Callout("tip", runs("提示"), (Para(runs("先说"), "plain"),)),),
        Frame(40, 60, 400, 100),
        40.0,
        free=True,
    )
    table = Slot(
        "body", (Table((1.0,), (), (Row((Cell((Para(runs("格")),)),)),), "x"),), Frame(40, 200, 400, 90), free=True
    )
    slide = Slide("s", "concept", "text", runs("标题"), (tip, table), title_size=28.0)
    geometry = DeckGeometry(960, 540, {"text": Layout("text", "Text", {"title": SlotBox(Frame(40, 30, 800, 60))})})
    shapes = scale_slide(slide, geometry, THEME, 480.0).shapes
    box = next(shape for shape in shapes if shape.part == "box")
    assert isinstance(box, Shape)
    assert (box.fill, box.frame) == (THEME.callouts["tip"]["fill"], Frame(20, 30, 200, 50))
    texts = [
        plain(label.runs) for shape in shapes if isinstance(shape, Shape) and shape.text for label in shape.text.labels
    ]
    assert texts == ["标题", "提示", "先说", "格"]


def test_what_every_page_is_used_for_is_known() -> None:
    first = BookSection("a", "甲", (*lines(10), Group(lines(PER_PAGE), "g", "sheet", keep=True)))
    second = BookSection("b", "乙", (WritingSpace(10), Table((1.0, 1.0), (), (cells("甲", ""),), "表")))
    laid = lay_out_book(Book("workbook", properties("书"), (first, second)), THEME, FACES)[0].book
    assert [(use.section, use.ends) for use in laid.uses] == [("a", False), ("a", True), ("b", True)]
    assert laid.uses[0].empty == pytest.approx(1 - 10 * LINE / HEIGHT, abs=1e-3)
    assert laid.uses[1].empty < 0.05 and laid.uses[1].writing == 0
    ruled, answer = 10 * THEME.boxes.ruled_line, THEME.boxes.answer_row / 2
    assert laid.uses[2].writing == pytest.approx((ruled + answer) / HEIGHT, abs=2e-3)
    assert laid.writing_share == pytest.approx(laid.uses[2].writing / 3)


def test_room_to_write_inside_the_cells_of_a_table_is_counted() -> None:
    beside = Row((Cell((Para(runs("左"), "cell"),)), Cell((WritingSpace(4),))))
    made = lay_out_book(book(Table((1.0, 3.0), (), (beside,), "两栏", "columns")), THEME, FACES)[0].book
    assert made.uses[0].writing == pytest.approx(0.75 * 4 * THEME.boxes.ruled_line / HEIGHT, abs=1e-3)


def test_long_contents_stand_in_two_columns_parted_before_a_chapter() -> None:
    chapters = [
        (heading(f"{chapter}", 1), *(heading(f"{chapter}-{number}", 2) for number in range(5))) for chapter in range(6)
    ]
    toc = Toc(runs("目录"), 2, columns=2)
    made, _, _ = paginate_book(book(toc, *(part for chapter in chapters for part in chapter)), THEME, FACES)
    listed = made.sections[0].children[0]
    assert isinstance(listed, Toc) and listed.parted == 18 and listed.entries[18].level == 1
    ruler, column = Ruler(THEME, FACES), Column(text_area(THEME.page)[0])
    tall = [sum(strip.height + strip.after for strip in ruler.strips(each, column))
            for each in (listed, replace(listed, columns=1, parted=0))]  # fmt: skip
    title = ruler.strips(replace(listed, entries=(), parted=0), column)
    head = sum(strip.height + strip.after for strip in title)
    assert tall[0] - head == pytest.approx((tall[1] - head) / 2)


def test_few_contents_and_those_longer_than_a_page_stand_in_one_column() -> None:
    for count, columns in ((6, 1), (11, 1), (12, 2), (110, 1)):
        toc = Toc(runs("目录"), 2, columns=2)
        made, _, _ = paginate_book(book(toc, *(heading(f"h{n}", 2) for n in range(count))), THEME, FACES)
        listed = made.sections[0].children[0]
        assert isinstance(listed, Toc) and (listed.columns, listed.parted > 0) == (columns, columns == 2)
