"""The book template that ships: what it says of pages and faces is what the theme says."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from deckgen.theme.office.facts import BookFacts
from deckgen.theme.office.prepared import learn
from default_theme import TEMPLATES, THEME

FACTS = TEMPLATES.book.facts


def test_the_page_is_that_of_the_theme() -> None:
    assert FACTS.page is not None
    assert astuple(FACTS.page) == pytest.approx(astuple(THEME.page), abs=0.05)


def test_faces_and_size_are_those_of_the_theme() -> None:
    assert FACTS.scheme is not None
    for faces in (FACTS.scheme.heading, FACTS.scheme.text):
        assert (faces.latin, faces.east_asian) == (THEME.fonts.latin, THEME.fonts.east_asian)
    for style in FACTS.styles:
        assert (style.latin, style.east_asian) == (THEME.fonts.latin, THEME.fonts.east_asian), style.id
    assert FACTS.language == "zh-CN"


def test_it_brings_the_styles_that_those_of_the_theme_are_based_on() -> None:
    assert FACTS.default_style("character") == "DefaultParagraphFont"
    assert FACTS.default_style("table") == "TableNormal"
    assert next(style.strong for style in FACTS.styles if style.id == "Strong")


@pytest.mark.parametrize(("switch", "mirrored"), [("", False), ("<w:mirrorMargins/>", True), (
    '<w:mirrorMargins w:val="0"/>', False)])  # fmt: skip
def test_whether_pages_of_a_template_face_each_other_is_learned(switch: str, mirrored: bool) -> None:
    parts = dict(TEMPLATES.book.parts)
    settings = FACTS.parts["settings"]
    parts[settings] = parts[settings].replace(b"<w:mirrorMargins/>", switch.encode())
    found = learn("book", parts)
    assert isinstance(found, BookFacts) and found.page is not None
    assert found.page.mirrored is mirrored
