"""The scalars of one YAML file as its bytes have them: which key each stands under, and where it begins and ends.

`document` reads values; here the tokens are kept, for those who put another one in the place of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

from deckgen.source.decode import UNPRINTABLE
from deckgen.source.document import LOADER

BOM = "\ufeff"
KeyPath = tuple[str | int, ...]
"""The keys, and the numbers of items from 0, that lead to a value in its file."""

_PROPERTIES = re.compile(r"(?:[&!][^\s]*[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)*)+")


class RefusedError(Exception):
    """A scalar that cannot be written; the message says why, in words for the author."""


@dataclass(frozen=True, slots=True)
class Token:
    """A scalar that is a value: `[start, end)` is what is written of it, without anchor and tag, in characters.

    `parent` is the column, from 0, at which the collection around it begins, -1 where it is the whole file. `fixed`
    says why it may not be written, and is empty where it may.
    """

    number: int  # of its event
    path: KeyPath
    style: str | None
    value: str
    plain: bool
    start: int
    end: int
    line: int
    column: int
    parent: int
    flow: bool
    fixed: str = ""


@dataclass(slots=True)
class _Collection:
    """A collection while its events are passed: the key or number that comes next, and whether that is a key."""

    event: Any
    path: KeyPath
    key: str | None = None
    count: int = 0
    awaits_key: bool = True

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.event, MappingStartEvent)


class TokenFile:
    """The events of a file and the tokens of its values. Raises RefusedError for a text that is no YAML."""

    def __init__(self, text: str) -> None:
        """The text of the file, with its byte order mark if it has one."""
        self.mark = BOM if text.startswith(BOM) else ""
        self.text = text[len(self.mark) :]
        bad = UNPRINTABLE.search(self.text)
        if bad:
            raise RefusedError(f"the file holds the control character U+{ord(bad.group()):04X}; take it out first")
        try:
            self.events: list[Any] = list(iter(LOADER(self.text).get_event, None))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            raise RefusedError("the file cannot be read as YAML; mend it in the editor first") from error
        self.tokens = list(_Walk(self.text, self.events).run())
        self._by_path: dict[KeyPath, list[Token]] = {}
        for token in self.tokens:
            self._by_path.setdefault(token.path, []).append(token)

    def at_path(self, path: KeyPath) -> Token:
        """The scalar under these keys. Raises RefusedError when there is none, or several."""
        tokens = self._by_path.get(path, [])
        if len(tokens) != 1:
            raise RefusedError("its key is written twice" if tokens else "there is no such value in the file any more")
        return tokens[0]

    def at_place(self, line: int, column: int) -> Token | None:
        """The scalar that begins there, its anchor and tag counted; lines and columns count from 1."""
        return next((token for token in self.tokens if (token.line, token.column) == (line, column)), None)

    def facts(self) -> list[tuple[Any, ...]]:
        """What each event says, its place left out: two files whose facts agree read the same."""
        return [_facts(event) for event in self.events]


def _facts(event: Any) -> tuple[Any, ...]:
    names = ("anchor", "tag", "implicit", "value", "style", "flow_style", "explicit")
    return (type(event), *(getattr(event, name, None) for name in names))


@dataclass(slots=True)
class _Walk:
    text: str
    events: list[Any]
    around: list[_Collection] = field(default_factory=list)

    def run(self) -> Iterator[Token]:
        """Every scalar that is a value."""
        shared = _shared(self.events)
        for number, event in enumerate(self.events):
            match event:
                case MappingStartEvent() | SequenceStartEvent():
                    self.around.append(_Collection(event, self._path()))
                case ScalarEvent() if self._takes_key():
                    self.around[-1].key, self.around[-1].awaits_key = event.value, False
                    continue
                case ScalarEvent():
                    yield self._token(number, event, shared)
                    self._pass()
                case AliasEvent():
                    self._pass()
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.around.pop()
                    self._pass()

    def _takes_key(self) -> bool:
        return bool(self.around) and self.around[-1].is_mapping and self.around[-1].awaits_key

    def _path(self) -> KeyPath:
        if not self.around:
            return ()
        here = self.around[-1]
        return (*here.path, (here.key or "") if here.is_mapping else here.count)

    def _pass(self) -> None:
        """A node ended: the next one of the collection around it comes."""
        if not self.around:
            return
        here = self.around[-1]
        if here.is_mapping:
            if here.awaits_key:  # it was a key that is a collection or an alias
                here.key, here.awaits_key = None, False
            else:
                here.awaits_key = True
        else:
            here.count += 1

    def _token(self, number: int, event: Any, shared: set[int]) -> Token:
        start, end = event.start_mark.index, event.end_mark.index
        if (event.anchor or event.tag) and (match := _PROPERTIES.match(self.text, start, end)):
            start = match.end()
        fixed = ""
        if event.tag is not None:
            fixed = f"it has the tag {event.tag}"
        elif shared & {number, *(self.events.index(one.event) for one in self.around if one.event.anchor)}:
            fixed = "an alias stands for it elsewhere, too: write it in the editor"
        return Token(
            number, self._path(), event.style, event.value, bool(event.implicit[0]), start, end,
            event.start_mark.line + 1, event.start_mark.column + 1,
            max((one.event.start_mark.column for one in self.around[-1:]), default=-1),
            any(one.event.flow_style for one in self.around), fixed,
        )  # fmt: skip


def _shared(events: list[Any]) -> set[int]:
    """The numbers of the events whose anchors aliases stand for."""
    anchors: dict[str, int] = {}
    shared: set[int] = set()
    for number, event in enumerate(events):
        name = getattr(event, "anchor", None)
        if name is None:
            continue
        if isinstance(event, AliasEvent):
            shared |= {anchors[name]} if name in anchors else set()
        else:
            anchors[name] = number
    return shared
