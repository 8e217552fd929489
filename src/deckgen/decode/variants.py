"""Raw curriculum data into the data of one delivery.

One rule, at any depth: what stands under a delivery's id replaces the same-named values
beside it; a mapping that has nothing but delivery ids *is* the value for its delivery;
``in:`` keeps a mapping to the deliveries it names; everything else is shared. A delivery that is like another one
takes what stands under the other's id wherever nothing stands under its own.
Unknown delivery ids, under ``in:`` or misspelt where an id stands as a key, are refused with DG201.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from deckgen.base.diagnostics import Report, Span
from deckgen.base.suggest import count_of, list_names, nearest, shorten
from deckgen.decode.notes import Notes
from deckgen.source.node import OPEN, UNREAD, Located, LocatedList, places_in
from deckgen.source.scalars import spelling

_ABSENT = object()
IN = "in"


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks at the data: one delivery of those declared; `keys` are the keys of the format.

    `chain` is the delivery and those that it is like, the nearest first. `doubted` are names of deliveries that were
    reported by themselves, since nothing else can be called so: what is theirs is nobody's. `unknown` gathers the
    places of ids that no delivery has: a wrong id is one mistake however often it is used. `lacking` counts, by file,
    the values that several other deliveries are given, and none of the chain.
    """

    chain: tuple[str, ...]
    ids: frozenset[str]
    keys: frozenset[str]
    report: Report
    doubted: frozenset[str] = frozenset()
    unknown: dict[str, list[Span | None]] = field(default_factory=dict)
    doubtful: list[Span | None] = field(default_factory=list)
    lacking: Counter[str] = field(default_factory=Counter)
    notes: Notes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "notes", Notes(self.report))

    def named_in(self, keys: Collection[str]) -> list[str]:
        """Those of the chain that a mapping has a key for, the nearest first."""
        return [name for name in self.chain if name in keys]


@dataclass(frozen=True, slots=True)
class View:
    """What a delivery sees of the data, None when the whole of it belongs to others only.

    `doubtful` are the places of mistakes of which nobody knows what was meant: something may be missing there.
    `lacking` counts, by file, the values that are given to several other deliveries and not to this one.
    """

    data: Any
    doubtful: tuple[Span | None, ...]
    lacking: Mapping[str, int]


def view_of(
    raw: Any,
    chain: Sequence[str],
    deliveries: Collection[str],
    report: Report,
    keys: Collection[str] = (),
    doubted: Collection[str] = (),
) -> View:
    """The view of the first delivery of a chain, which is like the second one, which is like the third.

    `doubted` are ids of deliveries that cannot be told from keys or from each other, which has been reported.
    An id that nearly is that of a delivery counts as that one, so that it is one mistake and leads to no others.
    """
    look = _Look(tuple(chain), frozenset(deliveries), frozenset(keys), report, frozenset(doubted))
    special = _specialise(raw, look, draft=False)
    for name, places in look.unknown.items():
        near = nearest(name, look.ids)
        more = f", here and in {count_of(len(places) - 1, 'more place')}" if len(places) > 1 else ""
        hint = f"did you mean {near}?" if near else f"the deliveries are {list_names(look.ids)}"
        report.add("DG201", f"there is no delivery {shorten(name)}{more}", places[0], hint)
    return View(None if special is _ABSENT else special, tuple(look.doubtful), look.lacking)


def _specialise(raw: Any, look: _Look, *, draft: bool) -> Any:
    if isinstance(raw, Located):
        return _specialise_mapping(raw, look, draft=draft if raw.draft is None else raw.draft)
    if isinstance(raw, LocatedList):
        return _specialise_list(raw, look, draft=draft)
    return raw


def _specialise_list(items: LocatedList, look: _Look, *, draft: bool) -> LocatedList:
    kept = LocatedList()
    kept.span = items.span
    for item, span in zip(items, items.items_at, strict=True):
        special = look.notes.read(_specialise(item, look, draft=draft), _place_of(item, look, span), draft=draft)
        if special is not _ABSENT and special is not OPEN:
            kept.append(special)
            kept.items_at.append(_place_of(item, look, span))
    return kept


def _specialise_mapping(record: Located, look: _Look, *, draft: bool) -> Any:
    ids = look.ids
    plain = record = look.notes.without_notes(record, draft=draft)
    record = _respell(record, look)
    if (ids | look.doubted).issuperset(record) and not ids.isdisjoint(record):
        variants = look.named_in(record)
        if not variants and len(record) > 1:
            look.lacking[record.span.file if record.span else ""] += 1
        return _specialise(record[variants[0]], look, draft=draft) if variants else _ABSENT
    if record is not plain:
        look.doubtful.extend(_all_places(record))  # nobody knows what was to be replaced
    if IN in record and not _is_kept(record, look):
        return _ABSENT
    replaced = _override(record, look, draft=draft)
    kept = Located()
    kept.span, kept.auto, kept.draft = record.span, record.auto, record.draft
    for origin in (record, replaced):
        for key, value in origin.items():
            if origin is record and (key == IN or key in ids or key in replaced or key in look.doubted - look.keys):
                continue
            special, place = _specialise(value, look, draft=draft), _place_of(value, look, origin.spans[key])
            if special is _ABSENT:
                continue
            kept[key] = look.notes.read(special, place, draft=draft, key=key)
            kept.keys_at[key] = origin.keys_at[key]
            kept.spans[key] = place
    for key in sorted(ids.intersection(record)):
        if not isinstance(record[key], Located) and record[key] is not UNREAD:
            look.report.add(
                "DG202",
                f"under the delivery id {key} stands a single value, not a mapping",
                record.spans.get(key),
                "name what it replaces, for example `minutes: {1-day: 10, 2-day: 20}`",
            )
            look.doubtful.append(record.spans.get(key))
    return kept


def _override(record: Located, look: _Look, *, draft: bool) -> Located:
    """What replaces values of a mapping: all that stands under ids of the chain, of a key the nearest's."""
    variants = [record[name] for name in look.named_in(record)]
    overrides = [look.notes.without_notes(one, draft=draft) for one in variants if isinstance(one, Located)]
    if len(overrides) < 2:
        return overrides[0] if overrides else Located()
    merged = Located()
    for override in reversed(overrides):
        for key, value in override.items():
            merged[key], merged.spans[key], merged.keys_at[key] = value, override.spans[key], override.keys_at[key]
    return merged


def _respell(record: Located, look: _Look) -> Located:
    """The mapping with keys that can only be meant as delivery ids spelt right; each is reported."""
    meant = {}
    for key in record:
        if key in look.ids or key in look.keys or key in look.doubted or key == IN:
            continue
        near = nearest(key, look.ids, cutoff=0.8)
        if near:
            meant[key] = near
            look.unknown.setdefault(key, []).append(record.keys_at.get(key))
    if not meant:
        return record
    respelt = Located()
    respelt.span, respelt.auto, respelt.draft = record.span, record.auto, record.draft
    for key, value in record.items():
        name = meant.get(key, key)
        if name == key or name not in record:
            respelt[name], respelt.spans[name], respelt.keys_at[name] = value, record.spans[key], record.keys_at[key]
    return respelt


def _all_places(raw: Any) -> Iterator[Span]:
    return (place for place, _, _ in places_in(raw))


def _place_of(value: Any, look: _Look, place: Span) -> Span:
    """The place of the chosen variant, or of the value itself."""
    if isinstance(value, Located) and value and look.ids.issuperset(value) and (named := look.named_in(value)):
        return value.spans.get(named[0], place)
    return place


def _is_kept(record: Located, look: _Look) -> bool:
    """Whether the delivery is among those that `in:` names; what cannot be read there keeps the mapping."""
    named, place = record[IN], record.spans.get(IN)
    names = named if isinstance(named, list) else [named]
    known = []
    for written in names:
        name = spelling(written) if isinstance(written, int | float) else written
        if isinstance(name, str) and name in look.doubted:
            known.append(name)
        elif isinstance(name, str):
            near = name if name in look.ids else nearest(name, look.ids)
            known += [near] if near else []
            if name not in look.ids:
                look.unknown.setdefault(name, []).append(place)
                look.doubtful.extend(() if near else _all_places(record))
        elif name is not UNREAD:
            look.report.add("DG103", "in: takes ids of deliveries", place, f"write in: [{list_names(look.ids, 3)}]")
            look.doubtful.extend(_all_places(record))
    if not names:
        hint = f"name a delivery, or take it out: {list_names(look.ids)}"
        look.report.add("DG103", "in: names no delivery, so this would never appear", place, hint)
        look.doubtful.extend(_all_places(record))
    return bool(look.named_in(known)) or len(known) < len(names)
