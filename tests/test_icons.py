"""Icons: their data, their gallery, their shapes in both formats, and where they stand in diagrams."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckgen.base.icons import ICONS, SIDE
from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.model.diagrams import DIAGRAMS
from deckgen.tree import Diagram, Drawing, Icon, Shape, Slide, Slot
from deckgen.tree.dump import dump_element
from draw.samples import SAMPLES
from draw.test_draw import BOOK, SLIDE
from writers.drawingml.test_shape import both

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from make_gallery import made_files  # noqa: E402

WITH_ICONS = ("cards", "chevrons", "formula", "glyph", "hub", "levels", "matrix", "rings", "spectrum", "timeline")
PLACE = Frame(40, 110, 880, 360)


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_outline_stays_in_its_square(name: str) -> None:
    assert re.fullmatch(r"(?:M[^MLCZ]+|L[^MLCZ]+|C[^MLCZ]+|Z| )+", ICONS[name]) and ICONS[name].startswith("M")
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", ICONS[name])]
    assert len(numbers) % 2 == 0 and all(0 <= number <= SIDE for number in numbers)
    for word, count in (("M", 2), ("L", 2), ("C", 6)):
        for found in re.findall(rf"{word}([^MLCZ]+)", ICONS[name]):
            assert len(re.split(r"[ ,]+", found.strip())) % count == 0


def test_the_gallery_shows_every_icon() -> None:
    for path, text in made_files().items():
        assert path.read_text("utf-8") == text, "run `make reference`"
        assert all(name in text for name in ICONS)


def with_icons(value: Any, name: str = "phone") -> Any:
    """A record with an icon at every node that can have one."""
    changes: dict[str, Any] = {"icon": name} if "icon" in type(value).model_fields else {}
    for key, item in value:
        if isinstance(item, tuple):
            changes[key] = tuple(with_icons(one, name) if hasattr(type(one), "model_fields") else one for one in item)
    return value.model_copy(update=changes)


def nodes(value: Any) -> int:
    inside = [one for _, item in value if isinstance(item, tuple) for one in item if hasattr(type(one), "model_fields")]
    return ("icon" in type(value).model_fields) + sum(map(nodes, inside))


@pytest.mark.parametrize(("place", "pen"), [(PLACE, SLIDE), (Frame(0, 0, 450, 260), BOOK)], ids=["slide", "book"])
@pytest.mark.parametrize("type_", WITH_ICONS)
def test_every_node_gets_its_icon_and_no_text_runs_over_it(type_: str, place: Frame, pen: Pen) -> None:
    record = with_icons(DIAGRAMS[type_].model_validate(SAMPLES[type_][0]))
    drawing, misfits = draw_diagram(Diagram(record, "A diagram"), place, pen)
    icons = [shape for shape in drawing.shapes if isinstance(shape, Icon)]
    assert not misfits and len(icons) == nodes(record) > 0
    for icon in icons:
        x, y, w, h = icon.frame
        assert icon.name == "phone" and w == h > 4
        assert place.x <= x and x + w <= place.x + place.w and place.y <= y and y + h <= place.y + place.h
        for shape in drawing.shapes:
            if isinstance(shape, Shape) and shape.text is not None and shape.fill is not None:
                left, top, right, bottom = shape.text.insets
                text = shape.frame.inset(left, top, right, bottom)
                inside = x >= shape.frame.x and x + w <= shape.frame.x + shape.frame.w and y >= shape.frame.y
                if inside and y + h <= shape.frame.y + shape.frame.h and shape.geometry == "round_rect":
                    assert x + w <= text.x + 0.5 or y + h <= text.y + 0.5 or x >= text.x + text.w


def test_an_icon_is_a_line_without_a_fill_in_both_formats() -> None:
    drawing = Drawing("cards", PLACE, (Icon(Frame(60, 120, 36, 36), "clock", "accent"),), "A clock")
    for root in both(drawing):
        (path,) = root.iter("{*}path")
        assert path.get("w") == path.get("h") == "2400" and path.get("fill") == "none"
        assert len(path.findall("{*}moveTo")) == ICONS["clock"].count("M")
        assert len(path.findall("{*}cubicBezTo")) == len(re.findall("C", ICONS["clock"]))
        properties = path.getparent().getparent().getparent()
        assert [etree.QName(child).localname for child in properties] == ["xfrm", "custGeom", "noFill", "ln"]
        assert properties.find("{*}ln").get("w") == str(36 // 12 * 12700)


def test_icons_are_dumped() -> None:
    drawing = Drawing("cards", PLACE, (Icon(Frame(60, 120, 36, 36), "clock", "accent"),), "A clock")
    assert "  icon clock -/accent" in list(dump_element(drawing))
    assert Slide("s", "concept", "visual", runs("T"), (Slot("canvas", (drawing,)),)).slots
