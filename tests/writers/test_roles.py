"""Every role in the finished files: colours, kinds of cells and boxes look as the theme says, in both formats."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, get_args, get_type_hints

import pptx
import pytest
from lxml import etree

from deckgen.base.roles import CALLOUTS, Colour
from deckgen.base.runs import runs
from deckgen.base.units import Frame
from deckgen.theme.colours import tint
from deckgen.theme.office.parts import open_package
from deckgen.theme.tints import derive_colours
from deckgen.tree import (
    Book,
    BookSection,
    Callout,
    Cell,
    Deck,
    DeckSection,
    Drawing,
    Element,
    Label,
    Para,
    Path,
    Properties,
    Row,
    Shape,
    Slide,
    Slot,
    Table,
    TableLayout,
    TextBox,
)
from deckgen.writers.docx import write_book
from deckgen.writers.pptx import write_deck
from default_theme import TEMPLATES, THEME
from shown import nothing

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
W = f"{{{NS['w']}}}"
PROPERTIES = Properties("T", "S", "zh-CN", "1", "2026-01-15")
FRAME = Frame(48, 132, 860, 340)
COLOURS = get_args(Colour)
DERIVED = derive_colours(THEME.colours, THEME.scheme)[0]  # of them, those that no theme names
ROLES = get_args(get_type_hints(Cell)["role"])

ENTRY_CELLS = (
    "entry_head",
    "entry_again",
    "spoken",
    "beside",
    "question",
    "wait",
    "heard",
    "heard_text",
    "rung",
    "late",
)

# Which colour lies behind a cell of each role; None is none.
DECK_CELLS = {
    "cell": None, "head": "primary", "row_head": "primary_soft", "answer": "positive_soft", "good": "positive_soft",
    "bad": "negative_soft", "quiet": "surface", "verb": "primary", "pen": "accent", **dict.fromkeys(ENTRY_CELLS),
}  # fmt: skip
BOOK_CELLS = {
    "cell": None, "head": "primary_soft", "row_head": "surface", "answer": None, "good": "positive_soft",
    "bad": "negative_soft", "quiet": "surface", "verb": "primary", "pen": "accent",
    **dict.fromkeys(ENTRY_CELLS), "question": "surface", "wait": "surface",
}  # fmt: skip


def swatches() -> Drawing:
    """A shape and a line of every colour, with a word in it."""
    shapes: list[Shape | Path] = []
    for number, role in enumerate(COLOURS):
        text = TextBox((Label(runs(role), 12, role),))  # type: ignore[arg-type]
        shapes.append(Shape("rect", Frame(50 + 40 * number, 140, 36, 30), role, role, text=text, part=role))  # type: ignore[arg-type]
        line = ((50.0 + 40 * number, 200.0), (80.0 + 40 * number, 200.0))
        shapes.append(Path(line, line=role))  # type: ignore[arg-type]
    return Drawing("cards", FRAME, tuple(shapes), "Swatches")


def cells() -> Table:
    """A row for each role of a cell."""
    rows = tuple(Row((Cell((Para(runs(role), "cell"),), role),)) for role in ROLES)
    return Table((1.0,), (), rows, "Roles", layout=TableLayout((300.0,), (30.0,) * len(rows), 16.0))


def deck_root(element: Element) -> tuple[Any, dict[str, str]]:
    """The slide that shows the element, as written, and the colours of its scheme by name."""
    slot = Slot("canvas", (element,), FRAME)
    slide = Slide("s1", "concept", "visual", runs("Title"), (slot,), title_size=28.0)
    deck = Deck(PROPERTIES, (DeckSection("M", "M", (slide,)),))
    data = write_deck(deck, THEME, TEMPLATES.deck, nothing)
    root = pptx.Presentation(io.BytesIO(data)).slides[0].element
    return root, scheme_of(open_package(data)["ppt/theme/theme1.xml"])


def scheme_of(part: bytes) -> dict[str, str]:
    """The colours of a scheme by name."""
    slots = etree.fromstring(part).find(".//a:clrScheme", NS)
    return {etree.QName(slot).localname: slot[0].get("lastClr") or slot[0].get("val") for slot in slots}


def book_parts(*elements: Element) -> dict[str, bytes]:
    """The parts of a book of these elements."""
    book = Book("workbook", PROPERTIES, (BookSection("M", "M", elements),))
    return open_package(write_book(book, THEME, TEMPLATES.book, nothing))


def book_root(*elements: Element) -> Any:
    """The body of a book of these elements, as written."""
    return etree.fromstring(book_parts(*elements)["word/document.xml"])


def shown(fill: Any, scheme: dict[str, str]) -> str | None:
    """The colour that Office shows for a solid fill; None for none."""
    colour = fill.find("a:srgbClr", NS)
    if colour is not None:
        return str(colour.get("val"))
    colour = fill.find("a:schemeClr", NS)
    if colour is None:
        return None
    slot = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}.get(colour.get("val"), colour.get("val"))
    mod, off, pale = (colour.find(f"a:{name}", NS) for name in ("lumMod", "lumOff", "satMod"))
    steps = [
        least if step is None else int(step.get("val")) // 1000 for step, least in ((mod, 100), (off, 0), (pale, 100))
    ]
    return tint(scheme[slot], *steps) if steps != [100, 0, 100] else scheme[slot].upper()


def alike(one: str | None, role: str | None) -> bool:
    """Whether a colour is that of the role, to what rounding makes of a tint."""
    if one is None or role is None:
        return one is None and role is None
    meant = (THEME.colours | DERIVED)[role]
    pairs = ((int(one[at : at + 2], 16), int(meant[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(a - b) <= 3 for a, b in pairs)


def wrong_swatches(shapes: Sequence[Any], scheme: dict[str, str], fill: str, line: str, ink: str) -> list[str]:
    found = []
    for role, (shape, path) in zip(COLOURS, zip(shapes[::2], shapes[1::2], strict=True), strict=True):
        for what, element, where in (("fill", shape, fill), ("line", shape, line), ("line of a path", path, line)):
            colour = shown(element.find(where, NS), scheme)
            if not alike(colour, role):
                found.append(f"{what} {role} is {colour}")
        words = shape.find(ink, NS)
        if words is not None and not alike(shown(words, scheme), role):
            found.append(f"text {role} is {shown(words, scheme)}")
    return found


def test_every_colour_of_a_drawing_on_a_slide() -> None:
    root, scheme = deck_root(swatches())
    group = root.find(".//p:grpSp", NS)
    shapes = [item for item in group if etree.QName(item).localname in ("sp", "cxnSp")]
    ink = "p:txBody//a:rPr/a:solidFill"
    assert not wrong_swatches(shapes, scheme, "p:spPr/a:solidFill", "p:spPr/a:ln/a:solidFill", ink)


def test_every_colour_of_a_drawing_in_a_book() -> None:
    parts = book_parts(swatches())
    root, scheme = etree.fromstring(parts["word/document.xml"]), scheme_of(parts["word/theme/theme1.xml"])
    shapes = root.findall(".//wps:wsp", NS)
    assert not wrong_swatches(shapes, scheme, "wps:spPr/a:solidFill", "wps:spPr/a:ln/a:solidFill", "none")
    inks = [run.find("w:rPr/w:color", NS).get(f"{W}val") for run in root.findall(".//wps:txbx//w:r", NS)]
    assert [alike(ink, role) for ink, role in zip(inks, COLOURS, strict=True)] == [True] * len(COLOURS)


def test_every_role_of_a_cell_on_a_slide() -> None:
    assert set(DECK_CELLS) == set(ROLES)
    root, scheme = deck_root(cells())
    properties = root.findall(".//a:tc/a:tcPr", NS)
    found = {role: node.find("a:solidFill", NS) for role, node in zip(ROLES, properties, strict=True)}
    colours = {role: None if fill is None else shown(fill, scheme) for role, fill in found.items()}
    assert [role for role in ROLES if not alike(colours[role], DECK_CELLS[role])] == []


def test_every_role_of_a_cell_in_a_book() -> None:
    assert set(BOOK_CELLS) == set(ROLES)
    filled = book_root(cells()).findall(".//w:tc/w:tcPr", NS)
    shades = [node.find("w:shd", NS) for node in filled]
    colours = dict(zip(ROLES, (None if shade is None else shade.get(f"{W}fill") for shade in shades), strict=True))
    assert [role for role in ROLES if not alike(colours[role], BOOK_CELLS[role])] == []


@pytest.mark.parametrize("role", CALLOUTS)
def test_every_role_of_a_box(role: str) -> None:
    body = (Para(runs("Body")),)
    title = () if role == "sheet_head" else runs("Title")
    box = Callout(role, title, (Para(runs("Head"), "cell"), *body) if role == "sheet_head" else body)
    root = book_root(box)
    shades = [node.get(f"{W}fill") for node in root.findall(".//w:tc/w:tcPr/w:shd", NS)]
    borders = {node.get(f"{W}color") for node in root.findall(".//w:tc/w:tcPr/w:tcBorders/*", NS)}
    fill, line = THEME.callouts[role]["fill"], THEME.callouts[role]["line"]
    if role == "sheet_head":  # its lines are framed paragraphs: tests/writers/docx/test_elements.py
        assert not shades and not borders
        return
    assert [alike(shade, fill) for shade in shades] == [True]
    assert [alike(colour, line) for colour in borders] == [True]


def test_alignment_of_cells_reaches_both_formats() -> None:
    aligns = ("left", "center", "right")
    row = Row(tuple(Cell((Para(runs(align), "cell"),), align=align) for align in aligns))  # type: ignore[arg-type]
    table = Table((1, 1, 1), (), (row,), "T", layout=TableLayout((200.0,) * 3, (30.0,), 16.0))
    root, _ = deck_root(table)
    assert [node.get("algn") for node in root.findall(".//a:tc//a:pPr", NS)] == ["l", "ctr", "r"]
    cells_of_book = book_root(table).findall(".//w:tc", NS)
    found = [cell.find("w:p/w:pPr/w:jc", NS) for cell in cells_of_book]
    assert [None if node is None else node.get(f"{W}val") for node in found] == [None, "center", "right"]
