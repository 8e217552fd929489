"""Strips into pages: which page every strip falls on. Refuses nothing: what is too long runs over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckgen.paginate.lines import Strip

SLACK = 3.0  # points a page keeps free, for what a renderer rounds
_TALLER = 1.01  # a bound page must hold where an engine sets every row so much higher than it is here
_LAST_LINE = 17.0  # points: so far above the bottom margin the last line of a bound page stands then, at least


@dataclass(slots=True)
class Pages:
    """Pages being filled; `capacity` is the height of a page, `number` the page being filled."""

    capacity: float
    number: int
    used: float = 0.0
    fills: list[float] = field(default_factory=list)  # share used of each page that is full

    def copy(self) -> Pages:
        """The same pages, to try something on."""
        return Pages(self.capacity, self.number, self.used, list(self.fills))

    def begins_on(self, side: str) -> bool:
        """Whether the page that is empty or comes next lies on that side of a spread: left pages have even numbers."""
        page = self.number + (self.used > 0)
        return page % 2 == (0 if side == "left" else 1)

    def turn(self) -> None:
        """Begin a new page."""
        self.fills.append(self.used / self.capacity)
        self.number += 1
        self.used = 0.0

    def close(self) -> list[float]:
        """The fill of every page, the last one too."""
        return [*self.fills, self.used / self.capacity]

    def place(self, strips: Sequence[Strip], new_page: bool = False) -> list[int]:
        """Put strips on pages; the page of each. `new_page` begins one unless the page is still empty."""
        if new_page and self.used > 0:
            self.turn()
        numbers: list[int] = []
        index = 0
        while index < len(strips):
            end = index
            while end < len(strips) - 1 and strips[end].glued:
                end += 1
            chain = strips[index : end + 1]
            if self.used > 0 and not self._fits(chain):
                alone = chain_height(chain) + SLACK <= self.capacity
                if alone or not self._fits(chain[:1]) or (chain[0].glued and not self._fits(chain[:2])):
                    self._turn_with_head(chain[0])
            if self._fits(chain) or len(chain) == 1:
                for strip in chain:
                    self._add(strip, numbers)
            else:  # a chain longer than a page is filled strip by strip
                for strip in chain:
                    if self.used > 0 and not self._fits([strip]):
                        self._turn_with_head(strip)
                    self._add(strip, numbers)
            index = end + 1
        return numbers

    def _turn_with_head(self, strip: Strip) -> None:
        self.turn()
        self.used = strip.head

    def _add(self, strip: Strip, numbers: list[int]) -> None:
        numbers.append(self.number)
        self.used += strip.height + strip.after + strip.foot

    def _fits(self, chain: Sequence[Strip]) -> bool:
        return self.used + chain_height(chain) + SLACK <= self.capacity


def usable_height(height: float, *, bound: bool) -> float:
    """How much of a text area is filled; a page of a bound book that is full to the last line may break elsewhere.

    A loose paper is laid out for its one page and has only the room for what a renderer rounds.
    """
    return (height - _LAST_LINE) / _TALLER + SLACK if bound else height


def chain_height(chain: Sequence[Strip]) -> float:
    """Height of strips on one page; the space below the last may hang over the page's end."""
    return sum(strip.height + strip.after + strip.foot for strip in chain) - (chain[-1].after if chain else 0.0)


def loosest(strips: Sequence[Strip]) -> list[Strip]:
    """The strips where a renderer needs the fewest lines."""
    return [strip._replace(height=strip.height - strip.spare) if strip.spare else strip for strip in strips]
