"""Points of slides that stand under others: nested mappings into one list that knows how deep each item stands.

``- Who owns it: [one name, no team]`` is a point with two below it; three levels are the most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.source.node import UNREAD, Located, LocatedList
from deckgen.text.prose import LEVELS

KEY = "points"


def flatten_points(course: Located, report: Report) -> None:
    """Flatten the points of every slide; what stands too deep is reported."""
    for slide in _slides(course):
        points = slide.get(KEY)
        if isinstance(points, Located):
            alone = LocatedList([points])
            alone.span, alone.items_at = points.span, [slide.spans[KEY]]
            points = alone
        if isinstance(points, LocatedList) and any(isinstance(item, Located | LocatedList) for item in points):
            slide[KEY] = _flat(points, report)


def _slides(course: Located) -> Iterator[Located]:
    level: list[Any] = [course]
    for key in ("modules", "blocks", "slides"):
        lists = [record.get(key) for record in level if isinstance(record, Located)]
        level = [record for listed in lists if isinstance(listed, LocatedList) for record in listed]
    return (slide for slide in level if isinstance(slide, Located))


def _flat(points: LocatedList, report: Report) -> LocatedList:
    flat = LocatedList()
    flat.span = points.span
    for text, place, level in _walk(points, points.items_at, 0):
        if level >= LEVELS:
            report.add("DG121", f"a list has at most {LEVELS} levels", place, "write this point a level higher")
        flat.append(text)
        flat.items_at.append(place)
        flat.levels.append(min(level, LEVELS - 1))
    return flat


def _walk(items: LocatedList, places: list[Span], level: int) -> Iterator[tuple[Any, Span, int]]:
    for item, place in zip(items, places, strict=True):
        if isinstance(item, Located):
            for text, below in item.items():
                yield text, item.keys_at.get(text, place), level
                yield from _below(below, item.spans.get(text, place), level + 1)
        elif isinstance(item, LocatedList):
            yield from _walk(item, item.items_at, level + 1)
        else:
            yield item, place, level


def _below(value: Any, place: Span, level: int) -> Iterator[tuple[Any, Span, int]]:
    """What stands under a point: a list, a single text, or further points with their own."""
    if isinstance(value, LocatedList):
        yield from _walk(value, value.items_at, level)
    elif isinstance(value, Located):
        alone = LocatedList([value])
        yield from _walk(alone, [place], level)
    elif value is not UNREAD and value is not None:
        yield value, place, level
