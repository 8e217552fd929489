"""What `deliveries:` of a course lists, before any of them can be decoded: the one place where it is read raw.

A course without any that says how many `minutes` it takes has one delivery of that length. What is wrong with a
delivery is reported when the course is decoded; here it only stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.source.node import Located, LocatedList
from deckgen.source.scalars import spelling

_MOST_DAYS = 100
MOST_HOURS = 1e6  # beyond it, and for what is no number, hours count as not readable
LIKE = "like"
UNKNOWN = "0-min"  # the delivery of a course whose minutes cannot be read
_SINGLE_DAYS = ("day_minutes", "each_day", "dates")


@dataclass(frozen=True, slots=True)
class Declared:
    """A delivery as the course lists it; None is what cannot be read. `at` is the place of its id.

    `like` is the delivery whose values it takes where it has none of its own, `like_at` the place of that name.
    """

    id: str
    days: int | None
    hours: float | None
    at: Span | None
    like: str | None = None
    like_at: Span | None = None
    day_minutes: tuple[int, ...] = ()

    @property
    def lengths(self) -> tuple[int, ...]:
        """Contact minutes of every day, as far as they can be read."""
        if self.day_minutes or not self.days or self.minutes is None or self.minutes % self.days:
            return self.day_minutes
        return (self.minutes // self.days,) * min(self.days, _MOST_DAYS)

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
    if not isinstance(raw, dict):
        return ()
    listed = raw.get("deliveries")
    records = {name: record for record in _entries(listed) if (name := _name(record.get("id"))) is not None}
    if listed is None and (minutes := length_of(raw)) is not None:
        at = raw.spans.get("minutes") if isinstance(raw, Located) else None
        return (Declared(f"{minutes}-min", 1, minutes / 60, at),)
    if listed is None and length_is_unread(raw):
        return (Declared(UNKNOWN, 1, None, raw.spans.get("minutes") if isinstance(raw, Located) else None),)
    return tuple(
        _read(name, record, records) for record in _entries(listed) if (name := _name(record.get("id"))) is not None
    )


def length_of(raw: dict[str, Any]) -> int | None:
    """The `minutes` of a whole course, if that is what it says."""
    minutes = raw.get("minutes")
    whole = isinstance(minutes, int) and not isinstance(minutes, bool)
    return int(minutes) if whole and 0 < minutes < MOST_HOURS else None  # type: ignore[operator, arg-type]


def length_is_unread(raw: dict[str, Any]) -> bool:
    """Whether a course says how many minutes it takes, in a way that cannot be read."""
    return raw.get("minutes") is not None and length_of(raw) is None


def chain_of(delivery: str, declared: Sequence[Declared]) -> tuple[str, ...]:
    """The delivery and those whose values it takes where it has none of its own, the nearest first."""
    by_id = {item.id: item for item in declared}
    chain = [delivery]
    while (item := by_id.get(chain[-1])) and item.like in by_id and item.like not in chain:
        chain.append(item.like)
    return tuple(chain)


def check_likeness(declared: Sequence[Declared], report: Report) -> None:
    """What a delivery is like must be another one, and not go in a circle."""
    ids = [item.id for item in declared]
    for item in declared:
        if item.like is None:
            continue
        others = [name for name in ids if name != item.id]
        if item.like not in ids:
            near = nearest(item.like, others, cutoff=0.5)
            hint = f"did you mean {near}?" if near else f"the other deliveries are {list_names(others)}"
            report.add("DG109", f"like: there is no delivery {shorten(item.like)}", item.like_at, hint)
            continue
        way = chain_of(item.id, declared)
        back = next(other.like for other in declared if other.id == way[-1])
        if back == item.id:  # told at every delivery of the circle, and at none that only leads into it
            told = " is like ".join((*way, item.id))
            report.add("DG109", f"like: goes in a circle: {told}", item.like_at, "take one `like:` out")


def _entries(listed: Any) -> Iterator[dict[str, Any]]:
    for entry in listed if isinstance(listed, list) else (listed,):
        if isinstance(entry, dict):
            yield entry


def _name(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    return spelling(value) if isinstance(value, int | float) else None


def _read(name: str, record: dict[str, Any], records: dict[str, dict[str, Any]]) -> Declared:
    spans = record.spans if isinstance(record, Located) else {}
    lengths = _lengths_of(record, records)
    days = len(lengths) or _inherited(record, "days", records)
    hours = sum(lengths) / 60 or _inherited(record, "hours", records)
    like = record.get(LIKE)
    return Declared(
        name,
        days if isinstance(days, int) and not isinstance(days, bool) else None,
        _number(hours),
        spans.get("id"),
        _name(like),
        spans.get(LIKE),
        lengths,
    )


def _inherited(record: dict[str, Any], key: str, records: dict[str, dict[str, Any]]) -> Any:
    """A value of a delivery, or of the nearest one it is like that has one."""
    seen: list[dict[str, Any]] = []
    while key not in record and not any(record is one for one in seen):
        seen.append(record)
        record = records.get(_name(record.get(LIKE)) or "", record)
    return record.get(key)


def complete_deliveries(course: Located, chains: Sequence[Declared]) -> None:
    """Give every delivery of a course the values of those it is like, and a course of `minutes` its one delivery.

    Places stay those of what was written.
    """
    if course.get("deliveries") is None and ((minutes := length_of(course)) is not None or length_is_unread(course)):
        course["deliveries"] = _single(course, minutes)
        return
    records = {name: entry for entry in _entries(course.get("deliveries")) if (name := _name(entry.get("id")))}
    fill_in_lengths(course)
    for name, record in records.items():
        own_length = any(key in record for key in ("days", "hours", "day_minutes"))
        kept = ("id", "title", LIKE, *(_SINGLE_DAYS if own_length else ()))
        for other in chain_of(name, chains)[1:]:
            origin = records.get(other)
            for key, value in origin.items() if isinstance(origin, Located) else ():
                if key not in record and key not in kept and isinstance(record, Located):
                    record[key], record.spans[key] = value, origin.spans.get(key, origin.span)  # type: ignore[union-attr]


def _single(course: Located, minutes: int | None) -> LocatedList:
    """The one delivery of a course that only says how long it is."""
    at = course.spans.get("minutes")
    name, hours = (UNKNOWN, 1) if minutes is None else (f"{minutes}-min", minutes / 60)
    delivery = Located({"id": name, "days": 1, "hours": hours, "start": "09:00"})
    listed = LocatedList([delivery])
    if at is not None:
        delivery.span, delivery.spans = at, dict.fromkeys(delivery, at)
        listed.span, listed.items_at = at, [at]
        course.spans["deliveries"] = at
    return listed


def _lengths_of(record: dict[str, Any], records: dict[str, dict[str, Any]]) -> tuple[int, ...]:
    """The minutes of the days of a delivery, or of the nearest one it is like, unless it has a length of its own."""
    if "days" in record or "hours" in record:
        return _day_minutes(record)
    listed = _inherited(record, "day_minutes", records)
    return _day_minutes({"day_minutes": listed})


def _day_minutes(record: dict[str, Any]) -> tuple[int, ...]:
    """The minutes of the days of a delivery as read; empty where they cannot be."""
    listed = record.get("day_minutes")
    lengths = listed if isinstance(listed, list) else [listed]
    whole = [each for each in lengths if isinstance(each, int) and not isinstance(each, bool)]
    return tuple(whole) if len(whole) == len(lengths) <= _MOST_DAYS else ()


def fill_in_lengths(course: Located) -> None:
    """Days and hours of every delivery that says the minutes of its days instead."""
    listed = course.get("deliveries")
    for record in listed if isinstance(listed, list) else ():
        if isinstance(record, Located) and (lengths := _day_minutes(record)):
            for key, value in (("days", len(lengths)), ("hours", sum(lengths) / 60)):
                if key not in record:
                    record[key] = value
                    record.spans[key] = record.spans["day_minutes"]


def _number(value: Any) -> float | None:
    """The value if it is a number that minutes can be made of."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < MOST_HOURS:
        return None
    return float(value)
