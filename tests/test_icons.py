"""Icons: their data, their gallery, their shapes in both formats, and where they stand in diagrams."""

from __future__ import annotations

import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import examples
from deckgen.base import icon_names
from deckgen.base.diagnostics import Report
from deckgen.base.icon_names import icon_hint, icons_like
from deckgen.base.icons import ICONS, SIDE
from deckgen.base.runs import plain, runs
from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram, text_area
from deckgen.measure import break_lines, text_width
from deckgen.model.base import Strict
from deckgen.model.diagrams import COMPOSED, DIAGRAMS, LOWERED
from deckgen.pipeline.build import Request, compose_request
from deckgen.tree import Book, Callout, Deck, Diagram, Drawing, Icon, Label, Shape, Slide, Slot, flat
from deckgen.tree.dump import dump_element
from draw.samples import SAMPLES
from draw.test_draw import BOOK, SLIDE
from walk import find
from writers.drawingml.test_shape import both

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from make_gallery import made_files  # noqa: E402

WITHOUT = {
    "chart": "numbers: a native chart holds no shapes",
    "clock": "a day to scale, made of the agenda",
    "compare": "words: the cells of a native table hold no shapes",
    "kpi": "numbers, larger than any icon",
    "slope": "numbers at the ends of lines",
    "ensemble": "people, a picture itself",
    "timer": "a clock alone",
    "opening": "a scene, a picture itself",
    "pictures": "pictures themselves",
    "questions": "the phases of a debrief stand where icons would",
}
WITH_ICONS = sorted(DIAGRAMS.keys() - WITHOUT.keys())
PLACE = Frame(40, 110, 880, 360)


def _stays_in_its_square(outline: str) -> bool:
    """Whether an outline is written as it has to be, with so many numbers as its words take, all within the square."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", outline)]
    return (
        re.fullmatch(r"(?:M[^MLCZ]+|L[^MLCZ]+|C[^MLCZ]+|Z| )+", outline) is not None
        and outline.startswith("M")
        and len(numbers) % 2 == 0
        and all(0 <= number <= SIDE for number in numbers)
        and all(
            len(re.split(r"[ ,]+", found.strip())) % count == 0
            for word, count in (("M", 2), ("L", 2), ("C", 6))
            for found in re.findall(rf"{word}([^MLCZ]+)", outline)
        )
    )


def test_every_outline_stays_in_its_square() -> None:
    assert not [name for name, outline in ICONS.items() if not _stays_in_its_square(outline)]
    for wrong in ("", "L1 2", "M1 2L3", "M1 2C1 2 3 4", f"M1 {SIDE + 1}", "M1 2A3 4", "M-1 2"):
        assert not _stays_in_its_square(wrong), wrong


def test_the_gallery_shows_every_icon() -> None:
    for path, text in made_files().items():
        assert path.read_text("utf-8") == text, "run `make reference`"
        assert all(name in text for name in ICONS)


def with_icons(value: Any, name: str = "phone") -> Any:
    """A record with an icon at every node that can have one."""
    changes: dict[str, Any] = {"icon": name} if "icon" in type(value).model_fields else {}
    for key, item in value:
        if isinstance(item, tuple):
            changes[key] = tuple(with_icons(one, name) if isinstance(one, Strict) else one for one in item)
        elif isinstance(item, Strict):
            changes[key] = with_icons(item, name)
    return value.model_copy(update=changes)


def nodes(value: Strict) -> int:
    """How many nodes of a record can have an icon."""
    inside = [one for _, item in value for one in (item if isinstance(item, tuple) else (item,))]
    return ("icon" in type(value).model_fields) + sum(nodes(one) for one in inside if isinstance(one, Strict))


@pytest.mark.parametrize("type_", sorted(DIAGRAMS))
def test_every_type_has_icons_or_a_reason_for_none(type_: str) -> None:
    samples = SAMPLES.get(type_, ())
    assert all((nodes(DIAGRAMS[type_].model_validate(sample)) > 0) == (type_ in WITH_ICONS) for sample in samples)
    assert samples or type_ in LOWERED


SAMPLED = [(type_, number) for type_ in WITH_ICONS for number in range(len(SAMPLES[type_]))]


PLACES = {"slide": (PLACE, SLIDE), "book": (Frame(0, 0, 450, 260), BOOK)}


def _where_to_look() -> list[tuple[str, int, str]]:
    """Every sample in every place; in a fast run each sample in one, so that each type is seen in both."""
    return [
        (type_, number, where)
        for type_, number in SAMPLED
        for at, where in enumerate(PLACES)
        if examples.run == "full" or at == number % 2
    ]


@pytest.mark.parametrize(("type_", "number", "where"), _where_to_look())
def test_every_node_gets_its_icon_and_no_text_runs_over_it(type_: str, number: int, where: str) -> None:
    place, pen = PLACES[where]
    plain_record = DIAGRAMS[type_].model_validate(SAMPLES[type_][number])
    record = with_icons(plain_record)
    before, unfit = draw_diagram(Diagram(plain_record, "A diagram"), place, pen)
    drawing, misfits = draw_diagram(Diagram(record, "A diagram"), place, pen)
    icons = [shape for shape in flat(drawing.shapes) if isinstance(shape, Icon)]
    assert len(misfits) <= len(unfit) and not any(isinstance(shape, Icon) for shape in flat(before.shapes))
    assert len(icons) == nodes(record) > 0
    for icon in icons:
        x, y, w, h = icon.frame
        assert icon.name == "phone" and w == h > 4
        assert place.x <= x and x + w <= place.x + place.w and place.y <= y and y + h <= place.y + place.h
        for shape in flat(drawing.shapes):
            if isinstance(shape, Shape) and shape.text is not None:
                assert not _overlap(icon.frame, _written(shape, pen)), (shape, icon)
    for one, other in combinations(icons, 2):
        assert not _overlap(one.frame, other.frame)


def _written(shape: Shape, pen: Pen) -> Frame:
    """Where the words of a shape stand."""
    assert shape.text is not None
    area = text_area(shape.geometry, shape.frame, shape.adjust).inset(*shape.text.insets)
    lines = [(label, line) for label in shape.text.labels for line in _lines(label, area.w, pen)]
    tall = sum(1.2 * label.size for label, _ in lines)
    wide = min(area.w, max(text_width(line, label.size, pen.faces, label.strong) for label, line in lines))
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[shape.text.align] * (area.w - wide)
    top = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[shape.text.anchor] * (area.h - tall)
    return Frame(area.x + left, area.y + top, wide, tall)


def _lines(label: Label, width: float, pen: Pen) -> list[str]:
    return break_lines(plain(label.runs), label.size, width, pen.faces, label.strong)


def _overlap(one: Frame, other: Frame) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return across > 1 and down > 1


def test_an_icon_is_a_line_without_a_fill_in_both_formats() -> None:
    drawing = Drawing("cards", PLACE, (Icon(Frame(60, 120, 36, 36), "clock", "accent"),), "A clock")
    for root in both(drawing):
        (path,) = root.iter("{*}path")
        assert path.get("w") == path.get("h") == "2400" and path.get("fill") == "none"
        assert len(path.findall("{*}moveTo")) == ICONS["clock"].count("M")
        assert len(path.findall("{*}cubicBezTo")) == len(re.findall("C", ICONS["clock"]))
        properties = path.getparent().getparent().getparent()
        assert [etree.QName(child).localname for child in properties] == ["xfrm", "custGeom", "noFill", "ln"]
        assert properties.find("{*}ln").get("w") == str(36 // 12 * 12700)


def test_icons_are_dumped() -> None:
    drawing = Drawing("cards", PLACE, (Icon(Frame(60, 120, 36, 36), "clock", "accent"),), "A clock")
    assert "  icon clock -/accent" in list(dump_element(drawing))
    assert Slide("s", "concept", "visual", runs("T"), (Slot("canvas", (drawing,)),)).slots


@pytest.fixture(scope="module")
def gallery() -> tuple[Deck, Book]:
    """Deck and workbook of the course that shows all icons, and every diagram with icons."""
    (made,) = compose_request(
        Request(courses=(str(ROOT / "docs/examples/icon-gallery"),), kinds=("deck", "workbook")), Report()
    )
    assert made.trees is not None
    return made.trees.deck, made.trees.workbook


@pytest.mark.parametrize("type_", [word for word in WITH_ICONS if word not in COMPOSED])
def test_every_diagram_shows_its_icons_in_deck_and_workbook(gallery: tuple[Deck, Book], type_: str) -> None:
    for tree in gallery:
        drawings = [one for one in find(tree, Drawing) if one.type == type_]
        assert any(find(drawing, Icon) for drawing in drawings), type_


def test_the_gallery_shows_maps_boards_and_notices_with_icons(gallery: tuple[Deck, Book]) -> None:
    deck, _ = gallery
    assert {icon.name for icon in find(deck, Icon)} == set(ICONS)
    # Each of three stops its own; then a pin at the stop that is on in place of it, and one tick more behind each.
    for tree, icons in zip(gallery, ([3, 2, 3, 4], [3]), strict=True):
        maps = [one for one in find(tree, Drawing) if one.type == "course_map"]
        assert [len(find(drawing, Icon)) for drawing in maps] == icons
        assert [box.icon for box in find(tree, Callout) if box.icon] == ["phone"]
    (board,) = (one for one in find(deck, Drawing) if one.type == "activity")
    assert [icon.name for icon in find(board, Icon)] == ["users", "pencil"]  # of the kind, and of the author


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("电话", "phone"), ("客服电话", "phone"), ("telephone", "phone"), ("Phone", "phone"), ("time_er", "timer"),
        ("circle", "circle-check"), ("E-Mail", "mail"), ("warning", "triangle-alert"), ("lightbulp", "lightbulb"),
    ],
)  # fmt: skip
def test_a_wrong_name_lists_what_was_meant(wrong: str, meant: str) -> None:
    near = icons_like(wrong)
    assert meant in near and len(near) <= 3 and all(name in ICONS for name in near)


def test_what_icons_are_called_otherwise_leads_to_icons() -> None:
    assert set(icon_names._CALLED.values()) <= ICONS.keys() and not icon_names._CALLED.keys() & ICONS.keys()
    assert icons_like("xyzzy") == [] and "docs/icons.md" in icon_hint("xyzzy")
