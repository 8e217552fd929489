"""The groups of a module into the order, and onto the pages, that need the fewest of them. Refuses nothing.

Sheets and all else keep their order; readings, which explain a model, keep theirs among each other and never come
behind a sheet that they stood before: whoever works on a sheet has seen its model. They move forward as little as the
fewest pages allow, over two sheets at most. A sheet that a page could hold goes over two that face each other where
that saves one: its task and its steps stand on the left, so nobody turns a leaf to see what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.paginate.lines import Column, Strip
from deckgen.paginate.pages import SLACK, Pages, chain_height
from deckgen.paginate.prepare import SHEET_ROLES
from deckgen.paginate.strips import Ruler
from deckgen.paginate.tails import LEAST_TAIL
from deckgen.tree import Element, Group, Table

READING = "reading"  # role of a group that explains a model
MOST_MOVED = 2  # sheets that a reading may overtake, so that it stays near its own
SMALL_TABLE = 0.33  # of a page: tables up to that are kept whole
SHEET_START = 0.3  # of a page must be free for a sheet to begin on it that goes on on the next


@dataclass(frozen=True, slots=True)
class _Part:
    """An element that is to be placed: `opening` is how much of a sheet must stand together where it begins.

    A sheet that `has_steps` may go over two pages though one could hold it; `loose` are its strips there.
    """

    at: int
    element: Element
    strips: Sequence[Strip]
    height: float
    loose: Sequence[Strip]
    opening: float | None = None
    has_steps: bool = False

    @property
    def is_reading(self) -> bool:
        """Whether it explains a model."""
        return isinstance(self.element, Group) and self.element.role == READING

    @property
    def is_sheet(self) -> bool:
        """Whether people work on it."""
        return self.opening is not None

    @property
    def side(self) -> str:
        """Which side of a spread it asks for."""
        return self.element.side if isinstance(self.element, Group) else ""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to set the first elements: pages full, points used of the last, how far readings moved.

    `missed` counts the groups that do not begin on the side of a spread they ask for; each is as bad as a page.
    `over` counts the sheets that go on where a leaf is turned, and pages with a stray rest; `parted` are those that go
    over two pages though one could hold them, `turned` those longer than a page that begin one.
    """

    page: int
    used: float
    moved: int = 0
    order: tuple[int, ...] = ()
    missed: int = 0
    over: int = 0
    parted: tuple[int, ...] = ()
    turned: tuple[int, ...] = ()

    @property
    def cost(self) -> tuple[int, int, int, int]:
        """What is bad about it, the worst first."""
        return (self.page + self.missed, self.over, len(self.parted), self.moved)

    def beats(self, other: _Way) -> bool:
        """Whether it is at least as good in every respect, and ends on the same side of a spread."""
        return (
            (self.page, self.used) <= (other.page, other.used)
            and self.page % 2 == other.page % 2
            and all(own <= its for own, its in zip(self.cost[1:], other.cost[1:], strict=True))
            and self.missed <= other.missed
        )


def arrange_groups(children: Sequence[Element], ruler: Ruler, column: Column, pages: Pages) -> tuple[Element, ...]:
    """The children of a section that begins on the first of the pages, where pages are fullest."""
    opening = next((i for i, child in enumerate(children) if isinstance(child, Group)), len(children))
    parts = [_measure(at, children[at], ruler, column, pages.capacity) for at in range(opening, len(children))]
    readings = [part for part in parts if part.is_reading]
    others = [part for part in parts if not part.is_reading]
    if not others:
        return tuple(children)
    start = pages.copy()
    start.place(ruler.flow(children[:opening], column))
    ways: dict[tuple[int, int], list[_Way]] = {(0, 0): [_Way(start.number, start.used)]}
    for done in range(len(parts)):
        for first in range(max(0, done - len(readings)), min(done, len(others)) + 1):
            second = done - first
            for way in ways.get((first, second), []):
                if first < len(others):
                    part = others[first]
                    if second >= sum(reading.at < part.at for reading in readings):
                        _keep(ways, (first + 1, second), _after(way, part, opening, pages.capacity))
                if second < len(readings):
                    part = readings[second]
                    overtaken = sum(other.is_sheet for other in others[first:] if other.at < part.at)
                    if overtaken <= MOST_MOVED:
                        _keep(ways, (first, second + 1), _after(way, part, opening, pages.capacity))
    least = LEAST_TAIL * pages.capacity
    best = min(ways[len(others), len(readings)], key=lambda way: (way.cost[0], way.used < least, *way.cost[1:],
                                                                  way.used, way.order))  # fmt: skip
    return (*children[:opening], *(_settled(children[at], at, best) for at in best.order))


def opening_height(sheet: Group, ruler: Ruler, column: Column) -> float:
    """The height of what must stand together where a sheet begins: all as far as its first table."""
    ends = next((n for n, child in enumerate(sheet.children, start=1) if isinstance(child, Table)), 1)
    return chain_height(ruler.flow(sheet.children[:ends], column))


def _measure(at: int, element: Element, ruler: Ruler, column: Column, capacity: float) -> _Part:
    strips = ruler.strips(element, column, below=True)
    height = chain_height(strips)
    if not isinstance(element, Group) or element.role not in SHEET_ROLES:
        return _Part(at, element, strips, height, strips)
    has_steps = any(isinstance(child, Table) and child.role == "steps" for child in element.children)
    loose = ruler.strips(_keeping_small(element, ruler, column, capacity), column, below=True)
    return _Part(at, element, strips, height, loose, opening_height(element, ruler, column), has_steps)


def _keeping_small(element: Element, ruler: Ruler, column: Column, capacity: float) -> Element:
    """The element with its small tables kept whole, as they are where it goes over pages."""
    if isinstance(element, Group):
        parts = tuple(_keeping_small(child, ruler, column, capacity) for child in element.children)
        return replace(element, children=parts)
    if isinstance(element, Table) and chain_height(ruler.strips(element, column)) <= capacity * SMALL_TABLE:
        return replace(element, keep=True)
    return element


def _settled(element: Element, at: int, way: _Way) -> Element:
    """The element as the way sets it."""
    if isinstance(element, Group) and at in way.parted:
        return replace(element, keep=False, side="left")
    return replace(element, new_page=True) if isinstance(element, Group) and at in way.turned else element


def _keep(ways: dict[tuple[int, int], list[_Way]], state: tuple[int, int], more: Iterator[_Way]) -> None:
    known = ways.setdefault(state, [])
    for way in more:
        if not any(other.beats(way) for other in known):
            known[:] = [other for other in known if not way.beats(other)]
            known.append(way)


def _after(way: _Way, part: _Part, first: int, capacity: float) -> Iterator[_Way]:
    """The ways with one more element at the end of `way`; `first` is the place of the first of all."""
    free = capacity - way.used
    whole = part.height + SLACK <= capacity
    fits = part.height + SLACK <= free
    pages = Pages(capacity, way.page, way.used)
    asks = part.side if part.side == "right" or not whole else ""
    moved = abs(part.at - first - len(way.order)) if part.is_reading else 0
    way = replace(way, moved=way.moved + moved, order=(*way.order, part.at))
    if asks:
        way = replace(way, missed=way.missed + (not pages.begins_on(asks)))
    starts = part.opening is not None and free >= capacity * SHEET_START and part.opening + SLACK <= free
    if asks and pages.begins_on(asks):
        yield _placed(way, part, capacity, turns=True)
    elif whole:
        yield _placed(way, part, capacity, turns=not fits)
        if not fits and part.has_steps and starts and way.page % 2 == 0:
            parted = _placed(replace(way, parted=(*way.parted, part.at)), part, capacity, turns=False)
            if parted.page == way.page + 1:
                yield parted
    elif part.opening is None:
        yield _placed(way, part, capacity, turns=False)
    else:
        if starts:
            yield _placed(way, part, capacity, turns=False)
        yield _placed(replace(way, turned=(*way.turned, part.at)), part, capacity, turns=True)


def _placed(way: _Way, part: _Part, capacity: float, *, turns: bool) -> _Way:
    """The way with an element on its last page, or from the next one on where it `turns`."""
    pages = Pages(capacity, way.page, way.used)
    strays = 0
    if turns and pages.used > 0:
        strays = int(pages.used < LEAST_TAIL * capacity)
        pages.turn()
    begins = pages.number
    whole = part.height + SLACK <= capacity - pages.used
    pages.place(part.strips if whole else part.loose)
    over = part.opening is not None and pages.number > begins and begins % 2 == 1
    return replace(way, page=pages.number, used=round(pages.used, 3), over=way.over + over + strays)
