"""Whole decks as files: valid, readable by others, complete for people who cannot see them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pptx
import pytest
from pptx.presentation import Presentation

from deckgen.base.roles import TYPE_SCALE
from deckgen.text.phrases import LANGUAGES
from deckgen.theme import Theme
from deckgen.theme.geometry import DeckGeometry, SlotBox
from rendered.artefacts import DELIVERIES, Rendered

pytestmark = pytest.mark.slow

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
FLOORS = {
    "title": 28.0,
    "subtitle": 22.0,
    "body": 22.0,
    "lead": 18.0,
    "takeaway": 22.0,
    "kicker": 18.0,
    "meta": 18.0,
    "canvas": 18.0,
    "number": 44.0,
    "source": 12.0,
    "breadcrumb": 12.0,
    "page": 12.0,
}
"""The least font size in points by slot; texts of diagrams and tables stand in the canvas."""
SHOW = re.compile(r"ppaction://customshow\?id=(\d+)&return=true")
"""What leads to a custom show; such a link has no relationship."""


@pytest.fixture(scope="module", params=DELIVERIES)
def deck(request: pytest.FixtureRequest, rendered: Rendered) -> Presentation:
    return pptx.Presentation(str(rendered[request.param, "deck"].path))


def test_every_slide_stands_on_a_layout_of_the_template(deck: Presentation, theme: Theme) -> None:
    words = _words(deck)
    assert {slide.slide_layout.name for slide in deck.slides} <= {words[f"layout.{role}"] for role in theme.layouts}


def test_every_slide_has_its_title_where_titles_stand(deck: Presentation) -> None:
    bare = [number for number, slide in enumerate(deck.slides, 1) if not (slide.shapes.title and _title(slide))]
    assert not bare


def test_no_two_slides_have_the_same_title(deck: Presentation) -> None:
    assert not [title for title, count in Counter(map(_title, deck.slides)).items() if count > 1]


def test_every_slide_has_notes(deck: Presentation) -> None:
    assert not [
        number
        for number, slide in enumerate(deck.slides, 1)
        if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip()
    ]


def test_shape_ids_are_unique_on_every_slide(deck: Presentation) -> None:
    for slide in deck.slides:
        ids = [item.get("id") for item in slide.element.iter(f"{P}cNvPr")]
        assert len(ids) == len(set(ids)), _title(slide)


def test_every_graphic_says_what_it_shows(deck: Presentation) -> None:
    """Where items appear one by one, the first group says what the drawing shows, each further one its own words."""
    silent = []
    for slide in deck.slides:
        built = any(node.get("nodeType") == "mainSeq" for node in slide.element.iter(f"{P}cTn"))
        groups = [item for item in slide.element.cSld.spTree if item.tag == f"{P}grpSp"]
        for element in slide.element.cSld.spTree:
            if element.tag in (f"{P}grpSp", f"{P}graphicFrame", f"{P}pic"):
                (*_, name) = reversed(list(element.iter(f"{P}cNvPr")))
                if len(name.get("descr", "")) < 8 and not (built and element in groups[1:] and _tells(element, name)):
                    silent.append((_title(slide), name.get("descr")))
    assert not silent


def test_every_run_says_its_language_and_nothing_shrinks(deck: Presentation) -> None:
    for slide in deck.slides:
        for root in (slide.element, slide.notes_slide.element):
            runs = [*root.iter(f"{A}r"), *root.iter(f"{A}fld")]
            assert all((run.find(f"{A}rPr") is not None and run.find(f"{A}rPr").get("lang")) for run in runs)
            assert next(root.iter(f"{A}normAutofit"), None) is None
            assert next(root.iter(f"{A}spAutoFit"), None) is None


def test_sections_hold_every_slide_once(deck: Presentation) -> None:
    root = deck.element
    ids = [item.get("id") for item in root.iter(f"{P}sldId")]
    listed = [item.get("id") for item in root.iter(f"{P14}sldId")]
    assert listed == ids
    names = [item.get("name") for item in root.iter(f"{P14}section")]
    assert all(names) and len(names) > 1


def test_links_lead_to_slides(deck: Presentation) -> None:
    count = 0
    parts = {slide.part.partname for slide in deck.slides}
    shows = {show.get("id"): [*show.iter(f"{P}sld")] for show in deck.element.iter(f"{P}custShow")}
    reached = []
    for slide in deck.slides:
        for link in slide.element.iter(f"{A}hlinkClick"):
            if not link.get(f"{R}id"):
                show = SHOW.fullmatch(link.get("action", ""))
                assert show is not None and show[1] in shows, (_title(slide), link.get("action"))
                assert link.getparent().getparent().find(f".//{P}ph").get("type") == "sldNum", _title(slide)
                reached.append(show[1])
                continue
            relation = slide.part.rels[link.get(f"{R}id")]
            if not relation.is_external:
                assert relation.target_part.partname in parts, _title(slide)
                count += 1
    assert count, "the agenda leads to its modules"
    assert sorted(reached) == sorted(shows), "each custom show is behind one page number"
    for number, slides in shows.items():
        shown = [deck.part.rels[one.get(f"{R}id")].target_part.partname for one in slides]
        assert shown and len(shown) == len(set(shown)) and {*shown} <= parts, number


def test_every_text_has_a_size_of_the_scale_and_none_is_smaller_than_its_role_allows(
    deck: Presentation, theme: Theme, geometry: DeckGeometry
) -> None:
    words = _words(deck)
    by_name = {words[f"layout.{layout}"]: (layout, {words[f"shape.{slot}"]: slot for slot in slots})
               for layout, slots in theme.slots.items()}  # fmt: skip
    small, seen = [], Counter[str]()
    for slide in deck.slides:
        layout, slots = by_name[slide.slide_layout.name]
        for shape in slide.element.cSld.spTree.iter(f"{P}sp", f"{P}graphicFrame"):
            slot, inherited = _slot_of(shape, slide, slots)
            for text, size in _sizes(shape, inherited):
                seen[slot] += 1
                if size + 0.01 < _floor(geometry.layouts[layout].slots.get(slot), slot) or size not in TYPE_SCALE:
                    small.append(f"{_title(slide)}: {slot} “{text}” at {size:g}")
    assert not small, "\n".join(small[:30])
    assert seen["title"] >= len(deck.slides) and seen["canvas"] and seen["page"]


def _words(deck: Presentation) -> Mapping[str, str]:
    """What layouts and placeholders are called in the language of a deck's course."""
    return LANGUAGES[deck.core_properties.language]


def _floor(box: SlotBox | None, slot: str) -> float:
    """The least size of a slot; a layout may set running text smaller, down to the floor of `lead`, as openers do."""
    if box is None or not box.size or slot not in ("body", "takeaway"):
        return FLOORS[slot]
    return max(min(FLOORS[slot], box.size), FLOORS["lead"])


def _tells(group: Any, name: Any) -> bool:
    """Whether a group says exactly the words within it; one without words or pictures decorates, and says so."""
    within = _close("".join(text.text or "" for text in group.iter(f"{A}t")))
    if within:
        return _close(name.get("descr", "")) == within
    return next(group.iter(f"{P}pic"), None) is None and next(name.iter(DECORATIVE), None) is not None


def _close(text: str) -> str:
    """A text without spaces and without what parts the words of shapes."""
    return "".join(text.replace("·", " ").split())


def _title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text).strip()


def _slot_of(shape: Any, slide: Any, slots: dict[str, str]) -> tuple[str, list[Any]]:
    """The slot a shape fills and the elements its text inherits from, nearest first."""
    holder = next(shape.iter(f"{P}ph"), None)
    if holder is None:
        return ("source" if next(shape.iter(f"{P}cNvPr")).get("name") in ("Source", "来源", "來源") else "canvas"), []
    layout, master = slide.slide_layout, slide.slide_layout.slide_master
    above = next(item for item in layout.placeholders if str(item.placeholder_format.idx) == holder.get("idx", "0"))
    kind = holder.get("type", "body")
    styles = master.element.find(f"{P}txStyles")
    family = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "subTitle": "bodyStyle"}
    style = styles.find(f"{P}{family.get(kind, 'otherStyle')}")
    twin = [item for item in master.placeholders if item.element.find(f".//{P}ph").get("type", "body") == kind]
    lists = [item.element.find(f".//{A}lstStyle") for item in (above, *twin[:1])]
    return slots[above.name], [*(item for item in lists if item is not None), style]


def _sizes(shape: Any, inherited: list[Any]) -> Iterator[tuple[str, float]]:
    """Every run of a shape with its size in points, its own or the first one inherited."""
    for paragraph in shape.iter(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level = int(properties.get("lvl", "0")) if properties is not None else 0
        default = next(
            (
                int(found.get("sz"))
                for style in inherited
                if (found := style.find(f"{A}lvl{level + 1}pPr/{A}defRPr")) is not None and found.get("sz")
            ),
            1800,
        )
        for run in (*paragraph.iter(f"{A}r"), *paragraph.iter(f"{A}fld")):
            own = run.find(f"{A}rPr")
            size = int(own.get("sz")) if own is not None and own.get("sz") else default
            yield "".join(run.itertext()), size / 100
