"""The countdown of a board: started by a click on its clock, exact to the millisecond, absent where nobody wants it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from decks import TEMPLATES, THEME, deck, frame, slide
from lxml import etree

from deckgen.base.units import Frame
from deckgen.tree import Bundle, Drawing, ReadyPicture, Shape, Slide
from deckgen.writers.pptx import write_deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RING = Shape("ellipse", Frame(800, 130, 90, 90), None, "accent", 9.0)
CLOCK = Bundle(RING.frame, (replace(RING, line="hair_line"),), "Time 8", part="clock")
COUNTDOWN = Bundle(RING.frame, (RING,), "Time 8 ▸", part="countdown")
TASK = Shape("rect", Frame(50, 130, 400, 90), "paper")


def no_picture(path: str) -> ReadyPicture:
    raise KeyError(path)


def written(shown: Slide, timers: bool = True) -> etree._Element:
    tree = deck(shown)
    data = write_deck(tree if timers else tree.without_countdowns(), THEME, TEMPLATES.deck, no_picture)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("ppt/slides/slide1.xml"))


def board(*shapes: Shape | Bundle, countdown: int = 480_000) -> Slide:
    drawing = Drawing("activity", frame("activity", "canvas"), shapes, "A board")
    return replace(slide("activity", slots={"canvas": (drawing,)}), countdown=countdown)


def test_a_click_on_the_clock_wipes_the_ring_in_exactly_the_planned_time() -> None:
    root = written(board(TASK, CLOCK, COUNTDOWN))
    top = {
        group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name"): group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("id")
        for group in root.findall(f"{P}cSld/{P}spTree/{P}grpSp")
    }
    assert {"Time 8", "Time 8 ▸"} < set(top)  # by themselves: only such objects can be animated
    timing = root.find(f"{P}timing")
    effect = timing.find(f".//{P}animEffect")
    assert effect.get("filter") == "wheel(1)" and effect.get("transition") == "out"
    assert effect.find(f"{P}cBhvr/{P}cTn").get("dur") == "480000"
    assert {target.get("spid") for target in effect.iter(f"{P}spTgt")} == {top["Time 8 ▸"]}
    clicks = [cond for cond in timing.iter(f"{P}cond") if cond.get("evt") == "onClick"]
    assert len(clicks) == 2
    assert {target.get("spid") for cond in clicks for target in cond.iter(f"{P}spTgt")} == {top["Time 8"]}
    assert timing.find(f".//{P}seq/{P}cTn").get("nodeType") == "interactiveSeq"  # other clicks go on as ever
    numbers = [node.get("id") for node in timing.iter(f"{P}cTn")]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("shown", [board(TASK), board(TASK, CLOCK, COUNTDOWN, countdown=0)])
def test_without_a_clock_or_without_minutes_nothing_runs(shown: Slide) -> None:
    assert written(shown).find(f"{P}timing") is None


def test_countdowns_can_be_left_away() -> None:
    root = written(board(TASK, CLOCK, COUNTDOWN), timers=False)
    assert root.find(f"{P}timing") is None
    assert "Time 8" in etree.tostring(root, encoding="unicode")  # the printed minutes stay
