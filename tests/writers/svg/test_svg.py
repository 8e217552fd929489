"""SVG files say everything that a drawing has, escape what is written, and load nothing."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from books import default_faces
from deckgen.base.runs import Run, plain
from deckgen.base.units import Frame
from deckgen.measure import text_width
from deckgen.paginate import set_lines
from deckgen.tree import Bundle, Drawing, Icon, Image, Label, Path, Primitive, Shape, TextBox
from deckgen.tree.drawing import Geometry
from deckgen.tree.picture import ReadyPicture
from deckgen.writers.svg import write_svg
from deckgen.writers.svg.outline import trace_path, trace_shape
from default_theme import THEME as DEFAULT

SVG = "{http://www.w3.org/2000/svg}"
WHOLE = Frame(0, 0, 200, 100)
FRAME = Frame(10, 20, 80, 40)


def drawn(*shapes: Primitive, alt: str = "A slide") -> etree._Element:
    content = write_svg(Drawing("slide", WHOLE, shapes, alt), DEFAULT, lambda path: ReadyPicture(b"png", "png"), "en")
    return etree.fromstring(content)


def test_every_geometry_stays_in_its_frame() -> None:
    for geometry in get_args(Geometry):
        course = trace_shape(Shape(geometry, FRAME))
        points = [(float(x), float(y)) for x, y in re.findall(r"[MLC ](-?[\d.]+),(-?[\d.]+)", course)]
        assert course.startswith("M") and course.endswith("Z") and len(points) >= 3, geometry
        least = 0 if geometry == "callout" else 3  # a tail reaches out
        inside = [10 <= x <= 90 and 20 <= y <= 60 for x, y in points]
        assert all(inside) if least else sum(inside) >= len(inside) - 1, geometry


def test_adjusts_are_those_of_office() -> None:
    assert trace_shape(Shape("chevron", FRAME, adjust=(0.25,))) == "M10,20L80,20L90,40L80,60L10,60L20,40Z"
    assert trace_shape(Shape("triangle", FRAME, adjust=(1.0,))) == "M90,20L90,60L10,60Z"
    assert trace_path(Path(((0, 0), (10, 0), (10, 10)), closed=True, more=(((1, 1), (2, 1), (2, 2)),))) == (
        "M0,0L10,0L10,10ZM1,1L2,1L2,2Z"
    )
    assert trace_path(Path(((0, 0), (10, 0), (10, 10)), smooth=True)).count("C") == 2


def test_what_is_written_is_escaped_and_stands_line_by_line() -> None:
    labels = (Label((Run("a < b & "), Run("c", strong=True)), 10.0), Label((Run("two"),), 20.0, "primary", True))
    root = drawn(Shape("rect", FRAME, "paper", text=TextBox(labels, "left", "top", (5, 4, 0, 0))), alt='"<x>"')
    one, two = root.iter(f"{SVG}text")
    assert "".join(one.itertext()) == "a < b & c" and [span.get("font-weight") for span in one] == ["bold"]
    assert (one.get("x"), one.get("y"), two.get("y")) == ("15", "33.3", "54.6")  # 20 + 4, then 12 below
    assert two.get("font-weight") == "bold" and two.get("fill") == f"#{DEFAULT.colours['primary']}"
    assert root.findtext(f"{SVG}title") == '"<x>"'
    right = drawn(Shape("rect", FRAME, text=TextBox(labels, "right", "bottom", (0, 0, 2, 3)))).find(f"{SVG}text")
    assert right is not None and (right.get("text-anchor"), right.get("x"), right.get("y")) == ("end", "88", "30.3")


def test_lines_arrows_icons_pictures_and_groups() -> None:
    arrow = Path(((0, 0), (5, 5)), line="accent", line_width=2, dash=True, arrow=True)
    picture = Image(FRAME, "a.png", "A house", (0.5, 0.0, 0.0, 0.0))
    root = drawn(Bundle(FRAME, (arrow, Icon(FRAME, "phone", "primary")), "Ann", "Somebody"), picture)
    group = root.find(f"{SVG}g")
    assert group is not None and group.findtext(f"{SVG}title") == "Somebody"
    line = group.find(f"{SVG}path")
    assert line is not None and line.get("stroke-dasharray") == "8 6" and line.get("stroke-width") == "2"
    (marker,) = root.iter(f"{SVG}marker")
    assert (
        line.get("marker-end") == f"url(#{marker.get('id')})"
        and marker[0].get("fill") == f"#{DEFAULT.colours['accent']}"
    )
    image = next(root.iter(f"{SVG}image"))
    assert image.get("href") == "data:image/png;base64,cG5n" and (image.get("x"), image.get("width")) == ("-80", "160")
    links = [value for node in root.iter() for name, value in node.attrib.items() if name.endswith("href")]
    assert all(link.startswith("data:") for link in links)


def test_a_file_can_be_drawn_and_is_always_the_same() -> None:
    from resvg_py import svg_to_bytes

    shapes = [Shape(geometry, FRAME, "primary", "accent", rotation=30) for geometry in get_args(Geometry)]
    content = [write_svg(Drawing("x", WHOLE, tuple(shapes), "x"), DEFAULT, _none, "en", 50) for _ in range(2)]
    assert content[0] == content[1] and b'width="50" height="25"' in content[0]
    assert bytes(svg_to_bytes(svg_string=content[0].decode())).startswith(b"\x89PNG")


def _none(path: str) -> ReadyPicture:
    raise AssertionError(path)


@given(st.lists(st.tuples(st.text("ab 一二，.", min_size=1, max_size=30), st.booleans()), min_size=1, max_size=4))
def test_lines_are_no_wider_than_their_shape_and_lose_no_word(parts: list[tuple[str, bool]]) -> None:
    faces = default_faces(DEFAULT)
    runs = tuple(Run(text, strong=strong) for text, strong in parts)
    box = TextBox((Label(runs, 10.0),), insets=(5, 0, 5, 0))
    (shape,) = set_lines(Drawing("x", WHOLE, (Shape("rect", Frame(0, 0, 90, 50), text=box),), "x"), faces).shapes
    assert isinstance(shape, Shape) and shape.text is not None
    lines = [label.runs for label in shape.text.labels]
    assert "".join(map(plain, lines)).replace(" ", "") == plain(runs).replace(" ", "")
    strong = "".join(run.text for line in lines for run in line if run.strong)
    assert strong.replace(" ", "") == "".join(run.text for run in runs if run.strong).replace(" ", "")
    assert all(text_width(line, 10.0, faces) <= 80 for line in lines if line)


@pytest.mark.parametrize("text", ["one\ntwo", "one\n\ntwo"])
def test_breaks_of_the_author_stay(text: str) -> None:
    box = TextBox((Label((Run(text),), 10.0),))
    (shape,) = set_lines(Drawing("x", WHOLE, (Shape("rect", WHOLE, text=box),), "x"), default_faces(DEFAULT)).shapes
    assert isinstance(shape, Shape) and shape.text is not None
    assert [plain(label.runs) for label in shape.text.labels] == text.split("\n")
