"""The decks of the flagship change their look from slide to slide, in few sizes of type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import pytest

from deckgen.base.roles import TYPE_SCALE
from deckgen.pipeline.build import Made
from deckgen.tree import Bundle, Chart, Drawing, Picture, Primitive, Slide
from default_theme import THEME
from type_sizes import sizes_of

pytestmark = pytest.mark.slow
DELIVERIES = pytest.mark.parametrize("delivery", ["1-day", "2-day"])
MOST = 0.25  # share of the most frequent layout
RUN = 2  # slides of one design in a row
DESIGNS = 20
MOST_OF_A_BOARD = 0.12
SEEN = 0.6  # share of slides with a picture, a diagram, a chart or a portrait
PARTS = (
    "person",
    "role",
    "lane",
    "field",
    "scale",
    "fact",
    "table",
    "line",
    "question",
)  # what tells designs of boards apart
WORDS_ALONE = ("questions", "timer")


def _slides(made: Made) -> tuple[Slide, ...]:
    assert made.trees is not None and made.trees.deck is not None
    return made.trees.deck.slides


def _design(slide: Slide) -> tuple[str, ...]:
    """The layout of a slide and what is drawn on it."""
    shown = [element for slot in slide.slots for element in slot.content]
    return (slide.layout, *(one.type if isinstance(one, Drawing) else type(one).__name__ for one in shown))


@DELIVERIES
def test_no_layout_takes_more_than_a_quarter(flagship: dict[str, Made], delivery: str) -> None:
    slides = _slides(flagship[delivery])
    (layout, count), *_ = Counter(slide.layout for slide in slides).most_common(1)
    assert count <= MOST * len(slides), (layout, count, len(slides))


@DELIVERIES
def test_designs_are_many_and_alternate(flagship: dict[str, Made], delivery: str) -> None:
    designs = [_design(slide) for slide in _slides(flagship[delivery])]
    runs = [(design, len(list(group))) for design, group in groupby(designs)]
    assert [run for run in runs if run[1] > RUN] == []
    assert len(set(designs)) >= DESIGNS


@DELIVERIES
def test_texts_have_six_sizes(flagship: dict[str, Made], delivery: str) -> None:
    sizes = sizes_of(_slides(flagship[delivery]), THEME)
    assert not {size: slides for size, slides in sizes.items() if size not in TYPE_SCALE}


def _parts(shapes: Iterable[Primitive]) -> Iterator[str]:
    for shape in shapes:
        yield shape.part
        if isinstance(shape, Bundle):
            yield from _parts(shape.shapes)


def _board(slide: Slide) -> str:
    """What the board of a slide shows besides task and clock, by the names of its parts; nothing on other slides."""
    drawings = [element for slot in slide.slots for element in slot.content if isinstance(element, Drawing)]
    for drawing in drawings:
        if drawing.type == "activity":
            parts = {part.partition("-")[0] for part in _parts(drawing.shapes)}
            return next((part for part in PARTS if part in parts), "list" if "step" in parts else "form")
    return ""


@DELIVERIES
def test_no_board_is_frequent_or_twice_in_a_row(flagship: dict[str, Made], delivery: str) -> None:
    boards = [_board(slide) for slide in _slides(flagship[delivery])]
    (board, count), *_ = Counter(filter(None, boards)).most_common(1)
    assert count <= MOST_OF_A_BOARD * len(boards), (board, count)
    assert len(set(boards)) > 5
    assert [board for board, group in groupby(boards) if board and len(list(group)) > 1] == []


@DELIVERIES
def test_most_slides_show_something(flagship: dict[str, Made], delivery: str) -> None:
    slides = _slides(flagship[delivery])
    seen = [
        slide
        for slide in slides
        if any(
            isinstance(element, Picture | Chart) or (isinstance(element, Drawing) and element.type not in WORDS_ALONE)
            for slot in slide.slots
            for element in slot.content
        )
    ]
    assert len(seen) >= SEEN * len(slides), (len(seen), len(slides))
