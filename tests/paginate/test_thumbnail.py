"""Thumbnails stand on the grounds and panels of their theme, in colours that can be read there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.base.roles import Colour
from deckgen.base.runs import Runs, plain, runs
from deckgen.base.units import Frame
from deckgen.paginate import scale_slide
from deckgen.theme.geometry import DeckGeometry, Layout, Panel, SlotBox
from deckgen.tree import Drawing, Para, Path, Shape, Slide, Slot
from default_theme import TEMPLATES, THEME

TITLE, BODY = Frame(40, 30, 880, 60), Frame(40, 140, 400, 300)
SLOTS = {"title": SlotBox(TITLE), "body": SlotBox(BODY)}


def small(layout: Layout, width: float = 960.0) -> Drawing:
    geometry = DeckGeometry(960.0, 540.0, {"text": layout})
    body = Slot("body", (Para(runs("Body"), "body"),), BODY)
    return scale_slide(Slide("s1", "concept", "text", runs("Title"), (body,), title_size=28), geometry, THEME, width)


def panel(x: float, y: float, w: float, h: float, fill: Colour) -> Panel:
    return Panel(((x, y), (x + w, y), (x + w, y + h), (x, y + h)), fill)


def grounds(drawing: Drawing) -> list[tuple[str | None, object]]:
    """Fill and place of what lies behind the slots; the points of what is no rectangle."""
    shapes = [item for item in drawing.shapes if item.part in ("slide", "panel")]
    return [(item.fill, item.frame if isinstance(item, Shape) else item.points) for item in shapes]


def inks(drawing: Drawing) -> dict[str, str]:
    texts: list[tuple[Runs, str]] = [
        (label.runs, label.colour) for s in drawing.shapes if isinstance(s, Shape) and s.text for label in s.text.labels
    ]
    return {plain(text): colour for text, colour in texts}


def test_ground_and_panels_are_those_of_the_layout_in_their_order() -> None:
    corner = Panel(((960, 0), (960, 100), (860, 0)), "accent")
    tick = Panel(((10, 10), (20, 20)), None, "positive", 2.0, closed=False)
    panels = (panel(0, 0, 500, 540, "primary"), corner, tick)
    drawing = small(Layout("text", "Text", SLOTS, ground="surface", panels=panels), 480.0)
    assert grounds(drawing) == [
        ("surface", Frame(0, 0, 480, 270)),
        ("primary", Frame(0, 0, 250, 270)),
        ("accent", ((480, 0), (480, 50), (430, 0))),
        (None, ((5, 5), (10, 10))),
    ]
    last = drawing.shapes[3]
    assert isinstance(last, Path) and (last.line, last.line_width, last.closed) == ("positive", 1.0, False)


def test_panels_that_cannot_be_told_from_what_they_lie_on_are_left_out() -> None:
    panels = (
        panel(0, 0, 480, 540, "paper"),  # on paper
        panel(0, 0, 480, 540, "primary"),
        panel(10, 10, 200, 200, "primary"),  # on the one before
    )
    assert len(grounds(small(Layout("text", "Text", SLOTS, panels=panels)))) == 2


def test_whatever_stands_in_a_slot_of_texts_is_drawn() -> None:
    inner = Drawing("questions", BODY, (Shape("rect", BODY, "accent", part="row-1"),), "")
    slide = Slide("s1", "debrief", "text", runs("Title"), (Slot("body", (inner,), BODY),), title_size=28)
    drawing = scale_slide(slide, DeckGeometry(960.0, 540.0, {"text": Layout("text", "Text", SLOTS)}), THEME, 480.0)
    assert [item.frame for item in drawing.shapes if isinstance(item, Shape) and item.part == "row-1"] == [
        Frame(20, 70, 200, 150)
    ]


@pytest.mark.parametrize(
    ("ground", "card", "title", "body"),
    [
        ("paper", None, "ink", "ink"),
        ("primary", None, "on_fill", "on_fill"),
        ("primary", "paper", "on_fill", "ink"),
        ("primary_soft", "accent", "ink", "on_fill"),
    ],
)
def test_text_can_be_read_on_what_lies_behind_it(ground: Colour, card: Colour | None, title: str, body: str) -> None:
    panels = (panel(30, 130, 420, 320, card),) if card else ()
    layout = Layout("text", "Text", SLOTS, ground=ground, panels=panels)
    assert inks(small(layout)) == {"Title": title, "Body": body}


def test_colours_of_the_theme_decide_what_can_be_read() -> None:
    layout = Layout("text", "Text", SLOTS, ground="primary")
    slide = Slide("s1", "concept", "text", runs("Title"), (), title_size=28)
    light = replace(THEME, colours={**THEME.colours, "primary": "FFE08A"})
    drawing = scale_slide(slide, DeckGeometry(960.0, 540.0, {"text": layout}), light, 480.0)
    assert inks(drawing) == {"Title": "ink"}


def test_the_template_of_a_theme_gives_its_grounds() -> None:
    layouts = TEMPLATES.deck.geometry.layouts
    assert {role: layout.ground for role, layout in layouts.items() if layout.ground != "paper"} == {
        "cover": "primary",
        "close": "primary",
        "statement": "primary",
        "activity": "accent_soft",
        "debrief": "secondary_soft",
        "pause": "surface",
    }
    assert layouts["divider"].panels[0] == panel(0, 0, 396, 420, "primary")
    assert layouts["activity"].panels[0] == panel(44, 30, 5, 62, "accent")
    assert all(layout.panels for layout in layouts.values())


@pytest.mark.parametrize(("side", "kept"), [(41.0, True), (39.0, False)])
def test_what_would_be_a_speck_is_left_out(side: float, kept: bool) -> None:
    """A tenth of the slide's size: features of faces and dots go, lines and whatever is long or high stay."""
    dot = Shape("ellipse", Frame(100, 200, side, side), "accent", part="dot")
    corner = Path(((100, 200), (100 + side, 200), (100, 200 + side)), True, fill="accent", part="corner")
    line = Path(((60, 200), (400, 200)), part="line")
    inner = Drawing("rings", BODY, (dot, corner, line), "")
    slide = Slide("s1", "diagram", "text", runs("Title"), (Slot("canvas", (inner,), BODY),), title_size=28)
    drawing = scale_slide(slide, DeckGeometry(960.0, 540.0, {"text": Layout("text", "Text", SLOTS)}), THEME, 96.0)
    parts = {getattr(shape, "part", "") for shape in drawing.shapes}
    assert "line" in parts and ({"dot", "corner"} <= parts) == kept and ({"dot", "corner"} & parts == set()) != kept
