"""Links for people with paper in their hands: below what holds them stand their words, a short address and a code.

The codes are drawn from the modules that segno finds, as one outline, so that they print sharp and take the colour of
text. Slides need none: there a link can be clicked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import segno

from deckgen.base.runs import Run, plain
from deckgen.base.units import Frame
from deckgen.compose.kit import Kit
from deckgen.text.links import kind_of_link, short_address
from deckgen.tree import Book, Cell, Drawing, Element, Group, Para, Path, Row, Table
from deckgen.tree.content import runs_in

SIDE = 56.7  # points of a code: two centimetres
MODULE = 1.2  # points; a code of many modules becomes larger, so that a camera can tell them apart
_QUIET = 4  # modules of white around a code, which readers need
_SHARE = 3.0  # of the width of words, with that of a code being 1

_Point = tuple[int, int]


def add_link_cards(kit: Kit, book: Book) -> Book:
    """The book with the links of every sheet, reading and slide below it, and those of the rest below its section."""
    sections = (replace(section, children=_carded(kit, section.children)) for section in book.sections)
    return replace(book, sections=tuple(sections))


def _carded(kit: Kit, children: Sequence[Element]) -> tuple[Element, ...]:
    carded: list[Element] = []
    loose: list[Element] = []
    for child in children:
        if isinstance(child, Group) and child.id and (links := _links_of((child,))):
            carded.append(replace(child, children=(*child.children, *_cards(kit, links))))
        else:
            carded.append(child)
            loose.append(child)
    return (*carded, *_cards(kit, _links_of(loose)))


def _links_of(elements: Iterable[Element]) -> dict[str, str]:
    """Addresses outside of the book with the words that lead there, each once, in reading order."""
    links: dict[str, str] = {}
    for runs in runs_in(elements):
        for run in (*runs, *(inner for noted in runs for inner in noted.note)):
            if run.href and not run.href.startswith("#"):
                links.setdefault(run.href, "")
                links[run.href] += run.text if not links[run.href].endswith(run.text) else ""
    return links


def _cards(kit: Kit, links: dict[str, str]) -> tuple[Element, ...]:
    if not links:
        return ()
    cells = [_card(kit, address, words) for address, words in links.items()]
    across = 2 if len(cells) > 1 and all(side == SIDE for _, side in cells) else 1
    rows: list[Row] = []
    for start in range(0, len(cells), across):
        pairs = [pair for pair, _ in cells[start : start + across]]
        pairs += [(Cell(()), Cell(()))] * (across - len(pairs))
        rows.append(Row(tuple(cell for pair in pairs for cell in pair)))
    widest = max(side for _, side in cells) / SIDE
    label = Para(kit.inline(kit.phrase("links_title")), "label")
    return (label, Table((widest, _SHARE) * across, (), tuple(rows), kit.phrase("links_title"), "columns"))


def _card(kit: Kit, address: str, words: str) -> tuple[tuple[Cell, Cell], float]:
    """The cells of a link, and the side of its code in points."""
    alt = f"{kit.phrase('qr_code')}{kit.phrase('colon')}{plain((Run(words),))}"
    code = draw_code(address, alt)
    kind = kit.phrase(f"link.{kind_of_link(address)}")
    where = (Run(f"{kind}{kit.phrase('colon')}"), Run(short_address(address), href=address))
    told = (Para((Run(words, strong=True),), "cell"), Para(where, "small"))
    return (Cell((code,)), Cell(told)), code.frame.w


@lru_cache(maxsize=512)
def draw_code(address: str, alt: str) -> Drawing:
    """The QR code of an address, dark on nothing, with the white around it that readers need."""
    rows = [[bool(module) for module in row] for row in segno.make(address, micro=False).matrix]
    count = len(rows) + 2 * _QUIET
    side = max(SIDE, count * MODULE)
    step = side / count

    def at(point: _Point) -> tuple[float, float]:
        x, y = point
        return round((x + _QUIET) * step, 2), round((y + _QUIET) * step, 2)

    first, *more = (tuple(map(at, outline)) for outline in outlines(rows))
    path = Path(first, closed=True, fill="ink", line=None, part="code", more=tuple(more))
    return Drawing("qr", Frame(0.0, 0.0, side, side), (path,), alt)


def outlines(rows: Sequence[Sequence[bool]]) -> Iterator[tuple[_Point, ...]]:
    """The closed outlines around dark modules, those of holes among them; corners only."""
    ways: dict[_Point, list[_Point]] = {}
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if not dark:
                continue
            for way, beside in (
                (((x, y), (x + 1, y)), (x, y - 1)), (((x + 1, y), (x + 1, y + 1)), (x + 1, y)),
                (((x + 1, y + 1), (x, y + 1)), (x, y + 1)), (((x, y + 1), (x, y)), (x - 1, y)),
            ):  # fmt: skip
                if not _is_dark(rows, beside):
                    ways.setdefault(way[0], []).append(way[1])
    while ways:
        start = min(ways)
        points = [start]
        here = _step(ways, start)
        while here != start:
            points.append(here)
            here = _step(ways, here)
        yield tuple(
            point
            for before, point, after in zip((points[-1], *points), points, (*points[1:], start), strict=False)
            if (before[0] == point[0]) != (point[0] == after[0])
        )


def _step(ways: dict[_Point, list[_Point]], start: _Point) -> _Point:
    end = ways[start].pop()
    if not ways[start]:
        del ways[start]
    return end


def _is_dark(rows: Sequence[Sequence[bool]], place: _Point) -> bool:
    x, y = place
    return 0 <= y < len(rows) and 0 <= x < len(rows[y]) and rows[y][x]
