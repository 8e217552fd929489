"""What the allocation chooses from: blocks as items with options, and the choice it comes to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One way to run an item, or with 0 minutes not to run it. `cost` has one number a level, none below zero."""

    minutes: int
    form: int  # index of the form, -1 = does not run
    cost: tuple[int, ...]
    may_end_day: bool = True
    may_follow_lunch: bool = True

    @property
    def runs(self) -> bool:
        """Whether the item runs at all."""
        return self.form >= 0


@dataclass(frozen=True, slots=True)
class Item:
    """A block to be placed, in teaching order."""

    id: str
    options: tuple[Option, ...]
    needs: tuple[str, ...] = ()
    same_sitting: str | None = None  # an earlier item; if both run, no pause comes between them
    day: int | None = None

    @property
    def is_required(self) -> bool:
        """Whether there is no way not to run it."""
        return all(option.runs for option in self.options)


@dataclass(frozen=True, slots=True)
class Allocation:
    """The chosen option of every item, and in which sitting (index into the grid) it runs.

    `cost` has the sum of every level, and at last the minutes by which pauses are off their even places.
    """

    options: tuple[Option, ...]
    sittings: tuple[int, ...]
    cost: tuple[int, ...]
