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
from deckgen.source.node import Located

_ABSENT = object()
IN = "in"


def specialise(data: Any, delivery: str, deliveries: Collection[str], report: Report) -> Any:
    """The data as the delivery sees it; None when the whole of it belongs to others only."""
    made = _specialise(data, delivery, frozenset(deliveries), report)
    return None if made is _ABSENT else made


def _specialise(data: Any, delivery: str, ids: frozenset[str], report: Report) -> Any:
    if isinstance(data, Located):
        return _specialise_mapping(data, delivery, ids, report)
    if isinstance(data, list):
        return [made for item in data if (made := _specialise(item, delivery, ids, report)) is not _ABSENT]
    return data


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
            _copy_place(origin, key, made, value, delivery, ids)
    for key in ids.intersection(data):
        if not isinstance(data[key], Located):
            report.add(
                "DG202",
                f"under the delivery id {key} stands a single value, not a mapping",
                data.spans.get(key),
                "name what it replaces, for example `minutes: {1-day: 10, 2-day: 20}`",
            )
    return made


def _copy_place(
    origin: Located, key: str, made: Located, value: Any, delivery: str, ids: frozenset[str]
) -> None:
    """Keep the source positions, following a variant to where the chosen value stands."""
    place: Span | None = origin.spans.get(key)
    items = origin.items_at.get(key)
    if isinstance(value, Located) and value and ids.issuperset(value) and delivery in value:
        place = value.spans.get(delivery, place)
        items = value.items_at.get(delivery)
        value = value[delivery]
    if place is not None:
        made.spans[key] = place
    if key in origin.keys_at:
        made.keys_at[key] = origin.keys_at[key]
    if items is not None and isinstance(value, list):
        made.items_at[key] = [
            at for at, item in zip(items, value, strict=False) if _stays(item, delivery, ids)
        ]


def _stays(item: Any, delivery: str, ids: frozenset[str]) -> bool:
    """Whether a list item survives; diagnostics were given by the walk itself."""
    return _specialise(item, delivery, ids, Report()) is not _ABSENT


def _is_kept(data: Located, delivery: str, ids: frozenset[str], report: Report) -> bool:
    named = data[IN]
    names = named if isinstance(named, list) else [named]
    for name in names:
        if name not in ids:
            report.add(
                "DG201",
                f"in: names a delivery that does not exist: {name}",
                data.spans.get(IN),
                f"the deliveries are {', '.join(sorted(ids))}",
            )
    return delivery in names
