"""The deck template that ships: what its layouts must look like."""

import pytest
from lxml import etree

from deckgen.base.roles import FURNITURE, LAYOUTS, OWN_PLACE, TYPE_SCALE
from deckgen.theme.colours import read_scheme_colour
from deckgen.theme.slide_text import least_size
from default_theme import TEMPLATES, THEME

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
PARTS = TEMPLATES.deck.parts
GEOMETRY = TEMPLATES.deck.geometry


def root(part: str) -> etree._Element:
    return etree.fromstring(PARTS[part])


def test_every_layout_has_every_slot() -> None:
    assert (GEOMETRY.width, GEOMETRY.height) == (960.0, 540.0)
    for role, slots in LAYOUTS.items():
        furniture = () if role in ("cover", "close") else FURNITURE
        assert {*slots, *furniture} <= set(GEOMETRY.layouts[role].slots)


@pytest.mark.parametrize("role", LAYOUTS)
def test_slots_lie_within_margins_and_do_not_overlap(role: str) -> None:
    slots = GEOMETRY.layouts[role].slots
    boxes = {name: box.frame for name, box in slots.items() if name != OWN_PLACE}  # which may run to the edges
    for name, box in boxes.items():
        least = 9 if name in FURNITURE else 28.8
        assert box.x >= 28.8 and box.x + box.w <= 960 - 28.8, name
        assert box.y >= 20 and box.y + box.h <= 540 - least, name
        for other, beside in boxes.items():
            apart = (
                box.x + box.w <= beside.x
                or beside.x + beside.w <= box.x
                or box.y + box.h <= beside.y
                or beside.y + beside.h <= box.y
            )
            assert other == name or apart, f"{role}: {name} lies on {other}"


def test_canvas_stands_clear_of_the_title_and_is_wide() -> None:
    for role in ("visual", "split", "activity"):
        slots = GEOMETRY.layouts[role].slots
        title, canvas = slots["title"].frame, slots["canvas"].frame
        assert canvas.y - (title.y + title.h) >= 36
        assert title.h >= 2 * 1.2 * 28
    canvas = GEOMETRY.layouts["visual"].slots["canvas"].frame
    assert canvas.w >= 870 and canvas.h >= 340


_OF_ITS_OWN = (
    "statement.body",
    "divider.body",
    "recap.body",
    "recap.takeaway",
    "recall.body",
    "recall.takeaway",
    "debrief.takeaway",
)  # few words


def test_sizes_of_layouts_are_those_of_the_roles_or_steps_of_the_scale() -> None:
    for role, layout in GEOMETRY.layouts.items():
        for slot, box in layout.slots.items():
            if slot not in THEME.slide_text:
                continue
            assert box.size >= least_size(THEME, THEME.slide_text[slot], box.size), f"{role}.{slot}"
            assert box.size in TYPE_SCALE, f"{role}.{slot}"
            if slot in ("lead", "body", "takeaway", *FURNITURE) and f"{role}.{slot}" not in _OF_ITS_OWN:
                assert box.size == THEME.slide_text[slot].size, f"{role}.{slot}"


def test_spacing_of_placeholders_is_that_of_the_roles() -> None:
    for role, layout in THEME.layouts.items():
        names = {holder: slot for slot, holder in THEME.slots[role].items()}
        part = next(
            tree
            for tree in (root(name) for name in PARTS if name.startswith("ppt/slideLayouts/slideLayout"))
            if tree.find("p:cSld", NS).get("name") == layout
        )
        for shape in part.iterfind("p:cSld/p:spTree/p:sp", NS):
            slot = names.get(shape.find("p:nvSpPr/p:cNvPr", NS).get("name"), "")
            level = shape.find("p:txBody/a:lstStyle/a:lvl1pPr", NS)
            spacing = level.find("a:lnSpc/a:spcPct", NS) if level is not None else None
            if slot in THEME.slide_text and spacing is not None:
                style = THEME.slide_text[slot]
                assert int(spacing.get("val")) == round(style.spacing * 100_000)
                assert int(level.find("a:spcAft/a:spcPts", NS).get("val")) == round(style.space_after * 100)


def test_colour_scheme_and_fonts_are_those_of_the_theme() -> None:
    for at in (1, 2, 3):
        theme = root(f"ppt/theme/theme{at}.xml")
        for role, text in THEME.scheme.items():
            scheme = read_scheme_colour(text)
            assert scheme is not None
            if scheme.mod == 100:
                colour = theme.find(f"a:themeElements/a:clrScheme/a:{scheme.slot}/a:srgbClr", NS)
                assert colour.get("val") == THEME.colours[role], role
        for kind in ("major", "minor"):
            font = theme.find(f"a:themeElements/a:fontScheme/a:{kind}Font", NS)
            assert font.find("a:latin", NS).get("typeface") == THEME.fonts.latin
            assert font.find("a:ea", NS).get("typeface") == THEME.fonts.east_asian
            hans = font.find("a:font[@script='Hans']", NS)
            assert hans.get("typeface") == THEME.fonts.east_asian


def test_presentation_names_its_masters_in_schema_order_and_breaks_lines_as_chinese_does() -> None:
    names = [etree.QName(child).localname for child in root("ppt/presentation.xml")]
    assert names == [
        "sldMasterIdLst",
        "notesMasterIdLst",
        "handoutMasterIdLst",
        "sldSz",
        "notesSz",
        "kinsoku",
        "defaultTextStyle",
    ]
    kinsoku = root("ppt/presentation.xml").find("p:kinsoku", NS)
    assert kinsoku.get("lang") == "zh-CN"
    assert set("，。、；：？！）」』】》…”’") <= set(kinsoku.get("invalStChars"))
    assert set("（「『【《“‘") <= set(kinsoku.get("invalEndChars"))


def test_no_placeholder_of_the_template_shrinks_its_text() -> None:
    for name, data in PARTS.items():
        assert b"normAutofit" not in data, name
        assert b"spAutoFit" not in data or name.startswith("ppt/theme/"), name  # there the boxes that a trainer draws


def test_decorations_live_on_layouts_and_say_so() -> None:
    for name in PARTS:
        if name.startswith("ppt/slideLayouts/slideLayout"):
            for shape in root(name).iterfind("p:cSld/p:spTree/p:sp", NS):
                if shape.find("p:nvSpPr/p:nvPr/p:ph", NS) is None:
                    assert shape.find("p:nvSpPr/p:cNvPr/a:extLst", NS) is not None
