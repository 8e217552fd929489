"""Thumbnails stand on the grounds and panels of their theme, in colours that can be read there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.base.runs import Runs, plain, runs
from deckgen.base.units import Frame
from deckgen.paginate import scale_slide
from deckgen.theme.geometry import DeckGeometry, Layout, Panel, SlotBox
from deckgen.tree import Drawing, Para, Shape, Slide, Slot
from default_theme import TEMPLATES, THEME

TITLE, BODY = Frame(40, 30, 880, 60), Frame(40, 140, 400, 300)
SLOTS = {"title": SlotBox(TITLE), "body": SlotBox(BODY)}


def small(layout: Layout, width: float = 960.0) -> Drawing:
    geometry = DeckGeometry(960.0, 540.0, {"text": layout})
    body = Slot("body", (Para(runs("Body"), "body"),), BODY)
    return scale_slide(Slide("s1", "concept", "text", runs("Title"), (body,), title_size=28), geometry, THEME, width)


def grounds(drawing: Drawing) -> list[tuple[str, str | None, Frame]]:
    return [
        (s.geometry, s.fill, s.frame) for s in drawing.shapes if isinstance(s, Shape) and s.part in ("slide", "panel")
    ]


def inks(drawing: Drawing) -> dict[str, str]:
    texts: list[tuple[Runs, str]] = [
        (label.runs, label.colour) for s in drawing.shapes if isinstance(s, Shape) and s.text for label in s.text.labels
    ]
    return {plain(text): colour for text, colour in texts}


def test_ground_and_panels_are_those_of_the_layout_in_their_order() -> None:
    panels = (Panel("rect", Frame(-20, 0, 520, 540), "primary"), Panel("ellipse", Frame(600, 100, 200, 200), "accent"))
    drawing = small(Layout("text", "Text", SLOTS, ground="surface", panels=panels), 480.0)
    assert grounds(drawing) == [
        ("rect", "surface", Frame(0, 0, 480, 270)),
        ("rect", "primary", Frame(0, 0, 250, 270)),  # what lies beside the slide is not seen
        ("ellipse", "accent", Frame(300, 50, 100, 100)),
    ]


def test_panels_that_cannot_be_told_from_what_they_lie_on_are_left_out() -> None:
    panels = (
        Panel("rect", Frame(0, 0, 480, 540), "paper"),  # on paper
        Panel("rect", Frame(0, 0, 480, 540), "primary"),
        Panel("rect", Frame(10, 10, 200, 200), "primary"),  # on the one before
        Panel("teardrop", Frame(500, 10, 200, 200), "accent"),  # an ornament
        Panel("ellipse", Frame(900, 10, 200, 200), "accent"),  # partly beside the slide
    )
    assert len(grounds(small(Layout("text", "Text", SLOTS, panels=panels)))) == 2


@pytest.mark.parametrize(
    ("ground", "panel", "title", "body"),
    [
        ("paper", None, "ink", "ink"),
        ("primary", None, "on_fill", "on_fill"),
        ("primary", "paper", "on_fill", "ink"),
        ("primary_soft", "accent", "ink", "on_fill"),
    ],
)
def test_text_can_be_read_on_what_lies_behind_it(ground: str, panel: str | None, title: str, body: str) -> None:
    panels = (Panel("rect", Frame(30, 130, 420, 320), panel),) if panel else ()  # type: ignore[arg-type]
    layout = Layout("text", "Text", SLOTS, ground=ground, panels=panels)  # type: ignore[arg-type]
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
        "statement": "primary_soft",
        "debrief": "secondary_soft",
    }
    assert layouts["divider"].panels[0] == Panel("rect", Frame(0, 0, 336, 540), "primary")
    assert layouts["activity"].panels[0] == Panel("rect", Frame(0, 0, 84, 540), "accent")
