"""A placed slide into the boxes its texts must stay in, and a rendered page held against them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from deckgen.base.runs import plain
from deckgen.base.units import Frame
from deckgen.draw import text_area
from deckgen.theme.geometry import DeckGeometry
from deckgen.tree import Chart, Drawing, Element, ListBlock, Para, Shape, Slide, Table, flat
from rendered.pages import Page, Word, signs

TOLERANCE = 2.5  # points a rendered line may stand out of its box, for what a renderer rounds


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text must stay: its frame in points, the text without spaces, and what it is."""

    frame: Frame
    text: str
    part: str
    inner: bool = True  # false = a renderer places its words freely inside (charts)


def boxes_of(slide: Slide, number: int, geometry: DeckGeometry) -> list[Box]:
    """Every box of a placed slide that shows text."""
    layout = geometry.layouts[slide.layout]
    made = [Box(layout.slots["title"].frame, signs(plain(slide.title)), "title")]
    for name, text in (("breadcrumb", slide.breadcrumb), ("page", str(number)), ("source", plain(slide.source))):
        if text and name in layout.slots:
            made.append(Box(layout.slots[name].frame, signs(text), name))
    for slot in slide.slots:
        assert slot.frame is not None, f"{slide.id}: {slot.name} has no frame"
        texts = [text for element in slot.content for text in _texts_of(element)]
        if texts:
            made.append(Box(slot.frame, signs("".join(texts)), slot.name))
        for element in slot.content:
            made.extend(_boxes_of(element, slot.frame))
    return [box for box in made if box.text]


def _texts_of(element: Element) -> Iterator[str]:
    """Texts of paragraphs and lists, the markers of lists included."""
    if isinstance(element, Para):
        yield plain(element.runs)
    elif isinstance(element, ListBlock):
        for at, item in enumerate(element.items):
            yield {"number": f"{element.start + at}.", "bullet": "•", "check": "✓"}[element.marker]
            yield plain(item)


def _boxes_of(element: Element, frame: Frame) -> Iterator[Box]:
    if isinstance(element, Drawing):
        for shape in flat(element.shapes):
            if isinstance(shape, Shape) and shape.text and shape.text.labels:
                area = _turned(text_area(shape.geometry, shape.frame, shape.adjust), shape.rotation)
                text = "".join(plain(label.runs) for label in shape.text.labels)
                yield Box(area, signs(text), shape.part or shape.geometry)
    elif isinstance(element, Table):
        yield from _cells(element, frame)
    elif isinstance(element, Chart):
        yield Box(frame, signs("".join((*element.categories, *_legend(element)))), "chart", inner=False)


def _legend(chart: Chart) -> tuple[str, ...]:
    """What a legend tells apart; one series alone has none, its values are all there is."""
    target = (chart.target.title,) if chart.target is not None else ()
    return (*chart.series, *target) if len(chart.series) > 1 or target else ()


def _turned(frame: Frame, degrees: float) -> Frame:
    """The frame around a turned frame."""
    if not degrees:
        return frame
    turn = math.radians(degrees)
    w = abs(frame.w * math.cos(turn)) + abs(frame.h * math.sin(turn))
    h = abs(frame.w * math.sin(turn)) + abs(frame.h * math.cos(turn))
    return Frame(frame.x + (frame.w - w) / 2, frame.y + (frame.h - h) / 2, w, h)


def _cells(table: Table, frame: Frame) -> Iterator[Box]:
    layout = table.layout
    assert layout is not None, f"table {table.alt} is not laid out"
    lefts = [frame.x, *accumulate(layout.columns, initial=frame.x)][1:]
    tops = list(accumulate(layout.rows, initial=frame.y))
    for number, row in enumerate((*table.head, *table.rows)):
        at = 0
        for cell in row.cells:
            place = Frame(lefts[at], tops[number], lefts[at + cell.columns] - lefts[at], layout.rows[number])
            text = "".join(part for element in cell.content for part in _texts_of(element))
            yield Box(place, signs(text), f"cell {number + 1}.{at + 1}")
            at += cell.columns


def strays(page: Page, boxes: Sequence[Box], tolerance: float = TOLERANCE) -> list[str]:
    """Words of a page that stand in no box whose text they belong to, or off the page."""
    found = []
    for word in page.words:
        if word.x0 < -1 or word.y0 < -1 or word.x1 > page.width + 1 or word.y1 > page.height + 1:
            found.append(f"“{word.text}” stands off the page")
        text = signs(word.text)
        owners = [box for box in boxes if text in box.text or not box.inner]
        if not any(_holds(box.frame, word, tolerance) for box in owners):
            near = min(owners, key=lambda box: _outside(box.frame, word), default=None)
            where = f"{near.part}, by {_outside(near.frame, word):.1f} pt" if near else "every box"
            found.append(f"“{word.text}” stands outside {where}")
    return found


def _holds(frame: Frame, word: Word, tolerance: float) -> bool:
    return _outside(frame, word) <= tolerance


def _outside(frame: Frame, word: Word) -> float:
    """How far a word's ink stands out of a frame, in points."""
    return max(
        frame.x - word.x0,
        word.x1 - (frame.x + frame.w),
        frame.y - word.top,
        word.bottom - (frame.y + frame.h),
        0.0,
    )
