"""Conditions between items: what is implied is taken away, and what is left travels as markers.

A marker says what an earlier decision asks of a later one. ``-A``: A does not run, and somebody later needs it.
``+A``: A, still to come, must run. ``=A:B``: no pause until B, which shares A's sitting, has run. ``~A:B``: B will
not run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckgen.plan.items import Allocation, Item

Markers = frozenset[str]


def tighten(items: Sequence[Item]) -> list[Item]:
    """The same choices with as few conditions as possible.

    What a required item needs is required itself; a need of something required, or of something that another need
    needs already, says nothing.
    """
    by_id = {item.id: item for item in items}
    below = _reach({item.id: item.needs for item in items})
    required = {item.id for item in items if item.is_required}
    required |= {other for key in required for other in below[key]}
    tight = []
    for item in items:
        options = tuple(option for option in item.options if option.runs) if item.id in required else item.options
        needs = [other for other in dict.fromkeys(item.needs) if other not in required and other in by_id]
        if item.id in required:
            needs = []
        sound = [other for other in needs if item.id not in below[other]]  # what needs the item itself implies nothing
        direct = tuple(other for other in needs if not _is_implied(other, sound, below))
        tight.append(replace(item, options=options, needs=direct))
    return tight


def _reach(needs: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """What each item needs, directly or by what it needs."""
    reach = {}
    for key in needs:
        seen: set[str] = set()
        queue = [key]
        while queue:
            for other in needs.get(queue.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        reach[key] = seen
    return reach


def _is_implied(other: str, needs: Sequence[str], below: Mapping[str, set[str]]) -> bool:
    """Whether another need asks for it already; of two that ask for each other both stay."""
    return any(one != other and other in below[one] and one not in below[other] for one in needs)


class Rules:
    """What the decisions so far ask of one item, and what its decision asks of later ones."""

    def __init__(self, items: Sequence[Item], index: int) -> None:
        self.item = items[index]
        place = {item.id: number for number, item in enumerate(items)}
        later = items[index + 1 :]
        self.is_needed = any(self.item.id in other.needs for other in later)
        sharing = [other for other in later if other.same_sitting == self.item.id]
        self.shared_by = [(f"{self.item.id}:{other.id}", "=" if other.is_required else "=~") for other in sharing]
        self.asks = frozenset(f"+{other}" for other in self.item.needs if place.get(other, -1) > index)
        self.pair = f"{self.item.same_sitting}:{self.item.id}"
        self.done = {f"+{self.item.id}", f"={self.pair}", f"~{self.pair}"}
        self.done |= {f"-{other}" for other in self.item.needs if not any(other in third.needs for third in later)}

    def follow(self, markers: Markers, *, runs: bool) -> list[Markers]:
        """The markers after the item has run or not; none when the markers forbid it."""
        item = self.item
        if runs and (any(f"-{other}" in markers for other in item.needs) or f"~{self.pair}" in markers):
            return []
        if not runs and (f"+{item.id}" in markers or f"={self.pair}" in markers):
            return []
        kept = markers - self.done
        if not runs:
            return [kept | {f"-{item.id}"}] if self.is_needed else [kept]
        ways = [kept | self.asks]
        for pair, marks in self.shared_by:
            ways = [way | {mark + pair} for way in ways for mark in marks]
        return ways


def keeps_conditions(items: Sequence[Item], allocation: Allocation) -> bool:
    """Whether a choice keeps what items ask of each other."""
    placed = zip(items, allocation.options, allocation.sittings, strict=True)
    sitting = {item.id: number for item, option, number in placed if option.runs}
    return all(
        item.id not in sitting
        or (
            all(other in sitting for other in item.needs)
            and (item.same_sitting not in sitting or sitting[item.same_sitting] == sitting[item.id])
        )
        for item in items
    )


def forbids_pause(markers: Markers) -> bool:
    """Whether two items that share a sitting are still apart."""
    return any(marker.startswith("=") for marker in markers)
