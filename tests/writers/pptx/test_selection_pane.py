"""The selection pane: what a shape says, in the course's language, each name once; lines follow what they connect."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

from decks import TEMPLATES, THEME, deck, frame, slide
from lxml import etree

from deckgen.base.names import shape_id
from deckgen.base.runs import Run, runs
from deckgen.base.units import Frame
from deckgen.tree import Bundle, Drawing, Label, Path, Primitive, ReadyPicture, Shape, TextBox
from deckgen.writers.pptx import write_deck
from deckgen.writers.pptx.naming import Names

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LEFT, RIGHT = (
    Shape("round_rect", Frame(60, 140, 100, 60), "primary"),
    Shape("ellipse", Frame(300, 140, 60, 60), "accent"),
)


def no_picture(path: str) -> ReadyPicture:
    raise KeyError(path)


def written(*shapes: Primitive) -> Any:
    shown = slide("visual", slots={"canvas": (Drawing("map", frame("visual", "canvas"), shapes, "A map"),)})
    tree = replace(deck(shown), words=(("ellipse", "圆"), ("line", "线"), ("connector", "连线"), ("canvas", "图")))
    with zipfile.ZipFile(io.BytesIO(write_deck(tree, THEME, TEMPLATES.deck, no_picture))) as package:
        return etree.fromstring(package.read("ppt/slides/slide1.xml"))


def names(root: Any) -> list[str]:
    return [item.get("name") for item in root.iter(f"{P}cNvPr")][1:]


def test_a_shape_is_called_what_it_says_or_what_it_is_and_each_name_stands_once() -> None:
    said = replace(LEFT, text=TextBox((Label(runs("接得通"), 20.0),)))
    found = names(written(said, said, RIGHT, RIGHT, Bundle(RIGHT.frame, (RIGHT,), "接得通")))
    assert found[1:] == ["图", "接得通", "接得通 2", "圆", "圆 2", "接得通 3", "圆 3", *found[8:]]
    assert len(set(found)) == len(found)


def test_what_shows_something_of_the_course_has_an_id_that_programs_keep() -> None:
    said = replace(LEFT, text=TextBox((Label((Run("接", source="B1/slides.1/points.1"),), 20.0),)))
    bundle = Bundle(
        RIGHT.frame, (replace(said, link="https://example.com"), RIGHT), "老关", "A person", "", "/people.2"
    )
    drawing = Drawing("map", frame("visual", "canvas"), (said, bundle, replace(bundle, alt="")), "A map")
    shown = slide("visual", slots={"canvas": (drawing,)})
    slot = replace(shown.slots[0], source="B1/slides.1/diagram")
    titled = replace(shown, title=(Run("甲", source="B1/slides.1/title"),), slots=(slot,))
    with zipfile.ZipFile(io.BytesIO(write_deck(deck(titled), THEME, TEMPLATES.deck, no_picture))) as package:
        root = etree.fromstring(package.read("ppt/slides/slide1.xml"))
    created = "{http://schemas.microsoft.com/office/drawing/2014/main}creationId"
    ids = [item.get("id") for item in root.iter(created)]
    point, person = "B1/slides.1/points.1", "/people.2"
    wanted = [
        ("B1/slides.1/title", 1),
        ("B1/slides.1/diagram", 1),
        (point, 1),
        (person, 1),
        (point, 2),
        (person, 2),
        (point, 3),
    ]
    assert ids == [f"{{{shape_id(*each)}}}" for each in wanted] and len(set(ids)) == len(ids)
    assert all(len(item) == 38 and item.count("-") == 4 for item in ids)
    ends = [[etree.QName(child).localname for child in item] for item in root.iter(f"{P}cNvPr") if len(item)]
    assert all(item[-1] == "extLst" for item in ends) and ["hlinkClick", "extLst"] in ends


def test_a_name_that_looks_numbered_is_not_given_twice() -> None:
    pane = Names()
    assert [pane.unique(name) for name in ("A 2", "A", "A", "A")] == ["A 2", "A", "A 3", "A 4"]
    assert pane.said(runs("一" * 40)).endswith("…") and len(pane.said(runs("二" * 40))) == 30


def test_a_line_between_two_shapes_is_glued_to_both() -> None:
    root = written(LEFT, RIGHT, Path(((160, 170), (301, 170)), arrow=True), Path(((60, 300), (300, 300))))
    (connector,) = root.iter(f"{P}cxnSp")
    ends = [connector.find(f".//{A}{end}") for end in ("stCxn", "endCxn")]
    by_id = {item.get("id"): item.get("name") for item in root.iter(f"{P}cNvPr")}
    assert [by_id[end.get("id")] for end in ends] == ["round_rect", "圆"]
    assert [end.get("idx") for end in ends] == ["3", "2"]  # its right side, and the left one
    assert "线" in names(root)  # what leads nowhere is a shape, not a loose connector


def test_a_line_that_begins_and_ends_at_one_shape_is_no_connector() -> None:
    assert not [*written(LEFT, Path(((60, 170), (160, 170)))).iter(f"{P}cxnSp")]
