"""What a choice of blocks is: the rules under which it is sought, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.plan.forms import Candidate, Form
from deckgen.plan.grid import Stretch, Wishes

PRIORITIES = 5


@dataclass(frozen=True, slots=True)
class Setup:
    """Under which rules a choice is sought; the defaults are the strictest."""

    wishes: Wishes
    spends_elastic: bool = False
    extra_sittings: int = 0
    keeps_rhythm: bool = True  # something to do after lunch, no talk at the end of a day
    keeps_conditions: bool = True
    has_day_frames: bool = True
    released: frozenset[str] = frozenset()  # required blocks that may be dropped nevertheless


@dataclass(frozen=True, slots=True)
class Placed:
    """A block that runs: its form, its minutes, its sitting (index into the grid)."""

    candidate: Candidate
    form: Form
    minutes: int
    sitting: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What runs and what does not, on which grid, under which setup."""

    setup: Setup
    grid: tuple[Stretch, ...]
    placed: tuple[Placed, ...]
    dropped: tuple[Candidate, ...]
    cost: tuple[int, ...]

    @property
    def dropped_cost(self) -> tuple[int, ...]:
        """Number of dropped blocks, from priority 5 to 1."""
        return self.cost[:PRIORITIES]
