"""Strips on the pages of a section, in the tightest and in the loosest setting that a renderer may have.

Reports what may not be split but is longer than a page (DG506).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from deckgen.base.diagnostics import Report
from deckgen.paginate.arrange import READING
from deckgen.paginate.chains import beginning_of, turns
from deckgen.paginate.lines import Strip
from deckgen.paginate.pages import SLACK, Pages, chain_height, loosest
from deckgen.paginate.prepare import SHEET_ROLES
from deckgen.paginate.strips import Ruler
from deckgen.tree import Element, Group

_MUCH = 0.35  # of a page left empty: then a group that is no sheet is parted rather than moved


class Placing:
    """The pages that are being filled: what they have room for, what stands on them and where anchors fall."""

    def __init__(self, ruler: Ruler, report: Report) -> None:
        self.ruler, self.report = ruler, report
        self.anchors: dict[str, int] = {}
        self.written: defaultdict[int, float] = defaultdict(float)  # points of height that people write on, by page
        self.writing = 0.0
        self.pages = self.loose = Pages(1.0, 1)  # the tightest and the loosest setting
        self.rest: float | None = None  # what is left of the page that was just turned

    def holds(self, strips: Sequence[Strip]) -> bool:
        """Whether a page has room for the strips."""
        return chain_height(strips) + SLACK <= self.pages.capacity

    def wastes(self, group: Group, strips: Sequence[Strip]) -> bool:
        """Whether keeping the group whole would leave much of this page empty; sheets are kept all the same."""
        free = self.pages.capacity - self.pages.used
        fits = chain_height(strips) + SLACK <= free
        return not fits and free > self.pages.capacity * _MUCH and group.role not in (*SHEET_ROLES, READING)

    def begin(self, element: Element, needed: Sequence[Strip]) -> bool:
        """Turn the page where the element asks for it or what it needs does not fit; true if it had to."""
        if turns(element) and self.pages.used > 0:
            self.turn()
        height = chain_height(needed)
        if height > self.pages.capacity:
            self.report.add(
                "DG506",
                f"page {self.pages.number}: “{beginning_of(element)}” does not fit on one page and may not be parted",
                None,
                f"shorten it to about {self.pages.capacity / height:.0%} of its length, or make two of it",
            )
        opens = self.pages.used > 0 and self.pages.used + height + SLACK > self.pages.capacity
        if opens:
            self.turn()
        return opens

    def turn(self) -> None:
        """Begin the next page."""
        if self.rest is None:
            self.rest = self.pages.capacity - self.pages.used
        self.pages.turn()
        self.loose.turn()

    def crosses(self, strips: Sequence[Strip]) -> bool:
        """Whether the strips would run on to another page."""
        trial = self.pages.copy()
        trial.place(strips)
        return trial.number != self.pages.number

    def is_certain(self, strips: Sequence[Strip]) -> bool:
        """Whether the strips end on the same page in the tightest and in the loosest setting."""
        tight, loose = self.pages.copy(), self.loose.copy()
        tight.place(strips)
        loose.place(loosest(strips))
        return tight.number == loose.number

    def place(self, strips: Sequence[Strip]) -> None:
        """Put strips on this page and those that follow."""
        numbers = self.pages.place(strips)
        self.loose.place(loosest(strips))
        if self.loose.number != self.pages.number:  # longer than a page: nothing better is known
            self.loose = self.pages.copy()
        for strip, number in zip(strips, numbers, strict=True):
            self.writing += strip.writing
            self.written[number] += strip.writing
            for anchor in strip.anchors:
                self.anchors.setdefault(anchor, number)

    def note(self, group: Group, page: int) -> None:
        """Remember where a group with a name begins."""
        if group.id:
            self.anchors.setdefault(group.id, page)
