"""What the guide says to a slide, parted where a page ends: between its parts, or between the sentences of one.

Nothing stands alone: no head without words, no question without its answers, no single line. Refuses nothing; what
cannot be parted so is left to whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.base.runs import plain
from deckgen.base.sentences import cut_runs, sentence_ends
from deckgen.paginate.lines import Column
from deckgen.paginate.pages import SLACK, chain_height
from deckgen.paginate.strips import Ruler
from deckgen.tree import Cell, Element, ListBlock, Para, Row, Table

ENTRY = "slide"  # role of a group that is what the guide says to a slide
LONG = 0.12  # of a page: an entry that is no longer is kept whole
_LEAST = 35.0  # points: what of a part stands before or behind the end of a page, two lines at least
_BESIDE_OVER = 24.0  # points that what stands beside the words before the end of a page may be higher than these

Parted = tuple[tuple[Element, ...], tuple[Element, ...]]


def part_entry(
    children: Sequence[Element], room: float, ruler: Ruler, column: Column, *, below: bool = False
) -> Parted | None:
    """As much of an entry as finds `room` in points, and the rest; None where no part of it does."""
    for first, rest in _cuts(children, ruler, column):
        if chain_height(ruler.flow(first, column, below)) + SLACK <= room:
            return first, rest
    return None


def go_on(rest: Sequence[Element], again: Sequence[Element]) -> tuple[Element, ...]:
    """The rest of an entry below what stands again above it, in one table where both are of one kind."""
    head = again[-1] if again else None
    first = rest[0] if rest else None
    if isinstance(head, Table) and isinstance(first, Table) and (head.role, head.widths) == (first.role, first.widths):
        return (*again[:-1], replace(first, rows=(*head.rows, *first.rows)), *rest[1:])
    return (*again, *rest)


def _cuts(children: Sequence[Element], ruler: Ruler, column: Column) -> Iterator[Parted]:
    """Every way to part an entry, the longest first part first."""
    for at in range(len(children) - 1, -1, -1):
        before, child, after = tuple(children[:at]), children[at], tuple(children[at + 1 :])
        if isinstance(child, Table) and child.role == "entry":
            for first, rest in _cuts_of_table(child, ruler, column):
                yield (*before, first), (rest, *after)
        if before and not _leads(before[-1], ruler, column):
            yield before, (child, *after)


def _leads(before: Element, ruler: Ruler, column: Column) -> bool:
    """Whether an element leads into the next: the head of an entry into what is said or done first."""
    strips = ruler.strips(before, column)
    return not strips or strips[-1].glued


def _cuts_of_table(table: Table, ruler: Ruler, column: Column) -> Iterator[tuple[Table, Table]]:
    rows = table.rows
    for end in range(len(rows) - 1, -1, -1):
        for first, rest in _cuts_of_row(rows[end], table, ruler, column):
            yield replace(table, rows=(*rows[:end], first)), replace(table, rows=(rest, *rows[end + 1 :]))
        if end and (not rows[end - 1].keep or _may_open(rows[end:], table, ruler, column)):
            yield replace(table, rows=rows[:end]), replace(table, rows=rows[end:])


def _may_open(rows: Sequence[Row], table: Table, ruler: Ruler, column: Column) -> bool:
    """Whether what closes an entry is enough to stand on a page of its own: what to drop, and how to go on."""
    closing = rows[0].cells[-1].role == "late"
    return closing and sum(ruler.row(row, table, column).height for row in rows) >= _LEAST


def _cuts_of_row(row: Row, table: Table, ruler: Ruler, column: Column) -> Iterator[tuple[Row, Row]]:
    """The row parted between the paragraphs or sentences of its words; the sign stands before both parts."""
    at = next((at for at, cell in enumerate(row.cells) if at and cell.role in ("spoken", "cell")), 0)
    if not at or len(row.cells) <= at or not row.cells[at].content:
        return
    words = row.cells[at]
    units = [unit for element in words.content for unit in _units(element, words.role == "spoken")]
    shown = row.cells[at + 1].content if len(row.cells) > at + 1 else ()
    for cut in range(len(units) - 1, 0, -1):
        first, rest = _merged(units[:cut]), _merged(units[cut:])
        heights = [
            ruler.row(_alone(row, at, replace(words, content=part)), table, column).height for part in (first, rest)
        ]
        if min(heights) < _LEAST:
            continue
        for parted in _parts_beside(shown):
            before, behind = (
                _row(row, at, replace(words, content=part), beside, keep=keep)
                for part, beside, keep in zip((first, rest), parted, (False, row.keep), strict=True)
            )
            over = (
                ruler.row(part, table, column).height - height
                for part, height in zip((before, behind), heights, strict=True)
            )
            if all(more <= _BESIDE_OVER for more in over):
                yield before, behind


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Words of a paragraph from one end of a sentence or clause to the next."""

    para: Para
    start: int
    end: int


_Unit = Element | _Sentence


def _units(element: Element, spoken: bool) -> Iterator[_Unit]:
    """An element in what may stand on different pages: items of a list, sentences of what is said."""
    if isinstance(element, ListBlock) and len(element.items) > 1:
        for at, item in enumerate(element.items):
            yield replace(element, items=(item,), levels=element.levels[at : at + 1], start=element.start + at)
    elif isinstance(element, Para) and spoken and not any(run.note or run.page_of for run in element.runs):
        text = plain(element.runs)
        ends = [*sentence_ends(text, clauses=True), len(text)]
        for start, end in zip([0, *ends[:-1]], ends, strict=True):
            yield _Sentence(element, start, end)
    else:
        yield element


def _merged(units: Sequence[_Unit]) -> tuple[Element, ...]:
    """Units as elements again: items that follow each other are one list, sentences one paragraph."""
    merged: list[_Unit] = []
    for unit in units:
        last = merged[-1] if merged else None
        if isinstance(unit, ListBlock) and isinstance(last, ListBlock) and _is_one_list(last, unit):
            merged[-1] = replace(last, items=(*last.items, *unit.items), levels=(*last.levels, *unit.levels))
        elif isinstance(unit, _Sentence) and isinstance(last, _Sentence) and last.para is unit.para:
            merged[-1] = replace(last, end=unit.end)
        else:
            merged.append(unit)
    return tuple(_words(unit) if isinstance(unit, _Sentence) else unit for unit in merged)


def _words(sentence: _Sentence) -> Para:
    para = sentence.para
    whole = sentence.start == 0 and sentence.end == len(plain(para.runs))
    return para if whole else replace(para, runs=cut_runs(para.runs, sentence.start, sentence.end))


def _is_one_list(one: ListBlock, other: ListBlock) -> bool:
    return (one.marker, one.role) == (other.marker, other.role) and one.start + len(one.items) == other.start


def _parts_beside(shown: Sequence[Element]) -> Iterator[Parted]:
    """What stands beside words that are parted, before and behind: as much as can be before; a label leads its text."""
    starts = [at for at, part in enumerate(shown) if isinstance(part, Para) and part.runs and part.runs[0].strong]
    for cut in dict.fromkeys((len(shown), *reversed(starts), 0)):
        yield tuple(shown[:cut]), tuple(shown[cut:])


def _alone(row: Row, at: int, cell: Cell) -> Row:
    """The row with nothing but one cell filled."""
    return Row(tuple(cell if place == at else replace(other, content=()) for place, other in enumerate(row.cells)))


def _row(row: Row, at: int, words: Cell, shown: tuple[Element, ...], *, keep: bool) -> Row:
    cells = [
        words if place == at else replace(cell, content=shown) if place == at + 1 else cell
        for place, cell in enumerate(row.cells)
    ]
    return replace(row, cells=tuple(cells), keep=keep)
