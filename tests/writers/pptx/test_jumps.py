"""Shapes that lead somewhere: stops of the map, and the breadcrumb back to it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from decks import TEMPLATES, THEME, deck, frame, slide
from lxml import etree

from deckgen.base.units import Frame
from deckgen.tree import Drawing, ReadyPicture, Shape
from deckgen.writers.pptx import write_deck

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def no_picture(path: str) -> ReadyPicture:
    raise KeyError(path)


def test_a_click_on_a_shape_or_on_the_breadcrumb_jumps_to_a_slide_of_the_deck() -> None:
    stops = tuple(Shape("ellipse", Frame(60 + 90 * at, 130, 80, 80), "primary", part=name, link=link)
                  for at, (name, link) in enumerate((("here", "#two"), ("nowhere", "#gone"))))  # fmt: skip
    first = slide("visual", slots={"canvas": (Drawing("map", frame("visual", "canvas"), stops, "A map"),)})
    one = replace(first, id="one", breadcrumb="Part", back="two")
    two = replace(slide("text", slots={}), id="two")
    with zipfile.ZipFile(io.BytesIO(write_deck(deck(one, two), THEME, TEMPLATES.deck, no_picture))) as package:
        root = etree.fromstring(package.read("ppt/slides/slide1.xml"))
        targets = etree.fromstring(package.read("ppt/slides/_rels/slide1.xml.rels"))
    jumps = {item.getparent().get("name"): item for item in root.iter(f"{A}hlinkClick")}
    assert set(jumps) == {"here", "Breadcrumb"}
    for jump in jumps.values():
        target = next(item.get("Target") for item in targets if item.get("Id") == jump.get(f"{R}id"))
        assert target.endswith("slide2.xml") and jump.get("action") == "ppaction://hlinksldjump"
