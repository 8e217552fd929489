"""Drawings in their items: every datum appears at a click of its own, and nothing changes what lies over what."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from deckgen.base.units import Frame
from deckgen.draw import Pen, draw_diagram
from deckgen.draw.items import in_items
from deckgen.draw.settle import frame_around
from deckgen.measure import load_faces
from deckgen.model.diagrams import DIAGRAMS
from deckgen.tree import Bundle, Diagram, Drawing, Path, Primitive, Shape, flat
from deckgen.tree.drawing import CLOCK, COUNTDOWN
from draw.samples import SAMPLES

FACES = load_faces("latin-sans", "cjk-sans")
PEN = Pen(FACES, label=(18, 16), strong=(20, 16))
CASES = [(type_, number) for type_ in sorted(SAMPLES) for number in range(len(SAMPLES[type_]))]
NUMBERED = re.compile(r"[a-z]+-\d")


@cache
def drawn(type_: str, number: int) -> tuple[Drawing, Drawing]:
    record = DIAGRAMS[type_].model_validate(SAMPLES[type_][number])
    drawing, _ = draw_diagram(Diagram(record, "What it shows"), Frame(40, 110, 880, 360), PEN)
    return drawing, in_items(drawing)


def waiting(drawing: Drawing) -> list[Bundle]:
    return sorted((item for item in drawing.shapes if isinstance(item, Bundle) and item.click),
                  key=lambda item: item.click)  # fmt: skip


def parts(shape: Primitive) -> list[str]:
    """The numbered parts in a shape: one for each datum. A connection belongs to what it leads to."""
    return [part for one in flat((shape,)) if NUMBERED.match(part := one.part) and not part.startswith("link")]


@pytest.mark.parametrize(("type_", "number"), CASES)
def test_every_datum_appears_at_a_click_of_its_own(type_: str, number: int) -> None:
    drawing, built = drawn(type_, number)
    items = waiting(built)
    assert [item.click for item in items] == list(range(1, len(items) + 1))
    assert sorted(map(repr, flat(drawing.shapes))) == sorted(map(repr, flat(built.shapes)))  # nothing lost, or twice
    if not items:
        assert built is drawing and not any(map(parts, drawing.shapes))
        return
    data = [*dict.fromkeys(part for shape in drawing.shapes for part in parts(shape))]
    of_items = [set(parts(item)) for item in items]
    for part in data:
        assert sum(part in group for group in of_items) == (part != "loop-1"), part  # the first loop's head is there
    clocks = [item for item in built.shapes if isinstance(item, Bundle) and item.part in (CLOCK, COUNTDOWN)]
    assert not any(clock.click for clock in clocks) and built.shapes[len(built.shapes) - len(clocks) :] == (*clocks,)
    for group in of_items:  # a picture and its caption are one; all else has one datum an item
        assert len({re.sub(r"^caption", "picture", part) for part in group}) <= 1 or type_ in ("activity", "clock")


@pytest.mark.parametrize(("type_", "number"), CASES)
def test_items_come_in_the_order_of_their_data(type_: str, number: int) -> None:
    _, built = drawn(type_, number)
    seen: dict[str, list[list[int]]] = {}
    for item in waiting(built):
        for part in parts(item)[:1]:
            kind = "picture" if part.startswith("caption") else part.partition("-")[0]
            seen.setdefault(kind, []).append([int(figure) for figure in re.findall(r"\d+", part)])
    assert all(numbers == sorted(numbers) for numbers in seen.values())


def covers(one: Primitive, other: Primitive) -> bool:
    a, b = frame_around((one,)), frame_around((other,))
    return min(a.x + a.w, b.x + b.w) - max(a.x, b.x) > 0 and min(a.y + a.h, b.y + b.h) - max(a.y, b.y) > 0


@pytest.mark.parametrize(("type_", "number"), CASES)
def test_of_two_that_overlap_the_upper_one_stays_above(type_: str, number: int) -> None:
    drawing, built = drawn(type_, number)
    rank = {id(shape): at for at, shape in enumerate(flat(built.shapes))}
    areas = [shape for shape in flat(drawing.shapes) if not isinstance(shape, Path) or shape.closed]
    assert {id(shape) for shape in areas} <= set(rank)
    for lower, upper in combinations(areas, 2):
        if covers(lower, upper):
            assert rank[id(lower)] < rank[id(upper)], (lower, upper)


def test_what_is_drawn_for_an_item_goes_with_it() -> None:
    """The badge of a card, the arrow that leads to a node, the sign between two terms."""
    loop = waiting(drawn("loop", 1)[1])
    assert [sum(isinstance(shape, Path) for shape in flat((item,))) for item in loop] == [0, 1, 1, 2]
    for item in waiting(drawn("cards", 1)[1]):
        said = [shape.text.labels[0].runs[0].text for shape in flat((item,)) if isinstance(shape, Shape) and shape.text]
        assert str(item.click) in said
    terms = waiting(drawn("formula", 0)[1])
    assert [len([*flat((item,))]) for item in terms] == [3, 4]  # the second one with the sign before it
    assert [item.name for item in terms] == ["不满", "阻力"]


def test_a_drawing_without_items_stays_as_it_is() -> None:
    drawing = Drawing("map", Frame(0, 0, 9, 9), (Shape("rect", Frame(0, 0, 9, 9), "paper", part="task"),), "A map")
    assert in_items(drawing) is drawing
