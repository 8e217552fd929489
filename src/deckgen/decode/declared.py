"""What `deliveries:` of a course lists, before any of them can be decoded: the one place where it is read raw.

What is wrong with a delivery is reported when the course is decoded; here it only stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection
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


def lost_ids(raw: Located, ids: Collection[str], keys: Collection[str]) -> frozenset[str]:
    """Names that stand where ids of deliveries stand, though no delivery is called so.

    One of two deliveries of one id was meant to have another; where `ids` are used the lost one is likely to stand
    beside them. `keys` are those of the format, which are none.
    """
    named: set[str] = set()
    waiting: list[Any] = [value for key, value in raw.items() if key != "variables"]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            if not here.keys().isdisjoint(ids):
                named.update(here)
            own = here.get("in")
            named.update(name for name in (own if isinstance(own, list) else [own]) if isinstance(name, str))
        waiting.extend(here.values() if isinstance(here, dict) else here if isinstance(here, list) else ())
    return frozenset(named.difference(ids, keys))


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
