"""Readings of a module into the order that needs the fewest pages. Refuses nothing.

Sheets and all else keep their order; readings, which explain a model, keep theirs among each other and never come
behind a sheet that they stood before: whoever works on a sheet has seen its model. They move forward as little as the
fewest pages allow, over two sheets at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.paginate.pages import SLACK, Pages, chain_height
from deckgen.paginate.prepare import SHEET_ROLES
from deckgen.paginate.strips import Column, Ruler, Strip
from deckgen.tree import Element, Group

READING = "reading"  # role of a group that explains a model
MOST_MOVED = 2  # sheets that a reading may overtake, so that it stays near its own
SHEET_START = 0.5  # of a page must be free for a sheet longer than a page to begin on it


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to set the first elements: pages full, points used of the last, how far readings moved.

    `missed` counts the groups that do not begin on the side of a spread they ask for; each is as bad as a page.
    """

    page: int
    used: float
    moved: int
    order: tuple[int, ...]
    missed: int = 0
    even: bool = False  # where groups ask for a side of a spread, whether the last page is a left one

    def beats(self, other: _Way) -> bool:
        """Whether it is at least as good in every respect."""
        return (
            (self.page, self.used) <= (other.page, other.used)
            and self.moved <= other.moved
            and self.missed <= other.missed
            and self.even == other.even
        )


def arrange_readings(children: Sequence[Element], ruler: Ruler, column: Column, pages: Pages) -> tuple[Element, ...]:
    """The children of a section that begins on the first of the pages, its readings where pages are fullest."""
    capacity = pages.capacity
    opening = next((i for i, child in enumerate(children) if isinstance(child, Group)), len(children))
    rest = range(opening, len(children))
    readings = [i for i in rest if _is_reading(children[i])]
    others = [i for i in rest if i not in readings]
    if not readings or not others:
        return tuple(children)
    strips = {i: ruler.strips(children[i], column, below=True) for i in rest}
    start = pages.copy()
    start.place(ruler.flow(children[:opening], column))
    asked = any(isinstance(child, Group) and child.side for child in children)
    ways: dict[tuple[int, int], list[_Way]] = {(0, 0): [_Way(start.number, start.used, 0, ())]}
    for done in range(len(rest)):
        for first in range(max(0, done - len(readings)), min(done, len(others)) + 1):
            second = done - first
            for way in ways.get((first, second), []):
                if first < len(others):
                    at = others[first]
                    if second >= sum(reading < at for reading in readings):
                        _keep(
                            ways,
                            (first + 1, second),
                            _after(way, at, children[at], strips[at], capacity, opening, asked),
                        )
                if second < len(readings):
                    at = readings[second]
                    if first < sum(other < at for other in others) - MOST_MOVED:
                        continue
                    _keep(
                        ways, (first, second + 1), _after(way, at, children[at], strips[at], capacity, opening, asked)
                    )
    best = min(
        ways[len(others), len(readings)], key=lambda way: (way.page + way.missed, way.moved, way.used, way.order)
    )
    return (*children[:opening], *(children[i] for i in best.order))


def _is_reading(element: Element) -> bool:
    return isinstance(element, Group) and element.role == READING


def _is_sheet(element: Element) -> bool:
    return isinstance(element, Group) and element.role in SHEET_ROLES


def _keep(ways: dict[tuple[int, int], list[_Way]], state: tuple[int, int], way: _Way) -> None:
    known = ways.setdefault(state, [])
    if not any(other.beats(way) for other in known):
        known[:] = [other for other in known if not way.beats(other)]
        known.append(way)


def _after(
    way: _Way, at: int, element: Element, strips: Sequence[Strip], capacity: float, opening: int, asked: bool
) -> _Way:
    """The way with one more element at its end."""
    pages = Pages(capacity, way.page, way.used)
    height = chain_height(strips)
    free = capacity - pages.used
    whole = height + SLACK <= capacity
    asks = element.side if isinstance(element, Group) and (element.side == "right" or not whole) else ""
    missed = way.missed + (asks != "" and not pages.begins_on(asks))
    turns = asks != "" and pages.begins_on(asks)
    turns |= height + SLACK > free if whole else _is_sheet(element) and free < capacity * SHEET_START
    if turns and pages.used > 0:
        pages.turn()
    pages.place(strips)
    moved = abs(at - opening - len(way.order)) if _is_reading(element) else 0
    even = asked and pages.number % 2 == 0
    return _Way(pages.number, round(pages.used, 3), way.moved + moved, (*way.order, at), missed, even)
