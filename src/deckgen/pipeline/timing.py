"""What the room and the client fix about the days of a delivery, declared or free."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckgen.base.units import Clock
from deckgen.model.course import Delivery, Lunch
from deckgen.pipeline.lengths import FreeLength
from deckgen.plan.grid import Wishes, nearest_delivery


@dataclass(frozen=True, slots=True)
class Timing:
    """What the room and the client fix about the days; None leaves it as declared. Lengths in minutes."""

    breaks: Literal["exclusive", "inclusive"] | None = None
    start: Clock | None = None
    lunch_at: Clock | None = None
    lunch_minutes: int | None = None
    break_minutes: int | None = None
    sitting: int | None = None

    def adjust(self, delivery: Delivery) -> Delivery:
        """A declared delivery with what is fixed here."""
        named = {
            "breaks": self.breaks,
            "start": self.start,
            "break_minutes": self.break_minutes,
            "sitting": self.sitting,
        }
        update: dict[str, object] = {key: value for key, value in named.items() if value is not None}
        if self.lunch_minutes is not None:
            lunch = delivery.lunch or Lunch()
            update["lunch"] = lunch.model_copy(update={"minutes": self.lunch_minutes})
        return delivery.model_copy(update=update) if update else delivery

    def regroups(self, delivery: Delivery) -> bool:
        """Whether a declared delivery needs other sittings: of another length, or for a lunch it has not."""
        return self.sitting is not None or (self.lunch_minutes is not None and delivery.lunch is None)

    def wish(self, target: FreeLength, declared: tuple[Delivery, ...]) -> Wishes:
        """A free length with what is fixed here; the rest as the nearest declared delivery has it."""
        near = nearest_delivery(declared, target.minutes)
        return Wishes(
            target.days,
            target.minutes,
            near.start if self.start is None else self.start,
            near.sitting if self.sitting is None else self.sitting,
            near.break_minutes if self.break_minutes is None else self.break_minutes,
            (self.breaks or near.breaks) == "inclusive",
            self.lunch_at,
            self.lunch_minutes,
        )
