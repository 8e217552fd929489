"""Slides as LibreOffice draws them: every text stays in its box, none is lost, lines break as Chinese does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry
from deckgen.tree import (
    Deck,
    DeckSection,
    Drawing,
    Label,
    Para,
    Properties,
    Shape,
    Slide,
    Slot,
    TextBox,
)
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES
from rendered.artefacts import DELIVERIES, Rendered
from rendered.boxes import Box, boxes_of, strays
from rendered.pages import Page, Word, badly_broken, missing_signs, parse_pages, read_pages
from shown import nothing
from tools import to_pdf

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_every_slide_is_a_page(delivery: str, rendered: Rendered) -> None:
    assert len(rendered.pages(delivery, "deck")) == len(rendered[delivery, "deck"].deck.slides)


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_no_text_leaves_its_shape(delivery: str, rendered: Rendered, geometry: DeckGeometry) -> None:
    found = []
    pages = rendered.pages(delivery, "deck")
    for number, (slide, page) in enumerate(zip(rendered[delivery, "deck"].deck.slides, pages, strict=True), start=1):
        found += [f"slide {number} {slide.id}: {one}" for one in strays(page, boxes_of(slide, number, geometry))]
    assert not found, f"{len(found)} words:\n" + "\n".join(found[:40])


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_no_text_is_lost(delivery: str, rendered: Rendered, geometry: DeckGeometry) -> None:
    found = []
    pages = rendered.pages(delivery, "deck")
    for number, (slide, page) in enumerate(zip(rendered[delivery, "deck"].deck.slides, pages, strict=True), start=1):
        lost = missing_signs((box.text for box in boxes_of(slide, number, geometry)), page.words)
        if lost:
            found.append(f"slide {number} {slide.id}: {dict(lost)}")
    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_no_line_begins_or_ends_with_a_mark_that_must_not_stand_there(delivery: str, rendered: Rendered) -> None:
    found = [
        f"slide {number}: {line}"
        for number, page in enumerate(rendered.pages(delivery, "deck"), start=1)
        for line in badly_broken(page)
    ]
    assert not found, "\n".join(found)


# -- the comparison itself must be able to fail --------------------------------------------------


def _drawn(frame: Frame) -> Deck:
    text = TextBox((Label(runs("把任务接清楚，再承诺完成的时间和标准，最后复述一遍"), 20.0),))
    drawing = Drawing("cards", Frame(60, 150, 800, 300), (Shape("rect", frame, "surface", text=text),), "一张卡")
    slots = (Slot("canvas", (drawing,), drawing.frame),)
    slide = Slide("s", "concept", "visual", runs("题目"), slots, title_size=28.0)
    return Deck(Properties("", "", "zh-CN", "1", "2025-01-01"), (DeckSection("M", "M", (slide,)),))


@pytest.mark.parametrize(("height", "width", "holds"), [(90.0, 260.0, True), (30.0, 260.0, False)])
def test_a_shape_made_too_small_is_caught(
    height: float, width: float, holds: bool, tmp_path: Path, theme: Theme, geometry: DeckGeometry
) -> None:
    deck = _drawn(Frame(100, 200, width, height))
    file = tmp_path / "deck.pptx"
    file.write_bytes(write_deck(deck, theme, TEMPLATES.deck, nothing))
    (page,) = read_pages(to_pdf(file, tmp_path))
    found = strays(page, boxes_of(deck.slides[0], 1, geometry))
    assert (not found) == holds, found


def _page(*words: Word) -> Page:
    return Page(960, 540, tuple((word,) for word in words))


def test_a_text_of_another_box_is_caught() -> None:
    box = Box(Frame(100, 100, 200, 40), "复述承诺", "card")
    assert not strays(_page(Word("承诺", 110, 105, 150, 130)), [box])
    assert strays(_page(Word("承诺", 310, 105, 350, 130)), [box])
    assert strays(_page(Word("无关", 110, 105, 150, 130)), [box])
    assert strays(_page(Word("承诺", 940, 105, 980, 130)), [replace(box, frame=Frame(900, 100, 200, 40))])


def test_a_lost_character_is_caught() -> None:
    page = _page(Word("先复述，", 0, 0, 10, 10), Word("再承诺", 0, 12, 10, 22))
    assert not missing_signs(["先复述，再承诺"], page.words)
    assert missing_signs(["先复述，再承诺。"], page.words) == {"。": 1}


def test_a_line_that_begins_with_a_comma_is_caught() -> None:
    first, second = Word("先复述", 0, 0, 60, 24), Word("，再承诺", 0, 26, 80, 50)
    assert badly_broken(_page(first, second)) == ["begins with ，: ，再承诺"]
    beside = Word("，再承诺", 64, 0, 144, 24)
    assert not badly_broken(_page(first, beside))
    assert badly_broken(_page(Word("他说“", 0, 0, 60, 24), Word("好", 0, 26, 20, 50))) == ["ends with “: 他说“"]


def test_the_printout_of_poppler_is_read() -> None:
    page = (
        '<page width="960.009" height="540.0"><line xMin="1.0" yMin="2.0" xMax="3.5" yMax="4.0">'
        '<word xMin="1.0" yMin="2.0" xMax="3.5" yMax="4.0">A&amp;B</word></line></page>'
    )
    assert parse_pages(page) == (Page(960.009, 540.0, ((Word("A&B", 1.0, 2.0, 3.5, 4.0),),)),)


def test_a_paragraph_of_a_slot_belongs_to_its_slot(geometry: DeckGeometry) -> None:
    frame = Frame(60, 150, 800, 300)
    slide = Slide("s", "concept", "text", runs("题目"), (Slot("body", (Para(runs("正 文")),), frame, 20.0),))
    assert Box(frame, "正文", "body") in boxes_of(slide, 1, geometry)
