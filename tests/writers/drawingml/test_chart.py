"""A chart in the deck and in the book: one description, one story."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from deckgen.theme.office.parts import open_package
from deckgen.tree import Book, BookSection, Chart, Deck, DeckSection, Properties, Slide, Slot, TargetLine
from deckgen.writers.docx import write_book
from deckgen.writers.drawingml.chart import write_chart, write_number_format
from deckgen.writers.drawingml.dress import Dress
from deckgen.writers.drawingml.workbook import column_letter, write_workbook
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from shown import nothing

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
KINDS = ("column", "bar", "line", "pie")


def chart(kind: str = "column", **changes: Any) -> Chart:
    series = ("训练前", "训练后") if kind != "pie" else ("占比",)
    values = ((82.0, 85.0, 88.0), (84.5, 87.0, 91.0))[: len(series)]
    made = Chart(kind, ("一月", "二月", "三月"), series, values, "三个月的满意度", "%", "示意数据")  # type: ignore[arg-type]
    return replace(made, **changes)


def tree(drawn: Chart) -> Any:
    return etree.fromstring(write_chart(drawn, "rId1", Dress(THEME, "zh-CN"), 16))


def values(root: Any, path: str) -> list[str]:
    return [node.get("val") for node in root.iterfind(f".//{path}", NS)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("begins", [None, 80.0])
def test_deck_and_book_show_the_same_chart_but_for_the_size_of_its_text(kind: str, begins: float | None) -> None:
    drawn = chart(kind, axis_from=begins)
    properties = Properties("课", "", "zh-CN", "1", "2025-03-01")
    slide = Slide("s1", "concept", "visual", (), (Slot("canvas", (drawn,)),))
    deck = write_deck(
        Deck(properties, (DeckSection("M1", "一", (slide,)),)),
        THEME,
        TEMPLATES.deck,
        nothing,
    )
    book = write_book(
        Book("workbook", properties, (BookSection("M1", "一", (drawn,)),)),
        THEME,
        TEMPLATES.book,
        nothing,
    )
    parts = [open_package(deck), open_package(book)]
    on_slide, on_page = parts[0]["ppt/charts/chart1.xml"], parts[1]["word/charts/chart1.xml"]
    assert re.sub(rb'sz="\d+"', b"", on_slide) == re.sub(rb'sz="\d+"', b"", on_page)
    assert set(re.findall(rb'sz="(\d+)"', on_slide)) == {b"%d" % (THEME.slide_text["label"].floor * 100)}
    assert set(re.findall(rb'sz="(\d+)"', on_page)) == {b"%d" % (THEME.book_text["cell"].size * 100)}
    assert parts[0]["ppt/embeddings/chart1.xlsx"] == parts[1]["word/embeddings/chart1.xlsx"]


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_the_axis_begins_at_zero_and_is_silent_unless_the_author_says_otherwise(kind: str) -> None:
    from_zero, from_eighty = tree(chart(kind)), tree(chart(kind, axis_from=80.0))
    scaling = "c:valAx/c:scaling/c:"
    assert [values(from_zero, scaling + end) for end in ("min", "max")] == [["0"], ["100"]]
    assert [values(from_eighty, scaling + end) for end in ("min", "max")] == [["80"], ["95"]]
    assert values(from_zero, "c:valAx/c:delete") == ["1"]
    assert values(from_eighty, "c:valAx/c:delete") == ["0"]
    assert values(from_eighty, "c:valAx/c:majorUnit") == ["5"]


def test_lines_close_together_are_parted_and_say_where_their_axis_begins() -> None:
    root = tree(chart("line"))
    assert values(root, "c:valAx/c:scaling/c:min") == ["75"] and values(root, "c:valAx/c:delete") == ["0"]
    apart = tree(chart("line", values=((82.0, 30.0, 88.0), (84.5, 87.0, 91.0))))
    assert values(apart, "c:valAx/c:scaling/c:min") == ["0"] and values(apart, "c:valAx/c:delete") == ["1"]


def test_bars_of_negative_numbers_hang_from_zero() -> None:
    root = tree(chart(values=((-3.0, 2.0, 5.0), (1.0, 1.0, 1.0))))
    assert values(root, "c:valAx/c:scaling/c:min") == ["-4"]
    assert values(root, "c:valAx/c:crosses") == values(root, "c:catAx/c:crosses") == ["autoZero"]


def test_lying_bars_read_from_the_top_and_have_their_numbers_below() -> None:
    root = tree(chart("bar", axis_from=80.0))
    assert values(root, "c:catAx/c:scaling/c:orientation") == ["maxMin"]
    assert values(root, "c:valAx/c:crosses") == ["max"]
    assert values(root, "c:catAx/c:axPos") == ["l"] and values(root, "c:valAx/c:axPos") == ["b"]


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_stand_at_their_points_with_the_unit(kind: str) -> None:
    root = tree(chart(kind, unit="万 元"))
    labels = root.findall(".//c:dLbls", NS)
    assert len(labels) == len(root.findall(".//c:ser", NS))
    for label in labels:
        assert label.find("c:numFmt", NS).get("formatCode") == 'General"万 元"'
        assert label.find("c:showVal", NS).get("val") == "1"
    assert {node.text for node in root.iterfind(".//c:formatCode", NS)} == {'General"万 元"'}


@pytest.mark.parametrize(
    ("unit", "form"),
    [
        ("", "General"),
        ("%", 'General"%"'),
        ('5"', 'General"5"\\"'),
        ('"a"b', 'General\\""a"\\""b"'),
        ("\\", 'General"\\"'),
    ],
)
def test_a_unit_is_quoted_in_the_number_format(unit: str, form: str) -> None:
    assert write_number_format(unit) == form


def test_every_series_has_a_colour_of_its_own_from_the_theme() -> None:
    five = chart(series=tuple("abcde"), values=tuple((float(n), 2.0, 3.0) for n in range(5)))
    fills = [node.get("val") for node in tree(five).iterfind(".//c:ser/c:spPr/a:solidFill/a:schemeClr", NS)]
    assert len(set(fills)) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_charts_have_positive_axes_that_exist_and_faces_of_both_scripts(kind: str) -> None:
    root = tree(chart(kind))
    used = values(root, "c:plotArea/*/c:axId")[: None if kind != "pie" else 0]
    owned = values(root, "c:catAx/c:axId") + values(root, "c:valAx/c:axId")
    assert set(used) == set(owned) and all(int(number) > 0 for number in owned)
    assert {node.get("typeface") for node in root.iterfind(".//a:defRPr/a:ea", NS)} == {THEME.fonts.east_asian}
    assert {node.get("typeface") for node in root.iterfind(".//a:defRPr/a:latin", NS)} == {THEME.fonts.latin}
    first = root.find(".//c:ser", NS)
    assert [node.text for node in first.iterfind("c:val//c:v", NS)] == ["82", "85", "88"]
    assert [node.text for node in first.iterfind("c:cat//c:v", NS)] == ["一月", "二月", "三月"]


def test_a_series_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="one value a category"):
        tree(chart(values=((1.0,), (2.0,))))


def test_the_cells_that_a_chart_names_hold_its_texts_and_numbers() -> None:
    drawn = chart(categories=("<一月>", "_x000D_", " 三月"))
    sheet = etree.fromstring(open_package(write_workbook(drawn))["xl/worksheets/sheet1.xml"])
    cells = {}
    for cell in sheet.iter("{*}c"):
        text = cell.find("{*}is/{*}t")
        cells[cell.get("r")] = cell.findtext("{*}v") if text is None else text.text
    assert cells == {
        **{"B1": "训练前", "C1": "训练后"},
        # a spreadsheet would read the second as a carriage return
        **{"A2": "<一月>", "A3": "_x005F_x000D_", "A4": " 三月"},
        **{"B2": "82", "B3": "85", "B4": "88", "C2": "84.5", "C3": "87", "C4": "91"},
    }
    formulas = [node.text for node in tree(drawn).iterfind(".//c:f", NS)]
    assert formulas[:3] == ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"]
    assert formulas[3:] == ["Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4"]


def test_the_workbook_behind_a_chart_does_not_know_the_clock() -> None:
    first = write_workbook(chart())
    assert "docProps/core.xml" not in open_package(first)
    assert first == write_workbook(chart())
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_columns_of_a_sheet_have_letters() -> None:
    assert [column_letter(at) for at in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_a_target_is_a_dashed_series_of_one_value_with_its_name_in_the_legend() -> None:
    for kind in ("column", "line"):
        root = tree(chart(kind, target=TargetLine(90.0, "目标")))
        series = root.findall(".//c:lineChart/c:ser", NS)[-1]
        assert series.findtext("c:tx//c:v", namespaces=NS) == "目标 90%"
        assert [node.text for node in series.iterfind("c:val//c:v", NS)] == ["90"] * 3
        assert series.find(".//a:prstDash", NS) is not None and series.find("c:dLbls", NS) is None
        assert root.find(".//c:legend", NS) is not None
        book = write_workbook(chart(kind, target=TargetLine(90.0, "目标")))
        assert "目标 90%" in zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()


def test_what_is_highlighted_is_the_only_one_with_the_first_colour() -> None:
    first, second = (fills(chart(highlight=name)) for name in ("训练前", "训练后"))
    assert first == second[::-1] and len(set(first)) == 2
    one = chart(series=("满意度",), values=((82.0, 85.0, 88.0),), highlight="二月")
    (point,) = tree(one).findall(".//c:dPt", NS)
    assert point.find("c:idx", NS).get("val") == "1"
    assert etree.tostring(point.find(".//a:solidFill", NS)) == first[0]


def fills(drawn: Chart) -> list[bytes]:
    """How the series of a chart are filled."""
    return [etree.tostring(node) for node in tree(drawn).iterfind(".//c:ser/c:spPr/a:solidFill", NS)]


def test_one_value_of_a_line_stands_out_by_its_size() -> None:
    root = tree(chart("line", series=("满意度",), values=((82.0, 85.0, 88.0),), highlight="三月"))
    (point,) = root.findall(".//c:dPt", NS)
    assert point.find("c:idx", NS).get("val") == "2"
    assert int(point.find(".//c:size", NS).get("val")) > int(root.find(".//c:ser/c:marker/c:size", NS).get("val"))
