"""What is learned of templates that python-pptx and python-docx bring themselves, and of ones that are broken."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Mapping
from typing import Any

import docx
import pptx
import pytest
from docx.shared import Pt
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from deckgen.base.units import Frame
from deckgen.theme.office.facts import BookFacts, DeckFacts, PanelFacts, UnusableError
from deckgen.theme.office.parts import CONTENT_TYPES, open_package
from deckgen.theme.office.prepared import learn

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def deck_parts() -> Parts:
    """The deck that python-pptx begins with: 4:3, eleven layouts, most of their places on the master."""
    return saved(pptx.Presentation())


@pytest.fixture(scope="module")
def book_parts() -> Parts:
    return saved(docx.Document())


def saved(document: object) -> Parts:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return open_package(file.getvalue())


def learn_deck(parts: Mapping[str, bytes]) -> DeckFacts:
    facts = learn("deck", parts)
    assert isinstance(facts, DeckFacts)
    return facts


def learn_book(parts: Mapping[str, bytes]) -> BookFacts:
    facts = learn("book", parts)
    assert isinstance(facts, BookFacts)
    return facts


def change(parts: Parts, name: str, *pairs: tuple[str, str]) -> Parts:
    text = parts[name].decode()
    for old, new in pairs:
        assert old in text, (name, old)
        text = text.replace(old, new)
    return {**parts, name: text.encode()}


def test_a_deck_is_learned_with_what_its_placeholders_inherit(deck_parts: Parts) -> None:
    facts = learn_deck(deck_parts)
    assert (facts.part, facts.width, facts.height, facts.slides) == ("ppt/presentation.xml", 720.0, 540.0, 0)
    assert [layout.name for layout in facts.layouts][:3] == ["Title Slide", "Title and Content", "Section Header"]
    assert [layout.kind for layout in facts.layouts][:3] == ["title", "obj", "secHead"]
    (title, content, date, *_) = facts.layouts[1].placeholders
    assert (title.holder.kind, content.holder.kind, date.holder.kind) == ("title", "obj", "dt")
    assert (content.holder.index, date.holder.index, date.holder.share) == (1, 10, "half")
    # python-pptx's own template says so on the master only
    assert content.frame == Frame(36.0, 126.0, 648.0, 4525963 / 12700)
    assert (title.size, content.size, date.size) == (44.0, 32.0, 12.0)
    assert content.insets == (7.2, 3.6, 7.2, 3.6)
    assert facts.masters[0].scheme.colours["accent1"] == "4F81BD"
    assert facts.masters[0].scheme.text.latin == "Calibri"


def test_what_a_layout_says_itself_comes_before_what_it_inherits(deck_parts: Parts) -> None:
    deck = pptx.Presentation()
    holder = deck.slide_layouts[1].placeholders[1]
    holder.left, holder.top, holder.width, holder.height = (Emu(12700 * at) for at in (10, 20, 300, 40))
    holder.text_frame.margin_left = Emu(0)
    facts = learn_deck(saved(deck)).layouts[1].placeholders[1]
    assert facts.frame == Frame(10.0, 20.0, 300.0, 40.0)
    assert facts.insets == (0.0, 3.6, 7.2, 3.6)


def test_lengths_with_units_are_read(deck_parts: Parts) -> None:
    master = "ppt/slideMasters/slideMaster1.xml"
    parts = change(deck_parts, master, ('lIns="91440"', 'lIns="0.25in"'))
    assert learn_deck(parts).layouts[1].placeholders[1].insets[0] == 18.0


def test_slides_and_notes_master_of_a_template_are_seen() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.notes_slide.notes_text_frame.text = "note"
    facts = learn_deck(saved(deck))
    assert (facts.slides, facts.notes_master) == (1, "ppt/notesMasters/notesMaster1.xml")


def test_equal_names_stand_there_as_often_as_they_do_in_the_template(deck_parts: Parts) -> None:
    parts = change(deck_parts, "ppt/slideLayouts/slideLayout2.xml", ('name="Title and Content"', 'name="Title Slide"'))
    parts = change(parts, "ppt/slideLayouts/slideLayout2.xml", ("Content Placeholder 2", "Title 1"))
    facts = learn_deck(parts)
    assert [layout.name for layout in facts.layouts].count("Title Slide") == 2
    assert [item.holder.name for item in facts.layouts[1].placeholders][:2] == ["Title 1", "Title 1"]


def test_a_book_is_learned_with_what_its_styles_inherit(book_parts: Parts) -> None:
    facts = learn_book(book_parts)
    styles = {style.id: style for style in facts.styles}
    assert facts.parts["styles"] == "word/styles.xml" and facts.parts["theme"] == "word/theme/theme1.xml"
    assert facts.default_style("paragraph") == "Normal"
    assert (styles["Heading1"].name, styles["Heading1"].kind) == ("heading 1", "paragraph")
    assert (styles["Heading1"].size, styles["Heading1"].strong, styles["Heading1"].colour) == (14.0, True, "365F91")
    assert (styles["Heading1"].latin, styles["Normal"].latin) == ("Calibri", "Cambria")  # by way of the theme part
    assert styles["Heading2"].size == 13.0 and styles["ListBullet"].size == 11.0  # of the document's defaults
    assert facts.page is not None and (facts.page.width, facts.page.height, facts.page.left) == (612.0, 792.0, 90.0)


def test_styles_on_each_other_in_a_circle_end(book_parts: Parts) -> None:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
    circle = style.format("A", "B") + style.format("B", "A") + "</w:styles>"
    facts = learn_book(change(book_parts, "word/styles.xml", ("</w:styles>", circle)))
    assert {"A", "B"} <= {style.id for style in facts.styles}


def test_a_look_of_its_own_comes_before_that_of_the_base() -> None:
    document = docx.Document()
    style = document.styles["Heading 1"]
    style.font.size, style.font.name = Pt(30), "Verdana"  # type: ignore[attr-defined]
    facts = {item.id: item for item in learn_book(saved(document)).styles}
    assert facts["Heading1"].size == 30.0
    assert facts["Normal"].size == 11.0


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("deck", "presentationml.presentation.main", "presentationml.template.main"),
        ("deck", "presentationml.presentation.main", "presentationml.slideshow.main"),
        ("book", "wordprocessingml.document.main", "wordprocessingml.template.main"),
    ],
)
def test_templates_are_learned_like_files(kind: str, old: str, new: str, deck_parts: Parts, book_parts: Parts) -> None:
    parts = deck_parts if kind == "deck" else book_parts
    assert learn(kind, change(parts, CONTENT_TYPES, (old, new))) == learn(kind, parts)


LAYOUT, MASTER = "ppt/slideLayouts/slideLayout1.xml", "ppt/slideMasters/slideMaster1.xml"
BROKEN: dict[str, tuple[str, Callable[[Parts], Parts], str]] = {
    "no types": ("deck", lambda p: {k: v for k, v in p.items() if k != CONTENT_TYPES}, "has no [Content_Types].xml"),
    "no roots": ("deck", lambda p: {k: v for k, v in p.items() if k != "_rels/.rels"}, "has no _rels/.rels"),
    "nothing": ("deck", lambda p: {}, "has no [Content_Types].xml"),
    "a part lost": ("deck", lambda p: {k: v for k, v in p.items() if k != MASTER}, f"has no {MASTER}"),
    "cut": ("deck", lambda p: {**p, LAYOUT: p[LAYOUT][:400]}, f"{LAYOUT} is no XML"),
    "types cut": ("deck", lambda p: {**p, CONTENT_TYPES: p[CONTENT_TYPES][:400]}, f"{CONTENT_TYPES} is no XML"),
    "no size": ("deck", lambda p: change(p, "ppt/presentation.xml", ("p:sldSz", "p:sldSizes")), "no slide size"),
    "no layouts": ("deck", lambda p: change(p, MASTER, ("p:sldLayoutId ", "p:layoutId ")), "no layouts"),
    "no master": ("deck", lambda p: change(p, "ppt/presentation.xml", ("p:sldMasterId ", "p:id ")), "no slide master"),
    "no placeholders": (
        "deck",
        lambda p: {k: v.replace(b"<p:ph", b"<p:no") if "slideLayouts/" in k else v for k, v in p.items()},
        "none of its layouts has a placeholder",
    ),
    "a strange kind": ("deck", lambda p: change(p, LAYOUT, ('type="ctrTitle"', 'type="headline"')), "cannot open it"),
    "strict": (
        "deck",
        lambda p: change(p, "_rels/.rels", ("http://schemas.openxmlformats.org/officeDocument/2006",
                                             "http://purl.oclc.org/ooxml/officeDocument")),
        "Strict",
    ),
    "no styles": (
        "book",
        lambda p: change(p, "word/_rels/document.xml.rels", ("/relationships/styles", "/relationships/none")),
        "no styles",
    ),
    "a strange style": ("book", lambda p: change(p, "word/styles.xml", ('w:type="table"', 'w:type="x"')), "cannot"),
    "the other kind": ("book", lambda p: saved(pptx.Presentation()), "no text document"),
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_broken_is_refused_with_the_reason(fault: str, deck_parts: Parts, book_parts: Parts) -> None:
    kind, spoil, reason = BROKEN[fault]
    parts = spoil(deck_parts if kind == "deck" else book_parts)
    with pytest.raises(UnusableError) as caught:
        learn(kind, parts)
    assert reason in str(caught.value)
    assert " at 0x" not in str(caught.value)  # the same words in every run


def test_templates_of_inhuman_size_are_refused(deck_parts: Parts, book_parts: Parts) -> None:
    from deckgen.theme.office import book, deck

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deck, "MAX_LAYOUTS", 10)
        with pytest.raises(UnusableError, match="11 layouts"):
            learn("deck", deck_parts)
        patch.setattr(deck, "MAX_LAYOUTS", 11)
        patch.setattr(deck, "MAX_PLACEHOLDERS", 3)
        with pytest.raises(UnusableError, match="placeholders, more than 3"):
            learn("deck", deck_parts)
        patch.setattr(book, "MAX_STYLES", 10)
        with pytest.raises(UnusableError, match="styles, more than 10"):
            learn("book", book_parts)


def test_grounds_and_panels_of_a_layout_are_learned_with_those_of_its_master() -> None:
    deck = pptx.Presentation()
    add_panel(deck.slide_master, "ellipse", (0, 0, 100, 100), "accent2")
    layout = deck.slide_layouts[1]
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
    add_panel(layout, "rect", (10, 20, 300, 40), "accent1")
    facts = learn_deck(saved(deck)).layouts
    assert (facts[0].ground, facts[1].ground) == ("FFFFFF", "123456")
    (master,) = facts[0].panels
    assert master.fill == "C0504D" and master.closed
    assert all(math.hypot(x - 50, y - 50) == pytest.approx(50, abs=0.1) for x, y in master.points)
    own = PanelFacts(((10, 20), (310, 20), (310, 60), (10, 60)), True, "4F81BD")
    assert facts[1].panels == (master, own)


def add_panel(owner: Any, preset: str, place: tuple[int, int, int, int], colour: str) -> None:
    x, y, w, h = (12700 * part for part in place)
    owner.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            "<p:spPr>"
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="{preset}"/>'
            f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
        )
    )


def test_a_picture_behind_a_layout_is_a_ground_that_nobody_knows() -> None:
    deck = pptx.Presentation()
    deck.slide_layouts[0].background.fill.gradient()
    assert learn_deck(saved(deck)).layouts[0].ground == ""
