"""The themes that ship: made by `make themes`, each with a look of its own, and readable; what a trainer inserts."""

from __future__ import annotations

import io
import sys
from itertools import combinations
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation

from deckgen.base.roles import FURNITURE, OWN_PLACE
from deckgen.fit.doctor import examine
from deckgen.theme.colours import contrast
from deckgen.theme.find import list_themes, shipped_themes
from deckgen.theme.office.ground import resolve
from deckgen.theme.office.parts import assemble
from deckgen.theme.tints import derive_colours, is_dark
from deckgen.writers.pptx.table_style import STYLE_ID, table_style_of
from default_theme import read_house

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from make_themes import made_files  # noqa: E402

NAMES = ("default", "hall", "warm")
HOUSES = {name: read_house(shipped_themes() / name) for name in NAMES}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FILLS = ("primary", "secondary", "accent", "positive", "negative")
each = pytest.mark.parametrize("name", NAMES)


def test_they_are_what_make_themes_makes_of_the_default_theme() -> None:
    assert tuple(name for name, _ in list_themes([])) == NAMES
    stale = [str(path) for path, content in made_files().items() if path.read_bytes() != content]
    assert not stale, "run `make themes`"
    made = set(made_files())
    for name in NAMES[1:]:
        there = {path for path in (shipped_themes() / name).rglob("*") if path.is_file()}
        assert {path.name for path in there - made} == {"prepared.json", "README.md"}


@each
def test_a_build_need_not_open_their_templates(name: str) -> None:
    assert HOUSES[name][1].libraries == ()


@each
def test_everything_written_can_be_read_where_it_stands(name: str) -> None:
    theme, templates = HOUSES[name]
    rooms = list(examine(templates.deck.geometry, theme))
    assert rooms and not [(room.role, room.slot, room.contrast) for room in rooms if room.contrast < 4.5]
    seen = {**derive_colours(theme.colours, theme.scheme)[0], **theme.colours}
    for ink, ground in (
        *((fill, place) for fill in FILLS for place in ("paper", "card", f"{fill}_soft")),
        *(("ink", place) for place in ("card", "surface", "mark_soft", "wall")), ("dark", "mark"), ("dark", "disc"),
    ):  # fmt: skip
        assert contrast(seen[ink], seen[ground]) >= 4.5, (ink, ground)
    assert contrast(theme.for_books().colours["paper"], "FFFFFF") < 1.01, "paper is white"


@each
def test_slots_keep_clear_of_each_other_and_of_the_edges(name: str) -> None:
    for role, layout in HOUSES[name][1].deck.geometry.layouts.items():
        boxes = {slot: box.frame for slot, box in layout.slots.items() if slot != OWN_PLACE}
        for slot, box in boxes.items():
            assert box.x >= 28.8 and box.x + box.w <= 931.2 and box.y + box.h <= 540 - 9 * (slot in FURNITURE), slot
        for (one, box), (other, beside) in combinations(boxes.items(), 2):
            right, below = box.x + box.w <= beside.x, box.y + box.h <= beside.y
            apart = right or below or beside.x + beside.w <= box.x or beside.y + beside.h <= box.y
            assert apart, f"{role}: {one} lies on {other}"
        if role in ("visual", "table", "activity", "desk", "debrief"):
            assert boxes["title"].h >= 2 * 1.2 * 28, "two lines"


def test_each_has_shapes_of_its_own_behind_its_slots() -> None:
    for one, other in combinations(NAMES, 2):
        pair = [HOUSES[name][1].deck.geometry.layouts for name in (one, other)]
        for role in pair[0]:
            outlines = [[panel.points for panel in layouts[role].panels] for layouts in pair]
            assert outlines[0] != outlines[1], (role, one, other)
    assert [is_dark(HOUSES[name][0].colours) for name in NAMES] == [False, True, False]
    assert len({HOUSES[name][0].corner for name in NAMES}) == len(NAMES)


@each
def test_what_a_trainer_inserts_looks_like_the_deck(name: str) -> None:
    theme, templates = HOUSES[name]
    parts = templates.deck.parts
    master = templates.deck.facts.masters[0]
    colours = dict(master.scheme.colours)
    mapped = etree.fromstring(parts[master.part]).find(f"{P}clrMap").attrib
    colours |= {key: colours[slot] for key, slot in mapped.items() if slot in colours}
    root = etree.fromstring(parts["ppt/theme/theme1.xml"])
    shape, line, text = root.find(f"{A}objectDefaults")
    assert [item.tag for item in (shape, line, text)] == [f"{A}spDef", f"{A}lnDef", f"{A}txDef"]
    for item in (shape, line, text):
        assert item.find(f"{A}spPr/{A}effectLst") is not None and not len(item.find(f"{A}spPr/{A}effectLst"))
    ground = resolve(shape.find(f"{A}spPr/{A}solidFill"), colours)
    ink = resolve(shape.find(f".//{A}defRPr/{A}solidFill"), colours)
    assert (ground, ink) == (theme.colours["primary_soft"], theme.colours["ink"])
    assert resolve(line.find(f"{A}spPr/{A}ln/{A}solidFill"), colours) == theme.colours["muted"]
    assert text.find(f"{A}spPr/{A}noFill") is not None
    assert shape.find(f"{A}style/{A}fontRef").get("idx") == "minor"


@each
def test_tables_have_the_style_of_the_theme_by_default(name: str) -> None:
    theme, templates = HOUSES[name]
    parts = templates.deck.parts
    root = etree.fromstring(parts["ppt/tableStyles.xml"])
    assert root.get("def") == STYLE_ID == root[0].get("styleId") == table_style_of(parts)
    head = root.find(f".//{A}firstRow")
    assert head.find(f"{A}tcStyle/{A}fill/{A}solidFill/{A}schemeClr").get("val") == "accent1"
    assert contrast(theme.colours["paper"], theme.colours["primary"]) >= 4.5, "its words are of the paper's colour"


def test_tables_on_the_template_of_a_house_have_no_style_of_ours() -> None:
    assert table_style_of({}) != STYLE_ID
    foreign = f'<a:tblStyleLst def="{STYLE_ID}"/>'.encode()
    assert table_style_of({"ppt/tableStyles.xml": foreign}) != STYLE_ID, "named as usual, but not there"


@each
def test_guides_stand_where_the_slots_do(name: str) -> None:
    templates = HOUSES[name][1]
    root = etree.fromstring(templates.deck.parts["ppt/slideMasters/slideMaster1.xml"])
    assert root[-1].tag == f"{P}extLst"
    guides = [(item.get("orient", "vert"), int(item.get("pos")) / 8) for item in root[-1].iter("{*}guide")]
    canvas = templates.deck.geometry.layouts["visual"].slots["canvas"].frame
    down = {at for way, at in guides if way == "vert"}
    assert {canvas.x, canvas.x + canvas.w} <= down and len(down) == 8
    assert len(guides) == len(set(guides))


@each
def test_python_pptx_opens_their_templates(name: str) -> None:
    parts = HOUSES[name][1].deck.parts
    deck = Presentation(io.BytesIO(assemble("deck", parts).getvalue()))
    assert len(deck.slide_layouts) == 16
