"""Raw curriculum data into the data of one delivery.

One rule, at any depth: what stands under a delivery's id replaces the same-named values
beside it; a mapping that has nothing but delivery ids *is* the value for its delivery;
``in:`` keeps a mapping to the deliveries it names; everything else is shared.
Unknown delivery ids under ``in:`` are refused with DG201.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.source.node import UNREAD, Located, LocatedList

_ABSENT = object()
IN = "in"


def specialise(data: Any, delivery: str, deliveries: Collection[str], report: Report) -> Any:
    """The data as the delivery sees it; None when the whole of it belongs to others only."""
    made = _specialise(data, delivery, frozenset(deliveries), report)
    return None if made is _ABSENT else made


def _specialise(data: Any, delivery: str, ids: frozenset[str], report: Report) -> Any:
    if isinstance(data, Located):
        return _specialise_mapping(data, delivery, ids, report)
    if isinstance(data, LocatedList):
        return _specialise_list(data, delivery, ids, report)
    return data


def _specialise_list(data: LocatedList, delivery: str, ids: frozenset[str], report: Report) -> LocatedList:
    made = LocatedList()
    made.span = data.span
    for item, span in zip(data, data.items_at, strict=True):
        special = _specialise(item, delivery, ids, report)
        if special is not _ABSENT:
            made.append(special)
            made.items_at.append(_place_of(item, delivery, ids, span))
    return made


def _specialise_mapping(data: Located, delivery: str, ids: frozenset[str], report: Report) -> Any:
    if data and ids.issuperset(data):
        return _specialise(data[delivery], delivery, ids, report) if delivery in data else _ABSENT
    if IN in data and not _is_kept(data, delivery, ids, report):
        return _ABSENT
    override = data.get(delivery)
    replaced = override if isinstance(override, Located) else Located()
    made = Located()
    made.span = data.span
    for origin in (data, replaced):
        for key, value in origin.items():
            if key == IN or (origin is data and (key in ids or key in replaced)):
                continue
            special = _specialise(value, delivery, ids, report)
            if special is _ABSENT:
                continue
            made[key] = special
            made.keys_at[key] = origin.keys_at[key]
            made.spans[key] = _place_of(value, delivery, ids, origin.spans[key])
    for key in sorted(ids.intersection(data)):
        if not isinstance(data[key], Located) and data[key] is not UNREAD:
            report.add(
                "DG202",
                f"under the delivery id {key} stands a single value, not a mapping",
                data.spans.get(key),
                "name what it replaces, for example `minutes: {1-day: 10, 2-day: 20}`",
            )
    return made


def _place_of(value: Any, delivery: str, ids: frozenset[str], place: Span) -> Span:
    """The place of the chosen variant, or of the value itself."""
    if isinstance(value, Located) and value and ids.issuperset(value) and delivery in value:
        return value.spans.get(delivery, place)
    return place


def _is_kept(data: Located, delivery: str, ids: frozenset[str], report: Report) -> bool:
    named = data[IN]
    names = named if isinstance(named, list) else [named]
    for name in names:
        if name not in ids and name is not UNREAD:
            report.add(
                "DG201",
                f"in: names a delivery that does not exist: {name}",
                data.spans.get(IN),
                f"the deliveries are {', '.join(sorted(ids))}",
            )
    return delivery in names
