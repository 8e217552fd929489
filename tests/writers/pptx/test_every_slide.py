"""Every slide of the small courses as a trainer finds it: names, connectors, ways to and from the map of the course."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

import pytest
from decks import TEMPLATES, THEME, png
from lxml import etree

from deckgen.compose.frames import MAP
from deckgen.pipeline.build import Made
from deckgen.tree import Deck, ReadyPicture
from deckgen.writers.pptx import write_deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CASES = [("every-kind", "1-day"), ("every-kind", "2-day"), ("shift-handover", "90-min")]
Cases = dict[tuple[str, str], Made]
_WRITTEN: dict[tuple[str, str], list[tuple[Any, dict[str, str]]]] = {}


def _some_picture(path: str) -> ReadyPicture:
    return ReadyPicture(png(), "png")


def _written(cases: Cases, case: tuple[str, str]) -> list[tuple[Any, dict[str, str]]]:
    """The root of every slide, and what its relationships lead to."""
    if case in _WRITTEN:
        return _WRITTEN[case]
    deck = _deck(cases, case)
    slides = _WRITTEN[case] = []
    with zipfile.ZipFile(io.BytesIO(write_deck(deck, THEME, TEMPLATES.deck, _some_picture))) as package:
        for number in range(1, len(deck.slides) + 1):
            root = etree.fromstring(package.read(f"ppt/slides/slide{number}.xml"))
            links = etree.fromstring(package.read(f"ppt/slides/_rels/slide{number}.xml.rels"))
            slides.append((root, {item.get("Id"): item.get("Target") for item in links}))
    return slides


def _deck(cases: Cases, case: tuple[str, str]) -> Deck:
    trees = cases[case].trees
    assert trees is not None
    return trees.deck


@pytest.mark.parametrize("case", CASES)
def test_no_two_shapes_of_a_slide_have_one_name(case: tuple[str, str], cases: Cases) -> None:
    for root, _ in _written(cases, case):
        names = Counter(item.get("name") for item in root.iter(f"{P}cNvPr"))
        assert max(names.values()) == 1, names.most_common(2)


@pytest.mark.parametrize("case", CASES)
def test_no_connector_is_loose(case: tuple[str, str], cases: Cases) -> None:
    for root, _ in _written(cases, case):
        ids = {item.get("id") for item in root.iter(f"{P}cNvPr")}
        for connector in root.iter(f"{P}cxnSp"):
            ends = [connector.find(f".//{A}{end}") for end in ("stCxn", "endCxn")]
            assert all(end is not None and end.get("id") in ids for end in ends)


@pytest.mark.parametrize("case", CASES)
def test_every_slide_leads_back_and_every_stop_of_the_map_somewhere(case: tuple[str, str], cases: Cases) -> None:
    deck = _deck(cases, case)
    files = {slide.id: f"slide{number}.xml" for number, slide in enumerate(deck.slides, start=1)}
    modules = {module.id for module in cases[case].planned.course.modules}
    for slide, (root, targets) in zip(deck.slides, _written(cases, case), strict=True):
        jumps = {targets[click.get(f"{R}id")] for click in root.iter(f"{A}hlinkClick") if click.get(f"{R}id")}
        if slide.id == MAP:
            assert {files[key] for key in modules} <= jumps
        elif slide.breadcrumb and "breadcrumb" in TEMPLATES.deck.geometry.layouts[slide.layout].slots:
            assert files[slide.back] in jumps, slide.id  # the foot of the slide
            assert slide.back == MAP or slide.hidden
        if slide.reserve:
            assert files[slide.reserve] in jumps


@pytest.mark.parametrize("case", CASES)
def test_what_moves_is_on_its_slide(case: tuple[str, str], cases: Cases) -> None:
    moving = 0
    for root, _ in _written(cases, case):
        tops = {item.get("id") for child in root.find(f"{P}cSld/{P}spTree") for item in child.findall(f"*/{P}cNvPr")}
        targets = {target.get("spid") for target in root.iter(f"{P}spTgt")}
        assert targets <= tops  # by itself: nothing within a group can be animated
        moving += bool(targets)
    assert moving
