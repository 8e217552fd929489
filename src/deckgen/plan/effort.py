"""How much work a plan may cost: counted and not timed, so that the same input gives the same plan on any machine."""

from __future__ import annotations

_OPTION = 700  # cells' worth of work that one option costs whatever it touches
PLAN = 56_000_000  # cells of a whole plan, something like one and a half seconds


class Effort:
    """A stock of work. What must be done is only counted; what may grow without bound asks before it goes on."""

    def __init__(self, cells: int | None = None) -> None:
        self.left = PLAN if cells is None else cells

    def spend(self, cells: int) -> None:
        """Count one option over so many cells."""
        self.left -= cells + _OPTION

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left for what need not be."""
        return self.left <= 0

    def half(self) -> Effort:
        """Half of what is left, taken away from it: for a search that must not use up another's share."""
        part = Effort(max(0, self.left) // 2)
        self.left -= part.left
        return part
