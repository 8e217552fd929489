"""Where a sheet that is longer than its page goes on: never with so little that it stands alone on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckgen.paginate.lines import Column, Strip
from deckgen.paginate.pages import Pages, chain_height
from deckgen.paginate.strips import Ruler
from deckgen.tree import Element, Group

LEAST_TAIL = 0.15  # of a page: with less than this a sheet does not end on a page of its own
_LEAST_LEFT = 0.65  # of the page before is filled all the same
PAGE_START = "page"  # role of a group that only says where a page begins


def part_evenly(group: Group, ruler: Ruler, column: Column, pages: Pages) -> Group:
    """The group with a page that begins early enough for its end to be no stray rest.

    It is left as it is where it ends on this page, where its last page is well used, and where no other break would
    part it better: one that keeps together what belongs so and leaves little of the page before empty.
    """
    strips = ruler.flow(group.children, column)
    trial = pages.copy()
    numbers = trial.place(strips)
    if trial.number == pages.number:
        return group
    last = [strip for strip, number in zip(strips, numbers, strict=True) if number == trial.number]
    least = LEAST_TAIL * pages.capacity
    if chain_height(last) >= least:
        return group
    at = _break(group.children, ruler, column, least)
    if at is None or not _fits_before(group.children[:at], ruler, column, pages, trial.number):
        return group
    start = Group((group.children[at],), role=PAGE_START, new_page=True)
    return replace(group, children=(*group.children[:at], start, *group.children[at + 1 :]))


def _break(children: Sequence[Element], ruler: Ruler, column: Column, least: float) -> int | None:
    """The last child with which the rest is long enough, and that nothing before it leads into."""
    for at in range(len(children) - 1, 0, -1):
        before = ruler.strips(children[at - 1], column)
        if _glued(before):
            continue
        if chain_height(ruler.flow(children[at:], column)) >= least:
            return at
    return None


def _glued(strips: Sequence[Strip]) -> bool:
    return bool(strips) and strips[-1].glued


def _fits_before(children: Sequence[Element], ruler: Ruler, column: Column, pages: Pages, last: int) -> bool:
    """Whether what stands before the break fills its page well, and takes none more than it would without it."""
    trial = pages.copy()
    trial.place(ruler.flow(children, column))
    return trial.number < last and trial.used >= _LEAST_LEFT * trial.capacity
