"""A course with mistakes into one without: wrong values are replaced or left out, and what is missing is kept in mind.

The mistakes have been reported; what comes out of here lets the other mistakes of the course be found in the same run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from deckgen.base.diagnostics import Span
from deckgen.base.suggest import nearest
from deckgen.decode.declared import declared_deliveries
from deckgen.decode.mistakes import is_follow_on, known_words, tag_key
from deckgen.model.gaps import NO_GAPS, Gaps
from deckgen.model.keys import field_of, known_keys, models_at, path_of, records_in
from deckgen.model.standins import NOWHERE, NoStandInError, stand_in
from deckgen.source.node import UNREAD, Located, LocatedList, locate, places_in

# Keys on which the minutes of a block or sheet hang, at any depth within it.
_WEIGHTY = frozenset(
    ("conditions", "elastic", "minutes", "opening", "place", "recap", "sheet", "sheets", "slides", "steps")
)
_NAMES = ("id", "term")  # what others refer to
_BLOCK_PATH = 4  # modules, its number, blocks, its number
_MAX_MEANT = 200  # unknown keys for which the one that was meant is looked for

Path = tuple[str | int, ...]
Location = tuple[int | str, ...]


class Salvage:
    """Mends one course, error by error; `raw` is changed in place."""

    def __init__(self, raw: Located) -> None:
        self.data = raw
        self.hopeless = False  # something is wrong that cannot be left out
        self._touched: dict[int, Any] = {}  # records and lists in which something was made up or left out
        self._made_up: set[tuple[int, str]] = set()  # record and key
        self._leaving: list[tuple[LocatedList, Any]] = []
        self._lost: set[str] = set()
        self._unsure: set[str] = set()
        self._standins: set[Span] = {NOWHERE}
        self._unread: set[str] = set()
        self._partial = False
        self._timed = True

    @property
    def gaps(self) -> Gaps:
        """What is missing so far."""
        if not (self._touched or self._partial or self._unsure or self._lost):
            return NO_GAPS
        return Gaps(
            frozenset(self._lost), frozenset(self._unread), frozenset(self._unsure), self._timed, self._partial,
            frozenset(self._standins),
        )  # fmt: skip

    def doubt(self, ids: Iterable[str], *, timed: bool) -> None:
        """Remember that slides and minutes of these blocks and sheets are not known, or even which blocks there are."""
        self._unsure.update(ids)
        self._timed = self._timed and timed

    def doubt_places(self, places: Iterable[Span | None], raw: Located) -> None:
        """As `doubt`, for mistakes at these places of the whole course of which nobody knows what they leave out."""
        wanted = {place for place in places if place is not None}
        for place, ids, keys in places_in(raw) if wanted else ():
            if place in wanted:
                self._partial = True
                self._standins.add(place)
                self.doubt(ids, timed="slides" in keys or keys[:1] == ("sheets",))

    def leave_out_twins(self, section: str) -> None:
        """Of the records of a section that have one id keep the first; nobody knows which of them was meant where."""
        seen = set[str]()
        for item in self.data[section]:
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str) and name in seen:
                self._leaving.append((self.data[section], item))
            elif isinstance(name, str):
                seen.add(name)
        self._touched[id(self.data[section])] = self.data[section]
        self._partial = True
        self.doubt((), timed=False)
        self.mend(())

    def knows(self, detail: ErrorDetails) -> bool:
        """Whether an error only follows from something that was made up or left out here."""
        path = path_of(self.data, detail["loc"])
        here = self._at(path)
        if isinstance(here, dict | list):
            return self._is_touched(here)
        return bool(path) and (id(self._at(path[:-1])), path[-1]) in self._made_up

    def place(self, detail: ErrorDetails) -> Span | None:
        """Where the value of an error stands; None for what is only missing."""
        missing = detail["type"] in ("missing", "extra_forbidden")
        return None if missing else locate(self.data, path_of(self.data, detail["loc"]))

    def _is_touched(self, raw: Any) -> bool:
        """Whether something in it, at any depth, is made up or left out: what does not agree there may be that."""
        waiting = [raw]
        while waiting:
            here = waiting.pop()
            if id(here) in self._touched:
                return True
            inside = here.values() if isinstance(here, dict) else here if isinstance(here, list) else ()
            waiting.extend(inside)
        return False

    def mend(self, details: Sequence[ErrorDetails]) -> None:
        """Change the data so that these errors are gone."""
        # Keys that were meant come first, so that nothing is made up for them.
        for detail in sorted(details, key=lambda detail: detail["type"] != "extra_forbidden"):
            if not is_follow_on(detail):
                self._mend(detail)
        for owner, item in self._leaving:
            kept = [number for number, other in enumerate(owner) if other is not item]
            owner[:], owner.items_at[:] = [owner[n] for n in kept], [owner.items_at[n] for n in kept]
            owner.levels[:] = [owner.levels[n] for n in kept] if owner.levels else []
        self._leaving.clear()

    def _mend(self, detail: ErrorDetails) -> None:
        kind, location = detail["type"], detail["loc"]
        path = path_of(self.data, location)
        here = self._at(path)
        place = locate(self.data, path)
        if place is not None:
            self._standins.add(place)
        if kind == "extra_forbidden" and path:
            self._rename(path, known_keys(location[:-1]))
        elif kind == "missing" and isinstance(here, Located):
            self._fill_in(here, str(location[-1]), path, detail)
        elif self.knows(detail) or not path:
            self._leave_out(path)
        elif kind == "union_tag_invalid" and isinstance(here, Located):
            self._retag(here, path, detail)
        elif isinstance(path[-1], str):
            self._fill_in(self._at(path[:-1]), path[-1], path[:-1], detail)
        else:
            self._leave_out(path)

    def _at(self, path: Path) -> Any:
        here: Any = self.data
        for step in path:
            here = here[step]
        return here

    def _rename(self, path: Path, known: frozenset[str]) -> None:
        """An unknown key goes, or becomes the one that was meant."""
        owner, key = self._at(path[:-1]), str(path[-1])
        meant = nearest(key, known) if len(self._standins) < _MAX_MEANT else None
        value, place, key_at = owner.pop(key), owner.spans.pop(key, NOWHERE), owner.keys_at.pop(key, NOWHERE)
        if self._names_deliveries(value):
            self._partial = True
            self.doubt(self._owners(path[:-1]), timed="slides" in path or path[0] == "sheets")
        if meant is not None and meant not in owner and value is not None:
            owner[meant], owner.spans[meant], owner.keys_at[meant] = value, place, key_at

    def _names_deliveries(self, value: Any) -> bool:
        """Whether what stands under an unknown key was meant to keep its record to deliveries."""
        ids = {item.id for item in declared_deliveries(self.data)}
        names = value if isinstance(value, list) else [value]
        return bool(names) and all(isinstance(name, str) and name in ids for name in names)

    def _retag(self, here: Located, path: Path, detail: ErrorDetails) -> None:
        """A record of an unknown kind becomes one of the kind that was meant."""
        key = tag_key(detail)
        meant = nearest(str(here.get(key)), known_words(detail), cutoff=0.5)
        if meant is None:
            self._leave_out(path)
            return
        here[key] = meant
        self._note(here, key)

    def _fill_in(self, owner: Any, key: str, path: Path, detail: ErrorDetails) -> None:
        """Put a stand-in under a key of the record at `path`, or leave the key out where that is allowed."""
        field = _field(detail["loc"], key)
        if not isinstance(owner, Located) or (id(owner), key) in self._made_up or field is None:
            self._leave_out((*path, key) if isinstance(owner, Located) and key in owner else path)
            return
        older = owner.pop(key, None)
        self._note(owner, key)
        if key in _WEIGHTY or (key in ("days", "hours", "id", "lunch") and path[:1] == ("deliveries",)):
            self._weigh((*path, key))
        if key not in _NAMES and (cut := _within_limits(older, detail)) is not None:
            owner[key] = cut
            return
        self._lose(older, (*path, key), field)
        if not field.is_required():
            return
        try:
            owner[key] = stand_in(field, len(self._made_up))
            self._touched[id(owner[key])] = owner[key]
        except NoStandInError:
            self._leave_out(path)

    def _leave_out(self, path: Path) -> None:
        """Leave out the nearest thing at or around a path that may be left out."""
        for length in range(len(path), 0, -1):
            owner, key = self._at(path[: length - 1]), path[length - 1]
            item = owner.get(key) if isinstance(owner, dict) else owner[key]
            if isinstance(owner, LocatedList):
                self._leaving.append((owner, item))
                self._touched[id(owner)] = owner
                self._partial = True
            elif isinstance(owner, Located) and (field := _field(path[:length], str(key))) and not field.is_required():
                owner.pop(str(key), None)
                self._note(owner, str(key))
            else:
                continue
            self._lose(item, path[:length])
            self._weigh(path[:length])
            return
        self.hopeless = True

    def _note(self, owner: Located, key: str) -> None:
        """Remember that a key of a record is made up or left out."""
        self._touched[id(owner)] = owner
        self._made_up.add((id(owner), key))
        if owner.span is not None:
            self._standins.add(owner.span)

    def _weigh(self, path: Path) -> None:
        """What stands at `path` is missing or made up: doubt what hangs on it."""
        weighty, timed = path[0] in ("sheets", "deliveries", "modules"), path[0] == "sheets"
        if path[0] == "modules" and len(path) > 2:
            inside = path[_BLOCK_PATH:]
            in_block = path[2] == "blocks" and bool(inside)
            weighty = path[2] == "blocks" and (not in_block or not _WEIGHTY.isdisjoint(inside))
            timed = in_block and inside != ("minutes",)
        if weighty:
            self.doubt(self._owners(path), timed=timed)

    def _owners(self, path: Path) -> Iterator[str]:
        """Ids of the records that hold what is at `path`."""
        here: Any = self.data
        for step in path:
            here = here.get(step) if isinstance(here, dict) else here[step]
            if isinstance(here, dict) and isinstance(here.get("id"), str):
                yield here["id"]

    def _lose(self, item: Any, path: Path, field: FieldInfo | None = None) -> None:
        """Remember what may be referred to in something at `path` that is left out."""
        section = str(path[0])
        if path[-1] in _NAMES:
            self._unread.add(section)  # nobody knows what it was to be called
        self._partial = self._partial or isinstance(item, dict | list)
        holds_records = field is None or bool(records_in(field))
        waiting = [item]
        while waiting:
            here = waiting.pop()
            if here is UNREAD and holds_records:
                self._unread.add(section)
            elif isinstance(here, dict):
                self._lost.update(name for name in map(here.get, _NAMES) if isinstance(name, str))
                waiting.extend(here.values())
            elif isinstance(here, list):
                waiting.extend(here)


def _field(location: Location, key: str) -> FieldInfo | None:
    """The field of a model that a key at the end of a location stands for."""
    at = max((number for number, step in enumerate(location) if step == key), default=len(location))
    return next((field for model in models_at(location[:at]) if (field := field_of(model, key)) is not None), None)


def _within_limits(value: Any, detail: ErrorDetails) -> Any:
    """The value cut to the limit it does not keep, or None where there is no such thing."""
    limits = detail.get("ctx", {})
    match detail["type"]:
        case "too_long" if isinstance(value, LocatedList):
            cut = LocatedList(value[: limits["max_length"]])
            cut.span, cut.items_at = value.span, value.items_at[: limits["max_length"]]
            cut.levels = value.levels[: limits["max_length"]]
            return cut
        case "string_too_long" if isinstance(value, str):
            return value[: limits["max_length"]]
        case "greater_than_equal" | "less_than_equal":
            return limits.get("ge", limits.get("le"))
    return None
