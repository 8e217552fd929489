"""Each element's markup, part by part."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from decks import THEME, chart, frame, text
from lxml import etree

from deckgen.base.markup import Markup
from deckgen.base.roles import COLOURS
from deckgen.base.runs import Run, runs
from deckgen.base.units import Frame
from deckgen.theme.slide_text import list_indent
from deckgen.tree import (
    Bundle,
    Callout,
    Cell,
    Drawing,
    Label,
    ListBlock,
    Para,
    Path,
    Row,
    Shape,
    Table,
    TableLayout,
    TextBox,
)
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.names import A, R
from deckgen.writers.drawingml.text import write_runs
from deckgen.writers.parts import Relationships
from deckgen.writers.pptx.box import write_box, write_free_text
from deckgen.writers.pptx.drawing import write_drawing
from deckgen.writers.pptx.markup import NAMESPACES, P
from deckgen.writers.pptx.table import write_table
from deckgen.writers.pptx.text import TextContext, write_slot_text
from deckgen.writers.shelf import Shelf
from shown import nothing

NS = {"a": A, "p": P, "r": R, "c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
LANG = 'lang="zh-CN" altLang="en-US"'


def context(language: str = "zh-CN") -> TextContext:
    return TextContext(Dress(THEME, language), Relationships(), {"a.s1": "slide1.xml"})


def parse(markup: str) -> Any:
    return etree.fromstring(f"<x {NAMESPACES}>{markup}</x>")


def one(shape: Shape | Path | Bundle) -> Any:
    drawing = Drawing("t", Frame(10, 20, 300, 200), (shape,), "说明")
    return parse(write_drawing(drawing, "Canvas", iter(range(2, 99)), context(), Shelf("ppt", nothing)))


def test_runs_carry_language_and_only_what_differs() -> None:
    assert write_runs(runs("好"), context()) == f"<a:r><a:rPr {LANG}/><a:t>好</a:t></a:r>"
    assert write_runs((Run("好", strong=True),), context(), 20) == (
        f'<a:r><a:rPr {LANG} sz="2000" b="1"/><a:t>好</a:t></a:r>'
    )


def test_emphasis_is_weight_in_chinese_and_slant_in_english() -> None:
    assert 'b="1"' in write_runs((Run("好", emphasis=True),), context())
    english = write_runs((Run("good", emphasis=True),), context("en-GB"))
    assert 'i="1"' in english and 'b="' not in english and 'lang="en-GB" altLang="zh-CN"' in english


def test_code_inside_a_text_is_monospaced() -> None:
    plain, code = parse(write_runs((Run("call "), Run("close()", code=True)), context("en"))).findall(".//{*}rPr")
    assert plain.find(f"{{{A}}}latin") is None
    assert code.find(f"{{{A}}}latin").get("typeface") == THEME.fonts.mono


def test_line_breaks_are_breaks() -> None:
    tree = parse(write_runs((Run("甲"), Run("\n"), Run("乙\n丙")), context()))
    assert [etree.QName(child).localname for child in tree] == ["r", "br", "r", "br", "r"]


def test_links_to_slides_and_addresses() -> None:
    links = context()
    marked = write_runs((Run("议程", href="#a.s1"), Run("网页", href="https://x.cn/?a=1&b=2")), links)
    tree = parse(marked)
    first, second = tree.findall(".//a:hlinkClick", NS)
    assert first.get("action") == "ppaction://hlinksldjump" and second.get("action") is None
    assert b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slide1.xml"/' in (
        links.links.part()
    )
    assert b'Target="https://x.cn/?a=1&amp;b=2" TargetMode="External"' in links.links.part()


@pytest.mark.parametrize("href", ["#nowhere"])
def test_links_to_slides_that_are_not_there_stay_plain(href: str) -> None:
    assert "hlinkClick" not in write_runs((Run("文", href=href),), context())


def test_slot_text_at_the_layouts_size_writes_no_size() -> None:
    assert "sz=" not in write_slot_text(text("正文"), "body", 24, 24, context())
    assert 'sz="2000"' in write_slot_text(text("正文"), "body", 20, 24, context())


def test_a_paragraph_of_another_role_brings_its_own_dress_but_no_larger_size() -> None:
    markup = write_slot_text((Para(runs("小标题"), "takeaway"),), "body", 20, 24, context())
    tree = parse(markup)
    properties = tree.find(".//a:rPr", NS)
    assert (properties.get("sz"), properties.get("b")) == ("2000", "1")
    assert tree.find(".//a:spcAft/a:spcPts", NS).get("val") == "400"


def test_lists_hang_by_the_indent_that_fit_assumes() -> None:
    block = ListBlock((runs("一"), runs("二")), "number", levels=(0, 1), start=3)
    first, second = parse(write_slot_text((block,), "body", 20, 24, context())).findall(".//a:pPr", NS)
    assert int(first.get("marL")) == round(list_indent(20) * 12700) == -int(first.get("indent"))
    assert int(second.get("marL")) == round(list_indent(20, 1) * 12700)
    assert second.get("lvl") == "1"
    assert first.find("a:buAutoNum", NS).get("startAt") == "3"


def test_deeper_items_say_their_size_because_layouts_give_them_another() -> None:
    block = ListBlock((runs("一"), runs("二")), levels=(0, 1))
    first, second = parse(write_slot_text((block,), "body", 24, 24, context())).findall(".//a:rPr", NS)
    assert (first.get("sz"), second.get("sz")) == (None, "2400")


def test_check_lists_have_ticks() -> None:
    tree = parse(write_slot_text((ListBlock((runs("一"),), "check"),), "body", 24, 24, context()))
    assert tree.find(".//a:buChar", NS).get("char") == "✓"


def test_what_is_no_text_is_refused_in_a_text_slot() -> None:
    with pytest.raises(TypeError, match="Chart"):
        write_slot_text((chart(),), "body", 24, 24, context())


def test_colours_are_places_in_the_scheme() -> None:
    dress = context().dress
    assert dress.colour("ink") == '<a:schemeClr val="tx1"/>'
    assert dress.colour("accent") == '<a:schemeClr val="accent3"/>'
    assert dress.colour("accent_soft") == (
        '<a:schemeClr val="accent3"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr>'
    )
    assert all("schemeClr" in dress.colour(role) for role in COLOURS)


def test_a_drawing_is_one_group_with_alternative_text_in_slide_coordinates() -> None:
    group = one(Shape("rect", Frame(30, 40, 50, 60), "primary", part="step-1"))[0]
    assert etree.QName(group).localname == "grpSp"
    assert group.find("p:nvGrpSpPr/p:cNvPr", NS).get("descr") == "说明"
    place = group.find("p:grpSpPr/a:xfrm", NS)
    off, ext, child_off, child_ext = place
    assert dict(off.attrib) == dict(child_off.attrib) == {"x": "127000", "y": "254000"}
    assert dict(ext.attrib) == dict(child_ext.attrib)
    shape = group.find("p:sp", NS)
    assert shape.find("p:nvSpPr/p:cNvPr", NS).get("name") == "step-1"
    assert shape.find("p:spPr/a:xfrm/a:off", NS).get("x") == str(30 * 12700)


def test_text_of_shapes_has_size_colour_and_insets_and_never_shrinks() -> None:
    box = TextBox((Label(runs("好"), 18, "on_fill", True),), "left", "top", (1, 2, 3, 4))
    group = one(Shape("ellipse", Frame(0, 0, 50, 50), "primary", text=box))
    body = group.find(".//a:bodyPr", NS)
    assert [body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")] == ["12700", "25400", "38100", "50800"]
    assert body.get("anchor") == "t" and body.find("a:noAutofit", NS) is not None
    run = group.find(".//a:rPr", NS)
    assert (run.get("sz"), run.get("b")) == ("1800", "1")
    assert run.find("a:solidFill/a:schemeClr", NS).get("val") == "bg1"


def test_adjusts_and_turns_of_presets() -> None:
    group = one(Shape("right_arrow", Frame(0, 0, 9, 9), None, "ink", 2, adjust=(0.4, 0.6), rotation=-90))
    guides = [(gd.get("name"), gd.get("fmla")) for gd in group.iterfind(".//a:gd", NS)]
    assert guides == [("adj1", "val 40000"), ("adj2", "val 60000")]
    assert group.find(".//p:sp/p:spPr/a:xfrm", NS).get("rot") == "16200000"
    assert group.find(".//p:sp/p:spPr/a:ln", NS).get("w") == "25400"
    assert group.find(".//p:sp/p:spPr/a:noFill", NS) is not None


@pytest.mark.parametrize(
    ("points", "flips"),
    [
        (((0, 0), (10, 10)), (None, None)),
        (((10, 0), (0, 10)), ("1", None)),
        (((0, 10), (10, 0)), (None, "1")),
        (((10, 10), (0, 0)), ("1", "1")),
    ],
)
def test_straight_lines_keep_their_direction(points: Any, flips: Any) -> None:
    line = one(Path(points, arrow=True, dash=True)).find(".//p:sp", NS)
    assert line.find("p:spPr/a:prstGeom", NS).get("prst") == "line"
    place = line.find("p:spPr/a:xfrm", NS)
    assert (place.get("flipH"), place.get("flipV")) == flips
    assert line.find(".//a:tailEnd", NS) is not None and line.find(".//a:prstDash", NS) is not None


def test_a_smooth_path_passes_through_its_points() -> None:
    group = one(Path(((0, 50), (50, 0), (100, 50)), smooth=True))
    shape = group.find(".//p:sp", NS)
    curves = shape.findall(".//a:cubicBezTo", NS)
    place = shape.find("p:spPr/a:xfrm/a:off", NS)
    ends = [curve.findall("a:pt", NS)[2] for curve in curves]
    through = [(int(p.get("x")) + int(place.get("x")), int(p.get("y")) + int(place.get("y"))) for p in ends]
    assert through == [(50 * 12700, 0), (100 * 12700, 50 * 12700)]
    assert shape.find(".//a:path", NS).get("fill") == "none"


def test_a_closed_smooth_path_has_a_piece_for_every_point() -> None:
    group = one(Path(((0, 0), (50, 0), (50, 50)), closed=True, smooth=True, fill="accent"))
    assert len(group.findall(".//a:cubicBezTo", NS)) == 3
    assert group.find(".//a:close", NS) is not None
    assert group.find(".//a:path", NS).get("fill") is None


def rows() -> Table:
    head = Row((Cell(text("甲", "cell"), "head"), Cell(text("乙", "cell"), "head"), Cell(text("丙", "cell"))))
    body = Row((Cell(text("宽", "cell"), "good", columns=2), Cell((), align="right")))
    return Table((1, 1, 2), (head,), (body,), "表", layout=TableLayout((100, 100, 200), (30, 40), 16))


def test_tables_have_exact_rows_columns_and_line_distances() -> None:
    tree = parse(write_table(rows(), Frame(44, 138, 400, 300), "Canvas", 5, Markup('<p:ph idx="27"/>'), context()))
    table = tree.find(".//a:tbl", NS)
    assert [col.get("w") for col in table.iterfind("a:tblGrid/a:gridCol", NS)] == ["1270000", "1270000", "2540000"]
    assert [row.get("h") for row in table.iterfind("a:tr", NS)] == ["381000", "508000"]
    assert table.find("a:tblPr", NS).get("firstRow") == "1"
    assert all(len(row.findall("a:tc", NS)) == 3 for row in table.iterfind("a:tr", NS))
    assert {spacing.get("val") for spacing in table.iterfind(".//a:lnSpc/a:spcPts", NS)} == {"1920"}
    assert tree.find(".//p:cNvPr", NS).get("descr") == "表"
    assert tree.find("p:graphicFrame/p:xfrm/a:ext", NS).get("cy") == str(70 * 12700)


def test_cells_span_and_are_dressed_by_role() -> None:
    tree = parse(write_table(rows(), Frame(0, 0, 400, 300), "Canvas", 5, Markup(""), context()))
    head, body = tree.findall(".//a:tr", NS)
    cells = body.findall("a:tc", NS)
    assert [(cell.get("gridSpan"), cell.get("hMerge")) for cell in cells] == [("2", None), (None, "1"), (None, None)]
    fills = [cell.find("a:tcPr/a:solidFill/a:schemeClr", NS) for cell in head.iterfind("a:tc", NS)]
    assert [fill.get("val") for fill in fills] == ["accent1"] * 3, "a plain cell in a head row is a head"
    assert head.find(".//a:rPr", NS).get("b") == "1"
    assert cells[0].find("a:tcPr/a:solidFill/a:schemeClr", NS).get("val") == "accent4"
    assert cells[2].find("a:tcPr/a:noFill", NS) is not None


def test_rows_too_long_or_short_still_fill_the_grid() -> None:
    long = Row((Cell((), columns=9), Cell(())))
    short = Row((Cell(()),))
    table = Table((1, 1), (), (long, short), "表")
    tree = parse(write_table(table, Frame(0, 0, 100, 100), "Canvas", 5, Markup(""), context()))
    assert [len(row.findall("a:tc", NS)) for row in tree.iterfind(".//a:tr", NS)] == [2, 2]
    assert tree.find(".//a:tc", NS).get("gridSpan") == "2"


def test_frames_that_touch_still_touch() -> None:
    canvas = frame("visual", "canvas")
    third = canvas.w / 3
    drawing = Drawing(
        "t", canvas, tuple(Shape("rect", Frame(canvas.x + at * third, 0, third, 9)) for at in range(3)), ""
    )
    tree = parse(write_drawing(drawing, "Canvas", iter(range(2, 99)), context(), Shelf("ppt", nothing)))
    places = [shape.find("p:spPr/a:xfrm", NS) for shape in tree.iterfind(".//p:sp", NS)]
    for left, right in pairwise(places):
        end = int(left.find("a:off", NS).get("x")) + int(left.find("a:ext", NS).get("cx"))
        assert end == int(right.find("a:off", NS).get("x"))


def boxed(box: Callout) -> Any:
    return parse(write_box(box, Frame(10, 20, 300, 200), "Body", iter(range(2, 99)), 20.0, 14.0, context()))


def test_code_is_monospaced_and_keeps_its_spaces() -> None:
    tree = boxed(
        Callout("code", (), (Para(runs("if open:"), "code"), Para((), "code"), Para(runs("    say()"), "code")))
    )
    assert [text.text for text in tree.iterfind(".//a:t", NS)] == ["if open:", "    say()"]
    assert {face.get("typeface") for face in tree.iterfind(".//a:latin", NS)} == {THEME.fonts.mono}
    assert {run.get("sz") for run in tree.iterfind(".//a:rPr", NS)} == {"1400"}
    assert len(tree.findall(".//a:p", NS)) == 3
    assert len(tree.findall(".//p:sp", NS)) == 1  # no bar, a frame
    assert tree.find(".//p:spPr/a:ln/a:solidFill", NS) is not None


def test_a_box_has_its_title_its_lists_and_a_bar() -> None:
    inner = ListBlock((runs("一"), runs("二")), "number", (0, 1), 3)
    tree = boxed(Callout("tip", runs("提示"), (Para(runs("看"), "plain"), inner, Para(runs("—— 王"), "small"))))
    words, bar = tree.findall(".//p:sp", NS)
    assert [text.text for text in words.iterfind(".//a:t", NS)] == ["提示", "看", "一", "二", "—— 王"]
    assert words.find(".//a:rPr", NS).get("b") == "1"
    assert [mark.get("startAt") for mark in words.iterfind(".//a:buAutoNum", NS)] == ["3", "3"]
    assert words.findall(".//a:pPr", NS)[3].get("lvl") == "1"
    assert words.findall(".//a:rPr", NS)[-1].get("sz") == "1800"
    assert bar.find(".//a:ext", NS).get("cx") == str(5 * 12700)
    assert tree.find(".//p:grpSpPr/a:xfrm/a:off", NS).get("x") == str(10 * 12700)


def test_the_icon_of_a_box_stands_before_its_title() -> None:
    tree = boxed(Callout("tip", runs("提示"), (Para(runs("看"), "plain"),), icon="phone"))
    words, _, icon = tree.findall(".//p:sp", NS)
    title, body = words.findall(".//a:pPr", NS)
    side = int(icon.find(".//a:ext", NS).get("cx"))
    assert int(title.get("marL")) > side > 0 and body.get("marL") == "0"
    assert icon.find("p:nvSpPr/p:cNvPr", NS).get("name") == "icon phone" and icon.find(".//a:custGeom", NS) is not None
    begin = int(words.find(".//a:off", NS).get("x")) + int(words.find(".//a:bodyPr", NS).get("lIns"))
    assert int(icon.find(".//a:off", NS).get("x")) == begin


def test_text_beside_the_placeholder_says_what_the_placeholder_would() -> None:
    content = (Para(runs("再看")), ListBlock((runs("一"),)))
    insets = (7.2, 3.6, 7.2, 3.6)
    tree = parse(write_free_text(content, Frame(10, 20, 300, 200), insets, "Body", 7, 22.0, context()))
    assert {run.get("sz") for run in tree.iterfind(".//a:rPr", NS)} == {"2200"}
    assert tree.find(".//p:ph", NS) is None
    after = {space.get("val") for space in tree.iterfind(".//a:spcAft/a:spcPts", NS)}
    assert after == {str(round(THEME.slide_text["body"].space_after * 100))}
    assert len(tree.findall(".//a:buNone", NS)) == 1


def test_numbers_of_sources_are_raised() -> None:
    tree = parse(write_runs((Run("甲"), Run("1", note=runs("手册"))), context()))
    assert [run.get("baseline") for run in tree.iterfind(".//a:rPr", NS)] == [None, "30000"]


def test_an_area_of_several_outlines_is_one_path() -> None:
    square, hole = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)), ((3.0, 3.0), (6.0, 3.0), (6.0, 6.0))
    tree = one(Path(square, closed=True, fill="ink", line=None, more=(hole,)))
    (path,) = tree.findall(".//a:path", NS)
    names = [etree.QName(step).localname for step in path]
    assert names == ["moveTo", *["lnTo"] * 3, "close", "moveTo", *["lnTo"] * 2, "close"]


def test_what_belongs_together_is_a_group_within_the_drawing_and_pictures_say_what_they_show() -> None:
    face = Bundle(Frame(10, 20, 30, 40), (Shape("ellipse", Frame(12, 22, 5, 5), "skin"),), "Kim", "Portrait of Kim")
    step = Bundle(Frame(10, 20, 90, 40), (face, Path(((1, 1), (9, 9)))), "step 1")
    group = one(step)[0]
    inner = group.find("p:grpSp", NS)
    assert [item.get("name") for item in group.iterfind(".//p:cNvPr", NS)][1:] == ["step 1", "Kim", "ellipse", "line"]
    assert inner.find("p:nvGrpSpPr/p:cNvPr", NS).get("descr") is None
    assert inner.find("p:grpSp/p:nvGrpSpPr/p:cNvPr", NS).get("descr") == "Portrait of Kim"
    numbers = [item.get("id") for item in group.iterfind(".//p:cNvPr", NS)]
    assert len(numbers) == len(set(numbers))
    place = inner.find("p:grpSpPr/a:xfrm", NS)
    assert place.find("a:off", NS).attrib == place.find("a:chOff", NS).attrib


def test_colours_that_no_theme_names_are_tints_of_those_it_does() -> None:
    dress = Dress(THEME, "zh-CN")
    assert dress.colour("skin") == (
        '<a:schemeClr val="accent3"><a:satMod val="80000"/><a:lumMod val="20000"/><a:lumOff val="66000"/></a:schemeClr>'
    )
    blue = replace(THEME, colours={**THEME.colours, "accent": "0A5FB4"})
    assert Dress(blue, "zh-CN").colour("skin") == '<a:srgbClr val="EAB892"/>'
