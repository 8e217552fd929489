"""Which of one list is which of the other: by id where somebody wrote it, by what it is called, by what it says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from deckgen.changes.outline import BlockFacts, Named, SlideFacts

Item = TypeVar("Item")
Thing = TypeVar("Thing", bound=Named)
LEAST_ALIKE = 0.6  # of two slides, from 0 to 1, to be one that was changed


def pair(before: Sequence[Item], after: Sequence[Item], *keys: Callable[[Item], Hashable | None]) -> dict[int, int]:
    """Places before -> after of what is the same: by the first key under which it stands once on both sides."""
    pairs: dict[int, int] = {}
    for key in keys:
        left = _once(before, key, pairs.keys())
        right = _once(after, key, pairs.values())
        pairs |= {place: right[name] for name, place in left.items() if name in right}
    return pairs


def _once(
    items: Sequence[Item], key: Callable[[Item], Hashable | None], taken: Collection[int]
) -> Mapping[Hashable, int]:
    places: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        name = key(item)
        if name is not None and place not in taken:
            places.setdefault(name, []).append(place)
    return {name: listed[0] for name, listed in places.items() if len(listed) == 1}


def pair_blocks(before: Sequence[BlockFacts], after: Sequence[BlockFacts]) -> dict[int, int]:
    """Blocks: as whatever has a name, and where that says nothing by the titles of their slides."""
    return pair_named(before, after, lambda item: tuple(slide.title for slide in item.slides) or None)


def pair_named(
    before: Sequence[Thing], after: Sequence[Thing], *more: Callable[[Thing], Hashable | None]
) -> dict[int, int]:
    """Blocks, sheets, modules: a counted id says something only where the title says the same."""
    return pair(
        before,
        after,
        lambda item: (item.id, item.title),
        lambda item: None if item.counted else item.id,
        lambda item: item.title,
        *more,
        lambda item: item.id,
    )


def pair_slides(before: Sequence[SlideFacts], after: Sequence[SlideFacts]) -> dict[int, int]:
    """Slides of one block: those that are alike, the most alike first, when nothing else tells."""
    pairs = pair(before, after, lambda item: item.key or None, lambda item: item.title, _sheet, _board)
    left = [place for place in range(len(before)) if place not in pairs]
    right = [place for place in range(len(after)) if place not in pairs.values()]
    alike = sorted(
        ((_alike(before[one], after[other]), -abs(one - other), one, other) for one in left for other in right),
        reverse=True,
    )
    for share, _, one, other in alike:
        if share >= LEAST_ALIKE and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _sheet(slide: SlideFacts) -> Hashable | None:
    """The sheet that a slide works with: under another title it is the same slide."""
    return slide.texts.get("sheet")


def _board(slide: SlideFacts) -> Hashable | None:
    """The kind of a slide that works with a sheet: the only one of a block, where only its sheet is another."""
    return slide.texts.get("kind") if "sheet" in slide.texts else None


def _alike(one: SlideFacts, other: SlideFacts) -> float:
    """How much of two slides is the same: what they are called, and the fields that say the same."""
    titles = SequenceMatcher(None, one.title, other.title, autojunk=False).ratio()
    keys = one.texts.keys() | other.texts.keys()
    same = sum(one.texts.get(key) == other.texts.get(key) for key in keys) / len(keys) if keys else 1.0
    return max(titles, same)


def moved(pairs: Mapping[int, int]) -> set[int]:
    """Of what is on both sides the places before of the fewest that must move for the rest to be in its order."""
    places = sorted(pairs)
    ends: list[int] = []  # the least end of a run of each length
    at: list[int] = []
    back: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, pairs[place])
        back[place] = at[length - 1] if length else None
        if length == len(ends):
            ends.append(pairs[place])
            at.append(place)
        else:
            ends[length], at[length] = pairs[place], place
    kept = set[int]()
    step = at[-1] if at else None
    while step is not None:
        kept.add(step)
        step = back[step]
    return set(places) - kept
