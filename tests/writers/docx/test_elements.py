"""Each element of a book as the XML it becomes."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from lxml import etree

from books import callouts, chart, diagram, drawing, table
from deckgen.base.runs import Run, runs
from deckgen.measure import load_faces
from deckgen.paginate.lines import Column
from deckgen.paginate.strips import Ruler
from deckgen.tree import (
    Callout,
    Cell,
    Element,
    Field,
    Group,
    Heading,
    ListBlock,
    Para,
    Row,
    Table,
    Toc,
    TocEntry,
    WritingSpace,
)
from deckgen.writers.docx.blocks import paragraphs_of
from deckgen.writers.docx.footnotes import write_footnotes
from deckgen.writers.docx.furniture import write_page_phrase
from deckgen.writers.docx.ledger import Ledger
from deckgen.writers.docx.lower import lower_elements
from deckgen.writers.docx.markup import STORY_NAMESPACES, W, twips
from deckgen.writers.docx.numbering import write_numbering
from deckgen.writers.docx.paragraphs import Place
from deckgen.writers.docx.styles import write_styles
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.names import R
from deckgen.writers.shelf import Shelf
from default_theme import TEMPLATES, THEME
from shown import nothing

NS = {"w": W, "r": R, "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


def ledger(**anchors: str) -> Ledger:
    return Ledger(Dress(THEME, "zh-CN"), Shelf("word", nothing), anchors)


def write(*elements: Element, keep: Ledger | None = None) -> str:
    return "".join(block.xml() for block in lower_elements(elements, keep or ledger(), Place(440.0)))


def parse(*elements: Element, keep: Ledger | None = None) -> etree._Element:
    return etree.fromstring(f"<body {STORY_NAMESPACES}>{write(*elements, keep=keep)}</body>")


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(value) for value in root.xpath(path, namespaces=NS)]


def test_a_paragraph_has_its_style_and_nothing_else() -> None:
    assert write(Para(runs("先复述"))) == (
        '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t xml:space="preserve">先复述</w:t></w:r></w:p>'
    )


def test_markup_characters_and_control_characters_are_harmless() -> None:
    root = parse(Para(runs('a<b>&"c\x0b')))
    assert texts(root, "//w:t/text()") == ['a<b>&"c']


def test_a_line_break_is_a_break() -> None:
    root = parse(Para((Run("一"), Run("\n"), Run("二"))))
    assert len(root.xpath("//w:br", namespaces=NS)) == 1


def test_strong_text_has_the_character_style() -> None:
    assert texts(parse(Para((Run("重", strong=True),))), "//w:rStyle/@w:val") == ["Strong"]


def test_a_heading_lies_in_its_bookmark() -> None:
    xml = write(Heading(2, runs("标题"), "a"), keep=ledger(a="_Toc000000001"))
    assert '<w:pStyle w:val="Heading2"/>' in xml
    assert re.search(r'bookmarkStart w:id="1" w:name="_Toc000000001"/>.*标题.*bookmarkEnd w:id="1"', xml)


def test_an_unlisted_heading_has_a_style_without_outline_level() -> None:
    assert 'w:val="Heading3Unlisted"' in write(Heading(3, runs("标题"), "a", toc=False))


def test_links_and_page_references() -> None:
    book = ledger(a="_Toc000000001")
    para = Para((Run("去", href="#a"), Run("9", page_of="a"), Run("外", href="https://example.com/?a=1&b=2")))
    root = parse(para, keep=book)
    assert texts(root, "//w:hyperlink/@w:anchor") == ["_Toc000000001"]
    assert texts(root, "//w:instrText/text()") == [" PAGEREF _Toc000000001 \\h "]
    assert list(book.links.found) == [("hyperlink", "https://example.com/?a=1&b=2", True)]


def test_a_link_to_an_anchor_of_another_document_is_plain_text() -> None:
    root = parse(Para((Run("去", href="#missing"), Run("9", page_of="missing"))))
    assert not root.xpath("//w:hyperlink | //w:fldChar | //w:rStyle", namespaces=NS)
    assert "".join(texts(root, "//w:t/text()")) == "去9"


def test_every_ordered_list_counts_for_itself() -> None:
    book = ledger()
    one = ListBlock((runs("甲"), runs("乙")), "number")
    root = parse(one, replace(one, start=3), keep=book)
    assert texts(root, "//w:numId/@w:val") == ["3", "3", "4", "4"]
    assert book.lists == [1, 3]


def test_numbers_of_all_levels_are_written_as_they_are_typed() -> None:
    numbering = etree.fromstring(write_numbering(THEME, [3]))
    starts = numbering.xpath("//w:num[@w:numId='3']//w:startOverride/@w:val", namespaces=NS)
    assert [str(value) for value in starts] == ["3", "3", "3"]
    assert {
        str(value)
        for value in numbering.xpath("//w:abstractNum[@w:abstractNumId='1']//w:lvlText/@w:val", namespaces=NS)
    } == {"%1.", "%2.", "%3."}


def test_a_list_in_a_dress_with_a_bar_keeps_its_indentation_outside_boxes() -> None:
    listed = ListBlock((runs("甲"), runs("乙"), runs("丙")), "bullet", (0, 1, 2), role="answer")
    own, say = THEME.book_text["bullet"], THEME.book_text["answer"]
    tree = parse(listed)
    left = [int(value) / 20 for value in texts(tree, "//w:ind/@w:left")]
    assert left[0] == say.indent_left + own.indent_left
    assert left[0] < left[1] < left[2]
    # the bar hangs on the indent of its paragraph, and stays where it is beside the first level
    spaces = [THEME.boxes.bar_gap, *(float(space) for space in texts(tree, "//w:pBdr/w:left/@w:space"))]
    assert len({round(indent - space) for indent, space in zip(left, spaces, strict=True)}) == 1
    assert max(spaces) <= 31
    boxed = parse(Callout("info", (), (listed,)))
    assert [int(value) / 20 for value in texts(boxed, "//w:p//w:ind/@w:left")][:1] == [own.indent_left]


def test_check_lists_can_be_ticked() -> None:
    root = parse(ListBlock((runs("甲"), runs("乙")), "check"))
    assert len(root.xpath("//w14:checkbox", namespaces=NS)) == 2
    assert len(set(texts(root, "//w:sdtPr/w:id/@w:val"))) == 2


def test_a_table_is_fixed_repeats_its_head_and_splits_no_row() -> None:
    root = parse(table(("步骤", "做什么", "句子"), 3, alt="三个步骤"))
    grid = [int(value) for value in texts(root, "//w:gridCol/@w:w")]
    assert [int(value) for value in texts(root, "//w:tblW/@w:w")] == [sum(grid)]
    assert texts(root, "//w:tblLayout/@w:type") == ["fixed"]
    assert len(root.xpath("//w:tr[w:trPr/w:cantSplit]", namespaces=NS)) == 4
    assert len(root.xpath("//w:tr[w:trPr/w:tblHeader]", namespaces=NS)) == 1
    assert texts(root, "//w:tblDescription/@w:val") == ["三个步骤"]


def test_rows_with_answers_are_at_least_one_centimetre_high() -> None:
    root = parse(table(("步骤", "做什么", "句子"), 2))
    heights = [int(value) for value in texts(root, "//w:trHeight/@w:val")]
    assert len(heights) == 2
    assert all(height >= 567 for height in heights)


def test_rows_of_a_least_height_have_no_margins_above_and_below() -> None:
    """Word adds them to the least height; the distance to the edges is the paragraphs' own there."""
    answers, texts_only = Row((Cell((Para(runs("问"), "cell"),)), Cell((), "answer"))), Row((Cell(()), Cell(())))
    high = Row((Cell((Para(runs("一"), "cell"), Para(runs("二"), "cell"))), Cell(())), height=60.0)
    keep = ledger()
    root = parse(Table((1, 1), (), (answers, texts_only, high), "表"), keep=keep)
    first, second, third = root.xpath("//w:tr", namespaces=NS)
    for row in (first, third):
        assert texts(row, ".//w:tcMar/w:top/@w:w") == texts(row, ".//w:tcMar/w:bottom/@w:w") == ["0", "0"]
    assert not texts(second, ".//w:tcMar/*/@w:w")
    assert texts(first, ".//w:pStyle/@w:val") == ["CellRowTopBottom"] * 2
    assert texts(second, ".//w:pStyle/@w:val") == ["Cell"] * 2
    assert texts(third, ".//w:pStyle/@w:val") == ["CellRowTop", "CellRowBottom", "CellRowTopBottom"]
    top, both = ("Cell", True, False, False), ("Cell", True, True, False)
    assert keep.row_variants == {top, ("Cell", False, True, False), both}
    styles = etree.fromstring(write_styles(TEMPLATES.book, THEME, "zh-CN", (), keep.row_variants))
    edge, style = twips(THEME.boxes.cell_y), THEME.book_text["cell"]
    for name, before, after in (("CellRowTop", edge, 0), ("CellRowBottom", 0, edge), ("CellRowTopBottom", edge, edge)):
        (spacing,) = styles.xpath(f"//w:style[@w:styleId='{name}']/w:pPr/w:spacing", namespaces=NS)
        assert spacing.get(f"{{{NS['w']}}}before") == str(twips(style.before) + before)
        assert spacing.get(f"{{{NS['w']}}}after") == str(twips(style.after) + after)


def test_rows_are_filled_up_to_the_grid() -> None:
    short = Table((1, 1, 1), (), (Row((Cell((Para(runs("一"), "cell"),)),)),), "表")
    root = parse(short)
    assert len(root.xpath("//w:tc", namespaces=NS)) == 3
    wide = Table((1, 1), (), (Row((Cell((), columns=5), Cell(()))),), "表")
    assert texts(parse(wide), "//w:gridSpan/@w:val") == ["2"]


def test_a_cell_over_two_columns_is_as_wide_as_both() -> None:
    root = parse(Table((1, 2, 1), (), (Row((Cell((), columns=2), Cell(()))),), "表"))
    grid = [int(value) for value in texts(root, "//w:gridCol/@w:w")]
    wide, narrow = (int(value) for value in texts(root, "//w:tcW/@w:w"))
    assert (wide, narrow) == (grid[0] + grid[1], grid[2])


@pytest.mark.parametrize(
    ("role", "edges"),
    [
        ("card", {"top": "dashed", "left": "dashed", "bottom": "dashed", "right": "dashed"}),  # to cut out
        ("variant", {"top": "single", "left": "single", "bottom": "single", "right": "single"}),
        ("tip", {"left": "single"}),
    ],
)
def test_boxes_have_the_edges_of_their_role(role: str, edges: dict[str, str]) -> None:
    (borders,) = parse(Callout(role, (), (Para(runs("一"), "body"),))).xpath("//w:tcBorders", namespaces=NS)
    assert {etree.QName(edge).localname: edge.get(f"{{{NS['w']}}}val") for edge in borders} == edges


def test_the_icon_of_a_box_stands_in_the_line_of_its_title() -> None:
    root = parse(Callout("tip", runs("提示"), (Para(runs("一"), "body"),), icon="phone"))
    title, body = root.xpath("//w:tc/w:p", namespaces=NS)
    assert texts(title, ".//@name") == ["icon phone"] and not body.xpath(".//w:drawing", namespaces=NS)
    (inline,) = title.xpath(".//w:drawing/*", namespaces=NS)
    assert etree.QName(inline).localname == "inline"
    assert [etree.QName(shape).localname for shape in inline.iter("{*}custGeom", "{*}noFill")] == [
        "custGeom",
        "noFill",
    ] * 1
    assert "".join(title.itertext()).replace("\u00a0", "") == "提示"


def test_each_level_of_a_list_begins_further_right() -> None:
    numbering = etree.fromstring(write_numbering(THEME, []))
    for kind in (0, 1):
        levels = numbering.xpath(f"//w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:pPr/w:ind", namespaces=NS)
        left, hanging = ([int(level.get(f"{{{NS['w']}}}{key}")) for level in levels] for key in ("left", "hanging"))
        assert [now - before for before, now in itertools.pairwise(left)] == hanging[1:]
        assert len(left) == 3 and min(hanging) > 0


def test_tables_in_a_row_stay_two_tables() -> None:
    one = table(("步骤", "做什么", "句子"), 1)
    root = parse(one, one)
    assert [etree.QName(child).localname for child in root] == ["tbl", "p", "tbl"]


def test_paragraphs_keep_their_distance_from_boxes_by_style() -> None:
    book = ledger()
    xml = write(Para(runs("上")), callouts()[1], Para(runs("下")), keep=book)
    assert 'w:val="BodyAboveBox"' in xml
    assert 'w:val="BodyBelowBox"' in xml
    assert book.variants == {("body", False, True), ("body", True, False)}


def test_a_title_below_a_box_keeps_its_distance_and_is_as_high_as_it_is_measured() -> None:
    one, title = table(("步骤", "做什么"), 1), Heading(1, runs("时间一览"), "a")
    book = ledger()
    styles = texts(parse(one, title, keep=book), "/body/w:p/w:pPr/w:pStyle/@w:val")
    assert styles == ["Heading1BelowBox"] and book.variants == {("heading1", True, False)}
    for before, after in (
        (Para(runs("上")), title),
        (one, replace(title, new_page=True)),
        (one, Group((title,), new_page=True)),
    ):
        assert texts(parse(before, after), "/body/w:p/w:pPr/w:pStyle/@w:val")[-1] == "Heading1"
    contents = Toc(runs("目录"), 2, (TocEntry(1, runs("导入"), "a"),))
    assert "TOCHeadingBelowBox" in texts(parse(one, contents, keep=book), "//w:pStyle/@w:val")
    written = etree.fromstring(write_styles(TEMPLATES.book, THEME, "zh-CN", book.variants))
    (above,) = texts(written, "//w:style[@w:styleId='Heading1BelowBox']/w:pPr/w:spacing/@w:before")
    ruler = Ruler(THEME, load_faces(THEME.fonts.latin_metrics, THEME.fonts.east_asian_metrics))
    (alone,), (apart,) = (ruler.strips(title, Column(440.0), below=below) for below in (False, True))
    assert int(above) == twips(apart.height - alone.height) > 0
    (above,) = texts(written, "//w:style[@w:styleId='TOCHeadingBelowBox']/w:pPr/w:spacing/@w:before")
    (alone, *_), (apart, *_) = (ruler.strips(contents, Column(440.0), below=below) for below in (False, True))
    assert int(above) == twips(apart.height - alone.height) > 0


def test_the_number_of_a_chapter_stands_before_its_title_and_that_of_a_sheet_beside_it() -> None:
    title = Heading(1, runs("学习力"), "a", label=runs("第 1 讲　"))
    (before, *_) = parse(title).xpath("//w:r", namespaces=NS)
    assert texts(before, "w:rPr/w:rStyle/@w:val") == ["ChapterNumberChar"]
    assert "".join(parse(title).itertext()) == "第 1 讲　学习力"
    band = Callout("sheet_head", (), (Para(runs("01"), "sheet_number"), replace(title, level=2)))
    assert "第 1 讲" not in "".join(parse(band, keep=ledger(a="_Toc000000001")).itertext())


def test_a_kept_group_is_chained_but_for_its_end() -> None:
    group = Group((Heading(2, runs("标题"), "a"), Para(runs("一")), Para(runs("二"))), keep=True)
    kept = [paragraph.keep_next for paragraph in paragraphs_of(lower_elements((group,), ledger(), Place(440.0)))]
    assert kept == [True, True, False]


def test_a_new_page_is_a_property_of_the_first_paragraph() -> None:
    root = parse(Para(runs("一")), Group((callouts()[1],), new_page=True))
    assert not root.xpath("//w:tbl//w:pageBreakBefore", namespaces=NS)  # not every engine heeds it there
    (turn,) = root.xpath("//w:p[w:pPr/w:pageBreakBefore]", namespaces=NS)
    assert texts(turn, "w:pPr/w:pStyle/@w:val") == ["SectionEnd"]
    assert turn.getnext().tag == f"{{{NS['w']}}}tbl"
    assert not root.xpath("//w:br[@w:type='page']", namespaces=NS)
    assert [p for p in root.xpath("/body/w:p", namespaces=NS) if not "".join(p.itertext())] == [turn]


def test_writing_lines_are_at_least_eight_millimetres_apart() -> None:
    root = parse(WritingSpace(3, runs("我听到的事实是……")))
    heights = root.xpath("//w:trHeight", namespaces=NS)
    assert [height.get(f"{{{W}}}hRule") for height in heights] == ["atLeast"] * 3
    assert all(int(height.get(f"{{{W}}}val")) >= 454 for height in heights)


def test_what_is_written_on_has_a_bar_before_it_and_a_line_below_each_row() -> None:
    accent, line = THEME.colours["accent"], THEME.colours["line"]
    field = Field(runs("我的第一句："), "text", "first")
    table = Table((1.0,), (), (Row((Cell((field,)),), 25.5),), "写在这里", "lines")
    for element, rows in ((WritingSpace(2, runs("反思")), 3), (table, 1)):
        root = parse(element)
        bars = root.xpath("//w:tc[1]/w:tcPr/w:tcBorders/w:left", namespaces=NS)
        assert [bar.get(f"{{{W}}}color") for bar in bars] == [accent] * rows
        ruled = root.xpath("//w:tc[2]/w:tcPr/w:tcBorders/w:bottom", namespaces=NS)
        assert [rule.get(f"{{{W}}}color") for rule in ruled] == [line] * (2 if rows == 3 else 1)


def test_what_is_typed_has_a_control_that_says_what_is_asked() -> None:
    asked = parse(WritingSpace(3, runs("我听到的事实是")))
    assert texts(asked, "//w:sdtPr/w:alias/@w:val") == ["我听到的事实是"]
    head = Row((Cell((Para(runs("角色"), "cell_head"),), "head"), Cell((Para(runs("我会说"), "cell_head"),), "head")))
    row = Row((Cell((Para(runs("上级"), "cell"),), "row_head"), Cell((), "answer")))
    assert texts(parse(Table((1, 1), (head,), (row,), "表")), "//w:sdtPr/w:alias/@w:val") == ["我会说 · 上级"]
    other = Cell((Para(runs("讲师"), "cell"),), "row_head")
    both = Row((*row.cells, other, Cell((), "answer")))
    assert texts(parse(Table((1, 1, 1, 1), (), (both,), "表")), "//w:sdtPr/w:alias/@w:val") == ["上级", "讲师"]
    assert texts(parse(Table((1,), (), (Row((Cell((), "answer"),)),), "表")), "//w:sdtPr/w:alias/@w:val") == ["表"]


def test_a_digit_of_a_scale_is_ringed_on_paper_and_filled_on_a_screen() -> None:
    root = parse(Field((), "check", "", "3"))
    assert texts(root, "//w:sdtContent//w:t/text()") == ["③"]
    states = [root.xpath(f"//w14:{name}/@w14:val", namespaces=NS) for name in ("checkedState", "uncheckedState")]
    assert states == [["2778"], ["2462"]]
    assert texts(parse(Field((), "check")), "//w:sdtContent//w:t/text()") == ["☐"]


@pytest.mark.parametrize(
    ("control", "tag"),
    [("text", "w:text"), ("date", "w:date"), ("choice", "w:dropDownList"), ("check", "w14:checkbox")],
)
def test_a_field_is_a_content_control(control: str, tag: str) -> None:
    root = parse(Field(runs("姓名"), control, "name", "点击填写", ("甲", "乙")))  # type: ignore[arg-type]
    assert len(root.xpath(f"//w:sdtPr/{tag}", namespaces=NS)) == 1
    assert texts(root, "//w:sdtPr/w:tag/@w:val") == ["name"]
    assert texts(root, "//w:sdtPr/w:alias/@w:val") == ["姓名"]


def test_contents_are_a_filled_field() -> None:
    toc = Toc(runs("目录"), 2, (TocEntry(1, runs("甲"), "a", 5), TocEntry(2, runs("乙"), "b", 7)))
    root = parse(toc, keep=ledger(a="_Toc000000001", b="_Toc000000002"))
    assert texts(root, "//w:docPartGallery/@w:val") == ["Table of Contents"]
    instructions = [text.strip() for text in texts(root, "//w:instrText/text()")]
    assert instructions == ['TOC \\o "1-2" \\h \\z \\u', "PAGEREF _Toc000000001 \\h", "PAGEREF _Toc000000002 \\h"]
    assert "".join(texts(root, "//w:hyperlink//w:t/text()")) == "甲5乙7"
    begins, ends = (
        len(root.xpath(f"//w:fldChar[@w:fldCharType='{kind}']", namespaces=NS)) for kind in ("begin", "end")
    )
    assert begins == ends == 3


def test_contents_in_two_columns_have_a_field_for_every_page() -> None:
    entries = (TocEntry(1, runs("甲"), "a", 5), TocEntry(2, runs("乙"), "b", 7), TocEntry(1, runs("丙"), "c", 9))
    book = ledger(a="_Toc000000001", b="_Toc000000002", c="_Toc000000003")
    root = parse(Toc((), 2, entries, columns=2, parted=2), keep=book)
    cells = root.xpath("//w:tc", namespaces=NS)
    assert ["".join(cell.itertext()).count("PAGEREF") for cell in cells] == [2, 0, 1]
    assert "".join(texts(root, "//w:hyperlink//w:t/text()")) == "甲5乙7丙9"
    assert book.contents_columns == 2
    narrow, wide = (write_styles(TEMPLATES.book, THEME, "zh-CN", (), (), columns).decode() for columns in (2, 1))
    stop = re.compile(r'w:leader="dot" w:pos="(\d+)"')
    assert int(stop.findall(narrow)[0]) == pytest.approx((int(stop.findall(wide)[0]) - 480) / 2, abs=1)


def test_the_title_of_a_sheet_is_a_heading_outside_tables_that_navigation_lists() -> None:
    """Word's navigation leaves out headings in tables; what is no line of text follows below the band."""
    band = Callout("sheet_head", (), (Heading(2, runs("练习单 08"), "a"), table(("甲", "乙", "丙"), 1)))
    root = parse(band, keep=ledger(a="_Toc000000001"))
    assert texts(root, "/body/w:p/w:pPr/w:pStyle/@w:val")[0] == "SheetHeading2Band"
    assert texts(root, "/body/w:p[1]/w:bookmarkStart/@w:name") == ["_Toc000000001"]
    assert len(root.xpath("/body/w:tbl", namespaces=NS)) == 1


def test_the_title_of_a_block_stands_in_the_text_with_its_clock_at_the_right() -> None:
    cells = (Cell((Heading(2, runs("B1.1"), "a"),)), Cell((Para(runs("09:30"), "block_facts"),), align="right"))
    line = Table((3.0, 1.0), (), (Row(cells, keep=True),), "B1.1", "entry")
    entry = replace(line, rows=(Row((Cell((Para(runs("讲"), "expected"),), columns=2),)),))
    root = parse(entry, line, entry, keep=ledger(a="_Toc000000001"))
    shown = [node.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS) or "table" for node in root]
    assert shown[:3] == ["table", "BlockHeading", "table"]
    title = root[1]
    assert (
        texts(title, ".//w:t/text()") == ["B1.1", "09:30"]
        and len(title.xpath(".//w:tab[not(@w:pos)]", namespaces=NS)) == 1
    )
    assert texts(title, "w:pPr/w:tabs/w:tab/@w:pos") == [str(twips(440.0))]
    assert texts(title, "w:bookmarkStart/@w:name") == ["_Toc000000001"]
    assert texts(title, ".//w:rStyle/@w:val") == ["BlockFactsChar"]
    two = replace(line, rows=(line.rows[0], line.rows[0]))
    assert len(parse(two, keep=ledger(a="_Toc000000001")).xpath("/body/w:tbl", namespaces=NS)) == 1


def test_a_band_keeps_its_distance_from_tables_and_from_another_band() -> None:
    head = Callout("sheet_head", (), (Heading(2, runs("七步"), "a"), Para(runs("11 分钟"), "sheet_meta")))
    root = parse(table(("甲",), 1), head, head, table(("乙",), 1), keep=ledger(a="_Toc000000001"))
    shown = [node.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NS) or "table" for node in root]
    band = ["SheetHeading2Band", "SheetMetaBand"]
    assert shown[:9] == ["table", "BoxGap", *band, "BoxGap", *band, "BoxGap", "table"]
    assert len(root.xpath("//w:p[w:pPr/w:pStyle/@w:val='BoxGap']/w:pPr/w:keepNext", namespaces=NS)) == 2


def test_the_band_of_a_sheet_is_as_high_as_its_strip() -> None:
    head = Callout("sheet_head", (), (Heading(2, runs("七步"), "a"), Para(runs("11 分钟"), "sheet_meta")))
    keep = ledger(a="_Toc000000001")
    parse(head, keep=keep)
    styles = etree.fromstring(write_styles(TEMPLATES.book, THEME, "zh-CN", (), bands=keep.bands))
    (strip,) = Ruler(THEME, load_faces(THEME.fonts.latin_metrics, THEME.fonts.east_asian_metrics)).strips(
        head, Column(440.0)
    )
    around = [
        int(side) / unit
        for base, edge in (("SheetHeading2", "top"), ("SheetMeta", "bottom"))
        for name, unit in (("sz", 8), ("space", 1))
        for side in texts(styles, f"//w:style[@w:styleId='{base}Band']/w:pPr/w:pBdr/w:{edge}/@w:{name}")
    ]
    lines = THEME.book_text["sheet_title"].line + THEME.book_text["sheet_meta"].line
    assert len(around) == 4 and strip.height == pytest.approx(sum(around) + lines)
    assert strip.glued and texts(styles, "//w:style[@w:styleId='SheetMetaBand']/w:pPr/w:keepNext")
    frames = styles.xpath("//w:style[contains(@w:styleId, 'Band')]/w:pPr/w:pBdr", namespaces=NS)
    assert (
        len({etree.tostring(frame) for frame in frames}) == 1 < len(frames)
    )  # equal frames of lines that follow each other are one


def test_the_head_of_a_sheet_has_its_number_in_its_own_look_before_its_title() -> None:
    number = (Para(runs("练习单"), "sheet_kind"), Para(runs("05"), "sheet_number"))
    head = Callout(
        "sheet_head", (), (*number, Heading(2, runs("七步接任务演练"), "a"), Para(runs("11 分钟"), "sheet_meta"))
    )
    root = parse(head, keep=ledger(a="_Toc000000001"))
    assert texts(root, "//w:pStyle/@w:val") == ["SheetHeading2Band", "SheetMetaBand"]
    assert "".join(texts(root, "(//w:p)[1]//w:t/text()")).split() == ["练习单", "05", "七步接任务演练"]
    assert texts(root, "//w:rStyle/@w:val") == ["SheetKindChar", "SheetNumberChar"]
    styles = etree.fromstring(write_styles(TEMPLATES.book, THEME, "zh-CN", (), bands=("SheetMeta",)))
    (look,) = styles.xpath("//w:style[@w:styleId='SheetNumberChar']/w:rPr", namespaces=NS)
    number = THEME.book_text["sheet_number"]
    assert texts(look, "w:color/@w:val") == [THEME.colours[number.colour]] != [THEME.colours["primary"]]
    assert texts(look, "w:sz/@w:val") == [str(round(number.size * 2))]


def test_a_drawing_is_made_of_shapes_with_alternative_text() -> None:
    made = drawing()
    root = parse(made)
    names = {"wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "w": W}
    assert len(root.xpath("//wps:wsp", namespaces=names)) == len(made.shapes)
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    assert root.xpath("//wp:docPr/@descr", namespaces={"wp": wp}) == [made.alt]
    assert "".join(root.xpath("//wps:wsp[1]//w:t/text()", namespaces=names)) == "复述一句话说清"
    assert len(root.xpath("//*[local-name()='cubicBezTo']")) == 4


def test_strong_words_of_a_drawing_are_bold_without_their_style_too() -> None:
    """LibreOffice takes no character style over into a group."""
    root = parse(drawing())
    for word, bold in (("复述", 1), ("一句话说清", 0)):
        for run in root.xpath(f"//w:txbxContent//w:r[w:t='{word}']", namespaces=NS):
            assert texts(run, "w:rPr/w:rStyle/@w:val") == ["Strong"] * bold
            assert len(run.xpath("w:rPr/w:b", namespaces=NS)) == bold


def test_a_chart_is_native_and_brings_its_workbook() -> None:
    book = ledger()
    tree = parse(chart(), keep=book)
    (link,) = texts(tree, "//*[local-name()='chart']/@r:id")
    assert book.links.found["chart", "charts/chart1.xml", False] == link
    assert {"word/charts/chart1.xml", "word/charts/_rels/chart1.xml.rels", "word/embeddings/chart1.xlsx"} <= set(
        book.shelf.parts
    )


def test_an_undrawn_diagram_is_a_bug() -> None:
    with pytest.raises(TypeError, match="Diagram"):
        write(diagram())


def test_the_page_phrase_puts_each_number_where_it_is_worded() -> None:
    root = etree.fromstring(f"<p {STORY_NAMESPACES}>{write_page_phrase('共 {pages} 页，第 {page} 页，PAGE')}</p>")
    words = texts(root, "//w:t/text() | //w:instrText/text()")
    assert words == ["共 ", " NUMPAGES ", "1", " 页，第 ", " PAGE ", "1", " 页，PAGE"]


def test_code_keeps_its_spaces_and_its_lines_apart() -> None:
    lines = (Para(runs("if open:"), "code"), Para((), "code"), Para(runs("    say()"), "code"))
    root = parse(Callout("code", (), lines))
    assert texts(root, "//w:tc//w:pStyle/@w:val") == ["CodeBlock"] * 3
    assert texts(root, "//w:t[@xml:space='preserve']/text()") == ["if open:", "    say()"]
    assert texts(root, "//w:tcBorders/*/@w:val") == ["single"] * 4


def test_a_source_is_a_footnote() -> None:
    keep = ledger()
    noted = (Run("甲"), Run("1", note=(Run("手册", href="https://example.com/"),)), Run("乙"))
    root = parse(Para(noted), Para(noted), keep=keep)
    assert texts(root, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert texts(root, "//w:t/text()") == ["甲", "乙", "甲", "乙"]
    write_footnotes(keep)
    part = etree.fromstring(keep.shelf.parts["word/footnotes.xml"])
    assert texts(part, "/w:footnotes/w:footnote/@w:id") == ["-1", "0", "1", "2"]
    assert texts(part, "//w:hyperlink//w:t/text()") == ["手册", "手册"]
    assert b"https://example.com/" in keep.shelf.parts["word/_rels/footnotes.xml.rels"]
    assert "footnotes.xml" in keep.links.part().decode()
    assert "example.com" not in keep.links.part().decode()


def test_a_book_without_sources_has_no_footnotes() -> None:
    keep = ledger()
    write_footnotes(keep)
    assert not keep.shelf.parts


def test_lists_have_three_levels() -> None:
    levels = parse(ListBlock((runs("一"), runs("二"), runs("三")), "number", (0, 1, 2)))
    assert texts(levels, "//w:ilvl/@w:val") == ["0", "1", "2"]
    lefts = [int(left) for left in texts(levels, "//w:ind/@w:left")]
    assert lefts == sorted(set(lefts))


def kept(root: etree._Element) -> list[bool]:
    """Of every row or, outside tables, paragraph, whether all of it stays on one page with the next."""
    blocks = root.xpath("//w:tr | //w:p[not(ancestor::w:tbl)]", namespaces=NS)
    return [
        all(len(p.xpath("w:pPr/w:keepNext", namespaces=NS)) for p in block.iter(f"{{{W}}}p") if not _in_drawing(p))
        for block in blocks
        if not _in_drawing(block)
    ]


def _in_drawing(block: etree._Element) -> bool:
    return any(parent.tag == f"{{{W}}}txbxContent" for parent in block.iterancestors())


@pytest.mark.parametrize(("lines", "expected"), [(3, [1, 1, 1, 0]), (10, [1, 1, *[0] * 7, 1, 0])])
def test_lines_to_write_stay_with_their_prompt(lines: int, expected: list[int]) -> None:
    assert kept(parse(WritingSpace(lines, runs("反思")))) == [bool(one) for one in expected]


@pytest.mark.parametrize("figure", [drawing(), table(("甲", "乙", "丙"), 2), callouts()[1]])
def test_a_figure_stays_with_its_caption(figure: Element) -> None:
    assert kept(parse(figure, Para(runs("图 1"), "caption")))[-2:] == [True, False]
    assert kept(parse(figure, Para(runs("正文"))))[-2:] == [False, False]


def test_the_first_item_of_a_list_does_not_stand_alone() -> None:
    for marker in ("bullet", "number", "check"):
        assert kept(parse(ListBlock((runs("甲"), runs("乙"), runs("丙")), marker))) == [True, False, False]  # type: ignore[arg-type]
        assert kept(parse(ListBlock((runs("甲"),), marker))) == [False]  # type: ignore[arg-type]
