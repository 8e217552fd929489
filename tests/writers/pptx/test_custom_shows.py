"""Custom shows: by the relationships of their slides, at their place in the presentation, and reached by a click."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from decks import TEMPLATES, THEME, deck, slide, text
from lxml import etree
from pptx import Presentation

from deckgen.tree import CustomShow, ReadyPicture
from deckgen.writers.pptx import write_deck

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def no_picture(path: str) -> ReadyPicture:
    raise KeyError(path)


def test_a_custom_show_lists_its_slides_and_the_page_number_leads_to_it() -> None:
    slides = [slide("text", slots={"body": text("Said")}, id=key) for key in ("a", "b", "b+1", "c")]
    slides[0] = replace(slides[0], show="late")
    slides[3] = replace(slides[3], show="gone")
    tree = replace(
        deck(*slides), shows=(CustomShow("x", "All", ("a",)), CustomShow("late", "短版：10:45 起", ("c", "b")))
    )
    data = write_deck(tree, THEME, TEMPLATES.deck, no_picture)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("ppt/presentation.xml"))
        first, last = (etree.fromstring(package.read(f"ppt/slides/slide{n}.xml")) for n in (1, 4))
    shows = root.find(f"{P}custShowLst")
    names = [child.tag for child in root]
    assert names.index(shows.tag) > names.index(f"{P}notesSz") and names.index(shows.tag) < names.index(
        f"{P}defaultTextStyle"
    )
    assert [(show.get("name"), show.get("id")) for show in shows] == [("All", "0"), ("短版：10:45 起", "1")]
    opened = Presentation(io.BytesIO(data))
    listed = [opened.part.rels[one.get(f"{R}id")].target_part.partname for one in shows[1].iter(f"{P}sld")]
    assert listed == ["/ppt/slides/slide2.xml", "/ppt/slides/slide3.xml", "/ppt/slides/slide4.xml"]  # b goes on
    (click,) = first.iter(f"{A}hlinkClick")
    assert click.get("action") == "ppaction://customshow?id=1&return=true" and click.get(f"{R}id") == ""
    assert click.getparent().get("name") == "Page"
    assert not [*last.iter(f"{A}hlinkClick")]  # a show that this deck does not have


def test_a_deck_without_shows_has_no_list_of_them() -> None:
    data = write_deck(deck(slide("text", slots={"body": text("Said")})), THEME, TEMPLATES.deck, no_picture)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert etree.fromstring(package.read("ppt/presentation.xml")).find(f"{P}custShowLst") is None
