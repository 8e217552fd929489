"""The same drawing on a slide and on a page: place, geometry, fill and line are one text."""

from typing import Any

import pytest
from lxml import etree

from deckgen.base.roles import COLOURS
from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.theme.office.parts import open_package
from deckgen.tree import (
    Book,
    BookSection,
    Deck,
    DeckSection,
    Drawing,
    Label,
    Path,
    Picture,
    Properties,
    Shape,
    Slide,
    Slot,
    TextBox,
)
from deckgen.tree.drawing import Geometry
from deckgen.writers.docx import write_book
from deckgen.writers.drawingml.curves import curves
from deckgen.writers.drawingml.shape import PRESETS
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from shown import nothing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = Properties("课", "", "zh-CN", "1", "2025-03-01")
BOX = TextBox((Label(runs("好"), 18, "on_fill", True),), "left", "bottom", (1, 2, 3, 4))
BACKWARD = Path(((90, 40), (0, 0)), line="accent")
SHAPES = (
    *(
        Shape(name, Frame(7.3 * at, 20, 50.1, 60.7), COLOURS[at], "line", 1.5, None, (0.2,) * len(adjusts[1]))  # type: ignore[arg-type]
        for at, (name, adjusts) in enumerate(PRESETS.items())
    ),
    Shape("rect", Frame(0, 0, 90, 40), "primary", text=BOX, rotation=-30),
    Path(((0, 0), (90, 40)), dash=True, arrow=True),
    BACKWARD,
    Path(((0, 0), (40, 40), (90, 0)), smooth=True),
    Path(((0, 0), (40, 40), (90, 0)), closed=True, fill="negative_soft", line=None),
    Path(((5, 5), (5, 5), (5, 5))),
)


def both(element: Drawing | Picture) -> tuple[Any, Any]:
    """The slide part and the document part that show an element."""
    slide = Slide("s1", "concept", "visual", runs("题"), (Slot("canvas", (element,)),))
    deck = write_deck(
        Deck(PROPERTIES, (DeckSection("M1", "一", (slide,)),)),
        THEME,
        TEMPLATES.deck,
        nothing,
    )
    section = BookSection("M1", "一", (element,))
    book = write_book(Book("workbook", PROPERTIES, (section,)), THEME, TEMPLATES.book, nothing)
    on_slide, on_page = open_package(deck)["ppt/slides/slide1.xml"], open_package(book)["word/document.xml"]
    return etree.fromstring(on_slide), etree.fromstring(on_page)


def look(root: Any, within: str) -> list[list[bytes]]:
    """What stands in the properties of every shape of a group, in one spelling."""
    group = root.find(f".//{within}")
    assert group is not None
    properties = [part for shape in group for part in shape if etree.QName(part).localname == "spPr"]
    return [[etree.tostring(child, method="c14n", exclusive=True) for child in part] for part in properties]


def test_both_formats_say_the_same_of_every_shape() -> None:
    on_slide, on_page = both(Drawing("hub", Frame(10, 20, 300, 200), SHAPES, "图"))
    shapes = look(on_slide, "{*}grpSp")
    assert len(shapes) == len(SHAPES)
    in_book = look(on_page, "{*}wgp")
    backward = SHAPES.index(BACKWARD)
    assert b"flipH" in shapes.pop(backward)[0]
    assert b"flipH" not in in_book.pop(backward)[0]  # tests/writers/docx/test_lines.py says why
    assert shapes == in_book


def test_properties_of_shapes_stand_in_the_order_of_the_schema() -> None:
    on_slide, _ = both(Drawing("hub", Frame(10, 20, 300, 200), SHAPES, "图"))
    order = ("xfrm", "prstGeom", "custGeom", "noFill", "solidFill", "ln")
    for properties in on_slide.iterfind(".//{*}grpSp/*/{*}spPr"):
        ranks = [order.index(etree.QName(part).localname) for part in properties]
        assert ranks == sorted(ranks) and ranks[0] == 0 and ranks[-1] == 5


def test_ends_of_lines_are_round_but_for_dashes() -> None:
    lines = (Path(((0, 0), (9, 9))), Path(((0, 0), (9, 9)), dash=True), Path(((0, 0), (9, 9)), line=None))
    on_slide, _ = both(Drawing("hub", Frame(0, 0, 9, 9), lines, "图"))
    found = [(line.get("cap"), line.find("{*}prstDash") is not None) for line in on_slide.iterfind(".//{*}sp//{*}ln")]
    assert found == [("rnd", False), ("flat", True), (None, False)]


@pytest.mark.parametrize(("align", "short"), [("left", "l"), ("center", "ctr"), ("right", "r")])
def test_text_of_shapes_is_aligned_alike(align: Any, short: str) -> None:
    box = TextBox((Label(runs("好"), 18), Label(runs("再"), 16)), align)
    on_slide, on_page = both(Drawing("hub", Frame(0, 0, 90, 40), (Shape("rect", Frame(0, 0, 90, 40), text=box),), "图"))
    assert [node.get("algn") for node in on_slide.iterfind(".//{*}grpSp//{*}pPr")] == [short] * 2
    assert [node.get(f"{W}val") for node in on_page.iterfind(".//{*}txbxContent//{*}jc")] == [align] * 2
    sizes = [[node.get("sz") for node in on_slide.iterfind(".//{*}grpSp//{*}rPr")]]
    sizes += [[node.get(f"{W}val") for node in on_page.iterfind(".//{*}txbxContent//{*}sz")]]
    assert sizes == [["1800", "1600"], ["36", "32"]]


def test_a_group_keeps_the_coordinates_of_its_shapes_wherever_it_stands() -> None:
    on_slide, on_page = both(Drawing("hub", Frame(10, 20, 300, 200), SHAPES, "图"))
    slide = [dict(part.attrib) for part in on_slide.find(".//{*}grpSp/{*}grpSpPr/{*}xfrm")]
    page = [dict(part.attrib) for part in on_page.find(".//{*}wgp/{*}grpSpPr/{*}xfrm")]
    at = {"x": "127000", "y": "254000"}
    assert slide[0] == at and page[0] == {"x": "0", "y": "0"}
    assert slide[1:] == page[1:] == [slide[1], at, slide[1]]
    assert slide[1] == {"cx": "3810000", "cy": "2540000"}


def test_text_of_shapes_has_the_same_insets_and_anchor_in_both() -> None:
    on_slide, on_page = both(Drawing("hub", Frame(0, 0, 90, 40), (SHAPES[len(PRESETS)],), "图"))
    kept = ("wrap", "lIns", "tIns", "rIns", "bIns", "anchor")
    bodies = [
        root.find(f".//{path}/{{*}}bodyPr") for root, path in ((on_slide, "{*}grpSp//{*}txBody"), (on_page, "{*}wsp"))
    ]
    assert [[body.get(name) for name in kept] for body in bodies] == [
        ["square", "12700", "25400", "38100", "50800", "b"]
    ] * 2
    assert all(body.find("{*}noAutofit") is not None for body in bodies)


@pytest.mark.parametrize("alt", ["", "左青右橙"])
def test_what_is_shown_is_said_or_marked_as_decoration(alt: str) -> None:
    for root, tag in zip(both(Picture("a.png", alt, 9, 9)), ("{*}pic//{*}cNvPr", "{*}inline/{*}docPr"), strict=True):
        node = root.find(f".//{tag}")
        decorative = node.find(".//{*}decorative")
        assert node.get("descr", "") == alt
        assert (decorative is not None and decorative.get("val") == "1") == (not alt)


def test_every_geometry_has_a_preset() -> None:
    assert set(PRESETS) == set(Geometry.__args__)  # type: ignore[attr-defined]


def test_a_curve_goes_through_its_points_and_closes() -> None:
    points = ((0.0, 0.0), (10.0, 10.0), (20.0, 0.0))
    assert [end for _, _, end in curves(points, False)] == [*points[1:]]
    assert [end for _, _, end in curves(points, True)] == [*points[1:], points[0]]
    one, two, _ = curves(points, False)[0]
    assert one == (10 / 6, 10 / 6) and two == (10 - 20 / 6, 10.0)
