"""What of a course could not be taken as it is written: what stands in for it, and what is unknown because of that.

Later stages go on with the rest, and say nothing that might only follow from a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.base.diagnostics import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one course as one delivery sees it; without any of them the course is as written.

    `lost` are ids of parts that are there and cannot be read; `unread` are the keys of the course below which parts of
    unknown ids are missing.
    `unsure` are ids of blocks and sheets whose slides or minutes are not all known, `timed` says whether the minutes
    of all blocks and deliveries are. `partial` says that some list or record is left out. `standins` are the places
    of what was made up or left out, and of the records it belongs to, so that nobody judges them.
    """

    lost: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    timed: bool = True
    partial: bool = False
    standins: frozenset[Span] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether all parts are there with their minutes, so that sums over the course mean something."""
        return self.timed and not (self.partial or self.unread or self.lost or self.unsure)

    def is_sure(self, *ids: str) -> bool:
        """Whether slides, steps and minutes of all these blocks and sheets are known."""
        return self.unsure.isdisjoint(ids) and self.lost.isdisjoint(ids)

    def hides(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic judges what was made up: it stands at such a place, or nowhere."""
        return bool(self.standins) and (diagnostic.span is None or diagnostic.span in self.standins)


NO_GAPS = Gaps()
