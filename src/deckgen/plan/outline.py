"""A day before it has times: which blocks each sitting holds, and after which sitting lunch comes."""

from __future__ import annotations

from dataclasses import dataclass

from deckgen.model.course import Delivery
from deckgen.plan.clock import Portion, Rest, Stint, rest_of


@dataclass(frozen=True, slots=True)
class Outline:
    """The sittings of one day. `lunch_after` counts them from 1; 0 is a day without lunch."""

    number: int  # of the day, from 1
    sittings: tuple[tuple[Portion, ...], ...]
    lunch_after: int

    @property
    def portions(self) -> tuple[Portion, ...]:
        """All blocks of the day in order."""
        return tuple(portion for sitting in self.sittings for portion in sitting)

    @property
    def halves(self) -> tuple[tuple[tuple[Portion, ...], ...], ...]:
        """The sittings before and after lunch; without lunch one half that has them all."""
        if not self.lunch_after:
            return (self.sittings,)
        return (self.sittings[: self.lunch_after], self.sittings[self.lunch_after :])

    def stints(self, delivery: Delivery) -> tuple[Stint, ...]:
        """The sittings with the pauses between them."""
        return tuple(
            Stint(number, portions, self._rest_after(number, delivery))
            for number, portions in enumerate(self.sittings, start=1)
        )

    def _rest_after(self, sitting: int, delivery: Delivery) -> Rest | None:
        if sitting == len(self.sittings):
            return None
        return rest_of("lunch" if sitting == self.lunch_after else "break", delivery)
