"""Raw curriculum data into the data of one delivery.

One rule, at any depth: what stands under a delivery's id replaces the same-named values
beside it; a mapping that has nothing but delivery ids *is* the value for its delivery;
``in:`` keeps a mapping to the deliveries it names; everything else is shared.
Unknown delivery ids, under ``in:`` or misspelt where an id stands as a key, are refused with DG201.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import list_names, nearest, shorten
from deckgen.source.node import UNREAD, Located, LocatedList

_ABSENT = object()
IN = "in"


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at the data: one delivery of those declared; `keys` are the keys of the format."""

    delivery: str
    ids: frozenset[str]
    keys: Collection[str]
    report: Report


def specialise(
    data: Any, delivery: str, deliveries: Collection[str], report: Report, keys: Collection[str] = ()
) -> Any:
    """The data as the delivery sees it; None when the whole of it belongs to others only.

    `keys` are the keys of the format, which are never taken for misspelt delivery ids.
    """
    made = _specialise(data, _Look(delivery, frozenset(deliveries), keys, report))
    return None if made is _ABSENT else made


def _specialise(data: Any, look: _Look) -> Any:
    if isinstance(data, Located):
        return _specialise_mapping(data, look)
    if isinstance(data, LocatedList):
        return _specialise_list(data, look)
    return data


def _specialise_list(data: LocatedList, look: _Look) -> LocatedList:
    made = LocatedList()
    made.span = data.span
    for item, span in zip(data, data.items_at, strict=True):
        special = _specialise(item, look)
        if special is not _ABSENT:
            made.append(special)
            made.items_at.append(_place_of(item, look, span))
    return made


def _specialise_mapping(data: Located, look: _Look) -> Any:
    delivery, ids = look.delivery, look.ids
    if data and ids.issuperset(data):
        return _specialise(data[delivery], look) if delivery in data else _ABSENT
    if _has_misspelt(data, look):
        return UNREAD
    if IN in data and not _is_kept(data, look):
        return _ABSENT
    override = data.get(delivery)
    replaced = override if isinstance(override, Located) else Located()
    made = Located()
    made.span = data.span
    for origin in (data, replaced):
        for key, value in origin.items():
            if key == IN or (origin is data and (key in ids or key in replaced)):
                continue
            special = _specialise(value, look)
            if special is _ABSENT:
                continue
            made[key] = special
            made.keys_at[key] = origin.keys_at[key]
            made.spans[key] = _place_of(value, look, origin.spans[key])
    for key in sorted(ids.intersection(data)):
        if not isinstance(data[key], Located) and data[key] is not UNREAD:
            look.report.add(
                "DG202",
                f"under the delivery id {key} stands a single value, not a mapping",
                data.spans.get(key),
                "name what it replaces, for example `minutes: {1-day: 10, 2-day: 20}`",
            )
    return made


def _has_misspelt(data: Located, look: _Look) -> bool:
    """Report keys that can only be meant as delivery ids."""
    found = False
    for key in data:
        if key in look.ids or key in look.keys or key == IN:
            continue
        near = nearest(key, look.ids, cutoff=0.8)
        if near:
            found = True
            look.report.add("DG201", f"there is no delivery {key}", data.keys_at.get(key), f"did you mean {near}?")
    return found


def _place_of(value: Any, look: _Look, place: Span) -> Span:
    """The place of the chosen variant, or of the value itself."""
    if isinstance(value, Located) and value and look.ids.issuperset(value) and look.delivery in value:
        return value.spans.get(look.delivery, place)
    return place


def _is_kept(data: Located, look: _Look) -> bool:
    """Whether the delivery is among those that `in:` names; what cannot be read there keeps the mapping."""
    named, place = data[IN], data.spans.get(IN)
    names = named if isinstance(named, list) else [named]
    known = [name for name in names if isinstance(name, str)]
    for name in names:
        if isinstance(name, str):
            if name not in look.ids:
                near = nearest(name, look.ids)
                hint = f"did you mean {near}?" if near else f"the deliveries are {list_names(look.ids)}"
                look.report.add("DG201", f"in: names a delivery that does not exist: {shorten(name)}", place, hint)
        elif name is not UNREAD:
            look.report.add("DG103", "in: takes ids of deliveries", place, f"write in: [{list_names(look.ids, 3)}]")
    if not names:
        hint = f"name a delivery, or take it out: {list_names(look.ids)}"
        look.report.add("DG103", "in: names no delivery, so this would never appear", place, hint)
    return look.delivery in known or len(known) < len(names)
