"""Raw curriculum data into the data of one delivery.

One rule, at any depth: what stands under a delivery's id replaces the same-named values
beside it; a mapping that has nothing but delivery ids *is* the value for its delivery;
``in:`` keeps a mapping to the deliveries it names; everything else is shared.
Unknown delivery ids, under ``in:`` or misspelt where an id stands as a key, are refused with DG201.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import count_of, list_names, nearest, shorten
from deckgen.source.node import UNREAD, Located, LocatedList, places_in

_ABSENT = object()
IN = "in"


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at the data: one delivery of those declared; `keys` are the keys of the format.

    `doubted` are names of deliveries that were reported by themselves, since nothing else can be called so: what is
    theirs is nobody's. `unknown` gathers the places of ids that no delivery has: a wrong id is one mistake however
    often it is used.
    """

    delivery: str
    ids: frozenset[str]
    keys: frozenset[str]
    report: Report
    doubted: frozenset[str] = frozenset()
    unknown: dict[str, list[Span | None]] = field(default_factory=dict)
    doubtful: list[Span | None] = field(default_factory=list)


def specialise(
    data: Any, delivery: str, deliveries: Collection[str], report: Report, keys: Collection[str] = ()
) -> Any:
    """The data as the delivery sees it; None when the whole of it belongs to others only.

    `keys` are the keys of the format, which are never taken for misspelt delivery ids.
    """
    return view_of(data, delivery, deliveries, report, keys)[0]


def view_of(
    data: Any,
    delivery: str,
    deliveries: Collection[str],
    report: Report,
    keys: Collection[str] = (),
    doubted: Collection[str] = (),
) -> tuple[Any, tuple[Span | None, ...]]:
    """As `specialise`, and the places of mistakes of which nobody knows what was meant: something may be missing there.

    `doubted` are ids of deliveries that cannot be told from keys or from each other, which has been reported.
    An id that nearly is that of a delivery counts as that one, so that it is one mistake and leads to no others.
    """
    look = _Look(delivery, frozenset(deliveries), frozenset(keys), report, frozenset(doubted))
    special = _specialise(data, look)
    for name, places in look.unknown.items():
        near = nearest(name, look.ids)
        more = f", here and in {count_of(len(places) - 1, 'more place')}" if len(places) > 1 else ""
        hint = f"did you mean {near}?" if near else f"the deliveries are {list_names(look.ids)}"
        report.add("DG201", f"there is no delivery {shorten(name)}{more}", places[0], hint)
    return (None if special is _ABSENT else special), tuple(look.doubtful)


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
    plain = data
    data = _respell(data, look)
    if (ids | look.doubted).issuperset(data) and not ids.isdisjoint(data):
        return _specialise(data[delivery], look) if delivery in data else _ABSENT
    if data is not plain:
        look.doubtful.extend(_all_places(data))  # nobody knows what was to be replaced
    if IN in data and not _is_kept(data, look):
        return _ABSENT
    override = data.get(delivery)
    replaced = override if isinstance(override, Located) else Located()
    made = Located()
    made.span = data.span
    for origin in (data, replaced):
        for key, value in origin.items():
            if key == IN or (origin is data and (key in ids or key in replaced or key in look.doubted - look.keys)):
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
            look.doubtful.append(data.spans.get(key))
    return made


def _respell(data: Located, look: _Look) -> Located:
    """The mapping with keys that can only be meant as delivery ids spelt right; each is reported."""
    meant = {}
    for key in data:
        if key in look.ids or key in look.keys or key in look.doubted or key == IN:
            continue
        near = nearest(key, look.ids, cutoff=0.8)
        if near:
            meant[key] = near
            look.unknown.setdefault(key, []).append(data.keys_at.get(key))
    if not meant:
        return data
    respelt = Located()
    respelt.span = data.span
    for key, value in data.items():
        name = meant.get(key, key)
        if name == key or name not in data:
            respelt[name], respelt.spans[name], respelt.keys_at[name] = value, data.spans[key], data.keys_at[key]
    return respelt


def _all_places(data: Any) -> Iterator[Span]:
    return (place for place, _, _ in places_in(data))


def _place_of(value: Any, look: _Look, place: Span) -> Span:
    """The place of the chosen variant, or of the value itself."""
    if isinstance(value, Located) and value and look.ids.issuperset(value) and look.delivery in value:
        return value.spans.get(look.delivery, place)
    return place


def _is_kept(data: Located, look: _Look) -> bool:
    """Whether the delivery is among those that `in:` names; what cannot be read there keeps the mapping."""
    named, place = data[IN], data.spans.get(IN)
    names = named if isinstance(named, list) else [named]
    known = []
    for name in names:
        if isinstance(name, str) and name in look.doubted:
            known.append(name)
        elif isinstance(name, str):
            near = name if name in look.ids else nearest(name, look.ids)
            known += [near] if near else []
            if name not in look.ids:
                look.unknown.setdefault(name, []).append(place)
                look.doubtful.extend(() if near else _all_places(data))
        elif name is not UNREAD:
            look.report.add("DG103", "in: takes ids of deliveries", place, f"write in: [{list_names(look.ids, 3)}]")
            look.doubtful.extend(_all_places(data))
    if not names:
        hint = f"name a delivery, or take it out: {list_names(look.ids)}"
        look.report.add("DG103", "in: names no delivery, so this would never appear", place, hint)
        look.doubtful.extend(_all_places(data))
    return look.delivery in known or len(known) < len(names)
