"""Decks and workbooks in the look of odd templates, as LibreOffice draws them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rendered.artefacts import COURSES
from rendered.foreign import examine, leftovers
from theme.brand.kinds import MAPPED, REFUSED, SAMPLE, package_of, parts_of, save

DRAWN = ("4-3", "small", "keynote", "dark", "dark-scheme", "picture-ground", "graphics", "macros")


@pytest.mark.slow
@pytest.mark.parametrize("kind", DRAWN)
def test_nothing_overflows_and_nothing_of_the_house_is_left(kind: str, tmp_path: Path) -> None:
    template = save(MAPPED[kind](), tmp_path / "house.potx")
    verdict = examine(template, tmp_path / "out", COURSES["90-min"], "90-min")
    assert not verdict.refused and verdict.is_right, verdict


@pytest.mark.slow
@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_refused_says_why(kind: str, tmp_path: Path) -> None:
    verdict = examine(save(REFUSED[kind][0](), tmp_path / "house.potx"), tmp_path / "out", COURSES["90-min"], "90-min")
    assert REFUSED[kind][1] in verdict.refused


def test_what_is_left_of_a_sample_is_found() -> None:
    house = package_of(MAPPED["4-3"]())
    parts = parts_of(house)
    assert leftovers(house, package_of({"ppt/slides/slide1.xml": b"<a:t>Something else</a:t>"})) == []
    slide = {"ppt/slides/slide9.xml": parts["ppt/slides/slide1.xml"]}
    assert leftovers(house, package_of(slide)) == [f"words: {SAMPLE}"]
    assert leftovers(house, package_of({"customXml/item1.xml": b"<x/>"})) == ["part: customXml/item1.xml"]
    assert leftovers(house, package_of({"ppt/media/image1.png": b"x"})) == ["picture: ppt/media/image1.png"]
