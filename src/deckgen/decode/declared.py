"""What `deliveries:` of a course lists, before any of them can be decoded: the one place where it is read raw.

What is wrong with a delivery is reported when the course is decoded; here it only stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Span
from deckgen.source.node import Located

MOST_HOURS = 1e6  # beyond it, and for what is no number, hours count as not readable


@dataclass(frozen=True, slots=True)
class Declared:
    """A delivery as the course lists it; None is what cannot be read. `at` is the place of its id."""

    id: str
    days: int | None
    hours: float | None
    at: Span | None

    @property
    def minutes(self) -> int | None:
        """Contact minutes of the whole delivery."""
        return None if self.hours is None else round(self.hours * 60)


def declared_deliveries(raw: Any) -> tuple[Declared, ...]:
    """Every delivery of a course as read that has an id; `raw` is its whole YAML, of any shape."""
    listed = raw.get("deliveries") if isinstance(raw, dict) else None
    records = [record for record in listed if isinstance(record, dict)] if isinstance(listed, list) else []
    return tuple(_read(record) for record in records if isinstance(record.get("id"), str))


def _read(record: dict[str, Any]) -> Declared:
    days, hours = record.get("days"), record.get("hours")
    return Declared(
        record["id"],
        days if isinstance(days, int) and not isinstance(days, bool) else None,
        _number(hours),
        record.spans.get("id") if isinstance(record, Located) else None,
    )


def _number(value: Any) -> float | None:
    """The value if it is a number that minutes can be made of."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < MOST_HOURS:
        return None
    return float(value)
