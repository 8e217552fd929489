"""Every diagram type, at its least, typical and most, stays whole on slides, in books and on half a slide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import Any

import pytest

import examples
from deckgen.base.units import Frame
from deckgen.draw import DRAWINGS, Pen, draw_diagram, sketch_diagram, text_area
from deckgen.measure import count_lines, load_faces
from deckgen.model.diagrams import DIAGRAMS, LOWERED, DiagramData
from deckgen.tree import Bundle, Diagram, Drawing, Path, Primitive, Shape, flat
from draw.samples import SAMPLES

FACES = load_faces("latin-sans", "cjk-sans")
SLIDE = Pen(FACES, label=(18, 16), strong=(20, 16))
BOOK = Pen(FACES, label=(10.5, 9), strong=(12, 9.5))
PLACES = {
    "slide": (SLIDE, Frame(40, 110, 880, 360)),
    "large type": (Pen(FACES, label=(22, 16), strong=(24, 16)), Frame(44, 138, 872, 344)),
    "book": (BOOK, Frame(0, 0, 450, 230)),
    "tall page": (BOOK, Frame(0, 0, 450, 430)),
}
CASES = [(type_, number) for type_ in sorted(SAMPLES) for number in range(len(SAMPLES[type_]))]
NODES = {
    "activity": ("step", "steps"),
    "canvas": ("field", "fields"),
    "cards": ("card", "cards"),
    "chevrons": ("step", "steps"),
    "clock": ("lane", "lanes"),
    "course_map": ("stop", "stops"),
    "dialogue": ("line", "lines"),
    "formula": ("term", "terms"),
    "gauge": ("band", "bands"),
    "glyph": ("callout", "callouts"),
    "hub": ("spoke", "spokes"),
    "journey": ("point", "points"),
    "kpi": ("figure", "items"),
    "layers": ("layer", "layers"),
    "levels": ("level", "levels"),
    "loop": ("loop", "loops"),
    "matrix": ("cell", "cells"),
    "questions": ("row", "rows"),
    "rings": ("ring", "rings"),
    "slope": ("after", "rows"),
    "spectrum": ("mark", "marks"),
    "timeline": ("stage", "stages"),
}


def _record(type_: str, number: int) -> DiagramData:
    return DIAGRAMS[type_].model_validate(SAMPLES[type_][number])


def _data(type_: str, number: int) -> dict[str, Any]:
    return _record(type_, number).model_dump()


@cache
def _draw(type_: str, number: int, place: str) -> Drawing:
    pen, frame = PLACES[place]
    drawing, misfits = draw_diagram(Diagram(_record(type_, number), "alt"), frame, pen)
    assert misfits == ()
    return drawing


@cache
def _rooms(type_: str, number: int, place: str) -> list[tuple[Shape, Frame]]:
    """Each shape with text, and the rectangle its lines fill."""
    found = []
    for shape in list(flat(_draw(type_, number, place).shapes)):
        if not isinstance(shape, Shape) or shape.text is None:
            continue
        area = text_area(shape.geometry, shape.frame, shape.adjust).inset(*shape.text.insets)
        high = sum(
            count_lines(label.runs, label.size, area.w, FACES, label.strong) * label.size * 1.2
            for label in shape.text.labels
        )
        gap = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[shape.text.anchor] * (area.h - high)
        found.append((shape, Frame(area.x, area.y + gap, area.w, high)))
    return found


def test_every_type_has_a_drawing() -> None:
    assert set(DRAWINGS) == set(DIAGRAMS) - LOWERED
    assert set(SAMPLES) == set(DRAWINGS)


Check = Callable[[Any, str, int, str], None]


def places(number: int) -> tuple[str, ...]:
    """Where a sample is drawn: everywhere in a full run; in a fast one on a slide and in a book, in turns."""
    names = tuple(PLACES)
    return names if examples.run == "full" else names[number % 2 :: 2]


def everywhere(check: Check) -> Callable[[Any, str, int], None]:
    """The check at every place, in one test; a failure says where."""

    def run(self: Any, type_: str, number: int) -> None:
        for place in places(number):
            try:
                check(self, type_, number, place)
            except AssertionError as failure:
                failure.add_note(f"place: {place}")
                raise

    return run


@pytest.mark.parametrize(("type_", "number"), CASES)
class TestEveryDrawing:
    @everywhere
    def test_text_stays_within_its_shape(self, type_: str, number: int, place: str) -> None:
        pen = PLACES[place][0]
        for shape, filled in _rooms(type_, number, place):
            area = text_area(shape.geometry, shape.frame, shape.adjust)
            assert filled.h <= area.h + 0.1, shape
            assert shape.text is not None
            for label in shape.text.labels:
                assert label.size >= min(pen.label[1], pen.strong[1]), label

    @everywhere
    def test_texts_never_overlap(self, type_: str, number: int, place: str) -> None:
        for (one, a), (other, b) in combinations(_rooms(type_, number, place), 2):
            apart = a.x + a.w <= b.x + 0.1 or b.x + b.w <= a.x + 0.1 or a.y + a.h <= b.y + 0.1 or b.y + b.h <= a.y + 0.1
            assert apart, (one, other)

    @everywhere
    def test_no_filled_shape_hides_a_text_before_it(self, type_: str, number: int, place: str) -> None:
        """A shape drawn later may not cover the words of an earlier one."""
        drawing = _draw(type_, number, place)
        rooms = {id(shape): room for shape, room in _rooms(type_, number, place)}
        for i, shape in enumerate(list(flat(drawing.shapes))):
            room = rooms.get(id(shape))
            if room is None or not isinstance(shape, Shape) or shape.text is None:
                continue
            words = _written(shape, room)
            for later in list(flat(drawing.shapes))[i + 1 :]:
                if isinstance(later, Shape) and later.fill is not None and later.geometry != "chevron":
                    f = later.frame
                    apart = (
                        words.x + words.w <= f.x + 0.5
                        or f.x + f.w <= words.x + 0.5
                        or words.y + words.h <= f.y + 0.5
                        or f.y + f.h <= words.y + 0.5
                    )
                    assert apart, (shape, later)

    @everywhere
    def test_no_two_nodes_overlap(self, type_: str, number: int, place: str) -> None:
        nodes = [
            item.frame
            for item in flat(_draw(type_, number, place).shapes)
            if isinstance(item, Shape) and item.part and item.geometry not in ("chevron", "home_plate")
        ]
        for a, b in combinations(nodes, 2):
            apart = a.x + a.w <= b.x + 0.1 or b.x + b.w <= a.x + 0.1 or a.y + a.h <= b.y + 0.1 or b.y + b.h <= a.y + 0.1
            assert apart, (a, b)

    @everywhere
    def test_everything_lies_in_the_frame(self, type_: str, number: int, place: str) -> None:
        drawing = _draw(type_, number, place)
        x, y, w, h = drawing.frame
        for item in list(flat(drawing.shapes)):
            points = item.points if isinstance(item, Path) else (
                (item.frame.x, item.frame.y), (item.frame.x + item.frame.w, item.frame.y + item.frame.h)
            )  # fmt: skip
            for px, py in points:
                assert x - 0.6 <= px <= x + w + 0.6, item
                assert y - 0.6 <= py <= y + h + 0.6, item
            if isinstance(item, Shape):
                assert item.frame.w > 0 and item.frame.h > 0, item

    @everywhere
    def test_every_datum_is_drawn_once(self, type_: str, number: int, place: str) -> None:
        drawing = _draw(type_, number, place)
        parts = [shape.part for shape in list(flat(drawing.shapes)) if shape.part]
        assert len(parts) == len(set(parts))
        if type_ in NODES:
            word, key = NODES[type_]
            nodes = [part for part in parts if re.fullmatch(rf"{word}-\d+", part)]
            assert len(nodes) == len(_data(type_, number)[key])

    @everywhere
    def test_every_text_of_the_data_is_written(self, type_: str, number: int, place: str) -> None:
        drawing = _draw(type_, number, place)
        written = "\n".join(
            "".join(run.text for run in label.runs).replace("\n", "")
            for shape in list(flat(drawing.shapes))
            if isinstance(shape, Shape) and shape.text
            for label in shape.text.labels
        )
        written += "\n" + "\n".join(_names(drawing.shapes))  # whose face it is
        for text in _texts(_data(type_, number)):
            assert text.replace("\n", "") in written, text

    def test_it_draws_the_same_twice(self, type_: str, number: int) -> None:
        place = places(number)[number % 2]
        pen, frame = PLACES[place]
        again = sketch_diagram.__wrapped__(Diagram(_record(type_, number), "alt"), frame, pen).drawing
        assert _draw(type_, number, place) == again


def _names(shapes: Iterable[Primitive]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Bundle):
            yield shape.name
            yield from _names(shape.shapes)


def _written(shape: Shape, room: Frame) -> Frame:
    """The words themselves, narrower than their room."""
    assert shape.text is not None
    wide = max(min(room.w, sum(label.size for run in label.runs for _ in run.text)) for label in shape.text.labels)
    left = {"left": 0.0, "center": 0.5, "right": 1.0}[shape.text.align] * (room.w - wide)
    return Frame(room.x + left, room.y, wide, room.h)


_WORDS_OF_KEYS = {"title", "text", "sample", "when", "say", "who", "tag", "task", "output", "group", "hint", "advice",
                  "utterance", "center", "name", "note", "symbol", "character"}  # fmt: skip


def _texts(value: Any, key: str = "") -> list[str]:
    if isinstance(value, dict):
        unsaid = {"text"} if value.get("short") else set()  # the short form stands for it
        return [text for k, v in value.items() if k not in ("labels", *unsaid) for text in _texts(v, k)]
    if isinstance(value, list | tuple):
        return [text for v in value for text in _texts(v, key)]
    if isinstance(value, str) and value and (key in _WORDS_OF_KEYS or key in ("items", "nodes", "traits", "try")):
        return [value]
    return []


@pytest.mark.parametrize("type_", sorted(SAMPLES))
def test_half_a_slide_is_enough_or_the_misfit_is_named(type_: str) -> None:
    """On a narrow canvas a text either fits or is reported; nothing leaves the frame."""
    frame = Frame(500, 120, 410, 340)
    for number in range(len(SAMPLES[type_])):
        drawing, misfits = draw_diagram(Diagram(_record(type_, number), "alt"), frame, SLIDE)
        for misfit in misfits:
            assert misfit.text and misfit.hint
        for shape in list(flat(drawing.shapes)):
            if isinstance(shape, Shape):
                assert frame.x - 0.6 <= shape.frame.x and shape.frame.x + shape.frame.w <= frame.x + frame.w + 0.6


def test_a_text_too_long_is_reported_not_shrunk() -> None:
    record = DIAGRAMS["cards"].model_validate({"cards": [{"title": "题", "text": "长" * 400}] * 4})
    drawing, misfits = draw_diagram(Diagram(record, "alt"), PLACES["slide"][1], SLIDE)
    assert misfits and "长长" in misfits[0].text and misfits[0].hint
    sizes = [la.size for s in list(flat(drawing.shapes)) if isinstance(s, Shape) and s.text for la in s.text.labels]
    assert min(sizes) == SLIDE.label[1]


def test_like_labels_share_one_size() -> None:
    data = _data("chevrons", 2)
    drawing, _ = draw_diagram(Diagram(_record("chevrons", 2), "alt"), *reversed(PLACES["slide"]))
    titles = {step["title"] for step in data["steps"]}
    sizes = {
        label.size
        for shape in list(flat(drawing.shapes))
        if isinstance(shape, Shape) and shape.text
        for label in shape.text.labels
        if label.runs[0].text in titles
    }
    assert len(sizes) == 1


def test_the_present_stop_is_lit() -> None:
    drawing = _draw("course_map", 0, "slide")
    fills = {shape.part: shape.fill for shape in list(flat(drawing.shapes)) if isinstance(shape, Shape) and shape.part}
    assert fills["stop-3"] == "accent"
    assert list(fills.values()).count("accent") == 1


def test_good_and_bad_are_said_without_colour() -> None:
    drawing = _draw("loop", 0, "slide")
    texts = [
        r.text
        for s in list(flat(drawing.shapes))
        if isinstance(s, Shape) and s.text
        for la in s.text.labels
        for r in la.runs
    ]
    assert any("✗" in text for text in texts)
    assert any("✓" in text for text in texts)
