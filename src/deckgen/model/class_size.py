"""How many people a course is made for, and how they sit."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from deckgen.model.base import Strict

Together = Literal["pair", "triad", "table"]
"""People who do something together."""
Per = Literal["person", "pair", "triad", "table", "room"]
"""What a number of things is for: each person, pair, triad or table, or the whole room."""

_SIZE = re.compile(r"\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*\Z")


def read_size(written: str) -> tuple[int, int] | None:
    """The least and most people of ``18`` or ``12-18``; None for what is written otherwise."""
    match = _SIZE.match(written)
    return (int(match[1]), int(match[2] or match[1])) if match else None


class ClassSize(Strict):
    """How many people the course is made for, and how they sit."""

    min: Annotated[int, Field(ge=1, le=500)]
    max: Annotated[int, Field(ge=1, le=500)]
    table: Annotated[int, Field(ge=1, le=20)] = 6
    remainder: str = ""  # what to do when triads or pairs do not come out even

    @model_validator(mode="after")
    def _in_order(self) -> ClassSize:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is more than max {self.max}")
        return self

    @property
    def numbers(self) -> dict[str, int]:
        """Of the largest class: people, copies for them, pairs, triads and tables, the last of which may be smaller."""
        pairs, triads, tables = (-(-self.max // seats) for seats in (2, 3, self.table))
        return {"people": self.max, "copies": self.max, "pairs": pairs, "triads": triads, "tables": tables}

    def count(self, per: Per) -> int:
        """How many of them there are in the largest class."""
        numbers = self.numbers
        counts: dict[Per, int] = {"person": self.max, "room": 1}
        counts |= {"pair": numbers["pairs"], "triad": numbers["triads"], "table": numbers["tables"]}
        return counts[per]
